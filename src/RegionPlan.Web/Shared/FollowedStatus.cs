using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Shared;

/// <summary>How a unit's figure stands to the målvärde of its styrkort: the one judgement that the styrkort and the unit's page of the measure show.</summary>
public static class FollowedStatus
{
    /// <param name="wanted">The measure as the styrkort follows it.</param>
    /// <param name="terms">The measure's terms that hold for the styrkort's year.</param>
    /// <param name="latest">The unit's latest figure of the year; null where it shows none.</param>
    /// <param name="missing">Why there is none, if there is none.</param>
    public static OutcomeAssessment Of(ScorecardMeasure wanted, MeasureTerms terms, PeriodValue? latest, MissingReason missing = MissingReason.NotReported)
    {
        Target target = ScorecardCheck.Amount(wanted, terms) is { } amount ? new Target.Value(amount) : new Target.None(NoTargetReason.NotDecided);
        return OutcomeAssessment.Of(JudgingRule.Of(terms), target, latest, null, missing);
    }
}
