using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>The row's fields: what they are called, which can be typed in, and what is said of each.</summary>
public sealed partial class GridRow
{
    /// <summary>The status that the total would have, as it is typed; null where it cannot be handed in as it is.</summary>
    internal OutcomeStatus? StatusAsTyped
    {
        get
        {
            var (value, problem) = Input.Read(Sex.Total);
            if (problem is not null || FindingsOf(Sex.Total).Any(f => f.Severity == FindingSeverity.Error))
            {
                return null;
            }

            var outcome = value is null ? null : new PeriodValue(Key.Period, value.Amount);
            return OutcomeAssessment.Of(
                JudgingRule.Of(Source.Terms), Source.Demands.Target, outcome, null, MissingReason.NotReported).Status;
        }
    }

    private OutcomeInput Input => new(Texts, Source.Terms, Source.Recorded, today, Source.Demands);

    internal string FieldId(string what) => $"{Source.RowId}-{what}";

    internal string CellId(Sex sex) => FieldId(GridField.NameOf(sex));

    /// <summary>Whether a cell can be typed in.</summary>
    internal bool IsCellOpen(Sex sex) => WasTaken || (IsOpen && Source.Standing switch
    {
        { Stage: RowStage.Returned } back => back.ReturnedCells.Contains(sex),
        _ => true,
    });

    internal IEnumerable<Finding> FindingsOf(Sex sex) => IsToSend ? Findings.Where(f => f.Cell == sex && f.Severity != FindingSeverity.NeedsReason) : [];

    /// <summary>What is said of the field that a kind of finding asks for.</summary>
    internal string? MessageOf(FindingSeverity severity)
    {
        var told = (IsToSend ? Findings : []).Where(f => f.Severity == severity)
            .Select(f => f.Cell is { } sex and not Sex.Total ? $"{Sv.Capital(Sv.Sex(sex))}: {f.Message}" : f.Message).Distinct().ToList();
        return told.Count == 0 ? null : string.Join(" ", told);
    }

    /// <summary>The value that a typed numerator/denominator comes to; null for a plain number.</summary>
    internal string? Derived(Sex sex) => Input.Read(sex).Value is { Denominator: not null } value ? "= " + Sv.Value(value.Amount, Source.Terms) : null;

    /// <summary>A part of a ratio as it is typed; empty where the total is no ratio.</summary>
    internal string Part(bool isAbove) => GridField.Part(Shown, isAbove);

    /// <summary>The texts with one part of the total's ratio changed.</summary>
    internal DraftTexts WithPart(bool isAbove, string text) => GridField.WithPart(Texts, isAbove, text);

    /// <summary>Whether a field can be typed in.</summary>
    internal bool IsFieldOpen(string field) => field switch
    {
        GridField.Numerator or GridField.Denominator => Source.IsRatio && IsCellOpen(Sex.Total),
        _ when GridField.SexOf(field) is { } sex => (sex == Sex.Total || Source.IsSplit) && IsCellOpen(sex),
        _ => IsOpen || WasTaken,
    };
}
