using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Reporting;

/// <summary>Which submission: what one unit hands in to one follow-up.</summary>
internal readonly record struct ReportScope(Guid FollowUpId, Guid UnitId);

/// <summary>Which row of a submission.</summary>
/// <param name="SeriesId">The series that the figures are recorded on.</param>
/// <param name="AboutUnitId">The unit that the figures are about.</param>
/// <param name="Period">The period.</param>
/// <param name="ShownSeriesId">The series of the year's plan or styrkort, which may keep an earlier one.</param>
internal readonly record struct RowKey(Guid SeriesId, Guid AboutUnitId, Period Period, Guid ShownSeriesId)
{
    internal SubmittedRowKey Row => new(SeriesId, AboutUnitId, Period);
}

/// <summary>A step of approval with the name of the unit.</summary>
internal sealed record NamedStep(ApprovalStep Step, string Name);

/// <summary>What one unit hands in to one follow-up, with everything that is shown about it.</summary>
/// <param name="Scope">Which submission.</param>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="UnitKey">The reporting unit's key.</param>
/// <param name="UnitName">Its name in the follow-up's organisation.</param>
/// <param name="DueOn">The unit's last day.</param>
/// <param name="Today">The day it is looked at.</param>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Rows">The rows, in the order of the plan and the styrkort.</param>
internal sealed record ReportSheet(
    ReportScope Scope,
    FollowUp FollowUp,
    string UnitKey,
    string UnitName,
    DateOnly DueOn,
    DateOnly Today,
    IReadOnlyList<NamedStep> Chain,
    IReadOnlyList<ReportedRow> Rows)
{
    internal FollowUpState State => FollowUp.On(Today);

    internal string NameOf(ApprovalLevel level) => Chain.FirstOrDefault(s => s.Step.Level == level)?.Name ?? "";
}
