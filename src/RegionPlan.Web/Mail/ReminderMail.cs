using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Mail;

/// <summary>
/// Writes to those who are to hand in or approve that a follow-up waits for them. Where nobody with a role at exactly that unit can be written
/// to, it goes to those at the nearest unit above: one letter to each of them, of all such units together.
/// </summary>
public sealed class ReminderMail(FollowUpReader reader, TimeProvider clock)
{
    private const string TasksPath = "/uppgifter";

    /// <summary>Puts a letter to each of them in the outbox, to be kept with the caller's next save.</summary>
    /// <param name="db">The context that the reminders are written with.</param>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="reminders">The reminders that are made with the save.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>How many letters, and of how many reminders there was nobody to write to.</returns>
    public async Task<(int Letters, int Unreached)> EnqueueAsync(RegionPlanDb db, FollowUp followUp, IReadOnlyCollection<Reminder> reminders, CancellationToken cancellation = default)
    {
        var reading = await reader.ReadAsync(followUp.Year, cancellation);
        var text = new ReminderText(reading, followUp);
        var now = clock.GetUtcNow();
        Dictionary<Guid, (Recipient To, List<Reminder> About)> above = [];
        var (letters, unreached) = (0, 0);
        foreach (var one in reminders)
        {
            var (recipients, isAbove) = await RecipientsAsync(db, reading, followUp, one, now, cancellation);
            unreached += recipients.Count == 0 ? 1 : 0;
            foreach (var to in recipients)
            {
                if (isAbove)
                {
                    above.TryAdd(to.UserId, (to, []));
                    above[to.UserId].About.Add(one);
                }
                else
                {
                    await EnqueueAsync(one, to, text.Of(one));
                }
            }
        }

        foreach (var (to, about) in above.Values)
        {
            await EnqueueAsync(about[0], to, text.OfUnitsBelow(about));
        }

        return (letters, unreached);

        async Task EnqueueAsync(Reminder one, Recipient to, (string Subject, string Body) words)
        {
            var letter = new Letter($"{KeyOf(one.Id)}{to.UserId}", to, words.Subject, words.Body, TasksPath);
            letters += await Outbox.EnqueueAsync(db, letter, now, cancellation) ? 1 : 0;
        }
    }

    /// <summary>The names of those who were written to about some reminders, as long as the letters are kept.</summary>
    internal static async Task<IReadOnlyList<string>> WrittenToAsync(RegionPlanDb db, IReadOnlyCollection<Guid> reminderIds, CancellationToken cancellation = default)
    {
        var begins = reminderIds.Select(KeyOf).ToHashSet();
        var letters = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Key.StartsWith("reminder/")).Select(m => new { m.Key, m.ToName }).ToListAsync(cancellation);
        return [.. letters.Where(l => begins.Contains(l.Key[..(l.Key.LastIndexOf('/') + 1)])).Select(l => l.ToName).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string KeyOf(Guid reminderId) => $"reminder/{reminderId}/";

    /// <summary>Those at the unit itself, or at the nearest above it where there is somebody to write to.</summary>
    private static async Task<(List<Recipient> To, bool IsAbove)> RecipientsAsync(
        RegionPlanDb db, FollowUpReading reading, FollowUp followUp, Reminder one, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var unitId in Upwards(reading, followUp, one.UnitId))
        {
            var found = one.Level is { } level
                ? await MailRecipients.WhoApproveAsync(db, unitId, level, now, cancellation)
                : await MailRecipients.WhoHandInAsync(db, unitId, now, cancellation);
            if (found.Count > 0)
            {
                return (found, unitId != one.UnitId);
            }
        }

        return ([], false);
    }

    /// <summary>The unit and those above it: as the organisation stands today, whose roles count, or as it stood for the follow-up.</summary>
    private static IEnumerable<Guid> Upwards(FollowUpReading reading, FollowUp followUp, Guid unitId)
    {
        IReadOnlyList<OrganizationTree.Branch> path = reading.Today.PathTo(unitId) is { Count: > 0 } today ? today : reading.FollowUps.TreeOf(followUp).PathTo(unitId);
        return path.Select(b => b.Unit.Id).Reverse().Prepend(unitId).Distinct();
    }
}
