using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>What the live blocks of a section show: the figures as they stand.</summary>
/// <param name="figures">The figures.</param>
/// <param name="isDecided">Whether it is for the decided report, whose readers can mend nothing.</param>
internal sealed class LiveBlocks(ReportFigures figures, bool isDecided)
{
    /// <summary>What a decided report says in place of what could not be shown.</summary>
    private const string NotThere = "Uppgiften saknas.";

    private const string BasisColumn = "Underlag";
    private const string CountsColumn = "Fördelning";

    /// <summary>The columns of words that are counted from figures and statuses.</summary>
    internal static IReadOnlyList<string> CountedColumns { get; } = [BasisColumn, CountsColumn, SeriesCells.TrendColumn];

    private readonly int year = figures.Plan?.Viewpoint.Year ?? 0;

    internal IEnumerable<DocumentBlock> Of(ReportPart.Live live) => live.Kind switch
    {
        LiveBlockKind.Goals => live.Of is { } goal ? OneGoal(goal) : AllGoals(),
        LiveBlockKind.Measures => live.Of is { } code ? OneMeasure(code) : AllMeasures(),
        LiveBlockKind.Deviations => Deviations(),
        LiveBlockKind.Assessments => Assessments(),
        LiveBlockKind.Economy => new EconomyBlocks(figures).Economy(),
        LiveBlockKind.Balance => new EconomyBlocks(figures).Balance(),
        LiveBlockKind.Changes => Changes(),
    };

    /// <summary>What has the shape of a live block and is none: its writer is told what can be written.</summary>
    internal DocumentBlock.Remark Of(ReportPart.Unknown unknown) => Lacking(
        $"{unknown.Written} finns inte. Skriv {string.Join(", ", Enum.GetValues<LiveBlockKind>().Select(k => ReportText.Written(k)))}, eller till exempel {ReportText.Written(LiveBlockKind.Measures, "3.11")}.");

    private DocumentBlock.Remark Lacking(string hint) => new(isDecided ? NotThere : hint);

    private IEnumerable<AssessedGoal> Goals => figures.Plan?.Goals ?? [];

    private IEnumerable<DocumentBlock> AllGoals()
    {
        if (!Goals.Any())
        {
            return [new DocumentBlock.Remark("Det finns inga mål för året.")];
        }

        return
        [
            new DocumentBlock.Table(
                "Målen",
                [new("Mål"), new(SeriesCells.StatusColumn), new(BasisColumn), new(CountsColumn)],
                [.. Goals.Select(g => (IReadOnlyList<DocumentCell>)
                [
                    new(NameOf(g), PageLink.To($"/mal/{g.Goal.Order.ToString(Sv.Culture)}", year: year.ToString(Sv.Culture))),
                    StatusOf(g),
                    new($"{figures.ComputedOf(g).Counts.WithOutcome} av {figures.ComputedOf(g).Counts.Targeted} målsatta har utfall"),
                    new(StatusCountText.Line(figures.ComputedOf(g).Counts)),
                ])])
            {
                IsLive = true,
            },
        ];
    }

    private IEnumerable<DocumentBlock> OneGoal(string number)
    {
        if (Goals.FirstOrDefault(g => g.Goal.Order.ToString(Sv.Culture) == number) is not { } goal)
        {
            return [Lacking($"Det finns inget mål {number} i årets plan.")];
        }

        return
        [
            new DocumentBlock.Paragraph([new(NameOf(goal)) { IsBold = true }, new($": {StatusOf(goal).Plain}. {StatusCountText.Line(figures.ComputedOf(goal).Counts)}.")]),
            SeriesCells.TableOf(goal.Wording.Name, figures.SeriesOf(goal), year),
        ];
    }

    private IEnumerable<DocumentBlock> AllMeasures()
    {
        var targeted = Goals.Select(g => (Goal: g, Series: figures.SeriesOf(g).Where(s => s.ShortTerm?.Amount is not null || s.Outcome is not null).ToList()))
            .Where(g => g.Series.Count > 0).ToList();
        return targeted.Count == 0
            ? [new DocumentBlock.Remark("Inget mått har målvärde för året.")]
            : targeted.SelectMany(g => new DocumentBlock[] { new DocumentBlock.Heading(3, NameOf(g.Goal)), SeriesCells.TableOf(g.Goal.Wording.Name, g.Series, year) }.Concat(LeftOutOf(g.Goal)));
    }

    /// <summary>The series that are counted but have nothing to show, so that nobody looks for them.</summary>
    private IEnumerable<DocumentBlock> LeftOutOf(AssessedGoal goal)
    {
        var left = figures.SeriesOf(goal).Where(s => s.ShortTerm?.Amount is null && s.Outcome is null).Select(s => $"{s.Measure.Code} {s.FullName}").ToList();
        return left.Count == 0 ? [] : [new DocumentBlock.Remark($"Ej målsatta och utan utfall {year.ToString(Sv.Culture)}: {string.Join("; ", left)}.")];
    }

    private IEnumerable<DocumentBlock> OneMeasure(string code) => figures.Plan?.Measure(code) is { } measure
        ? measure.Series.SelectMany(OneSeries)
        : [Lacking($"Det finns inget mått {code} i årets plan.")];

    private IEnumerable<DocumentBlock> OneSeries(AssessedSeries series)
    {
        yield return new DocumentBlock.Heading(3, $"{series.Measure.Code} {series.FullName}");
        yield return SeriesCells.TableOf($"Utfall och målvärden, {series.Measure.Code}", [series], year, SeriesCells.ShortName);
        if (SeriesDrawing.Of(series) is { Lines.Count: > 0 } drawing && !series.MeasureTerms.IsYesNo)
        {
            yield return new DocumentBlock.Chart(
                series.Series.Key,
                drawing.Title,
                drawing.Description,
                drawing.Unit,
                drawing.Decimals,
                drawing.Lines,
                [.. drawing.ShortTerms.Select(t => new YearValue(t.Year, t.Value, drawing.ExampleTargets.Contains(t.Year)))],
                [.. drawing.LongTerms.Select(t => new YearValue(t.Year, t.Value))],
                [.. drawing.Breaks.Select(b => new YearText(b.Year, b.Text))]);
        }

        foreach (var (name, text) in ToldOf(series))
        {
            yield return new DocumentBlock.Paragraph([new($"{name}: ") { IsBold = true }, new(text)]);
        }

        if (figures.Told.ForecastOf(series.Series.Id, year)?.Row.Narrative is { Forecast: { } forecast } narrative)
        {
            yield return new DocumentBlock.Paragraph([new("Helårsprognos: ") { IsBold = true }, new($"{FollowUpText.Forecast(forecast)}. {narrative.ForecastReason}".TrimEnd())]);
        }
    }

    private IEnumerable<DocumentBlock> Deviations()
    {
        var rows = (figures.Plan?.NeedingAttention ?? []).Where(figures.IsAbout).ToList();
        if (rows.Count == 0)
        {
            return
            [
                new DocumentBlock.Remark(
                    (figures.Plan?.Series ?? []).Any(s => figures.IsAbout(s) && s.Outcome is not null) ? "Inget av de utfall som finns är ej uppnått." : "Inget utfall finns för perioden, så inget kan bedömas."),
            ];
        }

        return
        [
            new DocumentBlock.Table(
                "Avvikelser",
                [new("Mått"), new("Utfall", true), new("Målvärde", true), new("Analys och åtgärd")],
                [.. rows.Select(s => (IReadOnlyList<DocumentCell>)[SeriesCells.Name(s, year), SeriesCells.Outcome(s), SeriesCells.Target(s), Explained(s)])])
            {
                IsLive = true,
            },
        ];
    }

    private DocumentCell Explained(AssessedSeries series)
    {
        var told = ToldOf(series).ToList();
        return told switch
        {
            [] => new("Ingen analys är lämnad"),
            [("Analys", var analysis), .. var rest] => new(analysis) { Beside = [.. rest.Select(t => $"{t.Name}: {t.Text}")] },
            _ => new($"{told[0].Name}: {told[0].Text}") { Beside = [.. told.Skip(1).Select(t => $"{t.Name}: {t.Text}")] },
        };
    }

    private IEnumerable<(string Name, string Text)> ToldOf(AssessedSeries series)
    {
        if (series.Outcome is not { } outcome || figures.Told.ToldOf(outcome.Total?.SeriesId ?? series.Series.Id, outcome.Period)?.Row.Narrative is not { } told)
        {
            return [];
        }

        (string Name, string? Text)[] all =
        [
            ("Analys", told.Analysis), ("Åtgärd", told.Action), ("Ansvarig", told.ActionOwner), ("Klart senast", told.ActionDue is { } due ? Sv.Day(due) : null), ("Kommentar", told.Comment),
        ];
        return all.Where(t => t.Text is not null).Select(t => (t.Name, t.Text!));
    }

    private IEnumerable<DocumentBlock> Assessments()
    {
        var assessed = Goals.Where(g => figures.Assessments.Contains(g.Goal.Id)).ToList();
        return assessed.Count == 0
            ? [new DocumentBlock.Remark("Ingen bedömning är lämnad än.")]
            : assessed.SelectMany(g => new DocumentBlock[]
            {
                new DocumentBlock.Heading(3, NameOf(g)),
                new DocumentBlock.Table(
                    $"Bedömningar av mål {g.Goal.Order.ToString(Sv.Culture)}",
                    [new("Nämnd"), new("Bedömning"), new("Analys"), new("Åtgärder")],
                    [.. figures.Assessments[g.Goal.Id].OrderBy(BoardOf, StringComparer.Create(Sv.Culture, ignoreCase: true)).Select(r => (IReadOnlyList<DocumentCell>)
                    [
                        new(BoardOf(r)), JudgedBy(r), new(r.Terms.Analysis ?? "–"), new(r.Terms.Actions ?? "–"),
                    ])])
                {
                    IsLive = true,
                },
            });
    }

    private DocumentCell JudgedBy(GoalReview review) => SeriesCells.StatusOf(StatusMark.Of(review.Status)) with
    {
        Beside =
        [
            .. review.Status == review.Computed ? Array.Empty<string>() : [$"Beräknad: {StatusMark.Of(review.Computed).Word}. {review.Recorded.Why}"],
            .. review.Terms.Forecast is { } forecast ? new[] { $"Helårsprognos: {FollowUpText.Forecast(forecast)}" } : [],
        ],
    };

    private IEnumerable<DocumentBlock> Changes()
    {
        if (figures.Since is not { } since)
        {
            return [new DocumentBlock.Remark("Det finns ingen tidigare rapport att jämföra med.")];
        }

        if (figures.Changes.Latest.Count == 0)
        {
            return [new DocumentBlock.Remark($"Inga rättelser och inga nya beslut är registrerade {AfterText(since)}. Periodens nya siffror står i rapportens övriga avsnitt.")];
        }

        return
        [
            new DocumentBlock.Remark($"Rättat och beslutat på nytt {AfterText(since)}. Det som har registrerats för första gången står i rapportens övriga avsnitt."),
            new DocumentBlock.Table(
                "Ändringar sedan förra rapporten",
                [new("Registrerat"), new("Vad"), new("Nu"), new("Tidigare"), new("Av"), new("Varför")],
                [.. figures.Changes.Latest.Select(ChangeCells)])
            {
                IsLive = true,
            },
            .. figures.Changes.More > 0 ? new[] { MoreSince(since) } : [],
        ];
    }

    private DocumentBlock.Paragraph MoreSince(FollowUp since) => new(
    [
        new($"… och {figures.Changes.More.ToString(Sv.Culture)} till. Alla ändringar står i "),
        new("historiken") { Href = PageLink.With("/historik", ("fran", Sv.Day(figures.Changes.Since.FirstDay))) },
        new("."),
    ]);

    private string AfterText(FollowUp since) => figures.Changes.Since.Decided is { } decided
        ? $"sedan {since.Terms.Name} beslutades ({Sv.Day(decided.DecidedOn)})"
        : $"efter {since.Terms.Name} ({Sv.Day(since.Terms.RegionDue)})";

    private IReadOnlyList<DocumentCell> ChangeCells(Change change)
    {
        var text = ChangeText.Of(change, figures.Changes.UnitNames, figures.Changes.RegionId);
        var measure = change.Measure is { IsOfPlan: true } known ? $"{known.Code} {known.Terms.Name}: " : "";
        return
        [
            new(Sv.Time(change.Fact.Recorded.At)), new(measure + text.What), new(text.Now), new(text.Before ?? "–"), new(change.Fact.Recorded.By), new(change.Fact.Recorded.Why ?? "–"),
        ];
    }

    private DocumentCell StatusOf(AssessedGoal goal)
    {
        var computed = figures.ComputedOf(goal).Status;
        return figures.BoardUnits is null && goal.Override is { } own
            ? SeriesCells.StatusOf(StatusMark.Of(own.Status ?? computed)) with { Beside = [$"Beräknad: {StatusMark.Of(computed).Word}. {own.Recorded.Why}".TrimEnd()] }
            : SeriesCells.StatusOf(StatusMark.Of(computed));
    }

    private static string NameOf(AssessedGoal goal) => $"{goal.Goal.Order.ToString(Sv.Culture)}. {goal.Wording.Name}";

    private string BoardOf(GoalReview review) => figures.UnitNames.GetValueOrDefault(review.UnitId, "");
}
