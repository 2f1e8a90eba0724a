using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Access;

/// <summary>Reads what a signed-in user may do, from the database as it is now.</summary>
public sealed class PermissionReader(IDbContextFactory<RegionPlanDb> databases, TimeProvider clock)
{
    /// <summary>The user's permissions; null for an anonymous visitor and for a user who is removed or locked out.</summary>
    public async Task<Permissions?> OfAsync(ClaimsPrincipal? principal)
    {
        if (principal?.Identity is not { IsAuthenticated: true } || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        var user = await db.Users.Where(u => u.Id == id).Select(u => new { u.DisplayName, u.LockoutEnd }).FirstOrDefaultAsync();
        if (user is null || user.LockoutEnd > now)
        {
            return null;
        }

        var roles = await db.RoleAssignments.Where(a => a.UserId == id && a.EndedAt == null).Select(a => new { a.Role, a.UnitId }).ToListAsync();
        return new(id, user.DisplayName, roles.ConvertAll(r => (r.Role, r.UnitId)));
    }

    /// <summary>The permissions of someone who is about to write.</summary>
    /// <exception cref="AccessRefused">Nobody is signed in.</exception>
    public async Task<Permissions> ForWritingAsync(ClaimsPrincipal? principal) =>
        await OfAsync(principal) ?? throw new AccessRefused("Du är inte inloggad. Logga in och försök igen; det du har skrivit är kvar som utkast.");
}
