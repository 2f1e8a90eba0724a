using System.Security.Claims;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Tasks;

/// <summary>Reads what a user is to do in the follow-ups that are not closed.</summary>
public sealed class TasksQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, FollowUpReader reader, WantedReviewReader reviews, PlanReader plans)
{
    private const int RecentDays = 30;
    private const int OldDays = 90;
    private const int DaysBack = 365;

    /// <summary>The user's tasks; null where nobody is signed in.</summary>
    public async Task<UserTasks?> ReadAsync(ClaimsPrincipal? principal)
    {
        if (await permissions.OfAsync(principal) is not { } user)
        {
            return null;
        }

        List<TaskItem> returned = [], late = [], due = [], approve = [], waiting = [], approved = [];
        if (!user.MayWriteOutcomes && !user.Has(Right.ApproveOutcomes) && !user.Has(Right.ApproveForBoard))
        {
            return new(returned, late, due, approve, waiting, approved, []);
        }

        foreach (var year in await YearsAsync())
        {
            var tasks = new YearTasks(user, await reader.ReadAsync(year), await RemindersAsync(year));
            returned.AddRange(tasks.Returned());
            late.AddRange(tasks.ToHandIn(DutyStage.Late));
            due.AddRange(tasks.ToHandIn(DutyStage.Due));
            var economy = new EconomyTasks(user, tasks.Reading);
            returned.AddRange(economy.Returned());
            late.AddRange(economy.ToHandIn(DutyStage.Late));
            due.AddRange(economy.ToHandIn(DutyStage.Due));
            approve.AddRange(tasks.ToApprove());
            waiting.AddRange(tasks.WaitingForOthers());
            approved.AddRange(tasks.ApprovedSince(plans.Today.AddDays(-RecentDays)));
        }

        return new(
            Ordered(returned), Ordered(late.Select(t => t with { IsOld = IsOld(t.Day!.Value) })), Ordered(due), Ordered(approve), Ordered(waiting), [.. approved.OrderByDescending(t => t.Step!.Recorded.At)], await ReviewsAsync(user));
    }

    private async Task<IReadOnlyList<ReviewTask>> ReviewsAsync(Permissions user) =>
        [.. (await reviews.ReadAsync(user)).Select(w => new ReviewTask(w, w.Day < plans.Today, IsOld(w.Day), user.Roles.Any(r => r.UnitId == w.Unit.Unit.Id)))];

    private bool IsOld(DateOnly day) => day < plans.Today.AddDays(-OldDays);

    private static IReadOnlyList<TaskItem> Ordered(IEnumerable<TaskItem> items) => [.. items.OrderByDescending(t => t.IsOwn).ThenBy(t => t.Day)];

    /// <summary>The years where something is not locked, or has happened lately.</summary>
    private async Task<List<int>> YearsAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var since = TimeAxes.StartOf(plans.Today.AddDays(-DaysBack));
        return await db.FollowUps
            .Where(f => f.Locks.Count == 0 || db.Submissions.Any(s => s.FollowUpId == f.Id && s.Steps.Any(x => x.Recorded.At >= since)))
            .Select(f => f.Year).Distinct().OrderByDescending(y => y).ToListAsync();
    }

    private async Task<List<Reminder>> RemindersAsync(int year)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Reminders.AsNoTracking().Where(r => db.FollowUps.Any(f => f.Id == r.FollowUpId && f.Year == year)).ToListAsync();
    }

    /// <summary>The tasks of one year.</summary>
    private sealed class YearTasks(Permissions user, FollowUpReading reading, IReadOnlyList<Reminder> reminders)
    {
        private readonly FollowUpYear year = reading.FollowUps;

        internal FollowUpReading Reading => reading;

        internal IEnumerable<TaskItem> Returned() =>
            from followUp in year.FollowUps
            from unit in Units(followUp)
            let rows = Standings(followUp, unit).Where(s => s.Stage == RowStage.Returned).ToList()
            where rows.Count > 0
            select new TaskItem(followUp, Name(followUp, unit), IsOwn(unit), rows.Count, year.DueOn(followUp, unit), Grid(followUp, unit))
            {
                Step = rows.Select(r => r.ReturnedBy!).MaxBy(s => s.Version),
                Level = rows.Select(r => r.ReturnedBy!).MaxBy(s => s.Version)!.Level,
                Reminder = Reminded(followUp, unit, null),
            };

        internal IEnumerable<TaskItem> ToHandIn(DutyStage stage) =>
            from standing in year.Standings
            where standing.Stage == stage && MayEnter(standing.Duty.Series.ReporterId)
            group standing by (standing.Duty.FollowUp, standing.Duty.Series.ReporterId) into owed
            let unit = owed.Key.ReporterId
            select new TaskItem(owed.Key.FollowUp, Name(owed.Key.FollowUp, unit), IsOwn(unit), owed.Count(), owed.First().DueOn, Grid(owed.Key.FollowUp, unit))
            {
                Reminder = Reminded(owed.Key.FollowUp, unit, null),
            };

        internal IEnumerable<TaskItem> ToApprove() =>
            from waiting in year.Waiting
            where user.MayApprove(waiting.Step, reading.Today)
            let unit = waiting.Submission.UnitId
            select new TaskItem(
                waiting.FollowUp,
                Name(waiting.FollowUp, unit),
                waiting.Step.Level == ApprovalLevel.Region || IsOwn(waiting.Step.UnitId),
                waiting.Rows,
                waiting.FollowUp.Terms.DueFor(waiting.Step.Level),
                Review(waiting.FollowUp, unit, waiting.Step.Level))
            {
                Posts = waiting.Posts,
                Level = waiting.Step.Level,
                Reminder = Reminded(waiting.FollowUp, waiting.Step.UnitId, waiting.Step.Level),
            };

        internal IEnumerable<TaskItem> WaitingForOthers() =>
            from waiting in year.Waiting
            let unit = waiting.Submission.UnitId
            where MayEnter(unit) && !user.MayApprove(waiting.Step, reading.Today)
            select new TaskItem(
                waiting.FollowUp, Name(waiting.FollowUp, unit), IsOwn(unit), waiting.Rows, waiting.FollowUp.Terms.DueFor(waiting.Step.Level), Review(waiting.FollowUp, unit))
            {
                Posts = waiting.Posts,
                Level = waiting.Step.Level,
            };

        internal IEnumerable<TaskItem> ApprovedSince(DateOnly day) =>
            from followUp in year.FollowUps
            from unit in Units(followUp)
            let submission = year.SubmissionOf(followUp, unit)
            let step = submission.Steps.Where(s => s.MakesPublic).Latest()
            where step is not null && step.Recorded.At >= TimeAxes.StartOf(day)
            let rows = submission.Rows.Count(r => submission.HistoryOf(r, []).Approvals.Contains(step))
            select new TaskItem(followUp, Name(followUp, unit), IsOwn(unit), rows, null, Review(followUp, unit)) { Step = step, Level = step.Level };

        private static string Grid(string followUp, string unit) =>
            QueryHelpers.AddQueryString("/utfall", new Dictionary<string, string?> { ["uppfoljning"] = followUp, ["enhet"] = unit });

        /// <summary>The units that the user hands in for and that have handed in something.</summary>
        private IEnumerable<Guid> Units(FollowUp followUp) =>
            year.Submissions.Where(s => s.FollowUpId == followUp.Id && s.Steps.Count > 0 && MayEnter(s.UnitId)).Select(s => s.UnitId);

        private IEnumerable<RowStanding> Standings(FollowUp followUp, Guid unit) => year.SubmissionOf(followUp, unit)!.Standings(year.ChainOf(followUp, unit));

        /// <summary>Whether it is for the user to hand in: regionstaben may for every unit, but that is not its task.</summary>
        private bool MayEnter(Guid unit) => user.Has(Right.WriteOutcomes, unit, reading.Today);

        private bool IsOwn(Guid unit) => user.Roles.Any(r => r.UnitId == unit);

        private string Name(FollowUp followUp, Guid unit) => year.TreeOf(followUp).NameOf(unit) ?? Key(unit);

        private string Key(Guid unit) => reading.Units.First(u => u.Id == unit).Key;

        private string Grid(FollowUp followUp, Guid unit) => Grid(followUp.Key, Key(unit));

        private string Review(FollowUp followUp, Guid unit, ApprovalLevel? level = null) =>
            $"/granska/{followUp.Key}/{Key(unit)}{(level is { } at ? $"?niva={Shared.SubmissionText.LevelKey(at)}" : "")}";

        private Reminder? Reminded(FollowUp followUp, Guid unit, ApprovalLevel? level) =>
            reminders.Where(r => r.FollowUpId == followUp.Id && r.UnitId == unit && r.Level == level).Latest();
    }
}
