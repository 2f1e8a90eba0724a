using System.Security.Claims;
using FluentValidation.Results;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>Gives a user a new password and ends their sessions.</summary>
internal sealed partial class ChangePassword(UserWriting writing, ILogger<ChangePassword> log)
{
    private static readonly PasswordFormValidator Validator = new();

    /// <returns>What is to be mended; nothing where the password is changed.</returns>
    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">There is no such user, or another changed the password since the page was opened.</exception>
    internal Task<ValidationResult> ChangeAsync(ClaimsPrincipal principal, Guid userId, PasswordForm form) =>
        writing.WriteAsync(principal, async users =>
    {
        var user = await users.OfAsync(userId);
        if (UserQuery.PasswordVersion(user.SecurityStamp) != form.Version)
        {
            throw new RuleViolation("Någon annan har bytt lösenordet eller låst kontot sedan du öppnade sidan. "
                + "Lösenordet är inte bytt. Försök igen om det fortfarande behövs.");
        }

        var found = Validator.Validate(form);
        if (found.IsValid)
        {
            found.Errors.AddRange(await users.CheckPasswordAsync(user, form.Password!));
        }

        if (found.IsValid)
        {
            user.PasswordHash = users.Accounts.PasswordHasher.HashPassword(user, form.Password!);
            WritableUsers.EndSessions(user);
            await users.SaveAsync(user);
            LogChanged(users.By.Name, userId);
        }

        return found;
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} changed the password of user {UserId}")]
    private partial void LogChanged(string by, Guid userId);
}
