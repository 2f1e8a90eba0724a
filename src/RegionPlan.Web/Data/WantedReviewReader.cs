using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Data;

/// <summary>The assessments of goals that a follow-up wants of a board and that are not handed over.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Unit">The nämnd, or the region.</param>
/// <param name="Goals">The goals that are left, each with whether a draft is begun.</param>
/// <param name="Day">The board's last day.</param>
public sealed record WantedReview(FollowUp FollowUp, OrganizationTree.Branch Unit, IReadOnlyList<(AssessedGoal Goal, bool IsBegun)> Goals, DateOnly Day);

/// <summary>Reads which assessments of goals (bedömningar) are wanted, and knows who writes them.</summary>
public sealed class WantedReviewReader(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <summary>The follow-ups whose goals are assessed: verksamhetsberättelser, delårsrapporter and the årsredovisning; the others are about the economy.</summary>
    public static bool IsAssessed(FollowUp followUp) => followUp.Terms.Collects && followUp.Kind switch
    {
        FollowUpKind.ActivityReport or FollowUpKind.InterimReport or FollowUpKind.AnnualReport => true,
        FollowUpKind.PeriodReport or FollowUpKind.ProgressReport => false,
    };

    /// <summary>Those who assess: the nämnder that have units below them, and the region.</summary>
    public static IReadOnlyList<OrganizationTree.Branch> BoardsOf(OrganizationTree tree) => tree.Root is { } root
        ? [.. tree.ChildrenOf(root.Unit.Id).Where(b => b.Unit.Kind == UnitKind.Board && tree.ChildrenOf(b.Unit.Id).Any()), root]
        : [];

    /// <summary>The nämnd's secretary writes for the nämnd; regionstaben for every nämnd and for the region.</summary>
    public static bool MayWrite(Permissions user, OrganizationUnit unit, OrganizationTree today) =>
        user.Has(Right.OverrideGoalStatus) || (unit.Kind == UnitKind.Board && user.Has(Right.ApproveForBoard, unit.Id, today));

    /// <summary>The goal judged by the series that units below a board answer for, for the region by all.</summary>
    internal static GoalAssessment ComputedOf(AssessedGoal goal, OrganizationTree.Branch board, OrganizationTree tree, AssessedPlan plan) => GoalAssessment.Of(
        goal.Series
            .Where(s => board.Unit.Kind == UnitKind.Region || tree.IsSameOrBelow(s.MeasureTerms.ResponsibleUnitId, board.Unit.Id))
            .Select(s => s.Assessment.Status),
        plan.Plan.Thresholds);

    /// <summary>Whether the user writes for any board at all.</summary>
    public static bool MayWriteAny(Permissions user) => user.Has(Right.OverrideGoalStatus) || user.Has(Right.ApproveForBoard);

    /// <summary>What the open follow-ups want that the user writes and nobody has handed over, by the last day.</summary>
    public async Task<IReadOnlyList<WantedReview>> ReadAsync(Permissions user, CancellationToken cancellation = default)
    {
        if (!MayWriteAny(user))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var open = (await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync(cancellation))
            .FindAll(f => IsAssessed(f) && f.On(plans.Today) == FollowUpState.Open);
        var ids = open.ConvertAll(f => f.Id);
        var written = (await db.GoalReviews.AsNoTracking().Where(r => ids.Contains(r.FollowUpId))
            .Select(r => new { r.FollowUpId, r.UnitId, r.GoalId, r.IsHandedOver }).ToListAsync(cancellation)).ToLookup(r => (r.FollowUpId, r.UnitId, r.GoalId), r => r.IsHandedOver);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(cancellation);
        var today = new OrganizationTree(units, plans.Today);
        List<WantedReview> wanted = [];
        foreach (var year in open.GroupBy(f => f.Year))
        {
            var goals = (await plans.ReadAsync(new(Year: year.Key), cancellation)).Plan?.Goals ?? [];
            wanted.AddRange(
                from followUp in year
                from board in BoardsOf(FollowUpYear.TreeOf(followUp, units))
                where MayWrite(user, board.Unit, today)
                let left = goals.Select(g => (Goal: g, Versions: written[(followUp.Id, board.Unit.Id, g.Goal.Id)].ToList())).Where(g => !g.Versions.Contains(true)).ToList()
                where left.Count > 0
                select new WantedReview(followUp, board, [.. left.Select(g => (g.Goal, g.Versions.Count > 0))], DueOf(followUp, board.Unit)));
        }

        return [.. wanted.OrderBy(w => w.Day)];
    }

    private static DateOnly DueOf(FollowUp followUp, OrganizationUnit unit) => followUp.Terms.DueFor(ApprovalChain.LevelOf(unit.Kind));
}
