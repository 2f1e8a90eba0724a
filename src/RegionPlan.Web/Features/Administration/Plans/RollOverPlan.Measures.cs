using System.Security.Claims;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>The measures of a plan in preparation: carried over, added, mapped and ended.</summary>
internal sealed partial class RollOverPlan
{
    /// <summary>Carries measures over and ends others; a plan without measures is in preparation from then.</summary>
    /// <inheritdoc cref="MapGoalsAsync"/>
    internal Task CarryAsync(ClaimsPrincipal principal, string planKey, string fromKey, IReadOnlyList<MeasureFate> fates, string? why) =>
        ChangePreparedAsync(principal, planKey, fromKey, why, (db, transition, recording) =>
        {
            BeginPreparing(transition, recording);
            db.Measures.AddRange(PlanRollover.Carry(transition.From, transition.To, transition.Lineage, transition.Measures, fates, recording));
        });

    /// <summary>Adds a measure that continues none.</summary>
    /// <inheritdoc cref="MapGoalsAsync"/>
    internal Task AddMeasureAsync(ClaimsPrincipal principal, string planKey, string fromKey, NewMeasure measure, string? why) =>
        ChangePreparedAsync(principal, planKey, fromKey, why, (db, transition, recording) =>
        {
            BeginPreparing(transition, recording);
            db.Measures.Add(PlanRollover.Add(transition.To, measure, transition.Measures, recording));
        });

    /// <summary>Says anew which measure one of the plan's own continues, and how.</summary>
    /// <param name="principal">Who maps.</param>
    /// <param name="planKey">The plan.</param>
    /// <param name="fromKey">The plan it takes over from.</param>
    /// <param name="code">The plan's own measure.</param>
    /// <param name="version">The mapping that was seen; 0 where there was none.</param>
    /// <param name="mapping">The earlier measure and how it goes on; null where the measure is new.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or another changed the same thing first.</exception>
    internal Task MapMeasureAsync(ClaimsPrincipal principal, string planKey, string fromKey, string code, int version, MeasureFate? mapping, string? why) =>
        ChangePreparedAsync(principal, planKey, fromKey, why, (_, transition, recording) =>
        {
            var own = transition.Own.FirstOrDefault(m => m.Code == code) ?? throw new RuleViolation("Måttet finns inte i planen. Gå tillbaka till övergången.");
            if ((own.Successions.Latest()?.Version ?? 0) != version)
            {
                throw new RuleViolation(PlanWriting.ChangedByAnother);
            }

            if (mapping is null)
            {
                own.BeginAnew(recording);
                return;
            }

            var earlier = transition.Earlier.FirstOrDefault(m => m.Id == mapping.MeasureId) ?? throw new RuleViolation("Det tidigare måttet finns inte. Välj ett annat.");
            Free(transition, earlier, own);
            own.Continue(earlier, mapping.Continuation ?? Continuation.Kept, mapping.BreakYear, mapping.Text, recording);
        });

    /// <summary>Ends an earlier measure, or leaves one of the plan's own out of it; or takes that back.</summary>
    /// <param name="principal">Who ends it.</param>
    /// <param name="planKey">The plan.</param>
    /// <param name="fromKey">The plan it takes over from.</param>
    /// <param name="measureId">The measure of either plan.</param>
    /// <param name="ends">False to take an ending back.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="AccessRefused">The user may not administrate the plan.</exception>
    /// <exception cref="RuleViolation">A rule is broken, or another changed the same thing first.</exception>
    internal Task EndAsync(ClaimsPrincipal principal, string planKey, string fromKey, Guid measureId, bool ends, string? why) =>
        ChangePreparedAsync(principal, planKey, fromKey, why, (_, transition, recording) =>
        {
            var measure = transition.Measures.FirstOrDefault(m => m.Id == measureId) ?? throw new RuleViolation("Måttet finns inte. Gå tillbaka till övergången.");
            if (ends && transition.ContinuedBy(measure) is { } continued)
            {
                throw new RuleViolation($"{measure.Code} fortsätter som {continued.Code}. Öppna {continued.Code} och låt det upphöra.");
            }

            if (!ends && transition.Predecessor(measure) is { } earlier)
            {
                Free(transition, earlier, measure);
            }

            measure.End(transition.To.Id, ends, recording);
        });

    /// <summary>An earlier measure goes on as one measure, and only where it does not end.</summary>
    private static void Free(PlanTransition transition, Measure earlier, Measure own)
    {
        if (transition.ContinuedBy(earlier) is { } other && other != own)
        {
            throw new RuleViolation($"{other.Code} fortsätter redan {earlier.Code}. Ändra det måttet först.");
        }

        if (earlier.EndingIn(transition.To.Id) is not null)
        {
            throw new RuleViolation($"{earlier.Code} upphör. Ta tillbaka det först, eller välj ett annat mått.");
        }
    }

    private static void BeginPreparing(PlanTransition transition, Recording recording)
    {
        if (transition.To.Standings.Count == 0)
        {
            transition.To.Stand(false, recording);
        }
    }
}
