using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain;

/// <summary>Every text has a longest length, and the verb that takes it says so before the database does.</summary>
public sealed class TextLimitTests
{
    private static readonly DateOnly From = Given.Day("2024-01-01");

    public static TheoryData<string, int, Action<string>> Texts => new()
    {
        { "Delmåttets namn", 200, text => Given.AMeasure().AddSeries("pv", new() { Name = text }, From, Given.Recorded()) },
        { "Delmåttets namn", 200, text => Given.ASeries().Define(new() { Name = text }, From, Given.Recorded(why: "Rättat")) },
        { "Delmåttets förkortning", 30, text => Given.AMeasure().AddSeries("pv", new() { Abbreviation = text }, From, Given.Recorded()) },
        { "Källans definition", 2000, text => Source(definition: text) },
        { "Skillnaden mot källan", 2000, text => Source(difference: text) },
        { "Källans nyckel", 100, text => Outcome(new("Kolada", text)) },
        { "Källans nyckel", 100, text => Comparison(reference: text) },
        { "Fotnoten", 1000, text => Given.ASeries().SetLongTerm(1, null, new Target.Value(1), From, Given.Recorded(), text) },
    };

    public static TheoryData<string, int, Action<string>> Needed => new()
    {
        { "Delmåttets nyckel", 40, text => Given.AMeasure().AddSeries(text, new(), From, Given.Recorded()) },
        { "Beskrivningen av den ändrade metoden", 1000, text => Given.ASeries().MarkBreak(2024, text, Given.Recorded()) },
        { "Källan", 40, text => Source(system: text) },
        { "Källans nyckel", 40, text => Source(reference: text) },
        { "Källans titel", 400, text => Source(title: text) },
        { "Planens nyckel", 40, text => _ = new Plan(text, 2024, 2026) },
        { "Målområdets namn", 100, text => _ = new Perspective(1, text) },
        { "Källan", 100, text => Outcome(new(text)) },
        { "Områdets kod", 10, text => Comparison(code: text) },
        { "Områdets namn", 100, text => Comparison(name: text) },
        { "Källan", 100, text => Comparison(source: text) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    [MemberData(nameof(Needed))]
    public void A_text_at_its_longest_is_kept_and_a_longer_one_refused(string what, int longest, Action<string> verb)
    {
        Should.NotThrow(() => verb(new string('å', longest)));
        Should.Throw<RuleViolation>(() => verb(new string('å', longest + 1)))
            .Message.ShouldBe($"{what} får vara högst {longest} tecken. Korta texten.");
    }

    [Theory]
    [MemberData(nameof(Needed))]
    public void A_text_that_is_needed_cannot_be_blank(string what, int longest, Action<string> verb)
    {
        longest.ShouldBePositive();
        Should.Throw<RuleViolation>(() => verb("")).Message.ShouldBe($"{what} saknas. Fyll i.");
        Should.Throw<RuleViolation>(() => verb(" \n")).Message.ShouldBe($"{what} saknas. Fyll i.");
    }

    [Fact]
    public void Texts_are_trimmed_and_a_blank_one_that_is_not_needed_is_none()
    {
        Given.ASeries().MarkBreak(2024, " Ny enkät ", Given.Recorded()).Text.ShouldBe("Ny enkät");
        var terms = Given.AMeasure().AddSeries(" pv ", new() { Name = " Primärvård ", Abbreviation = " " }, From, Given.Recorded()).Definitions[0].Terms;
        terms.ShouldBe(new SeriesTerms { Name = "Primärvård" });
    }

    [Fact]
    public void A_text_that_is_refused_leaves_nothing_behind()
    {
        var measure = Given.AMeasure();
        Should.Throw<RuleViolation>(() => measure.AddSeries("pv", new() { Name = new string('å', 201) }, From, Given.Recorded()));
        measure.Series.ShouldBeEmpty();

        var series = Given.ASeries();
        Should.Throw<RuleViolation>(() => series.MarkBreak(2024, "", Given.Recorded()));
        series.Breaks.ShouldBeEmpty();
    }

    [Fact]
    public void The_name_of_who_records_has_a_longest_length()
    {
        new Recording(Given.At("2024-01-01"), new string('å', 200)).By.Length.ShouldBe(200);
        Should.Throw<RuleViolation>(() => new Recording(Given.At("2024-01-01"), new string('å', 201)))
            .Message.ShouldBe("Namnet på den som registrerar får vara högst 200 tecken. Korta texten.");
    }

    private static void Source(
        string system = "Kolada", string reference = "U70449", string title = "Titel", string? definition = null, string? difference = null) =>
        Given.ASeries().AddSource(system, reference, title, definition, difference, null, Given.Recorded());

    private static void Outcome(OutcomeOrigin origin) =>
        new OutcomeRow(Guid.NewGuid(), Guid.NewGuid(), Period.OfYear(2024), Given.Percent(), [])
            .Record(new(OutcomeValue.Of(1)), Guid.NewGuid(), origin, Given.Recorded(), Given.Day("2025-02-10"));

    private static void Comparison(string code = "0000", string name = "Riket", string source = "Kolada", string? reference = null) =>
        _ = new ComparisonValue(Guid.NewGuid(), code, name, Period.OfYear(2024), 1, source, reference, 1, Given.Recorded());
}
