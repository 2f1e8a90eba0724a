using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Access;

/// <summary>What one user may do now. Read anew for every write, because a circuit outlives a role.</summary>
public sealed class Permissions(Guid userId, string name, IReadOnlyList<(Role Role, Guid UnitId)> roles)
{
    public Guid UserId => userId;

    /// <summary>The name that is recorded with what the user does.</summary>
    public string Name => name;

    public IReadOnlyList<(Role Role, Guid UnitId)> Roles => roles;

    public bool Has(Right right) => roles.Any(r => Rights.Of(r.Role).Contains(right));

    public bool MayWriteOutcomes => Has(Right.WriteOutcomes) || Has(Right.WriteAllOutcomes);

    /// <summary>Whether the user has a right that counts for the unit: held for it or for a unit above it in the tree.</summary>
    public bool Has(Right right, Guid unitId, OrganizationTree tree) =>
        roles.Any(r => Rights.Of(r.Role).Contains(right) && tree.IsSameOrBelow(unitId, r.UnitId));

    /// <summary>Whether the user may write the outcomes that the unit answers for.</summary>
    public bool MayWriteOutcomesOf(Guid unitId, OrganizationTree tree) => Has(Right.WriteAllOutcomes)
        || Has(Right.WriteOutcomes, unitId, tree);

    /// <summary>What the user may do with a unit's submission.</summary>
    /// <param name="unitId">The unit that reports.</param>
    /// <param name="chain">The approvals that are needed.</param>
    /// <param name="tree">The organisation as it stands today.</param>
    public SubmissionActor ActorFor(Guid unitId, IEnumerable<ApprovalStep> chain, OrganizationTree tree) => new(
        MayWriteOutcomesOf(unitId, tree),
        chain.Where(s => MayApprove(s, tree)).Select(s => s.Level).ToHashSet(),
        Has(Right.LockFollowUps))
    {
        MayEnterAmounts = Has(Right.WriteEconomy, unitId, tree),
    };

    /// <summary>Whether the user approves at a step.</summary>
    public bool MayApprove(ApprovalStep step, OrganizationTree tree) => step.Level switch
    {
        ApprovalLevel.Unit or ApprovalLevel.Administration => Has(Right.ApproveOutcomes, step.UnitId, tree),
        ApprovalLevel.Board => Has(Right.ApproveForBoard, step.UnitId, tree),
        ApprovalLevel.Region => Has(Right.LockFollowUps),
    };

    /// <summary>Signs what the user records.</summary>
    public Recording Sign(DateTimeOffset at, string? why = null) => new(at, name, userId, why);
}

/// <summary>The user may not do what was asked. The message is Swedish and shown as it stands.</summary>
public sealed class AccessRefused(string message) : Exception(message);
