using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Domain.Plans;

/// <summary>What becomes of a measure when the next plan takes over.</summary>
/// <param name="MeasureId">The measure of the earlier plan.</param>
/// <param name="Continuation">How it goes on; null where it ends with its plan.</param>
/// <param name="BreakYear">The first year measured the new way, where it is changed.</param>
/// <param name="Text">What changed, where it is changed; why, where it ends.</param>
public sealed record MeasureFate(Guid MeasureId, Continuation? Continuation, int? BreakYear = null, string? Text = null);

/// <summary>A measure that no earlier plan has.</summary>
/// <param name="GoalId">The plan's goal that it measures.</param>
/// <param name="Direction">The name of the långsiktig inriktning that it stands under; one that the goal does not have is added.</param>
/// <param name="Terms">Its definition.</param>
/// <param name="SeriesNames">The names of its delmått; empty where it has none.</param>
public sealed record NewMeasure(Guid GoalId, string? Direction, MeasureTerms Terms, IReadOnlyList<string> SeriesNames);

/// <summary>Prepares a plan from the one before it: goals, directions, measures and delmått are carried over, mapped to what they continue.</summary>
public static class PlanRollover
{
    /// <summary>A plan in preparation.</summary>
    /// <param name="from">The plan that it follows.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="years">Its first and last year.</param>
    /// <param name="takesOverGoals">Whether it begins with the goals of the earlier plan, each continuing its own; they are written afterwards if not.</param>
    /// <param name="perspectives">All perspectives.</param>
    /// <param name="recorded">Who prepares it, and when.</param>
    /// <exception cref="RuleViolation">The years are in the wrong order, or it does not begin after the plan that it follows.</exception>
    public static Plan Prepare(
        Plan from, string name, (int First, int Last) years, bool takesOverGoals, IReadOnlyList<Perspective> perspectives, Recording recorded)
    {
        if (years.First <= from.FirstYear)
        {
            throw new RuleViolation($"Planen ska börja efter {from.FirstYear}, då planen före börjar. Ändra första året eller vilken plan den följer på.");
        }

        var plan = new Plan(Plan.KeyOf(years.First, years.Last), years.First, years.Last);
        plan.Word(name, null, plan.FirstDay, recorded);
        plan.Stand(false, recorded);
        foreach (var earlier in takesOverGoals ? from.Goals.OrderBy(g => g.Order) : Enumerable.Empty<Goal>())
        {
            var wording = earlier.Wordings.Current(plan.FirstDay)!;
            plan.AddGoal(earlier.Order, perspectives.Single(p => p.Id == earlier.PerspectiveId), wording.Name, wording.Text, recorded)
                .Continue(earlier, recorded);
        }

        return plan;
    }

    /// <summary>
    /// Carries measures over to the goals that continue theirs, and ends those that end. Targets are left out, since each plan decides its
    /// own. A measure that is there already is left as it is.
    /// </summary>
    /// <param name="from">The earlier plan.</param>
    /// <param name="to">The plan in preparation; its goals are mapped.</param>
    /// <param name="lineage">How goals continue, through plans between the two as well.</param>
    /// <param name="measures">The earlier plan's measures and those that the new one has.</param>
    /// <param name="fates">What becomes of each measure; those not named are left for later.</param>
    /// <param name="recorded">Who carries them over, and when.</param>
    /// <returns>The new measures.</returns>
    /// <exception cref="RuleViolation">No goal of the plan continues the measure's goal, or a change or an ending is not described.</exception>
    public static IReadOnlyList<Measure> Carry(
        Plan from, Plan to, GoalLineage lineage, IReadOnlyList<Measure> measures, IReadOnlyList<MeasureFate> fates, Recording recorded)
    {
        List<Measure> carried = [];
        foreach (var (old, fate) in measures.Where(m => m.PlanId == from.Id).OrderBy(m => m.GoalId).ThenBy(m => m.Order)
            .Join(fates, m => m.Id, f => f.MeasureId, (m, f) => (m, f)))
        {
            if (measures.Concat(carried).Any(m => m.PlanId == to.Id && m.PredecessorId() == old.Id))
            {
                continue;
            }

            if (fate.Continuation is not { } continuation)
            {
                old.End(to.Id, true, new(recorded.At, recorded.By, recorded.UserId, fate.Text));
                continue;
            }

            carried.Add(Carry(from, to, lineage, [.. measures, .. carried], old, recorded));
            Continue(carried[^1], old, continuation, fate, recorded);
        }

        return carried;
    }

    /// <summary>Adds a measure that continues none.</summary>
    /// <param name="to">The plan in preparation.</param>
    /// <param name="added">The measure.</param>
    /// <param name="measures">The measures that the plan has, those left out among them, so that no code is used twice.</param>
    /// <param name="recorded">Who adds it, when and why.</param>
    /// <exception cref="RuleViolation">The goal is not the plan's, the direction is missing, or the terms are not valid.</exception>
    public static Measure Add(Plan to, NewMeasure added, IReadOnlyList<Measure> measures, Recording recorded)
    {
        var goal = to.Goals.FirstOrDefault(g => g.Id == added.GoalId) ?? throw new RuleViolation("Målet finns inte i planen. Välj ett av planens mål.");
        if (string.IsNullOrWhiteSpace(added.Direction))
        {
            throw new RuleViolation("Skriv vad den nya långsiktiga inriktningen heter, eller välj en som finns.");
        }

        var measure = new Measure(to, goal, Direction(goal, added.Direction.Trim(), to.FirstDay, recorded), NextOrder(measures, goal));
        measure.Define(added.Terms, to.FirstDay, recorded);
        foreach (var name in added.SeriesNames)
        {
            measure.AddSeries(MeasureSeries.KeyOf(name), new() { Name = name }, to.FirstDay, recorded);
        }

        if (added.SeriesNames.Count == 0)
        {
            measure.AddSeries(MeasureSeries.TotalKey, new(), to.FirstDay, recorded);
        }

        measure.BeginAnew(recorded);
        return measure;
    }

    private static Measure Carry(Plan from, Plan to, GoalLineage lineage, IReadOnlyList<Measure> measures, Measure old, Recording recorded)
    {
        if (old.EndingIn(to.Id) is not null)
        {
            throw new RuleViolation($"{old.Code} upphör. Ta tillbaka det innan måttet förs över.");
        }

        var oldGoal = from.Goals.Single(g => g.Id == old.GoalId);
        var goal = to.Goals.OrderBy(g => g.Order).FirstOrDefault(g => lineage.FirstOf(g.Id) == lineage.FirstOf(oldGoal.Id))
            ?? throw new RuleViolation($"Inget mål i {to.Key} fortsätter mål {oldGoal.Order}. Koppla målen först, eller låt {old.Code} upphöra.");
        var name = oldGoal.Directions.Single(d => d.Id == old.DirectionId).Wordings.Current(to.FirstDay)!.Name;
        var measure = new Measure(to, goal, Direction(goal, name, to.FirstDay, recorded), NextOrder(measures, goal));
        measure.Define(old.Definitions.Current(to.FirstDay)!.Terms, to.FirstDay, recorded);
        foreach (var series in old.Series.OrderBy(s => s.Order))
        {
            measure.AddSeries(series.Key, series.Definitions.Current(to.FirstDay)!.Terms, to.FirstDay, recorded);
        }

        return measure;
    }

    /// <summary>Maps one of many measures; what is wrong is told with the code that the user knows it by.</summary>
    private static void Continue(Measure carried, Measure old, Continuation continuation, MeasureFate fate, Recording recorded)
    {
        try
        {
            carried.Continue(old, continuation, fate.BreakYear, fate.Text, recorded);
        }
        catch (RuleViolation violation)
        {
            throw new RuleViolation($"{old.Code}: {violation.Message}");
        }
    }

    /// <summary>A code is never used twice in a plan.</summary>
    private static int NextOrder(IReadOnlyList<Measure> measures, Goal goal) =>
        measures.Where(m => m.GoalId == goal.Id).Select(m => m.Order).DefaultIfEmpty().Max() + 1;

    /// <summary>The direction of the same name; added where the goal does not have it.</summary>
    private static Direction Direction(Goal goal, string name, DateOnly holdsFrom, Recording recorded) =>
        goal.Directions.FirstOrDefault(d => d.Wordings.Latest()?.Name == name)
            ?? goal.AddDirection(goal.Directions.Select(d => d.Order).DefaultIfEmpty().Max() + 1, name, holdsFrom, recorded);
}
