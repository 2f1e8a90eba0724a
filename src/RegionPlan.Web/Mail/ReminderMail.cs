using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Mail;

/// <summary>Writes to those who are to hand in or approve that a follow-up waits for them.</summary>
public sealed class ReminderMail(FollowUpReader reader, TimeProvider clock)
{
    private const string TasksPath = "/uppgifter";

    /// <summary>Puts a letter to each of them in the outbox, to be kept with the caller's next save.</summary>
    /// <param name="db">The context that the reminders are written with.</param>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="reminders">The reminders that are made with the save.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>How many letters; 0 where nobody holds a role for exactly these units.</returns>
    public async Task<int> EnqueueAsync(RegionPlanDb db, FollowUp followUp, IReadOnlyCollection<Reminder> reminders, CancellationToken cancellation = default)
    {
        var reading = await reader.ReadAsync(followUp.Year, cancellation);
        var now = clock.GetUtcNow();
        var letters = 0;
        foreach (var one in reminders)
        {
            var text = TextOf(reading, followUp, one);
            var recipients = one.Level is { } level
                ? await MailRecipients.WhoApproveAsync(db, one.UnitId, level, now, cancellation)
                : await MailRecipients.WhoHandInAsync(db, one.UnitId, now, cancellation);
            foreach (var to in recipients)
            {
                var letter = new Letter($"reminder/{one.Id}/{to.UserId}", to, text.Subject, text.Body, TasksPath);
                letters += await Outbox.EnqueueAsync(db, letter, now, cancellation) ? 1 : 0;
            }
        }

        return letters;
    }

    private static (string Subject, string Body) TextOf(FollowUpReading reading, FollowUp followUp, Reminder one)
    {
        var unit = reading.FollowUps.TreeOf(followUp).NameOf(one.UnitId) ?? reading.Today.NameOf(one.UnitId) ?? "";
        var (lacking, lastDay) = one.Level is { } level
            ? (ToApprove(reading, followUp, one.UnitId, level), followUp.Terms.DueFor(level))
            : (ToHandIn(reading, followUp, one.UnitId), reading.FollowUps.DueOn(followUp, one.UnitId));
        var late = reading.FollowUps.Today > lastDay ? " Den dagen har passerat." : "";
        return (
            $"Påminnelse: {followUp.Terms.Name}, {unit}",
            $"""
            Hej!

            {one.Recorded.By} påminner om {followUp.Terms.Name} för {unit}.

            {one.Text.Trim()}

            {lacking}

            Sista dag är {Sv.Day(lastDay)}.{late}

            Allt som väntar på dig står under Mina uppgifter:
            """);
    }

    private static string ToHandIn(FollowUpReading reading, FollowUp followUp, Guid unitId)
    {
        var open = reading.FollowUps.Of(followUp, unitId).Where(s => s.IsOpen).ToList();
        return $"Att lämna in ({Sv.Count(open.Count, "rad", "rader")}):\n{MailRows.List(open.ConvertAll(s => NameOf(reading, s)))}";
    }

    private static string NameOf(FollowUpReading reading, DutyStanding standing) =>
        MailRows.NameOf(reading, standing.Duty.Key)
        + (standing.Duty.IsForecast ? " (prognos)" : "")
        + (standing.Stage == DutyStage.Returned ? " (åter för ändring)" : "");

    private static string ToApprove(FollowUpReading reading, FollowUp followUp, Guid unitId, ApprovalLevel level)
    {
        var tree = reading.FollowUps.TreeOf(followUp);
        var waiting = reading.FollowUps.Waiting
            .Where(w => w.FollowUp.Id == followUp.Id && w.Step.UnitId == unitId && w.Step.Level == level)
            .Select(w => $"{tree.NameOf(w.Submission.UnitId)}, {Sv.Count(w.Rows, "rad", "rader")}").ToList();
        return $"Att godkänna för {FollowUpText.TheLevel(level)}:\n{MailRows.List(waiting)}";
    }
}
