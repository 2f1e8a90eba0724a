using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Economy;

/// <summary>A plan's budget as the page shows it, seen from one of its years.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="PlanName">What it is called.</param>
/// <param name="Plans">The plans that have a budget, oldest first.</param>
/// <param name="Years">Every year of the plan.</param>
/// <param name="Chosen">The year to look at.</param>
/// <param name="Forecasts">Published helårsprognoser of the plan's years, the latest first.</param>
/// <param name="Units">All units.</param>
/// <param name="MeasureTarget">The year's målvärde for the measure of the result; null where there is none.</param>
public sealed record PlanBudget(
    Plan Plan,
    string PlanName,
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<BudgetYear> Years,
    BudgetYear Chosen,
    IReadOnlyList<ToldForecast> Forecasts,
    IReadOnlyDictionary<Guid, OrganizationUnit> Units,
    MeasureTarget? MeasureTarget)
{
    /// <summary>The chosen year's outcome and forecasts.</summary>
    public required PeriodTelling Told { get; init; }

    /// <summary>What a unit is called at the end of the chosen year.</summary>
    internal string NameOf(Guid unitId) => Units[unitId].On(new(Chosen.Year, 12, 31))?.Name ?? Units[unitId].Key;
}

/// <summary>A published helårsprognos.</summary>
/// <param name="Forecast">The forecast.</param>
/// <param name="FollowUp">The periodrapport through the same month; null where the year has none.</param>
public sealed record ToldForecast(ResultForecast Forecast, FollowUp? FollowUp);

/// <summary>A målvärde of the measure that follows the result.</summary>
public sealed record MeasureTarget(string Code, MeasureTerms Terms, Target Target);

/// <summary>A month that something is recorded through.</summary>
/// <param name="Through">The month.</param>
/// <param name="FollowUp">The follow-up that it was collected to; null where the year has none through the month.</param>
/// <param name="Forecast">The forecast of årets resultat, derived from the posts'; that of the whole year's outcome where the year is over.</param>
public sealed record ToldMonth(Period Through, FollowUp? FollowUp, PeriodSum Forecast);

/// <summary>A year's outcome and forecasts, seen through one of its months.</summary>
/// <param name="Months">The months that something is recorded through, in order.</param>
/// <param name="Chosen">The year through the chosen month; null where nothing is recorded.</param>
/// <param name="FollowUp">The chosen month's follow-up; null where there is none.</param>
public sealed record PeriodTelling(IReadOnlyList<ToldMonth> Months, EconomyPeriod? Chosen, FollowUp? FollowUp);
