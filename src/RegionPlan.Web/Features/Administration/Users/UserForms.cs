using FluentValidation;
using FluentValidation.Results;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>A role for a unit, as posted.</summary>
public sealed class RoleForm
{
    public string? Role { get; set; }

    public string? Unit { get; set; }
}

/// <summary>A new user, as posted; the role may wait.</summary>
public sealed class NewUserForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? Role { get; set; }

    public string? Unit { get; set; }
}

/// <summary>A user's name and address, as posted, with what they were when the page was opened.</summary>
public sealed class UserForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>The user's concurrency stamp when the page was opened.</summary>
    public string? Stamp { get; set; }

    public string? SeenName { get; set; }

    public string? SeenEmail { get; set; }

    internal static UserForm Of(UserDetails user) =>
        new() { Name = user.Name, Email = user.Email, Stamp = user.Stamp, SeenName = user.Name, SeenEmail = user.Email };
}

/// <summary>A new password, as posted.</summary>
public sealed class PasswordForm
{
    public string? Password { get; set; }

    /// <summary>Which password the user had when the page was opened.</summary>
    public string? Version { get; set; }
}

internal sealed class RoleFormValidator : AbstractValidator<RoleForm>
{
    public RoleFormValidator()
    {
        RuleFor(f => f.Role).IsRole();
        RuleFor(f => f.Unit).NotEmpty().WithMessage(UserRules.ChooseUnit);
    }
}

internal sealed class NewUserFormValidator : AbstractValidator<NewUserForm>
{
    public NewUserFormValidator()
    {
        RuleFor(f => f.Name).IsName();
        RuleFor(f => f.Email).IsEmail();
        RuleFor(f => f.Password).IsPassword();
        RuleFor(f => f.Role).IsRole().When(f => !string.IsNullOrEmpty(f.Role) || !string.IsNullOrEmpty(f.Unit));
        RuleFor(f => f.Unit).NotEmpty().WithMessage(UserRules.ChooseUnit).When(f => !string.IsNullOrEmpty(f.Role));
    }
}

internal sealed class UserFormValidator : AbstractValidator<UserForm>
{
    public UserFormValidator()
    {
        RuleFor(f => f.Name).IsName();
        RuleFor(f => f.Email).IsEmail();
    }
}

internal sealed class PasswordFormValidator : AbstractValidator<PasswordForm>
{
    public PasswordFormValidator() => RuleFor(f => f.Password).IsPassword();
}

/// <summary>Rules that the forms of users share. What only the database or Identity can tell is checked in the write.</summary>
internal static class UserRules
{
    internal const string ChooseUnit = "Välj en enhet.";

    private const int MaxEmailLength = 256;
    private const int MaxPasswordLength = 200;

    internal static void IsName<T>(this IRuleBuilderInitial<T, string?> field) => field
        .Cascade(CascadeMode.Stop)
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ange ett namn.")
        .MaximumLength(AppUser.MaxNameLength).WithMessage($"Namnet får vara högst {AppUser.MaxNameLength} tecken. Korta det.")
        .Must(text => !text!.Any(char.IsControl)).WithMessage("Namnet ska stå på en rad, utan radbrytningar och styrtecken.");

    internal static void IsEmail<T>(this IRuleBuilderInitial<T, string?> field) => field
        .Cascade(CascadeMode.Stop)
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ange en e-postadress.")
        .MaximumLength(MaxEmailLength).WithMessage($"E-postadressen får vara högst {MaxEmailLength} tecken.")
        .Must(IsAddress).WithMessage("Ange e-postadressen som namn@exempel.se.");

    internal static void IsPassword<T>(this IRuleBuilderInitial<T, string?> field) => field
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Ange ett lösenord.")
        .MaximumLength(MaxPasswordLength).WithMessage($"Lösenordet får vara högst {MaxPasswordLength} tecken.");

    internal static IRuleBuilderOptions<T, string?> IsRole<T>(this IRuleBuilder<T, string?> field) =>
        field.Must(text => ReadRole(text) is not null).WithMessage("Välj en roll.");

    internal static Role? ReadRole(string? text) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => r.ToString() == text);

    internal static bool IsSound(this ValidationResult found, string property) => found.Errors.TrueForAll(e => e.PropertyName != property);

    private static bool IsAddress(string? text) => text!.Trim() is var trimmed
        && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && trimmed.Split('@') is [{ Length: > 0 }, var host]
        && host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && !host.EndsWith('.');
}
