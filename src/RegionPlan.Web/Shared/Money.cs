using RegionPlan.Domain.Economy;

namespace RegionPlan.Web.Shared;

/// <summary>How money is written: mnkr with one decimal, thousands apart, a real minus. The one place where amounts are turned into text.</summary>
public static class Money
{
    private const int Decimals = 1;

    /// <summary>An amount for a table whose heading says mnkr: −10 005,7.</summary>
    public static string Amount(decimal amount, int decimals = Decimals) => ChartText.Number(Mnkr.Rounded(amount, decimals), decimals);

    /// <summary>An amount in running text: −177,1 mnkr.</summary>
    public static string WithUnit(decimal amount, int decimals = Decimals) => Amount(amount, decimals) + "\u00a0mnkr";

    /// <summary>A difference with its sign: +71,0; −84,0; 0,0.</summary>
    public static string Change(decimal change, int decimals = Decimals) => (Mnkr.Rounded(change, decimals) > 0 ? "+" : "") + Amount(change, decimals);

    /// <summary>A share: −1,7 %.</summary>
    public static string Percent(decimal percent) => Amount(percent) + "\u00a0%";
}
