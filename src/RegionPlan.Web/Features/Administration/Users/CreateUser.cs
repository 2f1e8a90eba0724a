using System.Security.Claims;
using FluentValidation.Results;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>What became of a new user: their key, or what is to be mended.</summary>
internal sealed record UserCreated(Guid? Id, ValidationResult Found);

/// <summary>Makes a user who can sign in, with a first role if one is chosen.</summary>
internal sealed partial class CreateUser(UserWriting writing, ILogger<CreateUser> log)
{
    private static readonly NewUserFormValidator Validator = new();

    private static readonly string[] FieldOrder =
        [nameof(NewUserForm.Name), nameof(NewUserForm.Email), nameof(NewUserForm.Password), nameof(NewUserForm.Role), nameof(NewUserForm.Unit)];

    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    internal Task<UserCreated> CreateAsync(ClaimsPrincipal principal, NewUserForm form) => writing.WriteAsync(principal, async users =>
    {
        var found = Validator.Validate(form);
        var email = form.Email?.Trim();
        var user = new AppUser { DisplayName = form.Name?.Trim() ?? "", UserName = email, Email = email, EmailConfirmed = true };
        if (found.IsSound(nameof(form.Email)))
        {
            found.Errors.AddRange(await users.CheckAddressAsync(user));
        }

        if (found.IsSound(nameof(form.Password)))
        {
            found.Errors.AddRange(await users.CheckPasswordAsync(user, form.Password!));
        }

        var role = UserRules.ReadRole(form.Role);
        var (unitId, noUnit) = role is null || !found.IsSound(nameof(form.Unit)) ? default : await users.UnitAsync(form.Unit);
        if (noUnit is not null)
        {
            found.Errors.Add(noUnit);
        }

        if (!found.IsValid)
        {
            return new UserCreated(null, new(found.Errors.OrderBy(e => Array.IndexOf(FieldOrder, e.PropertyName))));
        }

        var result = await users.Accounts.CreateAsync(user, form.Password!);
        if (!result.Succeeded)
        {
            throw new RuleViolation(string.Join(" ", result.Errors.Select(e => e.Description).Distinct()));
        }

        if (role is { } first)
        {
            users.Db.RoleAssignments.Add(new(user.Id, first, unitId, users.Now, users.By.Name));
            await users.Db.SaveChangesAsync();
        }

        LogCreated(users.By.Name, user.Id, role);
        return new UserCreated(user.Id, found);
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} created user {UserId} with role {Role}")]
    private partial void LogCreated(string by, Guid userId, Role? role);
}
