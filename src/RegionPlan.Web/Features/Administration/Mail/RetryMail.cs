using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Web.Features.Administration.Mail;

/// <summary>Has letters that have not been sent tried again at once, at the addresses that their users have now.</summary>
public sealed partial class RetryMail(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<RetryMail> log)
{
    /// <summary>Tries one letter again.</summary>
    /// <exception cref="AccessRefused">The user does not administrate users.</exception>
    /// <exception cref="RuleViolation">There is no such letter, it has been sent, or it cannot be.</exception>
    public async Task RetryAsync(ClaimsPrincipal? principal, Guid id)
    {
        var by = await AdministratorAsync(principal);
        await using var db = await databases.CreateDbContextAsync();
        var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == id) ?? throw new RuleViolation("Brevet finns inte. Ladda om sidan.");
        mail.TryAgain(await db.Users.Where(u => u.Id == mail.UserId).Select(u => u.Email).SingleOrDefaultAsync(), clock.GetUtcNow());
        await SaveAsync(db);
        LogRetried(by.Name, 1);
    }

    /// <summary>Tries every letter again that waits or was given up, but for those that are being sent or have no fit address.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="AccessRefused">The user does not administrate users.</exception>
    /// <exception cref="RuleViolation">There are none.</exception>
    public async Task<int> RetryAllAsync(ClaimsPrincipal? principal)
    {
        var by = await AdministratorAsync(principal);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var retried = 0;
        foreach (var mail in await db.Set<OutgoingMail>().Where(m => m.SentAt == null && (m.LeasedUntil == null || m.LeasedUntil <= now)).ToListAsync())
        {
            var address = await db.Users.Where(u => u.Id == mail.UserId).Select(u => u.Email).SingleOrDefaultAsync();
            if (OutgoingMail.CanBeSentTo(address))
            {
                mail.TryAgain(address, now);
                retried++;
            }
        }

        if (retried == 0)
        {
            throw new RuleViolation("Inget brev kan försökas igen just nu. Ladda om sidan om en stund.");
        }

        await SaveAsync(db);
        LogRetried(by.Name, retried);
        return retried;
    }

    private async Task<Permissions> AdministratorAsync(ClaimsPrincipal? principal)
    {
        var by = await permissions.ForWritingAsync(principal);
        return by.Has(Right.AdministrateUsers) ? by : throw new AccessRefused("Din roll sköter inte e-posten. Det gör en administratör.");
    }

    private static async Task SaveAsync(RegionPlanDb db)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("Ett av breven började skickas just nu, så inget är ändrat. Ladda om sidan och försök igen.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} has {Count} letters tried again")]
    private partial void LogRetried(string by, int count);
}
