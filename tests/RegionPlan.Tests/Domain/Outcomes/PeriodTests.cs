using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-T1", "2024-01-01", "2024-04-30")]
    [InlineData("2024-T2", "2024-05-01", "2024-08-31")]
    [InlineData("2024-T3", "2024-09-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2024-12", "2024-12-01", "2024-12-31")]
    public void A_period_has_a_first_and_a_last_day(string text, string start, string end)
    {
        var period = Period.Parse(text);

        period.Start.ShouldBe(Given.Day(start));
        period.End.ShouldBe(Given.Day(end));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("1989")]
    [InlineData("2101")]
    [InlineData("2024-")]
    [InlineData("2024-T")]
    [InlineData("2024-T0")]
    [InlineData("2024-T4")]
    [InlineData("2024-00")]
    [InlineData("2024-13")]
    [InlineData("2024-08-31")]
    [InlineData("-2024")]
    [InlineData("2024-+8")]
    [InlineData("2024-Q1")]
    [InlineData("i år")]
    [InlineData("<script>")]
    [InlineData(" 2024 ")]
    [InlineData("2024-TT2")]
    [InlineData("2024-T02")]
    [InlineData("2024-t2")]
    [InlineData("2024-8")]
    [InlineData("2024-00008")]
    [InlineData("2024-8\0")]
    public void Anything_else_is_not_a_period_and_the_message_says_how_to_write_one(string? text)
    {
        Period.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<RuleViolation>(() => Period.Parse(text!))
            .Message.ShouldBe("Ange perioden som ett år (2024), en tertial (2024-T2) eller en månad (2024-08).");
    }

    [Fact]
    public void A_period_that_is_not_in_the_calendar_is_refused()
    {
        Should.Throw<RuleViolation>(() => Period.OfYear(1989)).Message.ShouldBe("Perioden finns inte. Välj ett år mellan 1990 och 2100.");
        Should.Throw<RuleViolation>(() => Period.OfTertial(2024, 4));
        Should.Throw<RuleViolation>(() => Period.OfTertial(2024, 0));
        Should.Throw<RuleViolation>(() => Period.OfMonth(2024, 13));
    }

    [Fact]
    public void The_period_before_is_the_same_part_of_the_year_before_or_two_years_back()
    {
        Period.Parse("2024-T2").Before(Frequency.Tertial).ShouldBe(Period.Parse("2023-T2"));
        Period.Parse("2024-08").Before(Frequency.Month).ShouldBe(Period.Parse("2023-08"));
        Period.Parse("2024").Before(Frequency.Year).ShouldBe(Period.Parse("2023"));
        Period.Parse("2024").Before(Frequency.EverySecondYear).ShouldBe(Period.Parse("2022"));
    }

    [Fact]
    public void The_period_that_ends_last_is_the_later_and_of_those_that_end_together_the_longest()
    {
        string[] oldestFirst = ["2023", "2024-01", "2024-04", "2024-T1", "2024-T2", "2024-11", "2024-12", "2024-T3", "2024", "2025-01"];

        oldestFirst.Reverse().Select(Period.Parse).OrderBy(p => p.Recency).Select(p => p.ToString()).ShouldBe(oldestFirst);
    }

    [Fact]
    public void No_two_periods_are_equally_late() =>
        Prop.ForAll(Periods(), Periods(), (one, other) => one.Recency == other.Recency == (one == other)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_is_read_as_the_same_period() =>
        Prop.ForAll(Periods(), period => Period.Parse(period.ToString()) == period && period.ToString().Length <= Period.MaxTextLength)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_period_before_is_as_long_a_part_of_an_earlier_year() =>
        Prop.ForAll(Periods(), period =>
        {
            var before = period.Before(Frequency.Year);
            return before.Kind == period.Kind && before.Number == period.Number && before.Year == period.Year - 1 && before.End < period.Start;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_of_a_year_follow_on_each_other_from_its_first_day_to_its_last() =>
        Prop.ForAll(Years(), year =>
            Tile(year, [.. Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n))])
            && Tile(year, [.. Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n))])
            && Tile(year, [Period.OfYear(year)])).QuickCheckThrowOnFailure();

    private static bool Tile(int year, IReadOnlyList<Period> parts) =>
        parts[0].Start == new DateOnly(year, 1, 1)
        && parts[^1].End == new DateOnly(year, 12, 31)
        && parts.Zip(parts.Skip(1)).All(pair => pair.First.End.AddDays(1) == pair.Second.Start);

    private static Arbitrary<int> Years() => Arb.From(Gen.Choose(1990, 2100));

    private static Arbitrary<Period> Periods() => Arb.From(
        from year in Gen.Choose(1991, 2100)
        from number in Gen.Choose(1, 12)
        from kind in Gen.Elements(Enum.GetValues<PeriodKind>())
        select kind switch
        {
            PeriodKind.Year => Period.OfYear(year),
            PeriodKind.Tertial => Period.OfTertial(year, ((number - 1) % 3) + 1),
            PeriodKind.Month => Period.OfMonth(year, number),
        });
}
