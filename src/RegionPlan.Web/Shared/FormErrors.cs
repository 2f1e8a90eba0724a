using FluentValidation.Results;

namespace RegionPlan.Web.Shared;

/// <summary>What is to be mended in a posted form, by field.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Message)> all = [];

    public IReadOnlyList<(string Field, string Message)> All => all;

    /// <summary>The first message about a field; null where it is all right.</summary>
    public string? this[string field] => all.Where(e => e.Field == field).Select(e => e.Message).FirstOrDefault();

    public static string IdOf(string name) => name.Replace('.', '-').ToLowerInvariant();

    public static FormErrors Of(ValidationResult result, string prefix)
    {
        var errors = new FormErrors();
        foreach (var error in result.Errors)
        {
            errors.all.Add(($"{prefix}.{error.PropertyName}", error.ErrorMessage));
        }

        return errors;
    }

    /// <summary>An error about the form as a whole.</summary>
    public void Add(string message) => all.Add(("", message));

    /// <summary>An error about one field.</summary>
    public void Add(string field, string message) => all.Add((field, message));
}
