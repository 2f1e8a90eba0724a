using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

/// <summary>Swedish words and formats; the space in a number or before a % is one that does not break.</summary>
public sealed class SvTests
{
    private static readonly MeasureTerms Percent = Given.Percent();
    private static readonly MeasureTerms Count = Given.Percent() with { UnitText = "per 1 000 invånare", Decimals = 0, HighestPossible = null };

    [Theory]
    [InlineData("89.5", "89,5\u00a0%")]
    [InlineData("89", "89,0\u00a0%")]
    [InlineData("-0.3", "−0,3\u00a0%")]
    [InlineData("0.05", "0,1\u00a0%")]
    [InlineData("-0.05", "−0,1\u00a0%")]
    [InlineData("1234.56", "1\u00a0234,6\u00a0%")]
    public void An_outcome_is_shown_with_the_measures_decimals_and_a_real_minus(string value, string text) => Sv.Value(Number(value), Percent).ShouldBe(text);

    [Theory]
    [InlineData("-0.04")]
    [InlineData("0.04")]
    public void What_rounds_to_zero_has_no_sign(string value) => Sv.Value(Number(value), Percent).ShouldBe("0,0\u00a0%");

    [Theory]
    [InlineData("87", "87\u00a0%")]
    [InlineData("82.65", "82,65\u00a0%")]
    [InlineData("-1.7", "−1,7\u00a0%")]
    [InlineData("0", "0\u00a0%")]
    public void A_decided_value_has_no_decimals_that_say_nothing(string value, string text) => Sv.Decided(Number(value), Percent).ShouldBe(text);

    [Fact]
    public void A_unit_in_words_does_not_stand_after_every_number()
    {
        Sv.Value(12500, Count).ShouldBe("12\u00a0500");
        Sv.Decided(450, Count).ShouldBe("450");
    }

    [Fact]
    public void Yes_and_no_are_words()
    {
        Sv.Value(1, Given.YesOrNo()).ShouldBe("Ja");
        Sv.Value(0, Given.YesOrNo()).ShouldBe("Nej");
        Sv.Decided(1, Given.YesOrNo()).ShouldBe("Ja");
        Sv.Distance(0, Given.YesOrNo()).ShouldBe("som målvärdet");
        Sv.Distance(-1, Given.YesOrNo()).ShouldBe("inte som målvärdet");
    }

    [Fact]
    public void A_target_is_a_value_words_or_none()
    {
        Sv.Target(new Target.Value(87), Percent).ShouldBe("87\u00a0%");
        Sv.Target(new Target.Words("Netto noll"), Percent).ShouldBe("Netto noll");
        Sv.Target(new Target.None(NoTargetReason.Biennial), Percent).ShouldBe("Ej målsatt");
    }

    [Theory]
    [InlineData("1.8", "+1,8")]
    [InlineData("-1.2", "−1,2")]
    [InlineData("0", "0,0")]
    public void A_change_has_its_sign(string change, string text) => Sv.Change(Number(change), Percent).ShouldBe(text);

    [Theory]
    [InlineData("2.5", "2,5 procentenheter över")]
    [InlineData("-11.7", "11,7 procentenheter under")]
    [InlineData("0", "på målvärdet")]
    public void A_distance_is_told_in_percentage_points(string distance, string text) => Sv.Distance(Number(distance), Percent).ShouldBe(text);

    [Fact]
    public void A_distance_in_another_unit_is_a_number() => Sv.Distance(-1500, Count).ShouldBe("1\u00a0500 under");

    [Theory]
    [InlineData("2024", "helår 2024", "2024")]
    [InlineData("2024-T2", "tertial 2 2024", "T2 2024")]
    [InlineData("2024-08", "augusti 2024", "aug. 2024")]
    [InlineData("2024-05", "maj 2024", "maj 2024")]
    public void A_period_is_told_long_and_short(string period, string text, string shortText)
    {
        Sv.Period(Period.Parse(period)).ShouldBe(text);
        Sv.ShortPeriod(Period.Parse(period)).ShouldBe(shortText);
    }

    [Fact]
    public void A_time_is_the_regions_own_clock_in_summer_and_winter()
    {
        Sv.Time(new(2024, 7, 1, 22, 30, 0, TimeSpan.Zero)).ShouldBe("2024-07-02 00:30");
        Sv.Time(new(2024, 12, 31, 23, 30, 0, TimeSpan.Zero)).ShouldBe("2025-01-01 00:30");
        Sv.Day(new(2024, 8, 31)).ShouldBe("2024-08-31");
    }

    [Fact]
    public void Every_word_of_the_vocabularies_has_a_Swedish_word_of_its_own()
    {
        Enum.GetValues<Sex>().Select(Sv.Sex).ShouldBe(["totalt", "kvinnor", "män"]);
        Enum.GetValues<DesiredDirection>().Select(Sv.Desired).ShouldBe(["högt värde är bra", "lågt värde är bra", "ja är bra"]);
        Enum.GetValues<Frequency>().Select(Sv.Frequency).ShouldBe(["varje månad", "varje tertial", "varje år", "vartannat år"]);
        Enum.GetValues<SexSplit>().Select(Sv.SexSplit).ShouldBeUnique();
        Enum.GetValues<NoTargetReason>().Select(Sv.NoTarget).ShouldBe(["mäts vartannat år", "inte beslutat", "målvärde saknas i underlaget"]);
    }

    [Fact]
    public void One_thing_is_singular_and_none_or_several_plural()
    {
        Sv.Count(1, "uppnådd", "uppnådda").ShouldBe("1 uppnådd");
        Sv.Count(0, "uppnådd", "uppnådda").ShouldBe("0 uppnådda");
        Sv.Count(3, "uppnådd", "uppnådda").ShouldBe("3 uppnådda");
    }

    [Fact]
    public void Numbers_in_drawings_are_for_machines() => ChartText.Svg(-1234.56).ShouldBe("-1234.6");

    [Theory]
    [InlineData("87", 1, "87")]
    [InlineData("87.5", 1, "87,5")]
    [InlineData("-0.5", 2, "−0,50")]
    public void A_short_number_leaves_out_decimals_only_where_all_are_zero(string value, int decimals, string text) =>
        ChartText.Short(Number(value), decimals).ShouldBe(text);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
