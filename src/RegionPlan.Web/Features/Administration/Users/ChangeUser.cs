using System.Security.Claims;
using FluentValidation.Results;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>What became of a changed user.</summary>
internal abstract record UserChanged
{
    private UserChanged()
    {
    }

    internal sealed record Done : UserChanged;

    /// <summary>Something is to be mended first.</summary>
    internal sealed record NotYet(ValidationResult Found) : UserChanged;

    /// <summary>Somebody else changed the name or address since the page was opened; nothing was overwritten.</summary>
    internal sealed record ChangedByAnother : UserChanged;
}

/// <summary>Changes the name and address of a user.</summary>
internal sealed partial class ChangeUser(UserWriting writing, ILogger<ChangeUser> log)
{
    private static readonly UserFormValidator Validator = new();

    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">There is no such user.</exception>
    internal Task<UserChanged> ChangeAsync(ClaimsPrincipal principal, Guid userId, UserForm form) =>
        writing.WriteAsync<UserChanged>(principal, async users =>
    {
        var user = await users.OfAsync(userId);

        // The stamp changes with a failed sign-in too, which is nothing to choose about.
        if (user.ConcurrencyStamp != form.Stamp
            && (user.DisplayName != form.SeenName || user.Email != form.SeenEmail)
            && (user.DisplayName != form.Name?.Trim() || user.Email != form.Email?.Trim()))
        {
            return new UserChanged.ChangedByAnother();
        }

        var found = Validator.Validate(form);
        if (found.IsSound(nameof(form.Email)))
        {
            user.Email = form.Email!.Trim();
            user.UserName = user.Email;
            found.Errors.AddRange(await users.CheckAddressAsync(user));
        }

        if (!found.IsValid)
        {
            return new UserChanged.NotYet(found);
        }

        user.DisplayName = form.Name!.Trim();
        await users.SaveAsync(user);
        LogChanged(users.By.Name, userId);
        return new UserChanged.Done();
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} changed the name or address of user {UserId}")]
    private partial void LogChanged(string by, Guid userId);
}
