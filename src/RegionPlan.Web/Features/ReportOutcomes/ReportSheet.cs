using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ReportOutcomes;

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

/// <summary>One row as it is in the database: what it is, what is recorded and handed in, and what has been typed.</summary>
/// <param name="Key">The row.</param>
/// <param name="RowId">What the row's elements are named by.</param>
/// <param name="Code">The measure's code.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one.</param>
/// <param name="Href">The measure's page; null where it has none.</param>
/// <param name="Goal">The goal that it measures, as a heading.</param>
/// <param name="IsRegional">Whether it is an outcome of the region's own measure.</param>
/// <param name="IsDuty">Whether the unit owes it; else it was handed in before.</param>
/// <param name="Terms">The measure's terms that hold.</param>
/// <param name="Demands">What the row is asked for and held against.</param>
/// <param name="Recorded">What is recorded and so public.</param>
/// <param name="Standing">How what was handed in stands; null where nothing was.</param>
/// <param name="Draft">What has been typed and not handed in.</param>
internal sealed record ReportedRow(
    RowKey Key,
    string RowId,
    string Code,
    string Name,
    string? Href,
    string Goal,
    bool IsRegional,
    bool IsDuty,
    MeasureTerms Terms,
    RowDemands Demands,
    OutcomeRow Recorded,
    RowStanding? Standing,
    OutcomeDraft? Draft)
{
    /// <summary>The versions that something typed now would be typed over.</summary>
    internal RecordedVersions Versions => Recorded.Versions with { HandedIn = Standing?.Row.Version ?? 0 };

    /// <summary>The latest outcome before the period.</summary>
    internal PeriodOutcomes? Previous => Demands.History.LastOrDefault(h => h.Period.End < Key.Period.Start && h.Total is not null);

    /// <summary>The outcome of the same period one measuring back.</summary>
    internal PeriodOutcomes? SamePeriodEarlier =>
        Demands.History.FirstOrDefault(h => h.Period == Key.Period.Before(Demands.Frequency) && h.Total is not null);

    /// <summary>Whether the total may be told as a numerator and a denominator.</summary>
    internal bool IsRatio => Terms.Summed == Aggregation.Ratio;

    /// <summary>Whether women and men may be told.</summary>
    internal bool IsSplit => !Terms.IsYesNo && Terms.SexSplit != SexSplit.None;
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

/// <summary>What there is to choose between, and what is chosen.</summary>
/// <param name="FollowUps">The follow-ups that collect something, newest year first.</param>
/// <param name="Units">The units that report to the chosen one and that the user may hand in for.</param>
/// <param name="FollowUp">The chosen follow-up; null where there is none.</param>
/// <param name="Unit">The chosen unit; null where the user hands in for none.</param>
/// <param name="Notice">Why something else is shown than the address asks for.</param>
internal sealed record ReportChoice(
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<OrganizationTree.Branch> Units, FollowUp? FollowUp, OrganizationTree.Branch? Unit, string? Notice);
