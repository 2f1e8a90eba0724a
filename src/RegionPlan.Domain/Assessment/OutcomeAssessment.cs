using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Assessment;

/// <summary>Utfallsstatus: how the latest outcome of a year stands to that year's short-term target.</summary>
public enum OutcomeStatus
{
    Achieved,
    PartlyAchieved,
    NotAchieved,

    /// <summary>Ej målsatt.</summary>
    NoTarget,

    /// <summary>Utfall saknas: a target but no outcome in the year.</summary>
    OutcomeMissing,
}

/// <summary>Why a targeted series has no outcome in the year.</summary>
public enum MissingReason
{
    /// <summary>The year is not over.</summary>
    NotDueYet,

    /// <summary>The year is over and nothing has been reported.</summary>
    NotReported,

    /// <summary>The series is no longer measured.</summary>
    MeasuringEnded,

    /// <summary>Some units have reported their part of a sum and others that should have not.</summary>
    UnitsMissing,
}

/// <summary>A value with the period it is about.</summary>
/// <param name="Period">The period.</param>
/// <param name="Amount">The value.</param>
/// <param name="IsExample">Invented for demonstration.</param>
public sealed record PeriodValue(Period Period, decimal Amount, bool IsExample = false);

/// <summary>Why an outcome has its status: the inputs and limits of the rule, as data.</summary>
public abstract record OutcomeReason
{
    private OutcomeReason()
    {
    }

    /// <summary>An outcome was compared with a target; values are as shown, at the measure's decimals.</summary>
    /// <param name="Period">The outcome's period.</param>
    /// <param name="Outcome">The outcome as shown.</param>
    /// <param name="Target">The target as shown.</param>
    /// <param name="Desired">Which way is good.</param>
    /// <param name="Tolerance">How far from the target is partly achieved.</param>
    /// <param name="ToleranceOrigin">Where the tolerance comes from.</param>
    /// <param name="PartlyLimit">The worst value that is partly achieved.</param>
    /// <param name="Distance">Outcome minus target.</param>
    public sealed record Compared(
        Period Period,
        decimal Outcome,
        decimal Target,
        DesiredDirection Desired,
        decimal Tolerance,
        ToleranceOrigin ToleranceOrigin,
        decimal PartlyLimit,
        decimal Distance) : OutcomeReason
    {
        /// <summary>
        /// How far the outcome is on the wrong side of the target, as a share of the target's size (of 1 where the target is 0); 1 for a
        /// yes/no that is not as wanted.
        /// </summary>
        public decimal RelativeShortfall
        {
            get
            {
                var shortfall = Desired switch
                {
                    DesiredDirection.High => -Distance,
                    DesiredDirection.Low => Distance,
                    DesiredDirection.Yes => Math.Abs(Distance),
                };
                return Math.Max(0, shortfall) / (Target == 0 ? 1 : Math.Abs(Target));
            }
        }
    }

    /// <summary>There is no target; the outcome of the year, if any, stands uncoloured.</summary>
    public sealed record WithoutTarget(NoTargetReason Reason, PeriodValue? Outcome) : OutcomeReason;

    /// <summary>There is a target but no outcome in the year; the latest older one stands uncoloured.</summary>
    public sealed record WithoutOutcome(MissingReason Reason, decimal Target, PeriodValue? LatestOlder) : OutcomeReason;
}

/// <summary>The status of one series in one year, with its reason. A pure function of what it is given.</summary>
public sealed record OutcomeAssessment(OutcomeStatus Status, OutcomeReason Reason)
{
    /// <summary>Judges a series.</summary>
    /// <param name="rule">The measure's rule.</param>
    /// <param name="target">The year's short-term target; null where nothing is known of one.</param>
    /// <param name="outcome">The latest outcome whose period lies in the year.</param>
    /// <param name="latestOlder">The latest outcome before the year, told where the year has none.</param>
    /// <param name="missing">Why the outcome is missing, if it is.</param>
    public static OutcomeAssessment Of(JudgingRule rule, Target? target, PeriodValue? outcome, PeriodValue? latestOlder, MissingReason missing) =>
        target switch
        {
            Target.Value { Amount: var amount } => outcome is null
                ? new(OutcomeStatus.OutcomeMissing, new OutcomeReason.WithoutOutcome(missing, amount, latestOlder))
                : Compare(rule, amount, outcome),
            Target.None { Reason: var reason } => new(OutcomeStatus.NoTarget, new OutcomeReason.WithoutTarget(reason, outcome)),
            Target.Words => throw new RuleViolation("Ett kortsiktigt målvärde i ord kan inte bedömas."),
            null => new(OutcomeStatus.NoTarget, new OutcomeReason.WithoutTarget(NoTargetReason.MissingInSource, outcome)),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target, null),
        };

    /// <summary>Compares one outcome with one target.</summary>
    public static OutcomeAssessment Compare(JudgingRule rule, decimal target, PeriodValue outcome)
    {
        var shown = rule.Shown(outcome.Amount);
        var judgedTarget = rule.Shown(target);
        var (tolerance, origin) = rule.ToleranceFor(judgedTarget);
        var (limit, status) = rule.Desired switch
        {
            DesiredDirection.High => (judgedTarget - tolerance, Grade(shown >= judgedTarget, shown >= judgedTarget - tolerance)),
            DesiredDirection.Low => (judgedTarget + tolerance, Grade(shown <= judgedTarget, shown <= judgedTarget + tolerance)),
            DesiredDirection.Yes => (judgedTarget, Grade(shown == judgedTarget, partly: false)),
        };
        return new(
            status,
            new OutcomeReason.Compared(outcome.Period, shown, judgedTarget, rule.Desired, tolerance, origin, limit, shown - judgedTarget));
    }

    private static OutcomeStatus Grade(bool achieved, bool partly) =>
        achieved ? OutcomeStatus.Achieved : partly ? OutcomeStatus.PartlyAchieved : OutcomeStatus.NotAchieved;
}
