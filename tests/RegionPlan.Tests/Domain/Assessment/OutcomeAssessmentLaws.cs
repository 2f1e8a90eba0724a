using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.Assessment;

/// <summary>What holds for every outcome and target, whatever the numbers.</summary>
public sealed class OutcomeAssessmentLaws
{
    [Fact]
    public void A_higher_outcome_never_gives_a_worse_status_when_high_is_good() =>
        Prop.ForAll(Cases(), c =>
        {
            var rule = Given.High(c.Decimals, c.Tolerance);
            return Rank(rule, c.Better, c.Target) >= Rank(rule, c.Worse, c.Target);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Low_is_good_is_the_mirror_of_high_is_good() =>
        Prop.ForAll(Cases(), c =>
            Status(Given.High(c.Decimals, c.Tolerance), c.Worse, c.Target) == Status(Given.Low(c.Decimals, c.Tolerance), -c.Worse, -c.Target))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void With_a_tolerance_of_its_own_a_measure_is_judged_by_the_distance_alone() =>
        Prop.ForAll(Cases(), c =>
        {
            var rule = Given.High(2, c.Tolerance ?? 1);
            return Status(rule, c.Worse, c.Target) == Status(rule, c.Worse + c.Shift, c.Target + c.Shift);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_meets_the_target_has_achieved_it() =>
        Prop.ForAll(Cases(), c =>
            Status(Given.High(c.Decimals, c.Tolerance), c.Target, c.Target) == OutcomeStatus.Achieved
            && Status(Given.Low(c.Decimals, c.Tolerance), c.Target, c.Target) == OutcomeStatus.Achieved)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_missing_outcome_is_never_achieved_partly_achieved_or_not_achieved() =>
        Prop.ForAll(Cases(), c =>
        {
            var rule = Given.High(c.Decimals, c.Tolerance);
            var older = Given.Value("2022", c.Better);
            var assessment = OutcomeAssessment.Of(rule, new Target.Value(c.Target), null, older, MissingReason.NotReported);
            return assessment.Status == OutcomeStatus.OutcomeMissing;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_reason_is_enough_to_redo_the_judgement() =>
        Prop.ForAll(Cases(), c =>
        {
            var assessment = OutcomeAssessment.Compare(Given.High(c.Decimals, c.Tolerance), c.Target, Given.Value("2024", c.Worse));
            var reason = (OutcomeReason.Compared)assessment.Reason;
            var redone = reason.Outcome >= reason.Target ? OutcomeStatus.Achieved
                : reason.Outcome >= reason.PartlyLimit ? OutcomeStatus.PartlyAchieved
                : OutcomeStatus.NotAchieved;
            return assessment.Status == redone && reason.Distance == reason.Outcome - reason.Target;
        }).QuickCheckThrowOnFailure();

    private static OutcomeStatus Status(JudgingRule rule, decimal outcome, decimal target) =>
        OutcomeAssessment.Compare(rule, target, Given.Value("2024", outcome)).Status;

    private static int Rank(JudgingRule rule, decimal outcome, decimal target) => Status(rule, outcome, target) switch
    {
        OutcomeStatus.Achieved => 2,
        OutcomeStatus.PartlyAchieved => 1,
        OutcomeStatus.NotAchieved => 0,
        OutcomeStatus.NoTarget or OutcomeStatus.OutcomeMissing => throw new InvalidOperationException("A compared outcome is always judged."),
    };

    /// <summary>Outcomes near their target, so that all three answers are common; hundredths, shown with none, one or two decimals.</summary>
    private static Arbitrary<Case> Cases() => Arb.From(
        from target in Gen.Choose(-12000, 12000)
        from first in Gen.Choose(-1500, 1500)
        from second in Gen.Choose(-1500, 1500)
        from decimals in Gen.Choose(0, 2)
        from tolerance in Gen.Choose(-1, 10)
        from shift in Gen.Choose(-20000, 20000)
        select new Case(
            target / 100m,
            (target + Math.Min(first, second)) / 100m,
            (target + Math.Max(first, second)) / 100m,
            decimals,
            tolerance < 0 ? null : tolerance,
            shift / 100m));

    private sealed record Case(decimal Target, decimal Worse, decimal Better, int Decimals, decimal? Tolerance, decimal Shift);
}
