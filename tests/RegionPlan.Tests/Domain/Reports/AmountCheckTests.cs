using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Domain.Economy;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>
/// An amount in the text that is not the region's result, balanskravsresultat or nettokostnad is found, and nothing that is about something else.
/// The year's result is 14,0 in the budget, 7,0 through August, 15,4 in the forecast and 16,3 in a published one; the nettokostnader are −146,5 in
/// the budget, −73,25 through August and −161,15 in the forecast.
/// </summary>
public sealed class AmountCheckTests
{
    [Theory]
    [InlineData("Helårsprognosen visar ett resultat på 435 mnkr.", "435 mnkr", "resultatet")]
    [InlineData("Årets resultat väntas bli 435,0 miljoner kronor.", "435,0 miljoner kronor", "resultatet")]
    [InlineData("Prognosen för helåret är 15,5 mnkr.", "15,5 mnkr", "resultatet")]
    [InlineData("Balanskravsresultatet blir 1\u00a0435 mnkr 2025.", "1\u00a0435 mnkr", "balanskravsresultatet")]
    [InlineData("Verksamhetens nettokostnader är −150,0 mnkr.", "−150,0 mnkr", "nettokostnaden")]
    [InlineData("Årets resultat blir cirka 435 mnkr.", "435 mnkr", "resultatet")]
    [InlineData("| Årets resultat | 435 mnkr |", "435 mnkr", "resultatet")]
    public void An_amount_that_is_not_derived_is_to_be_looked_at(string prose, string written, string what)
    {
        var found = Writing(prose).ShouldHaveSingleItem();

        (found.Kind, found.Severity, found.Section).ShouldBe((ChecklistKind.NumberDiffers, ChecklistSeverity.Check, "mal"));
        found.Message.ShouldContain($"skriver {written} om {what}.");
        found.Message.ShouldEndWith("Kontrollera att talet är rätt.");
    }

    [Fact]
    public void It_is_told_what_the_system_has() => Writing("Årets resultat blir 435 mnkr.").Single().Message.ShouldContain(
        "Årets resultat 2025, mnkr: budget 14,0, utfall till och med augusti 7,0, prognos 15,4, publicerad prognos 16,3.");

    [Theory]
    [InlineData("Årets resultat är 7,0 mnkr efter augusti och helårsprognosen är 15,4 mnkr.")]
    [InlineData("Prognosen är ett resultat på 15 mnkr.")]
    [InlineData("Resultatet är 1,4 mnkr bättre än budgetens 14,0 miljoner kronor.")]
    [InlineData("Den publicerade prognosen visar ett resultat på 16,3 mnkr.")]
    [InlineData("Nettokostnaderna är 161,2 mnkr.")]
    [InlineData("Resultatet blir knappt 16 mnkr.")]
    [InlineData("Verksamhetens nettokostnader är −73,3 mnkr.")]
    public void What_is_derived_in_any_of_its_forms_is_right(string prose) => Writing(prose).ShouldBeEmpty();

    [Theory]
    [InlineData("Vi har köpt vård för 435 mnkr.")]
    [InlineData("Resultatet för trafik är −435 mnkr.")]
    [InlineData("Hälso- och sjukvårdsnämndens resultat är −435 mnkr.")]
    [InlineData("Resultatet 2023 var 435 mnkr.")]
    [InlineData("Förra årets resultat var 435 mnkr.")]
    [InlineData("Resultatet har förbättrats, och statsbidragen är 435 mnkr.")]
    [InlineData("Prognosen för skatteintäkterna är 435 mnkr.")]
    [InlineData("Resultatet ska vara minst 435 mnkr.")]
    [InlineData("Resultatmålet är 435 mnkr.")]
    [InlineData("Resultatet är 435 personer fler.")]
    [InlineData("Resultatet för 2025 blev bättre än väntat i 435 miljoner besök.")]
    public void What_is_about_something_else_is_let_be(string prose) => Writing(prose).ShouldBeEmpty();

    [Fact]
    public void Without_an_economy_nothing_is_said() =>
        ReportChecklist.Of(new GivenReport().Write("mal", "Årets resultat blir 435 mnkr.").Facts).ShouldBeEmpty();

    private static IReadOnlyList<ChecklistFinding> Writing(string prose)
    {
        var august = Period.OfMonth(2025, 8);
        var budget = GivenBudget.Whole();
        budget.Forecast(2025, "2025-08", 16.3m, 16.3m);
        List<EconomyEntry> entries = [];
        foreach (var post in budget.Posts)
        {
            var decided = post.AmountOf(budget.Plan.Id, 2025)?.Amount;
            entries.AddRange(new AmountRow(new(post.Id, august), entries).Record(
                new(decided * 0.5m, decided * 1.1m), Guid.NewGuid(), OutcomeOrigin.Manual, Given.Recorded(), Guid.NewGuid()));
        }

        var facts = new GivenReport().Write("mal", prose).Facts with { Period = EconomyPeriod.Of(budget.Year(2025), entries, august), Published = budget.Forecasts };
        return ReportChecklist.Of(facts);
    }
}
