using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Collection;

/// <summary>Reminds units of what they have not handed in, and those who approve for them of what waits; each at most once a day.</summary>
public sealed partial class RemindUnits(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, CollectionQuery query, PlanReader plans, ReminderMail mail, TimeProvider clock, ILogger<RemindUnits> log)
{
    /// <param name="principal">Who reminds.</param>
    /// <param name="key">The follow-up's key.</param>
    /// <param name="unitKey">The unit; null for every unit that lacks something.</param>
    /// <param name="text">What is asked for; the usual words where it is not given.</param>
    /// <returns>How many were reminded, and of how many of them there was nobody to write to.</returns>
    /// <exception cref="AccessRefused">The user does not remind.</exception>
    /// <exception cref="RuleViolation">There is nobody to remind, or all have been today.</exception>
    public async Task<(int Made, int Unreached)> RemindAsync(ClaimsPrincipal? principal, string key, string? unitKey, string? text)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (!user.Has(Right.LockFollowUps))
        {
            throw new AccessRefused("Du påminner inte om uppföljningar. Det gör regionstaben.");
        }

        (int Made, int Unreached) reminded = await databases.WriteSeriallyAsync(async db =>
        {
            var collection = await query.ReadAsync(principal, key, null) ?? throw new RuleViolation("Uppföljningen finns inte. Ladda om sidan.");
            var units = collection.Lacking.Where(u => unitKey is null || u.Unit.Key == unitKey).ToList();
            var whom = units.SelectMany(Whom).Distinct().ToList();
            if (whom.Count == 0)
            {
                throw new RuleViolation(unitKey is null ? "Ingen har något kvar att lämna in eller godkänna." : "Enheten har inget kvar att lämna in, och inget väntar på godkännande.");
            }

            var followUp = collection.FollowUp;
            var earlier = await db.Reminders.Where(r => r.FollowUpId == followUp.Id).ToListAsync();
            whom.RemoveAll(w => earlier.Exists(r => r.UnitId == w.UnitId && r.Level == w.Level && IsToday(r)));
            if (whom.Count == 0)
            {
                throw new RuleViolation(unitKey is null ? "Alla är redan påminda i dag." : "Enheten är redan påmind i dag.");
            }

            foreach (var (unit, level) in whom)
            {
                var reminder = new Reminder(followUp.Id, unit, level, earlier, string.IsNullOrWhiteSpace(text) ? Usual(followUp, level) : text, user.Sign(clock.GetUtcNow()));
                earlier.Add(reminder);
                db.Reminders.Add(reminder);
            }

            return (whom.Count, (await mail.EnqueueAsync(db, followUp, earlier[^whom.Count..])).Unreached);
        });
        LogReminded(user.Name, reminded.Made, key);
        return reminded;
    }

    /// <summary>The unit itself where it has something to hand in, and those who have something of it to approve.</summary>
    private static IEnumerable<(Guid UnitId, ApprovalLevel? Level)> Whom(UnitCollection unit)
    {
        if (unit.Own.ToHandIn > 0)
        {
            yield return (unit.Unit.Id, null);
        }

        foreach (var step in unit.WaitsFor)
        {
            yield return (step.UnitId, step.Level);
        }
    }

    private static string Usual(FollowUp followUp, ApprovalLevel? level) => level is { } at
        ? $"Godkänn det som väntar till {followUp.Terms.Name}. Sista dag för {SubmissionText.Level(at)} är {Sv.Day(followUp.Terms.DueFor(at))}."
        : $"Lämna in det som saknas till {followUp.Terms.Name}.";

    private bool IsToday(Reminder reminder) => DateOnly.FromDateTime(RegionTime.Local(reminder.Recorded.At)) == plans.Today;

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} reminded {Count} of {FollowUp}")]
    private partial void LogReminded(string by, int count, string followUp);
}
