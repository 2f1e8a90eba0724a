using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The rows of a file as they are checked, one after the other.</summary>
internal sealed class CheckedRows(IProgress<int>? progress)
{
    private const int RowsBetweenReports = 500;
    private static readonly OutcomeInputValidator Validator = new();
    private readonly List<CheckedRow> rows = [];
    private readonly Dictionary<SubmittedRowKey, (int Line, int Place)> lines = [];

    /// <summary>The checked rows, in the order of the file.</summary>
    internal IReadOnlyList<CheckedRow> InOrder()
    {
        progress?.Report(rows.Count);
        return [.. rows.OrderBy(r => r.Line)];
    }

    /// <summary>Refuses rows for the same reason.</summary>
    internal void Refuse(IEnumerable<FileRow> files, string why)
    {
        foreach (var file in files)
        {
            Add(Unknown(file, file[ImportColumn.Unit], why));
        }
    }

    /// <summary>Checks rows of one unit.</summary>
    internal void Check(IEnumerable<FileRow> files, RowFinder finder)
    {
        foreach (var file in files)
        {
            var (row, problem) = finder.Find(file);
            Add(row is null ? Unknown(file, finder.Sheet.UnitName, problem!) : Checked(file, row, finder.Sheet));
        }
    }

    private static CheckedRow Unknown(FileRow file, string unit, string why) => new(
        file.Number, ImportedTexts.Cut(unit), ImportedTexts.Cut(file[ImportColumn.Measure]), ImportedTexts.Cut(file[ImportColumn.Period]), ImportedTexts.Figures(file), RowVerdict.Refused, [why]);

    private static IReadOnlyList<Finding> Findings(ReportedRow row, DraftTexts texts, DateOnly today) =>
        Validator.Findings(new(texts, row.Terms, row.Recorded, today, row.Demands));

    /// <summary>What the file would take the place of: what somebody has typed, or else what is handed in or recorded.</summary>
    private static IEnumerable<string> Replaced(ReportedRow row, DraftTexts texts)
    {
        var before = row.Draft?.Texts ?? row.StandingTexts;
        (string Name, string Before, string Now)[] parts =
        [
            .. Enum.GetValues<Sex>().Select(sex => (Sv.Sex(sex), before.For(sex), texts.For(sex))),
            ("kommentaren", before.Comment, texts.Comment), ("analysen", before.Analysis, texts.Analysis), ("åtgärden", before.Action, texts.Action),
            ("motiveringen till prognosen", before.ForecastReason, texts.ForecastReason),
        ];
        var replaced = parts.Where(p => p.Before.Length > 0 && p.Before != p.Now).Select(p => $"{p.Name} {ImportedTexts.Cut(p.Before)}").ToList();
        if (replaced.Count > 0)
        {
            yield return row.Draft is { } draft
                ? $"Ersätter utkastet {string.Join(", ", replaced)} av {draft.SavedBy} {Sv.Time(draft.SavedAt)}."
                : $"Ersätter {string.Join(", ", replaced)}.";
        }
    }

    /// <summary>What a täljare and a nämnare come to.</summary>
    private static string Counted(DraftTexts texts, ReportedRow row) =>
        new OutcomeInput(texts, row.Terms, row.Recorded, default, row.Demands).Read(Sex.Total).Value is { Denominator: not null } value
            ? $" (= {Sv.Value(value.Amount, row.Terms)})"
            : "";

    private CheckedRow Checked(FileRow file, ReportedRow row, ReportSheet sheet)
    {
        var (texts, problems) = ImportedTexts.Of(file, row);
        if (lines.TryGetValue(row.Key.Row, out var earlier))
        {
            // Which of them is right only the user knows: neither is taken in.
            rows[earlier.Place] = rows[earlier.Place] with { Verdict = RowVerdict.Refused, Messages = [$"Samma rad finns också på rad {file.Number} i filen. Behåll en av dem."], Planned = null };
            return Of(RowVerdict.Refused, [$"Samma rad finns redan på rad {earlier.Line} i filen. Behåll en av dem."]);
        }

        lines[row.Key.Row] = (file.Number, rows.Count);
        if (problems.Count > 0)
        {
            return Of(RowVerdict.Refused, problems);
        }

        if (texts == (row.Draft?.Texts ?? row.StandingTexts))
        {
            return Of(RowVerdict.Unchanged, []);
        }

        if (row.Standing is { Stage: RowStage.Submitted })
        {
            return Of(RowVerdict.Refused, ["Raden är redan inskickad och väntar på godkännande. Be den som godkänner att skicka tillbaka den."]);
        }

        if (!row.IsDuty && row.Standing is null)
        {
            return Of(RowVerdict.Refused, ["Enheten lämnar inte in raden till uppföljningen. Ta bort den."]);
        }

        var findings = Findings(row, texts, sheet.Today);
        List<string> messages = [.. findings.Select(f => Sentence(f))];
        return findings.Any(f => f.Severity == FindingSeverity.Error)
            ? Of(RowVerdict.Refused, messages)
            : Of(findings.Count > 0 ? RowVerdict.ToExplain : RowVerdict.Ready, [.. messages, .. Replaced(row, texts)], texts);

        CheckedRow Of(RowVerdict verdict, IReadOnlyList<string> why, DraftTexts? planned = null) => new(
            file.Number,
            sheet.UnitName,
            $"{row.Code} {row.Name}",
            Sv.ShortPeriod(row.Key.Period),
            ImportedTexts.Figures(file, Counted(texts, row)),
            verdict,
            why)
        {
            Planned = planned is null ? null : new(sheet.Scope, row.Key, planned, row.Draft?.Over ?? row.Versions, row.Draft?.Token),
        };
    }

    private static string Sentence(Finding finding) => finding.Cell is { } sex and not Sex.Total ? $"{Sv.Capital(Sv.Sex(sex))}: {finding.Message}" : finding.Message;

    private void Add(CheckedRow row)
    {
        rows.Add(row);
        if (rows.Count % RowsBetweenReports == 0)
        {
            progress?.Report(rows.Count);
        }
    }
}
