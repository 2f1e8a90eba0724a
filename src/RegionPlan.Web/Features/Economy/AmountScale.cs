namespace RegionPlan.Web.Features.Economy;

/// <summary>Tells when an amount is so many times the budget that it can hardly be in miljoner kronor. Nothing is ever converted.</summary>
internal static class AmountScale
{
    /// <summary>No smaller amount is doubted, and none that is fewer times the budget.</summary>
    private const decimal Doubtful = 50;

    /// <summary>An amount in kronor is at least so many times the budget, even after one month of twelve.</summary>
    private const decimal InKronor = 20_000;

    internal const string Thousands = "tusental kronor";
    internal const string Kronor = "kronor";

    /// <summary>What an amount seems to be told in; null where nothing is odd.</summary>
    internal static string? SeemsToBeIn(decimal? amount, decimal? budget)
    {
        if (amount is not { } some || budget is null or 0 || Math.Abs(some) < Doubtful)
        {
            return null;
        }

        var times = Math.Abs(some / budget.Value);
        return times >= InKronor ? Kronor : times >= Doubtful ? Thousands : null;
    }
}
