using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Domain.Plans;

/// <summary>What becomes of a measure when the next plan takes over.</summary>
/// <param name="MeasureId">The measure of the earlier plan.</param>
/// <param name="Continuation">How it goes on; null where it ends with its plan.</param>
/// <param name="BreakYear">The first year measured the new way, where it is changed.</param>
/// <param name="Text">What changed, where it is changed.</param>
public sealed record MeasureFate(Guid MeasureId, Continuation? Continuation, int? BreakYear = null, string? Text = null);

/// <summary>Prepares a plan from the one before it: directions, measures and delmått are carried over, mapped to what they continue.</summary>
public static class PlanRollover
{
    /// <summary>
    /// Carries measures over to the goals that continue theirs. Targets are left out, since each plan decides its own. A measure that is
    /// there already is left as it is.
    /// </summary>
    /// <param name="from">The earlier plan.</param>
    /// <param name="to">The plan in preparation; its goals are mapped.</param>
    /// <param name="lineage">How goals continue, through plans between the two as well.</param>
    /// <param name="measures">The earlier plan's measures and those that the new one has.</param>
    /// <param name="fates">What becomes of each measure; those not named are left for later.</param>
    /// <param name="recorded">Who carries them over, and when.</param>
    /// <returns>The new measures.</returns>
    /// <exception cref="RuleViolation">No goal of the plan continues the measure's goal, or a change is not described.</exception>
    public static IReadOnlyList<Measure> Carry(
        Plan from, Plan to, GoalLineage lineage, IReadOnlyList<Measure> measures, IReadOnlyList<MeasureFate> fates, Recording recorded)
    {
        List<Measure> carried = [];
        foreach (var (old, fate) in measures.Where(m => m.PlanId == from.Id).OrderBy(m => m.GoalId).ThenBy(m => m.Order)
            .Join(fates, m => m.Id, f => f.MeasureId, (m, f) => (m, f)))
        {
            if (fate.Continuation is not { } continuation || measures.Concat(carried).Any(m => m.PlanId == to.Id && Continues(m, old)))
            {
                continue;
            }

            var oldGoal = from.Goals.Single(g => g.Id == old.GoalId);
            var goal = to.Goals.OrderBy(g => g.Order).FirstOrDefault(g => lineage.FirstOf(g.Id) == lineage.FirstOf(oldGoal.Id))
                ?? throw new RuleViolation($"Inget mål i {to.Key} fortsätter mål {oldGoal.Order}. Koppla målen först, eller låt {old.Code} upphöra.");
            var direction = Direction(goal, oldGoal.Directions.Single(d => d.Id == old.DirectionId), to.FirstDay, recorded);
            var order = measures.Concat(carried).Where(m => m.GoalId == goal.Id).Select(m => m.Order).DefaultIfEmpty().Max() + 1;
            var measure = new Measure(to, goal, direction, order);
            measure.Define(old.Definitions.Current(to.FirstDay)!.Terms, to.FirstDay, recorded);
            foreach (var series in old.Series.OrderBy(s => s.Order))
            {
                measure.AddSeries(series.Key, series.Definitions.Current(to.FirstDay)!.Terms, to.FirstDay, recorded);
            }

            measure.Continue(old, continuation, fate.BreakYear, fate.Text, recorded);
            carried.Add(measure);
        }

        return carried;
    }

    private static bool Continues(Measure measure, Measure old) => measure.Successions.Latest()?.PredecessorId == old.Id;

    /// <summary>The direction of the same name; carried over where the goal does not have it.</summary>
    private static Direction Direction(Goal goal, Direction old, DateOnly holdsFrom, Recording recorded)
    {
        var name = old.Wordings.Current(holdsFrom)!.Name;
        return goal.Directions.FirstOrDefault(d => d.Wordings.Latest()?.Name == name)
            ?? goal.AddDirection(goal.Directions.Select(d => d.Order).DefaultIfEmpty().Max() + 1, name, holdsFrom, recorded);
    }
}
