using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Assessment;

namespace RegionPlan.Tests.Domain.Assessment;

/// <summary>What holds for every goal, however its series stand.</summary>
public sealed class GoalAssessmentLaws
{
    [Fact]
    public void Achieving_a_missing_outcome_never_lowers_a_goal_that_is_judged() =>
        Prop.ForAll(Goals(), goal =>
        {
            if (goal.IndexOf(OutcomeStatus.OutcomeMissing) is var at and >= 0)
            {
                var after = goal.ToList();
                after[at] = OutcomeStatus.Achieved;
                return Rank(Judge(goal)) is not { } before || Rank(Judge(after)) >= before;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_outcome_never_lowers_a_goal() =>
        Prop.ForAll(Goals(), goal =>
        {
            if (goal.IndexOf(OutcomeStatus.NotAchieved) is var at and >= 0)
            {
                var after = goal.ToList();
                after[at] = OutcomeStatus.PartlyAchieved;
                return Rank(Judge(goal)) is not { } before || Rank(Judge(after)) >= before;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_achieved_goal_stays_achieved_when_every_missing_outcome_turns_out_bad() =>
        Prop.ForAll(Goals(), goal =>
        {
            var worst = goal.Select(s => s == OutcomeStatus.OutcomeMissing ? OutcomeStatus.NotAchieved : s).ToList();
            return Judge(goal).Status != GoalStatus.Achieved || Judge(worst).Status == GoalStatus.Achieved;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_goal_is_judged_only_where_more_than_half_of_its_targeted_series_have_an_outcome() =>
        Prop.ForAll(Goals(), goal =>
        {
            var (withOutcome, targeted) = (goal.Count(HasOutcome), goal.Count(s => s != OutcomeStatus.NoTarget));
            return Rank(Judge(goal)) is not null == withOutcome * 2 > targeted;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_series_is_counted_once() =>
        Prop.ForAll(Goals(), goal =>
        {
            var counts = Judge(goal).Counts;
            return counts.Achieved + counts.PartlyAchieved + counts.NotAchieved + counts.OutcomeMissing + counts.NoTarget == goal.Count
                && counts.Targeted + counts.NoTarget == goal.Count
                && counts.WithOutcome + counts.OutcomeMissing == counts.Targeted
                && counts.WithOutcome == goal.Count(HasOutcome);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_series_does_not_matter() =>
        Prop.ForAll(Goals(), goal => Judge(goal) == Judge([.. goal.OrderBy(s => s)]) && Judge(goal) == Judge([.. goal.AsEnumerable().Reverse()]))
            .QuickCheckThrowOnFailure();

    private static GoalAssessment Judge(IReadOnlyList<OutcomeStatus> statuses) => GoalAssessment.Of(statuses, GoalThresholds.Default);

    private static bool HasOutcome(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Achieved or OutcomeStatus.PartlyAchieved or OutcomeStatus.NotAchieved => true,
        OutcomeStatus.NoTarget or OutcomeStatus.OutcomeMissing => false,
    };

    /// <summary>Null where the goal is not judged.</summary>
    private static int? Rank(GoalAssessment assessment) => assessment.Status switch
    {
        GoalStatus.Achieved => 2,
        GoalStatus.PartlyAchieved => 1,
        GoalStatus.NotAchieved => 0,
        GoalStatus.InsufficientBasis or GoalStatus.NotAssessed => null,
    };

    /// <summary>Up to twelve series; good ones are more common than others, so that every status of a goal is met.</summary>
    private static Arbitrary<List<OutcomeStatus>> Goals() => Arb.From(
        from size in Gen.Choose(0, 12)
        from statuses in Gen.ArrayOf(
            Gen.Elements(
                OutcomeStatus.Achieved,
                OutcomeStatus.Achieved,
                OutcomeStatus.Achieved,
                OutcomeStatus.PartlyAchieved,
                OutcomeStatus.NotAchieved,
                OutcomeStatus.OutcomeMissing,
                OutcomeStatus.NoTarget),
            size)
        select statuses.ToList());
}
