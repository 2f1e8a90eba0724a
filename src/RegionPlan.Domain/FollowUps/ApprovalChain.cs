using RegionPlan.Domain.Organization;

namespace RegionPlan.Domain.FollowUps;

/// <summary>One step on a figure's way up: a level and the unit that approves there.</summary>
public sealed record ApprovalStep(ApprovalLevel Level, Guid UnitId);

/// <summary>The steps of approval from a reporting unit up to the level that a follow-up requires.</summary>
public static class ApprovalChain
{
    /// <param name="tree">The organisation through the follow-up's period.</param>
    /// <param name="unitId">The unit that reports.</param>
    /// <param name="requires">The highest level that must approve.</param>
    /// <returns>The steps in order, at least one; a level that the unit has nobody at is passed over. Empty where the unit does not stand.</returns>
    public static IReadOnlyList<ApprovalStep> Of(OrganizationTree tree, Guid unitId, ApprovalLevel requires)
    {
        var path = tree.PathTo(unitId);
        if (path.Count == 0)
        {
            return [];
        }

        List<ApprovalStep> all = [];
        if (LevelOf(path[^1].Unit.Kind) == ApprovalLevel.Unit)
        {
            all.Add(new(ApprovalLevel.Unit, unitId));
        }

        foreach (var branch in path.Reverse())
        {
            if (LevelOf(branch.Unit.Kind) is var level and not ApprovalLevel.Unit)
            {
                all.Add(new(level, branch.Unit.Id));
            }
        }

        var wanted = all.FindAll(s => s.Level <= requires);
        return wanted.Count > 0 ? wanted : all.GetRange(0, 1);
    }

    /// <summary>The level that a kind of unit approves at.</summary>
    public static ApprovalLevel LevelOf(UnitKind kind) => kind switch
    {
        UnitKind.Region => ApprovalLevel.Region,
        UnitKind.Board => ApprovalLevel.Board,
        UnitKind.Administration => ApprovalLevel.Administration,
        UnitKind.Division or UnitKind.Department or UnitKind.Unit => ApprovalLevel.Unit,
    };
}
