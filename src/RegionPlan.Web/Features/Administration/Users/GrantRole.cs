using System.Security.Claims;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>Gives a user a role for a unit.</summary>
internal sealed partial class GrantRole(UserWriting writing, ILogger<GrantRole> log)
{
    private static readonly RoleFormValidator Validator = new();

    /// <returns>What is to be mended; nothing where the role is granted.</returns>
    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">There is no such user.</exception>
    internal Task<ValidationResult> GrantAsync(ClaimsPrincipal principal, Guid userId, RoleForm form) => writing.WriteAsync(principal, async users =>
    {
        var user = await users.OfAsync(userId);
        var found = Validator.Validate(form);
        var (unitId, noUnit) = found.IsSound(nameof(form.Unit)) ? await users.UnitAsync(form.Unit) : default;
        if (noUnit is not null)
        {
            found.Errors.Add(noUnit);
        }

        if (!found.IsValid || UserRules.ReadRole(form.Role) is not { } role)
        {
            return found;
        }

        if (await users.Db.RoleAssignments.AnyAsync(a => a.UserId == userId && a.Role == role && a.UnitId == unitId && a.EndedAt == null))
        {
            found.Errors.Add(new(nameof(form.Role), "Användaren har redan den rollen för enheten."));
            return found;
        }

        users.Db.RoleAssignments.Add(new(user.Id, role, unitId, users.Now, users.By.Name));
        await users.Db.SaveChangesAsync();
        LogGranted(users.By.Name, userId, role, unitId);
        return found;
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} granted user {UserId} the role {Role} for unit {UnitId}")]
    private partial void LogGranted(string by, Guid userId, Role role, Guid unitId);
}
