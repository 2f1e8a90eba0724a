namespace RegionPlan.Domain.Outcomes;

/// <summary>
/// A reported value in the measure's unit, with the numerator and denominator it was derived from where it was reported so.
/// Yes is 1 and no is 0.
/// </summary>
public sealed record OutcomeValue
{
    /// <summary>Values are kept with six decimals at most.</summary>
    public const int MaxDecimals = 6;

    /// <summary>No value, numerator or denominator is larger than this, either side of zero.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    private OutcomeValue(decimal amount, decimal? numerator, decimal? denominator)
    {
        Amount = amount;
        Numerator = numerator;
        Denominator = denominator;
    }

    public decimal Amount { get; }

    public decimal? Numerator { get; }

    public decimal? Denominator { get; }

    /// <exception cref="RuleViolation">The value is too large or has more decimals than are kept.</exception>
    public static OutcomeValue Of(decimal amount) => new(Keepable(amount), null, null);

    /// <summary>numerator / denominator × scale, rounded to six decimals, half away from zero.</summary>
    /// <exception cref="RuleViolation">The denominator is zero or negative, or a part is too large or too fine.</exception>
    public static OutcomeValue OfRatio(decimal numerator, decimal denominator, decimal scale)
    {
        if (Keepable(denominator) <= 0)
        {
            throw new RuleViolation("Nämnaren ska vara större än noll.");
        }

        var amount = Math.Round(Keepable(numerator) / denominator * scale, MaxDecimals, MidpointRounding.AwayFromZero);
        return new(Keepable(amount), numerator, denominator);
    }

    /// <summary>The ratio of two sums, each of valid parts; larger than what can be recorded is not refused.</summary>
    internal static OutcomeValue OfSums(decimal numerator, decimal denominator, decimal scale) =>
        new(Math.Round(numerator / denominator * scale, MaxDecimals, MidpointRounding.AwayFromZero), numerator, denominator);

    /// <summary>Rebuilds a stored value, which was valid when it was recorded.</summary>
    internal static OutcomeValue Stored(decimal amount, decimal? numerator, decimal? denominator) => new(amount, numerator, denominator);

    private static decimal Keepable(decimal number)
    {
        if (Math.Abs(number) > Largest)
        {
            throw new RuleViolation("Talet är för stort. Kontrollera antalet siffror.");
        }

        return decimal.Round(number, MaxDecimals) == number
            ? number
            : throw new RuleViolation($"Ange högst {MaxDecimals} decimaler.");
    }
}
