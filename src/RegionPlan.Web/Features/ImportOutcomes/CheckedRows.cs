using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Features.ImportOutcomes.Files;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The rows of a file as they are checked, one after the other.</summary>
internal sealed class CheckedRows(IProgress<int>? progress)
{
    private const int RowsBetweenReports = 500;
    private static readonly OutcomeInputValidator Validator = new();
    private readonly List<CheckedRow> rows = [];
    private readonly Dictionary<(Guid FollowUpId, SubmittedRowKey Row), int> lines = [];

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
            Add(finder.Find(file) is ({ } row, _)
                ? Checked(file, row, finder.Sheet)
                : Unknown(file, finder.Sheet.UnitName, finder.Find(file).Problem!));
        }
    }

    private static CheckedRow Unknown(FileRow file, string unit, string why) => new(
        file.Number, unit, file[ImportColumn.Measure], file[ImportColumn.Period], ImportedTexts.Figures(file), RowVerdict.Refused, [why]);

    private static IReadOnlyList<Finding> Findings(ReportedRow row, DraftTexts texts, DateOnly today) =>
        Validator.Findings(new(texts, row.Terms, row.Recorded, today, row.Demands));

    /// <summary>What the file would take the place of, where somebody has typed something else.</summary>
    private static IEnumerable<string> Replaced(ReportedRow row, DraftTexts texts)
    {
        if (row.Draft is not { } draft)
        {
            yield break;
        }

        var figures = Enum.GetValues<Sex>().Where(sex => draft.Texts.For(sex).Length > 0 && draft.Texts.For(sex) != texts.For(sex))
            .Select(sex => $"{Sv.Sex(sex)} {draft.Texts.For(sex)}").ToList();
        if (figures.Count > 0)
        {
            yield return $"Ersätter utkastet {string.Join(", ", figures)} av {draft.SavedBy} {Sv.Time(draft.SavedAt)}.";
        }
    }

    private CheckedRow Checked(FileRow file, ReportedRow row, ReportSheet sheet)
    {
        var (texts, problems) = ImportedTexts.Of(file, row);
        var key = (sheet.FollowUp.Id, row.Key.Row);
        if (lines.TryGetValue(key, out var earlier))
        {
            return Of(RowVerdict.Refused, [$"Samma rad finns redan på rad {earlier} i filen. Behåll en av dem."]);
        }

        lines[key] = file.Number;
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
        List<string> messages = [.. findings.Select(f => Sentence(f)), .. Replaced(row, texts)];
        return findings.Any(f => f.Severity == FindingSeverity.Error)
            ? Of(RowVerdict.Refused, messages)
            : Of(findings.Count > 0 ? RowVerdict.ToExplain : RowVerdict.Ready, messages, texts);

        CheckedRow Of(RowVerdict verdict, IReadOnlyList<string> why, DraftTexts? planned = null) => new(
            file.Number,
            sheet.UnitName,
            $"{row.Code} {row.Name}",
            Sv.ShortPeriod(row.Key.Period),
            ImportedTexts.Figures(file),
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
