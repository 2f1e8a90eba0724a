using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Web.Features.Administration.Mail;

/// <summary>Reads how the outbox stands.</summary>
public sealed class OutboxQuery(IDbContextFactory<RegionPlanDb> databases, MailChoice choice)
{
    internal const int MostShown = 50;
    private const int MostSentShown = 10;

    public async Task<OutboxReading> ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var mails = db.Set<OutgoingMail>().AsNoTracking();
        var waiting = mails.Where(m => m.SentAt == null && m.GivenUpAt == null);
        var givenUp = mails.Where(m => m.GivenUpAt != null);
        var sent = mails.Where(m => m.SentAt != null);
        return new(
            choice.Settings,
            await waiting.CountAsync(),
            await givenUp.CountAsync(),
            await sent.CountAsync(),
            await waiting.OrderBy(m => m.NextAttemptAt).ThenBy(m => m.CreatedAt).Take(MostShown).ToListAsync(),
            await givenUp.OrderByDescending(m => m.GivenUpAt).Take(MostShown).ToListAsync(),
            await sent.OrderByDescending(m => m.SentAt).Take(MostSentShown).ToListAsync());
    }
}
