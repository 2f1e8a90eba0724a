namespace RegionPlan.Domain.History;

/// <summary>Who recorded a fact, when and why: the transaction-time axis, <c>asOf</c> in URLs and the API.</summary>
public sealed record Recording
{
    /// <summary>The longest name that is kept, in characters.</summary>
    public const int MaxByLength = 200;

    /// <summary>The longest motivation that is kept, in characters.</summary>
    public const int MaxWhyLength = 2000;

    private Recording() => By = "";

    /// <exception cref="RuleViolation">Nobody is named, or a text is too long.</exception>
    public Recording(DateTimeOffset at, string by, Guid? userId = null, string? why = null)
    {
        if (string.IsNullOrWhiteSpace(by))
        {
            throw new RuleViolation("Ange vem som registrerar uppgiften.");
        }

        if (why is { Length: > MaxWhyLength })
        {
            throw new RuleViolation($"Motiveringen får vara högst {MaxWhyLength} tecken. Korta den.");
        }

        At = at.ToUniversalTime();
        By = TextLimit.Needed(by, MaxByLength, "Namnet på den som registrerar");
        UserId = userId;
        Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
    }

    /// <summary>The instant of recording, UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The name of the person or source as it was then.</summary>
    public string By { get; private init; }

    /// <summary>The user's key; null for reference data loaded by the application itself.</summary>
    public Guid? UserId { get; private init; }

    /// <summary>The motivation; null where none was asked for.</summary>
    public string? Why { get; private init; }
}
