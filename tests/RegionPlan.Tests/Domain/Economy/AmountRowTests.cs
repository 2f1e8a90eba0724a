using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Economy;

/// <summary>Recording the amounts of a budget post through a month.</summary>
public sealed class AmountRowTests
{
    private static readonly OutcomeOrigin Example = new("Demonstration", IsExample: true);
    private readonly AmountRow row = new(new(Guid.NewGuid(), Period.OfMonth(2025, 8)), []);

    [Fact]
    public void The_outcome_and_the_forecast_are_entries_of_their_own()
    {
        var made = Record(new(-12.3m, -20m, "Enligt plan"));

        made.Select(e => (e.Kind, e.Amount, e.Version, e.Comment)).ShouldBe([(AmountKind.Outcome, -12.3m, 1, "Enligt plan"), (AmountKind.Forecast, -20m, 1, "Enligt plan")]);
    }

    [Fact]
    public void An_amount_that_stands_is_changed_only_with_a_reason_and_the_earlier_stays()
    {
        Record(new(-12.3m, -20m));

        Should.Throw<RuleViolation>(() => Record(new(-12.4m, -20m))).Message.ShouldBe("Beloppet är redan registrerat. Skriv varför det ändras.");
        var made = Record(new(-12.4m, -20m), why: "Fel period").Single();
        (made.Kind, made.Version, made.Amount, made.Recorded.Why).ShouldBe((AmountKind.Outcome, 2, -12.4m, "Fel period"));
    }

    [Fact]
    public void An_amount_as_it_stands_is_not_recorded_again() => Twice(new(-12.3m, null)).ShouldBeEmpty();

    [Fact]
    public void An_invented_amount_gives_way_to_a_real_one_also_where_they_are_equal()
    {
        row.Record(new(-12.3m, -20m), Guid.NewGuid(), Example, Given.Recorded());

        var made = Record(new(-12.3m, -21m));

        made.Select(e => (e.Version, e.IsExample, e.Recorded.Why)).ShouldBe([(2, false, "Ersätter ett exempelvärde"), (2, false, "Ersätter ett exempelvärde")]);
    }

    [Fact]
    public void What_is_not_told_takes_back_only_what_was_handed_in()
    {
        row.Record(new(-12.3m, null), Guid.NewGuid(), Example, Given.Recorded());
        Record(new(null, -20m), why: "Rättat", from: Guid.NewGuid()).Single().Kind.ShouldBe(AmountKind.Forecast);

        var made = Record(new(null, null), why: "Prognosen gällde en annan post", from: Guid.NewGuid());

        made.Select(e => (e.Kind, e.Amount)).ShouldBe([(AmountKind.Forecast, null)]);
        row.Current(AmountKind.Outcome)!.Amount.ShouldBe(-12.3m);
    }

    [Fact]
    public void An_amount_belongs_to_a_month()
    {
        var year = new AmountRow(new(Guid.NewGuid(), Period.OfYear(2025)), []);

        Should.Throw<RuleViolation>(() => year.Record(new(1, null), Guid.NewGuid(), OutcomeOrigin.Manual, Given.Recorded())).Message.ShouldStartWith("Utfall och prognos lämnas");
    }

    private IReadOnlyList<EconomyEntry> Twice(AmountReport report)
    {
        Record(report);
        return Record(report);
    }

    private IReadOnlyList<EconomyEntry> Record(AmountReport report, string? why = null, Guid? from = null) =>
        row.Record(report, Guid.NewGuid(), OutcomeOrigin.Manual, Given.Recorded(why: why), from);
}
