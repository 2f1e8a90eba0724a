using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>What Identity refuses, told in Swedish with how to mend it.</summary>
internal sealed class SwedishIdentityErrors : IdentityErrorDescriber
{
    private const string Needs = "Lösenordet behöver minst ";
    private const string EmailTaken = "Det finns redan en användare med den e-postadressen.";
    private const string EmailUnfit = "E-postadressen kan inte användas. Skriv den som namn@exempel.se, med a–z, siffror och . _ - +";

    public override IdentityError DefaultError() => Of(nameof(DefaultError), "Uppgiften kunde inte sparas. Försök igen.");

    public override IdentityError ConcurrencyFailure() =>
        Of(nameof(ConcurrencyFailure), "Någon annan ändrade användaren samtidigt. Läs det som står nu och försök igen.");

    public override IdentityError DuplicateEmail(string email) => Of(nameof(DuplicateEmail), EmailTaken);

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), EmailTaken);

    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail), EmailUnfit);

    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidUserName), EmailUnfit);

    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), "Lösenordet stämmer inte.");

    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), $"{Needs}{length} tecken.");

    public override IdentityError PasswordRequiresDigit() => Of(nameof(PasswordRequiresDigit), $"{Needs}en siffra.");

    public override IdentityError PasswordRequiresLower() => Of(nameof(PasswordRequiresLower), $"{Needs}en liten bokstav.");

    public override IdentityError PasswordRequiresUpper() => Of(nameof(PasswordRequiresUpper), $"{Needs}en stor bokstav.");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Of(nameof(PasswordRequiresNonAlphanumeric), $"{Needs}ett specialtecken.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Of(nameof(PasswordRequiresUniqueChars), $"{Needs}{uniqueChars} olika tecken.");

    /// <summary>What Identity refused as one failure of a field, each thing said once; none where it refused nothing.</summary>
    internal static IEnumerable<ValidationFailure> AsFailure(string property, IEnumerable<IdentityResult> results)
    {
        var messages = results.SelectMany(r => r.Errors).Select(e => e.Description).Distinct().ToList();
        if (messages.Count == 0)
        {
            return [];
        }

        return messages.TrueForAll(m => m.StartsWith(Needs, StringComparison.Ordinal))
            ? [new(property, $"{Needs}{Listed(messages.ConvertAll(m => m[Needs.Length..^1]))}.")]
            : [new(property, string.Join(" ", messages))];
    }

    /// <summary>What the options ask of a password, for the hint at the field.</summary>
    internal static string RulesFor(PasswordOptions options)
    {
        string?[] parts =
        [
            $"{options.RequiredLength} tecken",
            options.RequireUppercase ? "en stor bokstav" : null,
            options.RequireLowercase ? "en liten bokstav" : null,
            options.RequireDigit ? "en siffra" : null,
            options.RequireNonAlphanumeric ? "ett specialtecken, till exempel - eller !" : null,
        ];
        return $"Minst {Listed([.. parts.OfType<string>()])}";
    }

    private static string Listed(List<string> parts) =>
        parts is [.. { Count: > 0 } first, var last] ? $"{string.Join(", ", first)} och {last}" : parts[0];

    private static IdentityError Of(string code, string description) => new() { Code = code, Description = description };
}
