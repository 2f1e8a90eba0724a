using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>A follow-up of a year: which report, its dates and who decides it.</summary>
/// <param name="Year">The year that is followed up.</param>
/// <param name="AsOf">UTC; only what was recorded by then is known. Null: everything recorded.</param>
/// <param name="Key">Its key, which never changes.</param>
/// <param name="Kind">Which report it is.</param>
/// <param name="Number">1 for the first of its kind in the year.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">How many times it has been planned: 1 as it was set up.</param>
/// <param name="Through">The last day that is followed up; the first is 1 January.</param>
/// <param name="OpensOn">The first day it can be reported to.</param>
/// <param name="UnitDue">The last day for units below a förvaltning.</param>
/// <param name="AdministrationDue">The last day for a förvaltning.</param>
/// <param name="BoardDue">The last day for a nämnd.</param>
/// <param name="RegionDue">The last day for the region.</param>
/// <param name="DecidedBy">The key of the unit whose body decides, the region's for regionfullmäktige; null where each nämnd decides its own.</param>
/// <param name="DecidedByText">The body that decides, as the pages show it.</param>
/// <param name="DecidedOn">The day of the decision; null where it is not known.</param>
/// <param name="Requires">The highest level that must approve a figure before it is public.</param>
/// <param name="CollectsOutcomes">Whether outcomes of the region's measures are collected.</param>
/// <param name="CollectsUnitFigures">Whether the units' own figures are collected.</param>
/// <param name="AsksForAnalysis">Whether a target that is not reached must be explained.</param>
/// <param name="AsksForForecast">Whether an expectation of the year's end is asked for.</param>
/// <param name="State">Whether it can be reported to, today or on the day of asOf.</param>
/// <param name="StateText">The state as the pages show it.</param>
/// <param name="LockedAt">UTC; when it was locked. Null while it is not.</param>
/// <param name="Href">The page that shows it.</param>
public sealed record PublishedFollowUp(
    int Year,
    DateTime? AsOf,
    string Key,
    FollowUpKind Kind,
    int Number,
    string Name,
    int Version,
    DateOnly Through,
    DateOnly OpensOn,
    DateOnly UnitDue,
    DateOnly AdministrationDue,
    DateOnly BoardDue,
    DateOnly RegionDue,
    string? DecidedBy,
    string DecidedByText,
    DateOnly? DecidedOn,
    ApprovalLevel Requires,
    bool CollectsOutcomes,
    bool CollectsUnitFigures,
    bool AsksForAnalysis,
    bool AsksForForecast,
    FollowUpState State,
    string StateText,
    DateTime? LockedAt,
    string Href)
{
    /// <summary>A follow-up as it was planned by an instant; null where it was not planned then.</summary>
    internal static PublishedFollowUp? Of(FollowUp followUp, OrganizationTree tree, DateOnly today, DateTimeOffset? asOf)
    {
        if (followUp.Versions.Latest(asOf) is not { Terms: var terms } version)
        {
            return null;
        }

        var locked = followUp.Locks.Latest(asOf);
        var state = locked is not null ? FollowUpState.Locked : today < terms.OpensOn ? FollowUpState.Planned : FollowUpState.Open;
        return new(
            followUp.Year,
            asOf?.UtcDateTime,
            followUp.Key,
            followUp.Kind,
            followUp.Number,
            terms.Name,
            version.Version,
            terms.Through,
            terms.OpensOn,
            terms.UnitDue,
            terms.AdministrationDue,
            terms.BoardDue,
            terms.RegionDue,
            tree.Find(terms.DecidedByUnitId)?.Unit.Key,
            FollowUpText.DecidedBy(terms.DecidedByUnitId, tree),
            terms.DecidedOn,
            terms.Requires,
            terms.CollectsOutcomes,
            terms.CollectsUnitFigures,
            terms.AsksForAnalysis,
            terms.AsksForForecast,
            state,
            FollowUpText.State(state),
            locked?.Recorded.At.UtcDateTime,
            $"{PageAddress.OfYear("/arshjul", followUp.Year, null)}#{followUp.Key}");
    }
}
