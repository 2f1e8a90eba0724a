using System.Globalization;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Cascade;

/// <summary>The addresses that the chain of a year links to, all of them seen from the same time.</summary>
public sealed class ChainAddress(int year, string? asOf)
{
    private readonly string choice = PageLink.To("", year: year.ToString(CultureInfo.InvariantCulture), asOf: asOf);

    public static string AnchorOf(OverarchingGoal goal) => $"mal-{goal.Goal.Id}";

    public static string AnchorOf(CascadeGoal goal) => $"mal-{goal.Goal.Id}";

    public static string AnchorOf(CascadeActivity activity) => $"aktivitet-{activity.Activity.Id}";

    public string Chain => "/malkedja" + choice;

    public string Of(OverarchingGoal goal) => $"/mal/{goal.Goal.Order.ToString(CultureInfo.InvariantCulture)}{choice}";

    public string Of(CascadeGoal goal) => $"/malkedja/mal/{goal.Goal.Id}{choice}";

    public string Of(CascadeActivity activity) => $"/malkedja/aktivitet/{activity.Activity.Id}{choice}";

    public string Of(OrganizationUnit unit) => $"/styrkort/{unit.Key}{choice}";

    /// <summary>The page of a plan's measure; null for a unit's own, which is shown in its styrkort.</summary>
    public string? Of(FollowedSeries series) => series.Measure.PlanId is null ? null : $"/matt/{series.Measure.Code}{choice}";
}
