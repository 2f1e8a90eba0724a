using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Mail;

/// <summary>Sends the letters whose time has come, each by one sender alone.</summary>
public sealed partial class SendDueMail(IDbContextFactory<RegionPlanDb> databases, MailChoice choice, TimeProvider clock, ILogger<SendDueMail> log)
{
    private const int MostAtATime = 100;

    /// <summary>How long a letter is kept after it was sent: long enough to answer for a year's round of follow-ups.</summary>
    private static readonly TimeSpan KeptAfterSending = TimeSpan.FromDays(400);

    /// <summary>Goes through the letters that are due, once, and removes those sent long ago. A letter that fails waits; where the server is away the rest wait for the next time.</summary>
    /// <param name="stopping">Stops between two letters: one that is being sent is finished and noted.</param>
    /// <returns>How many were sent; 0 where e-mail is not set up.</returns>
    public async Task<int> SendAsync(CancellationToken stopping = default)
    {
        var sent = 0;
        if (choice.Settings is not { } settings)
        {
            return sent;
        }

        await RemoveOldAsync(stopping);
        foreach (var id in await DueAsync(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            if (await TakeAsync(db, id) is not { } mail)
            {
                continue;
            }

            var delivery = await SmtpDelivery.DeliverAsync(mail, settings);
            await NoteAsync(db, mail, delivery);
            sent += delivery is Delivery.Accepted ? 1 : 0;
            if (delivery is Delivery.Failed { IsServerAway: true })
            {
                break;
            }
        }

        return sent;
    }

    /// <summary>What was not sent stays until an administrator has seen to it.</summary>
    private async Task RemoveOldAsync(CancellationToken cancellation)
    {
        var limit = clock.GetUtcNow() - KeptAfterSending;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var old = db.Set<OutgoingMail>().Where(m => m.SentAt != null && m.SentAt < limit);
        if (await old.AnyAsync(cancellation))
        {
            LogRemoved(await old.ExecuteDeleteAsync(cancellation));
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<OutgoingMail>().Where(m => m.NextAttemptAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.CreatedAt).Select(m => m.Id).Take(MostAtATime).ToListAsync(cancellation);
    }

    /// <summary>The letter as this sender's own; null where another was first.</summary>
    private async Task<OutgoingMail?> TakeAsync(RegionPlanDb db, Guid id)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == id) is not { } mail || !mail.IsDue(now))
        {
            return null;
        }

        mail.Take(now);
        try
        {
            await db.SaveChangesAsync();
            return mail;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private async Task NoteAsync(RegionPlanDb db, OutgoingMail mail, Delivery delivery)
    {
        var now = clock.GetUtcNow();
        switch (delivery)
        {
            case Delivery.Accepted:
                mail.MarkSent(now);
                LogSent(mail.Key, mail.Attempts);
                break;
            case Delivery.Refused refused:
                mail.GiveUp(refused.Error, now);
                LogRefused(mail.Key, refused.Error);
                break;
            case Delivery.Failed failed:
                mail.MarkFailed(failed.Error, now);
                LogFailed(mail.Key, mail.Attempts, failed.Error, mail.NextAttemptAt);
                break;
        }

        await db.SaveChangesAsync();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} letters removed that were sent long ago")]
    private partial void LogRemoved(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Letter {Key} sent at attempt {Attempt}")]
    private partial void LogSent(string key, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Key} refused and given up: {Error}")]
    private partial void LogRefused(string key, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Key} not sent at attempt {Attempt}: {Error} Next attempt: {Next}")]
    private partial void LogFailed(string key, int attempt, string error, DateTimeOffset? next);
}
