using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>A role that a user holds or has held, with the unit's latest name.</summary>
public sealed record HeldRole(Guid Id, Role Role, string Unit, DateTimeOffset GrantedAt, string GrantedBy, DateTimeOffset? EndedAt, string? EndedBy)
{
    /// <summary>The role with its unit: Controller, Kalmar länstrafik.</summary>
    public string Text => $"{AccessText.Of(Role)}, {Unit}";
}

/// <summary>A role was granted or ended.</summary>
public sealed record RoleEvent(DateTimeOffset At, string By, HeldRole Role, bool IsEnd);

/// <summary>A user as the administrators see them.</summary>
/// <param name="Id">The user's key.</param>
/// <param name="Name">The name that stands in the history.</param>
/// <param name="Email">What the user signs in with.</param>
/// <param name="Stamp">Changes with every change of the user.</param>
/// <param name="PasswordVersion">Changes with the password and with locks.</param>
/// <param name="LockedUntil">Null where the account is open now.</param>
/// <param name="AllRoles">Held and ended roles.</param>
public sealed record UserDetails(
    Guid Id, string Name, string Email, string Stamp, string PasswordVersion, DateTimeOffset? LockedUntil, IReadOnlyList<HeldRole> AllRoles)
{
    public IEnumerable<HeldRole> Roles =>
        AllRoles.Where(r => r.EndedAt is null).OrderBy(r => r.Text, StringComparer.Create(Sv.Culture, ignoreCase: true));

    /// <summary>What has happened to the user's roles, latest first.</summary>
    public IEnumerable<RoleEvent> Events => AllRoles
        .SelectMany(r => r.EndedAt is { } ended
            ? new[] { new RoleEvent(ended, r.EndedBy ?? "", r, true), new RoleEvent(r.GrantedAt, r.GrantedBy, r, false) }
            : [new RoleEvent(r.GrantedAt, r.GrantedBy, r, false)])
        .OrderByDescending(e => e.At);
}

/// <summary>Reads users for the administration.</summary>
internal sealed class UserQuery(IDbContextFactory<RegionPlanDb> databases, TimeProvider clock)
{
    /// <summary>The users where a name, address, role or unit contains the text; all of them without a text.</summary>
    internal async Task<IReadOnlyList<UserDetails>> FindAsync(string? text)
    {
        var users = await ReadAsync(null);
        var sought = text?.Trim() ?? "";
        return [.. users
            .Where(u => sought.Length == 0 || u.Roles.Select(r => r.Text).Append(u.Name).Append(u.Email)
                .Any(t => Sv.Culture.CompareInfo.IndexOf(t, sought, System.Globalization.CompareOptions.IgnoreCase) >= 0))
            .OrderBy(u => u.Name, StringComparer.Create(Sv.Culture, ignoreCase: true))];
    }

    /// <summary>One user; null where there is none.</summary>
    internal async Task<UserDetails?> OfAsync(Guid id) => (await ReadAsync(id)).SingleOrDefault();

    /// <summary>The units that a role can be held for: key and name, the region first.</summary>
    internal async Task<IReadOnlyList<(string Key, string Text)>> UnitsAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var today = DateOnly.FromDateTime(RegionTime.Local(clock.GetUtcNow()));
        return [.. new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), today).All
            .OrderBy(b => b.Unit.Key == OrganizationUnit.RegionKey ? 0 : 1)
            .ThenBy(b => b.Placement.Name, StringComparer.Create(Sv.Culture, ignoreCase: true))
            .Select(b => (b.Unit.Key, b.Placement.Name))];
    }

    /// <summary>Tells one password from the next without telling anything about it.</summary>
    internal static string PasswordVersion(string? securityStamp) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(securityStamp ?? "")))[..16];

    private async Task<List<UserDetails>> ReadAsync(Guid? id)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        var users = await db.Users.Where(u => id == null || u.Id == id)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.ConcurrencyStamp, u.SecurityStamp, u.LockoutEnd }).ToListAsync();
        var assignments = await db.RoleAssignments.AsNoTracking().Where(a => id == null || a.UserId == id).ToListAsync();
        var units = (await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync())
            .ToDictionary(u => u.Id, u => u.Placements.Latest()?.Name ?? u.Key);
        var roles = assignments.ToLookup(
            a => a.UserId, a => new HeldRole(a.Id, a.Role, units[a.UnitId], a.GrantedAt, a.GrantedBy, a.EndedAt, a.EndedBy));
        return users.ConvertAll(u => new UserDetails(
            u.Id,
            u.DisplayName,
            u.Email ?? "",
            u.ConcurrencyStamp ?? "",
            PasswordVersion(u.SecurityStamp),
            u.LockoutEnd > now ? u.LockoutEnd : null,
            [.. roles[u.Id]]));
    }
}
