using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>Ends a role; it stays in the history.</summary>
internal sealed partial class EndRole(UserWriting writing, ILogger<EndRole> log)
{
    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">The role is not held, or nobody else could administrate, or the writer would lose the right.</exception>
    internal Task EndAsync(ClaimsPrincipal principal, Guid userId, Guid assignmentId) => writing.WriteAsync(principal, async users =>
    {
        var held = await users.Db.RoleAssignments.Where(a => a.UserId == userId && (a.EndedAt == null || a.Id == assignmentId)).ToListAsync();
        var ending = held.Find(a => a.Id == assignmentId) ?? throw new RuleViolation("Användaren har inte den rollen. Läs listan som den är nu.");
        if (ending.EndedAt is { } already)
        {
            throw new RuleViolation($"Rollen avslutades redan {Sv.Time(already)} av {ending.EndedBy}.");
        }

        if (Administrates(ending) && !held.Exists(a => a.Id != assignmentId && Administrates(a)))
        {
            await users.RequireAnotherAdministratorAsync(userId);
            if (userId == users.By.UserId)
            {
                throw new RuleViolation("Du kan inte avsluta din egen administratörsroll. Be en annan administratör göra det.");
            }
        }

        ending.End(users.Now, users.By.Name);
        await users.Db.SaveChangesAsync();
        LogEnded(users.By.Name, ending.Role, ending.UnitId, userId);
    });

    private static bool Administrates(RoleAssignment assignment) => Rights.Of(assignment.Role).Contains(Right.AdministrateUsers);

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} ended the role {Role} for unit {UnitId} of user {UserId}")]
    private partial void LogEnded(string by, Role role, Guid unitId, Guid userId);
}
