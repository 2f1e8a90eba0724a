using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

public sealed class SwedishNumberTests
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    [Theory]
    [InlineData("78,5", 78.5)]
    [InlineData("78.5", 78.5)]
    [InlineData("78", 78)]
    [InlineData("0", 0)]
    [InlineData("+5", 5)]
    [InlineData(",5", 0.5)]
    [InlineData("-0,3", -0.3)]
    [InlineData("\u22120,3", -0.3)] // minus sign
    [InlineData("\u20130,3", -0.3)] // en dash
    [InlineData("\u2212 0,3", -0.3)]
    [InlineData("78 %", 78)]
    [InlineData("78%", 78)]
    [InlineData("78,5\u00a0%", 78.5)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00a0234,5", 1234.5)] // no-break space
    [InlineData("1\u202f234,5", 1234.5)] // narrow no-break space
    [InlineData("  78,5\t", 78.5)]
    [InlineData("78,5\r\n", 78.5)]
    [InlineData("12 345 678", 12345678)]
    public void Numbers_are_read_as_people_write_them(string text, double expected)
    {
        SwedishNumber.TryParse(text, out var number).ShouldBeTrue();
        number.ShouldBe((decimal)expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u00a0")]
    [InlineData("%")]
    [InlineData("78 %%")]
    [InlineData("%78")]
    [InlineData("-")]
    [InlineData("--3")]
    [InlineData("3-")]
    [InlineData("12-3")]
    [InlineData("1,2,3")]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    [InlineData("1e400")]
    [InlineData("1e4")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("\u221e")]
    [InlineData("0x1F")]
    [InlineData("(5)")]
    [InlineData("=1+1")]
    [InlineData("<script>")]
    [InlineData("\U0001f600")]
    [InlineData("5\U0001f600")]
    [InlineData("\u0665\u0666")] // Arabic-Indic digits
    [InlineData("uppgift saknas")]
    [InlineData("12\t34")] // two cells of a table
    [InlineData("12\t345")]
    [InlineData("78\n79")]
    [InlineData("78\n%")]
    [InlineData("1 2 3")]
    [InlineData("7 8,5")]
    [InlineData("1 23")]
    [InlineData("1234 567")]
    [InlineData("1  234")]
    [InlineData("5 ,5")]
    [InlineData("78,5 7")]
    [InlineData("78,123 456")]
    [InlineData("78,5\0")]
    [InlineData(",")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Anything_else_is_not_a_number_and_never_an_exception(string? text) => SwedishNumber.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData('1')]
    [InlineData(' ')]
    [InlineData(',')]
    [InlineData('x')]
    public void Ten_thousand_characters_are_not_a_number(char character) =>
        SwedishNumber.TryParse(new string(character, 10_000), out _).ShouldBeFalse();

    [Theory]
    [InlineData("ja", 1)]
    [InlineData("Ja ", 1)]
    [InlineData("J", 1)]
    [InlineData("1", 1)]
    [InlineData("nej", 0)]
    [InlineData("NEJ", 0)]
    [InlineData("n", 0)]
    [InlineData("0", 0)]
    public void Yes_and_no_are_one_and_zero(string text, int expected)
    {
        SwedishNumber.TryParseYesNo(text, out var number).ShouldBeTrue();
        number.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kanske")]
    [InlineData("2")]
    [InlineData("ja nej")]
    [InlineData("yes")]
    public void Anything_else_is_neither_yes_nor_no(string? text) => SwedishNumber.TryParseYesNo(text, out _).ShouldBeFalse();

    [Fact]
    public void What_the_application_writes_in_Swedish_can_be_read_back() =>
        Prop.ForAll(Numbers(), number =>
            ReadBack(number.ToString("#,##0.######", Swedish)) == number
            && ReadBack(number.ToString("0.######", Swedish)) == number
            && ReadBack(number.ToString("#,##0.######", Swedish) + " %") == number)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_at_all_is_an_exception() =>
        Prop.ForAll<string>(text => SwedishNumber.TryParse(text, out _) || true).QuickCheckThrowOnFailure();

    private static decimal? ReadBack(string text) => SwedishNumber.TryParse(text, out var number) ? number : null;

    private static Arbitrary<decimal> Numbers() => Arb.From(
        from whole in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from scale in Gen.Choose(0, 6)
        select whole / (decimal)Math.Pow(10, scale));
}
