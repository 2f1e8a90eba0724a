using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Web.Features.Collection;

/// <summary>Reads how far a follow-up has come, for those who may see drafts or lock.</summary>
public sealed class CollectionQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, FollowUpReader reader)
{
    /// <summary>Whether a user may see who has handed in and who has not.</summary>
    public static bool MayRead(Permissions? user) => user?.Has(Right.ReadDrafts) == true || user?.Has(Right.LockFollowUps) == true;

    /// <param name="principal">Who asks.</param>
    /// <param name="key">The follow-up's key; the one that is collected now where it is not given.</param>
    /// <param name="year">The year, where no key is given.</param>
    /// <returns>Null where there is no such follow-up, and where the reader may not see it.</returns>
    public async Task<Collection?> ReadAsync(ClaimsPrincipal? principal, string? key, int? year)
    {
        if (await permissions.OfAsync(principal) is not { } user || !MayRead(user))
        {
            return null;
        }

        var reading = await reader.ReadAsync(key is null ? year : YearOf(key));
        var read = reading.FollowUps;
        if ((key is null ? CollectedNow(read) : read.Find(key)) is not { } followUp)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var reminders = await db.Reminders.AsNoTracking().Where(r => r.FollowUpId == followUp.Id).ToListAsync();
        var boards = new Collected(read, followUp, reminders).Boards();
        var tree = read.TreeOf(followUp);
        var corrections = from submission in read.Submissions
                          where submission.FollowUpId == followUp.Id && followUp.Locked is not null
                          from step in submission.Steps
                          where step.Kind == SubmissionStepKind.Corrected && step.Recorded.At > followUp.Locked!.Recorded.At
                          orderby step.Recorded.At descending
                          select (step, tree.NameOf(submission.UnitId) ?? "", reading.Units.First(u => u.Id == submission.UnitId).Key);
        return new(
            followUp, read.FollowUps, reading.Years, StageCounts.Of(read.OwedTo(followUp)), boards, [.. corrections], user.Has(Right.LockFollowUps), read.Today);
    }

    /// <summary>The names of those that the latest reminders were written to.</summary>
    internal async Task<IReadOnlyList<string>> WrittenToAsync(FollowUp followUp, int latest)
    {
        await using var db = await databases.CreateDbContextAsync();
        var reminders = await db.Reminders.Where(r => r.FollowUpId == followUp.Id)
            .OrderByDescending(r => r.Recorded.At).ThenByDescending(r => r.Id).Select(r => r.Id).Take(latest).ToListAsync();
        return await ReminderMail.WrittenToAsync(db, reminders);
    }

    /// <summary>The year that a follow-up's key begins with; 0 where it begins with none.</summary>
    internal static int YearOf(string? key) => int.TryParse(key?.Split('-')[0], CultureInfo.InvariantCulture, out var year) ? year : 0;

    /// <summary>How many duties are not approved.</summary>
    internal static int MissingIn(FollowUpYear year, FollowUp followUp) => StageCounts.Of(year.OwedTo(followUp)).Missing;

    /// <summary>The follow-up that opened last of those that something is reported to, or the first of the year.</summary>
    private static FollowUp? CollectedNow(FollowUpYear year) =>
        year.FollowUps.Where(f => year.OwedTo(f).Any() && f.On(year.Today) != FollowUpState.Planned).MaxBy(f => f.Terms.OpensOn)
        ?? year.FollowUps.OrderByDescending(f => year.OwedTo(f).Any()).FirstOrDefault();

    private sealed class Collected(FollowUpYear year, FollowUp followUp, List<Reminder> reminders)
    {
        private readonly OrganizationTree tree = year.TreeOf(followUp);
        private readonly ILookup<Guid, OwedStanding> byUnit = year.OwedTo(followUp).ToLookup(s => s.ReporterId);

        private readonly ILookup<Guid, ApprovalStep> waiting = year.Waiting.Where(w => w.FollowUp.Id == followUp.Id)
            .ToLookup(w => w.Submission.UnitId, w => w.Step);

        internal IReadOnlyList<BoardCollection> Boards()
        {
            if (tree.Root is not { } root)
            {
                return [];
            }

            List<BoardCollection> boards = [];
            if (Reports(root))
            {
                boards.Add(new(root.Name, StageCounts.Of(byUnit[root.Unit.Id]), [Of(root, [])]));
            }

            foreach (var board in tree.ChildrenOf(root.Unit.Id))
            {
                List<UnitCollection> units = Reports(board) ? [Of(board, [])] : [];
                foreach (var administration in tree.ChildrenOf(board.Unit.Id))
                {
                    var below = tree.Below(administration.Unit.Id).Where(Reports).Select(b => Of(b, [])).ToList();
                    if (below.Count > 0 || Reports(administration))
                    {
                        units.Add(Of(administration, below));
                    }
                }

                if (units.Count > 0)
                {
                    boards.Add(new(board.Name, units.Select(u => u.Total).Aggregate((a, b) => a + b), units));
                }
            }

            return boards;
        }

        private bool Reports(OrganizationTree.Branch unit) => byUnit.Contains(unit.Unit.Id) || waiting.Contains(unit.Unit.Id);

        private UnitCollection Of(OrganizationTree.Branch unit, IReadOnlyList<UnitCollection> below)
        {
            var id = unit.Unit.Id;
            var steps = waiting[id].ToList();
            var reminded = reminders.Where(r => (r.UnitId == id && r.Level is null) || steps.Exists(s => s.UnitId == r.UnitId && s.Level == r.Level));
            return new(
                unit.Unit,
                unit.Name,
                StageCounts.Of(byUnit[id]),
                year.DueOn(followUp, id),
                steps,
                reminded.MaxBy(r => r.Recorded.At),
                year.SubmissionOf(followUp, id) is { Steps.Count: > 0 },
                below);
        }
    }
}
