using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>Which units' figures a sum should be made of.</summary>
public static class ExpectedReporters
{
    /// <param name="tree">The organisation through the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="before">The series' earlier entries of periods of the same length.</param>
    /// <param name="followers">The units whose styrkort of the year follow the series.</param>
    /// <returns>The followers, and those that reported the year before or earlier in the year, where they stand through the period.</returns>
    public static IReadOnlySet<Guid> Of(OrganizationTree tree, Period period, IEnumerable<OutcomeEntry> before, IEnumerable<Guid> followers) =>
        followers.Concat(before.Where(e => e.Period.Year == period.Year - 1 || e.Period.Year == period.Year).Select(e => e.UnitId))
            .Where(id => tree.Find(id) is { ClosedFrom: null, Unit.Kind: not UnitKind.Region }).ToHashSet();
}
