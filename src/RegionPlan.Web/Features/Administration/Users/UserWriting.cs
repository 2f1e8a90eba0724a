using System.Data;
using System.Security.Claims;
using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>What every write of users begins with: that the writer may, and a transaction in which nobody else changes users.</summary>
internal sealed class UserWriting(
    IServiceScopeFactory scopes, IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock)
{
    /// <summary>Runs a write, all or nothing. Writes of users follow one upon the other, so that a rule about all administrators holds.</summary>
    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">A rule is broken; nothing is written.</exception>
    internal async Task<T> WriteAsync<T>(ClaimsPrincipal principal, Func<WritableUsers, Task<T>> write)
    {
        var by = await permissions.ForWritingAsync(principal);
        if (!by.Has(Right.AdministrateUsers))
        {
            throw new AccessRefused("Din roll får inte administrera användare. Det gör en administratör.");
        }

        await using var db = await databases.CreateDbContextAsync();
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var scoped = scope.ServiceProvider.GetRequiredService<RegionPlanDb>();
            await using var transaction = await scoped.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            var result = await write(new(scoped, scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>(), by, clock.GetUtcNow()));
            await transaction.CommitAsync();
            return result;
        });
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    internal Task WriteAsync(ClaimsPrincipal principal, Func<WritableUsers, Task> write) => WriteAsync(principal, async users =>
    {
        await write(users);
        return true;
    });
}

/// <summary>The users inside one write.</summary>
/// <param name="Db">The write's own context, which Identity uses too.</param>
/// <param name="Accounts">Identity's rules and normalisation.</param>
/// <param name="By">Who writes.</param>
/// <param name="Now">When.</param>
internal sealed record WritableUsers(RegionPlanDb Db, UserManager<AppUser> Accounts, Permissions By, DateTimeOffset Now)
{
    /// <exception cref="RuleViolation">There is no such user.</exception>
    internal async Task<AppUser> OfAsync(Guid userId) =>
        await Db.Users.SingleOrDefaultAsync(u => u.Id == userId)
        ?? throw new RuleViolation("Användaren finns inte. Gå tillbaka till listan över användare.");

    /// <exception cref="RuleViolation">Nobody but this user could administrate users.</exception>
    internal async Task RequireAnotherAdministratorAsync(Guid thanUserId)
    {
        var roles = Enum.GetValues<Role>().Where(r => Rights.Of(r).Contains(Right.AdministrateUsers)).ToList();
        if (!await Db.RoleAssignments.AnyAsync(a => a.UserId != thanUserId && a.EndedAt == null && roles.Contains(a.Role)
            && Db.Users.Any(u => u.Id == a.UserId && (u.LockoutEnd == null || u.LockoutEnd <= Now))))
        {
            throw new RuleViolation("Det här är den sista administratören som kan logga in. Gör först en annan användare till administratör.");
        }
    }

    /// <summary>What Identity has against the name and address: characters, and that they are taken.</summary>
    internal async Task<IEnumerable<ValidationFailure>> CheckAddressAsync(AppUser user)
    {
        List<IdentityResult> results = [];
        foreach (var validator in Accounts.UserValidators)
        {
            results.Add(await validator.ValidateAsync(Accounts, user));
        }

        return SwedishIdentityErrors.AsFailure(nameof(UserForm.Email), results);
    }

    /// <summary>What Identity has against the password.</summary>
    internal async Task<IEnumerable<ValidationFailure>> CheckPasswordAsync(AppUser user, string password)
    {
        List<IdentityResult> results = [];
        foreach (var validator in Accounts.PasswordValidators)
        {
            results.Add(await validator.ValidateAsync(Accounts, user, password));
        }

        return SwedishIdentityErrors.AsFailure(nameof(PasswordForm.Password), results);
    }

    /// <summary>The unit with a posted key, or what is wrong with it.</summary>
    internal async Task<(Guid UnitId, ValidationFailure? Failure)> UnitAsync(string? key)
    {
        var id = await Db.Units.Where(u => u.Key == key).Select(u => (Guid?)u.Id).SingleOrDefaultAsync();
        return id is { } found ? (found, null) : (default, new(nameof(RoleForm.Unit), UserRules.ChooseUnit));
    }

    /// <summary>Ends every session of the user: their cookies carry the old stamp.</summary>
    internal static void EndSessions(AppUser user) => user.SecurityStamp = Guid.NewGuid().ToString();

    /// <exception cref="RuleViolation">Identity refuses the user as it is now.</exception>
    internal async Task SaveAsync(AppUser user)
    {
        var result = await Accounts.UpdateAsync(user);
        if (!result.Succeeded)
        {
            throw new RuleViolation(string.Join(" ", result.Errors.Select(e => e.Description).Distinct()));
        }
    }
}
