using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>
/// The address of a person's own calendar: whoever has it may read it, as a calendar program cannot sign in. It is sealed with the
/// application's keys, and no longer opens anything once the person's password is changed or the person is removed or locked out.
/// </summary>
internal sealed class PersonalFeed(
    IDataProtectionProvider protection, IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, CalendarQuery calendars, TimeProvider clock)
{
    internal const string Path = "/arshjul/kalender/";

    private readonly IDataProtector seal = protection.CreateProtector("RegionPlan.YearWheel.PersonalFeed");

    /// <summary>Where the user's own calendar is; null where nobody is signed in or the user has no role.</summary>
    internal async Task<string?> AddressOfAsync(ClaimsPrincipal? principal)
    {
        if (await permissions.OfAsync(principal) is not { Roles.Count: > 0 } user)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var stamp = await db.Users.Where(u => u.Id == user.UserId).Select(u => u.SecurityStamp).SingleAsync();
        return $"{Path}{seal.Protect($"{user.UserId:N} {stamp}")}.ics";
    }

    /// <summary>The calendar that an address opens; null where it opens none.</summary>
    internal async Task<Calendar?> OpenAsync(string token, string site)
    {
        if (Unsealed(token) is not [var idText, var stamp] || !Guid.TryParse(idText, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        var user = await db.Users.Where(u => u.Id == id && u.SecurityStamp == stamp).Select(u => new { u.DisplayName, u.LockoutEnd }).SingleOrDefaultAsync();
        if (user is null || user.LockoutEnd > now)
        {
            return null;
        }

        var units = await db.RoleAssignments.Where(a => a.UserId == id && a.EndedAt == null).Select(a => a.UnitId).ToListAsync();
        return await calendars.OfUnitsAsync(units.ToHashSet(), user.DisplayName, site);
    }

    private string[] Unsealed(string token)
    {
        try
        {
            return seal.Unprotect(token).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
