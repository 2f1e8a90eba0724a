using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Reporting;

/// <summary>What there is to choose between, and what is chosen.</summary>
/// <param name="FollowUps">The follow-ups that collect something, newest year first.</param>
/// <param name="Units">The units that report to the chosen one and that the user may hand in for.</param>
/// <param name="FollowUp">The chosen follow-up; null where there is none.</param>
/// <param name="Unit">The chosen unit; null where the user hands in for none.</param>
/// <param name="Notice">Why something else is shown than the address asks for.</param>
public sealed record ReportChoice(
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<OrganizationTree.Branch> Units, FollowUp? FollowUp, OrganizationTree.Branch? Unit, string? Notice);
