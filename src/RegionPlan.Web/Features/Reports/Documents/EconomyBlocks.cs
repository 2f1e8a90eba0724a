using RegionPlan.Domain.Economy;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>The year's economy as the tables of a report; in a nämnd's report its own driftramar.</summary>
internal sealed class EconomyBlocks(ReportFigures figures)
{
    /// <summary>What the year has come to and is expected to come to, post by post.</summary>
    internal IEnumerable<DocumentBlock> Economy() => figures.Economy is not { Period: { HasAny: true } period }
        ? [new DocumentBlock.Remark("Inget utfall och ingen prognos är godkänd för perioden.")]
        : [.. TablesOf(period, PeriodLines.Of(period.Budget, NameOf).Where(p => !p.OnlyYear && IsAbout(p))), .. EconomyDrawings.Forecasts(figures)];

    /// <summary>Whether the balanskrav is expected to be met.</summary>
    internal IEnumerable<DocumentBlock> Balance() => figures.Economy is not { Period: { HasAny: true } period }
        ? [new DocumentBlock.Remark("Ingen prognos är godkänd för perioden, så balanskravsresultatet kan inte räknas.")]
        : [.. TablesOf(period, [ResultOf(period), .. PeriodLines.Of(period.Budget, NameOf).Where(p => p.OnlyYear)]), EconomyDrawings.Bridge(period, NameOf)];

    private static PeriodPart ResultOf(EconomyPeriod period) =>
        new("Balanskravsutredning", [new(EconomyText.Name(period.Budget.Result, _ => ""), null, period.Budget.Result)], OnlyYear: true);

    /// <summary>A part without a heading goes on in the table before it.</summary>
    private IEnumerable<DocumentBlock> TablesOf(EconomyPeriod period, IEnumerable<PeriodPart> parts)
    {
        List<(string Heading, List<(PeriodLine Line, bool OnlyYear)> Lines)> tables = [];
        foreach (var part in parts)
        {
            if (tables.Count == 0 || (part.Heading is not null && !(part.OnlyYear && tables.Count > 0)))
            {
                tables.Add((part.Heading ?? "Resultat", []));
            }

            tables[^1].Lines.AddRange(part.Lines.Select(l => (l, part.OnlyYear)));
        }

        yield return new DocumentBlock.Remark(
            $"Miljoner kronor. {(tables.TrueForAll(t => t.Lines.TrueForAll(l => l.OnlyYear)) ? "" : $"Utfall {EconomyText.Span(period.Through)}. ")}Avvikelsen är {(period.IsWholeYear ? "utfallet" : "prognosen")} minus budgeten: plus är bättre än budget för resultatet. Det som saknas räknas aldrig som noll.");
        foreach (var (heading, lines) in tables)
        {
            yield return TableOf(period, heading, lines);
        }
    }

    /// <summary>A part that only the whole year is told of has no columns of what is told month by month.</summary>
    private DocumentBlock.Table TableOf(EconomyPeriod period, string heading, List<(PeriodLine Line, bool OnlyYear)> lines)
    {
        var rows = lines.ConvertAll(l => (l.Line, Amounts: PeriodAmount.Of(period, l.Line, l.OnlyYear).ToList()));
        var isTold = rows[0].Amounts.Select((_, i) => rows.Exists(r => r.Amounts[i] is { Amount: not null } or { Missing: > 0 })).ToList();
        return new(
            heading,
            [new($"{heading}, mnkr"), .. Told(rows[0].Amounts).Select(a => new DocumentColumn(a.Head, true))],
            [.. rows.Select(r => (IReadOnlyList<DocumentCell>)[NameOf(period, r.Line), .. Told(r.Amounts).Select(a => CellOf(r.Line, a))])])
        {
            IsLive = true,
        };

        IEnumerable<PeriodAmount> Told(List<PeriodAmount> amounts) => amounts.Where((_, i) => isTold[i] || !lines.TrueForAll(l => l.OnlyYear));
    }

    private static DocumentCell NameOf(EconomyPeriod period, PeriodLine line) => line.Row is { } row
        ? new(line.Name, PageLink.To($"/ekonomi/post/{row.Post.Key}", year: period.Through.Year.ToString(Sv.Culture)))
        : new([new DocumentText(line.Name) { IsBold = true }]);

    private DocumentCell CellOf(PeriodLine line, PeriodAmount amount) => amount switch
    {
        { Amount: { } known } => new(amount.IsChange ? Money.Change(known) : Money.Amount(known))
        {
            Figure = FigureOf(line, amount, known),
            IsExample = amount.IsExample,
        },
        { Missing: > 0 } => new("saknas", line.Sum is null ? null : OriginOf(line, amount)),
        _ => DocumentCell.None,
    };

    private DocumentFigure FigureOf(PeriodLine line, PeriodAmount amount, decimal known)
    {
        var recorded = line.Row is { } row ? RecordedOf(row, amount.Column) : null;
        return new(Mnkr.Rounded(known, 1), 1, "mnkr", recorded) { DerivedAt = recorded is null ? OriginOf(line, amount) : null };
    }

    private Guid? RecordedOf(BudgetRow row, PeriodColumn column) => column switch
    {
        PeriodColumn.Budget => row.Decided?.Id,
        PeriodColumn.Outcome => figures.Economy!.Period.EntryOf(row, EconomyColumn.Outcome)?.Id,
        PeriodColumn.OutcomeBefore => figures.Economy!.Period.EntryOf(row, EconomyColumn.OutcomeBefore)?.Id,
        PeriodColumn.Forecast => figures.Economy!.Period.EntryOf(row, EconomyColumn.Forecast)?.Id,
        PeriodColumn.Change or PeriodColumn.Deviation => null,
    };

    private string? OriginOf(PeriodLine line, PeriodAmount amount) =>
        figures.Economy is { } known ? FigureAddress.Of(known.Period, line, amount.Column, unit => known.UnitKeys[unit], known.AsOf) : null;

    private string NameOf(Guid unit) => figures.UnitNames.GetValueOrDefault(unit, "");

    private bool IsAbout(PeriodPart part) => figures.BoardUnits is null || part.Lines.Any(l => l.Row?.Definition.BoardId is { } board && figures.BoardUnits.Contains(board));
}
