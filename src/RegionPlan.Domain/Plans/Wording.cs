using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>The name and text of a part of the plan, from a date.</summary>
public sealed class Wording : DatedFact
{
    public const int MaxNameLength = 400;
    public const int MaxTextLength = 4000;

    private Wording() => Name = "";

    private Wording(int version, string name, string? text, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded)
    {
        Name = name;
        Text = text;
    }

    public string Name { get; private init; }

    public string? Text { get; private init; }

    internal static Wording Next(IReadOnlyList<Wording> earlier, string name, string? text, DateOnly holdsFrom, Recording recorded)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
        {
            throw new RuleViolation($"Ange ett namn på högst {MaxNameLength} tecken.");
        }

        if (text is { Length: > MaxTextLength })
        {
            throw new RuleViolation($"Texten får vara högst {MaxTextLength} tecken. Korta den.");
        }

        if (earlier.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför texten ändras.");
        }

        return new Wording(earlier.NextVersion(), name.Trim(), string.IsNullOrWhiteSpace(text) ? null : text.Trim(), holdsFrom, recorded);
    }
}
