using System.Globalization;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

/// <summary>Money in mnkr: one decimal, thousands apart by a space that does not break, a real minus.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("-10005.7", "−10\u00a0005,7")]
    [InlineData("0", "0,0")]
    [InlineData("-0.04", "0,0")]
    [InlineData("-0.05", "−0,1")]
    [InlineData("10230", "10\u00a0230,0")]
    public void An_amount_has_one_decimal(string amount, string text) => Money.Amount(Number(amount)).ShouldBe(text);

    [Fact]
    public void An_amount_that_is_told_in_whole_mnkr_is_shown_so() => Money.WithUnit(435, 0).ShouldBe("435\u00a0mnkr");

    [Theory]
    [InlineData("71", "+71,0")]
    [InlineData("-84", "−84,0")]
    [InlineData("0.04", "0,0")]
    public void A_change_has_its_sign(string change, string text) => Money.Change(Number(change)).ShouldBe(text);

    [Fact]
    public void A_share_is_in_percent() => Money.Percent(-1.7311m).ShouldBe("−1,7\u00a0%");

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
