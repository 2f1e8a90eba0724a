namespace RegionPlan.Domain.Economy;

/// <summary>Amounts of money are decimals in miljoner kronor, minus for a cost; three decimals are whole thousands of kronor.</summary>
public static class Mnkr
{
    /// <summary>Amounts are kept to a thousand kronor.</summary>
    public const int MaxDecimals = 3;

    /// <summary>No amount is larger than this, either side of zero.</summary>
    public const decimal Largest = 1_000_000m;

    /// <summary>An amount that can be kept.</summary>
    /// <exception cref="RuleViolation">It is too large or too fine.</exception>
    public static decimal Keepable(decimal amount)
    {
        if (Math.Abs(amount) > Largest)
        {
            throw new RuleViolation("Beloppet är för stort. Ange det i miljoner kronor.");
        }

        return decimal.Round(amount, MaxDecimals) == amount
            ? amount
            : throw new RuleViolation($"Beloppet får ha högst {MaxDecimals} decimaler. Ange det i miljoner kronor.");
    }

    /// <summary>An amount as it stands with some decimals, half away from zero.</summary>
    public static decimal Rounded(decimal amount, int decimals) => Math.Round(amount, decimals, MidpointRounding.AwayFromZero);
}
