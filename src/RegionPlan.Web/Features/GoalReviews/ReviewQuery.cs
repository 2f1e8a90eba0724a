using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.GoalReviews;

/// <summary>One board's assessment of one goal, as the asker may see it.</summary>
/// <param name="Unit">The nämnd, or the region.</param>
/// <param name="Computed">What the figures that the board answers for, to the follow-up's last day, give now; for the region all of the goal's.</param>
/// <param name="Shown">The latest version that the asker may read; null where there is none.</param>
/// <param name="Latest">The version of the latest, read or not; 0 where there is none.</param>
/// <param name="MayWrite">Whether the asker writes it.</param>
internal sealed record BoardReview(OrganizationTree.Branch Unit, GoalAssessment Computed, GoalReview? Shown, int Latest, bool MayWrite)
{
    internal string Name => Unit.Unit.Kind == UnitKind.Region ? "Hela regionen" : Unit.Name;
}

/// <summary>A goal with every board's assessment.</summary>
internal sealed record ReviewedGoal(AssessedGoal Goal, IReadOnlyList<BoardReview> Boards);

/// <summary>The assessments of a follow-up.</summary>
/// <param name="FollowUp">The follow-up; null where none is set up.</param>
/// <param name="FollowUps">Those that can be chosen, the latest first.</param>
/// <param name="Goals">The goals of its year's plan.</param>
internal sealed record ReviewReading(FollowUp? FollowUp, IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<ReviewedGoal> Goals)
{
    internal (ReviewedGoal Goal, BoardReview Board)? Find(string? order, string? unitKey) =>
        Goals.FirstOrDefault(g => g.Goal.Goal.Order.ToString(System.Globalization.CultureInfo.InvariantCulture) == order) is { } goal
        && goal.Boards.FirstOrDefault(b => b.Unit.Unit.Key == unitKey) is { } board ? (goal, board) : null;
}

/// <summary>Reads what the boards say of the goals in a follow-up.</summary>
internal sealed class ReviewQuery(IDbContextFactory<RegionPlanDb> databases, PlanReader plans)
{
    /// <param name="key">The follow-up's key; the latest that has opened where it is not given.</param>
    /// <param name="asker">Who asks; null for an anonymous visitor.</param>
    internal async Task<ReviewReading> ReadAsync(string? key, Permissions? asker)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = (await db.FollowUps.AsNoTracking().Include(f => f.Versions).Include(f => f.Locks).ToListAsync())
            .Where(f => WantedReviewReader.IsAssessed(f) && f.Terms.OpensOn <= plans.Today)
            .OrderByDescending(f => f.Terms.Through).ThenByDescending(f => f.Terms.RegionDue).ThenBy(f => f.Kind).ToList();
        var followUp = key is null ? all.FirstOrDefault() : all.Find(f => f.Key == key);
        if (followUp is null || (await plans.ReadAsync(new(Year: followUp.Year, Through: followUp.Terms.Through))).Plan is not { } plan)
        {
            return new(followUp, all, []);
        }

        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var tree = FollowUpYear.TreeOf(followUp, units);
        var today = new OrganizationTree(units, plans.Today);
        var reviews = (await db.GoalReviews.AsNoTracking().Where(r => r.FollowUpId == followUp.Id).ToListAsync()).ToLookup(r => (r.GoalId, r.UnitId));
        var boards = WantedReviewReader.BoardsOf(tree);
        return new(followUp, all, [.. plan.Goals.Select(goal => new ReviewedGoal(goal, [.. boards.Select(board => Of(goal, board))]))]);

        BoardReview Of(AssessedGoal goal, OrganizationTree.Branch board)
        {
            var mayWrite = asker is not null && WantedReviewReader.MayWrite(asker, board.Unit, today);
            var versions = reviews[(goal.Goal.Id, board.Unit.Id)].ToList();
            var maySeeDrafts = mayWrite || asker?.Has(Right.ReadDrafts) == true;
            return new(
                board,
                WantedReviewReader.ComputedOf(goal, board, tree, plan),
                versions.Where(r => r.IsHandedOver || maySeeDrafts).Latest(),
                versions.NextVersion() - 1,
                mayWrite);
        }
    }
}
