using RegionPlan.Domain;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.Measures;

public sealed class MeasureTermsTests
{
    public static TheoryData<MeasureTerms, string> NotValid => new()
    {
        { Given.Percent() with { Name = " " }, "Namnet saknas. Fyll i." },
        { Given.Percent() with { Name = new string('x', 401) }, "Namnet får vara högst 400 tecken. Korta texten." },
        { Given.Percent() with { UnitText = "" }, "Enheten saknas. Fyll i." },
        { Given.Percent() with { UnitText = new string('x', 101) }, "Enheten får vara högst 100 tecken. Korta texten." },
        { Given.Percent() with { Definition = new string('x', 4001) }, "Definitionen får vara högst 4000 tecken. Korta texten." },
        { Given.Percent() with { Source = new string('x', 401) }, "Källan får vara högst 400 tecken. Korta texten." },
        { Given.Percent() with { Note = new string('x', 4001) }, "Anmärkningen får vara högst 4000 tecken. Korta texten." },
        { Given.Percent() with { Decimals = -1 }, "Antalet decimaler ska vara 0 till 4." },
        { Given.Percent() with { Decimals = 5 }, "Antalet decimaler ska vara 0 till 4." },
        { Given.Percent() with { LowestPossible = 101 }, "Det lägsta möjliga värdet kan inte vara större än det högsta." },
        { Given.Percent() with { Tolerance = -0.1m }, "Tolerans och tröskel för trend ska vara noll eller större." },
        { Given.Percent() with { TrendThreshold = -0.1m }, "Tolerans och tröskel för trend ska vara noll eller större." },
        { Given.Percent() with { RatioScale = 0 }, "Täljare/nämnare ska multipliceras med ett tal större än noll." },
    };

    public static TheoryData<MeasureTerms> Valid => new()
    {
        Given.Percent(),
        Given.YesOrNo(),
        Given.Percent() with { Name = new string('x', 400), UnitText = new string('x', 100), Definition = new string('x', 4000) },
        Given.Percent() with { Decimals = 0, Tolerance = 0, TrendThreshold = 0 },
        Given.Percent() with { Decimals = 4, LowestPossible = 100 },
        Given.Percent() with { LowestPossible = null, HighestPossible = null },
    };

    [Theory]
    [MemberData(nameof(NotValid))]
    public void What_is_wrong_with_terms_is_said_in_words(MeasureTerms terms, string message) =>
        Should.Throw<RuleViolation>(() => Define(terms)).Message.ShouldBe(message);

    [Theory]
    [MemberData(nameof(Valid))]
    public void Terms_at_their_limits_are_valid(MeasureTerms terms) => Should.NotThrow(() => Define(terms));

    [Fact]
    public void A_measure_is_a_share_when_the_whole_is_its_highest_possible_value()
    {
        Given.Percent().IsShare.ShouldBeTrue();
        (Given.Percent() with { HighestPossible = null }).IsShare.ShouldBeFalse();
        (Given.Percent() with { RatioScale = 1000, HighestPossible = null, UnitText = "per 1 000 invånare över 80 år" }).IsShare.ShouldBeFalse();
        (Given.Percent() with { RatioScale = 1, HighestPossible = 1, UnitText = "indexvärde 0-1" }).IsShare.ShouldBeTrue();
    }

    private static MeasureDefinition Define(MeasureTerms terms) => Given.AMeasure().Define(terms, Given.Day("2024-01-01"), Given.Recorded());
}
