using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>What a row of a file comes to.</summary>
public enum RowVerdict
{
    /// <summary>Cannot be taken in; to be mended in the file.</summary>
    Refused,

    /// <summary>Is taken in, and must be commented or explained before it is handed in.</summary>
    ToExplain,

    /// <summary>Is taken in.</summary>
    Ready,

    /// <summary>Says what stands there already, or nothing.</summary>
    Unchanged,
}

/// <summary>What a row of a file would make of a draft.</summary>
/// <param name="Scope">What it is to be handed in to.</param>
/// <param name="Key">The row.</param>
/// <param name="Texts">The texts: those of the file over those that stand there.</param>
/// <param name="Over">The versions that they are typed over.</param>
/// <param name="Seen">The token of the draft that was there when the file was looked through; null where there was none.</param>
internal sealed record PlannedDraft(ReportScope Scope, RowKey Key, DraftTexts Texts, RecordedVersions Over, Guid? Seen);

/// <summary>One row of a file, checked.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Unit">The unit, by name where it is known.</param>
/// <param name="Measure">The measure, with its name where it is known.</param>
/// <param name="Period">The period, in words where it can be read.</param>
/// <param name="Figures">The figures of the file, as they would be typed.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Messages">Why, and how to mend it.</param>
public sealed record CheckedRow(
    int Line, string Unit, string Measure, string Period, string Figures, RowVerdict Verdict, IReadOnlyList<string> Messages)
{
    /// <summary>The draft it would make; null where it makes none.</summary>
    internal PlannedDraft? Planned { get; init; }
}

/// <summary>A file, checked against what stands in the database now.</summary>
/// <param name="Format">The file's form in words.</param>
/// <param name="Rows">Its rows, in the order of the file.</param>
/// <param name="Notes">What the user should know of how it was read.</param>
public sealed record CheckedFile(string Format, IReadOnlyList<CheckedRow> Rows, IReadOnlyList<string> Notes)
{
    private readonly int[] counts = [.. Enum.GetValues<RowVerdict>().Select(v => Rows.Count(r => r.Verdict == v))];

    /// <summary>How many rows come to a verdict.</summary>
    internal int Count(RowVerdict verdict) => counts[(int)verdict];

    /// <summary>How many rows would be taken in.</summary>
    internal int Taken => Count(RowVerdict.Ready) + Count(RowVerdict.ToExplain);
}
