using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Rollup;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Domain.Rollup;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

public sealed class FigureTextTests
{
    private readonly GivenFigures given = new GivenFigures().Unit("norr", UnitKind.Division, "forvaltning").Unit("soder", UnitKind.Division, "forvaltning");

    [Fact]
    public void A_sum_names_its_units_and_tells_its_parts()
    {
        given.Records("norr", 900, 1000).Records("soder", 0.5m, 1000);

        Plain(FigureText.Origin(given.Of("forvaltning"), Tree)).ShouldBe("Beräknat ur 2 enheter: norr, soder (900,5/2 000)");
        Plain(FigureText.ShortOrigin(given.Of("forvaltning"))).ShouldBe("Beräknat ur 2 enheter (900,5/2 000)");
        Plain(FigureText.Origin(given.Of("norr"), Tree)).ShouldBe("Eget värde, 900/1 000");
        FigureText.Missing(given.Of("forvaltning"), Tree).ShouldBeNull();
    }

    [Fact]
    public void Many_units_are_counted_after_the_first_six()
    {
        for (var i = 1; i <= 8; i++)
        {
            given.Unit($"e{i}", UnitKind.Department, "norr").Records($"e{i}", 1, 2);
        }

        FigureText.Origin(given.Of("norr"), Tree).ShouldBe("Beräknat ur 8 enheter: e1, e2, e3, e4, e5, e6 och 2 till (8/16)");
    }

    [Theory]
    [InlineData(30.0, "Summan täcker 25 % av nämnaren, om de som saknas är lika stora som när de senast redovisade.")]
    [InlineData(0.01, "Summan täcker mer än 99 % av nämnaren, om de som saknas är lika stora som när de senast redovisade.")]
    [InlineData(10_000.0, "Summan täcker mindre än 1 % av nämnaren, om de som saknas är lika stora som när de senast redovisade.")]
    [InlineData(null, "Hur stor del av nämnaren summan täcker är inte känt.")]
    public void What_is_missing_is_named_and_a_part_is_never_told_as_the_whole(double? lastDenominator, string covered)
    {
        given.Records("norr", 9, 10).Expects("soder", (decimal?)lastDenominator);

        FigureText.Missing(given.Of("forvaltning"), Tree).ShouldBe($"Har inte redovisat: soder. {covered}");
    }

    [Fact]
    public void A_percentage_alone_is_told_for_itself()
    {
        given.Records("norr", 9, 10).Records("soder", 50);

        FigureText.Missing(given.Of("forvaltning"), Tree)!.ShouldStartWith("Har bara procent, utan täljare och nämnare: soder.");
    }

    [Fact]
    public void Counts_have_no_denominator_to_cover()
    {
        var counts = new GivenFigures(Given.Percent() with { UnitText = "antal", HighestPossible = null, RatioScale = 1, Decimals = 0, Aggregation = Aggregation.Sum })
            .Unit("norr", UnitKind.Division, "forvaltning").Unit("soder", UnitKind.Division, "forvaltning").Records("norr", 12).Expects("soder");

        FigureText.Origin(counts.Of("forvaltning"), TreeOf(counts)).ShouldBe("Beräknat ur 1 enhet: norr");
        FigureText.Missing(counts.Of("forvaltning"), TreeOf(counts)).ShouldBe("Har inte redovisat: soder.");
    }

    [Fact]
    public void Two_figures_that_differ_are_both_told_and_so_is_the_choice()
    {
        given.Records("norr", 9, 10).Records("forvaltning", 40, 50);
        Plain(FigureText.Difference(given.Of("forvaltning"), given.Terms)!).ShouldBe("Eget värde 80,0 % (40/50), beräknat ur enheterna under 90,0 % (9/10).");
        FigureText.Choice(given.Of("forvaltning")).ShouldBeNull();

        given.Chooses("forvaltning", FigureOrigin.Derived);
        FigureText.Choice(given.Of("forvaltning")).ShouldBe($"Det beräknade värdet gäller, valt av {Given.Recorded().By}: Kontrollerat mot källan");
        FigureText.Difference(given.Of("norr"), given.Terms).ShouldBeNull();
    }

    private OrganizationTree Tree => TreeOf(given);

    private static OrganizationTree TreeOf(GivenFigures figures) => new(figures.Ledger.Units, Given.Day("2025-12-31"));

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
