using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.RecordOutcomes;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>Whatever is typed is kept as it is, and told in Swedish when it cannot be recorded; never an exception.</summary>
public sealed class BadInputTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string NotANumber = "Ange ett tal, till exempel 78,5.";
    private const string NotARatio = "Skriv täljare/nämnare med två tal, till exempel 120/150.";
    private const string TooLarge = "Talet är för stort. Kontrollera antalet siffror.";
    private const string NotYesOrNo = "Skriv ja eller nej.";

    // A period for each case, so that they can share an application.
    private static int periods;
    private readonly TestApp app = demo.App;

    public static TheoryData<string, string, string> Cells => new()
    {
        { "3.23", "abc", NotANumber },
        { "3.23", "ja", NotANumber },
        { "3.23", "1e400", NotANumber },
        { "3.23", "1e2", NotANumber },
        { "3.23", "0x1F", NotANumber },
        { "3.23", "NaN", NotANumber },
        { "3.23", "Infinity", NotANumber },
        { "3.23", "-∞", NotANumber },
        { "3.23", "99999999999999999999999999999999999", NotANumber },
        { "3.23", "79228162514264337593543950335", TooLarge },
        { "3.23", "1000000000001", TooLarge },
        { "3.6", "1000000000000/0,000001", TooLarge },
        { "3.6", "79228162514264337593543950335/79228162514264337593543950335", TooLarge },
        { "3.23", "0,1234567", "Ange högst 6 decimaler." },
        { "3.23", "140", "Ange högst 100." },
        { "3.23", "100,000001", "Ange högst 100." },
        { "3.23", "-1", "Ange lägst 0." },
        { "3.23", "−0,1 %", "Ange lägst 0." },
        { "3.23", "12/0", "Nämnaren ska vara större än noll." },
        { "3.23", "0/0", "Nämnaren ska vara större än noll." },
        { "3.23", "12/-3", "Nämnaren ska vara större än noll." },
        { "3.23", "-1/100", "Ange lägst 0." },
        { "3.23", "150/120", "Täljaren kan inte vara större än nämnaren." },
        { "3.23", "1/2/3", NotANumber },
        { "3.23", "/", NotARatio },
        { "3.23", "12/", NotARatio },
        { "3.23", "/12", NotARatio },
        { "3.23", "a/b", NotARatio },
        { "3.23", "=1+1", NotANumber },
        { "3.23", "1.234,5", NotANumber },
        { "3.23", "1,2,3", NotANumber },
        { "3.23", "%", NotANumber },
        { "3.23", "1%%", NotANumber },
        { "3.23", "--1", NotANumber },
        { "3.23", "½", NotANumber },
        { "3.23", "१२", NotANumber },
        { "3.23", "<script>alert(1)</script>", NotARatio },
        { "3.23", "<img src=x onerror=alert(1)>", NotANumber },
        { "3.23", "'; DROP TABLE OutcomeEntries; --", NotANumber },
        { "3.23", "🙂🏥", NotANumber },
        { "3.23", "0\u00009", NotANumber },
        { "3.23", "\u0000", NotANumber },
        { "3.23", "a\tb\r\nc", NotANumber },
        { "3.23", "\u202e9,0", NotANumber },
        { "3.23", new string('9', 10_000), NotANumber },
        { "3.23", new string('/', 10_000), NotANumber },
        { "3.23", new string('x', 10_000), NotANumber },
        { "5.2", "0,9", NotYesOrNo },
        { "5.2", "2", NotYesOrNo },
        { "5.2", "1/1", NotYesOrNo },
        { "5.2", "kanske", NotYesOrNo },
        { "5.2", "<b>ja</b>", NotYesOrNo },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_that_cannot_be_recorded_is_told_in_Swedish_and_kept_as_typed(string code, string text, string says)
    {
        var who = await app.As("regiondirektor");
        var row = await app.Row(code, NextPeriod());

        var kept = (await app.SaveDraft(who, row, Desk.Typed(text))).ShouldBeOfType<DraftSaved.Kept>();
        var findings = (await app.Record(who, row, Desk.Typed(text), token: kept.Token)).ShouldBeOfType<RowRecorded.NotYet>().Findings;

        findings.ShouldBe([new(Sex.Total, FindingSeverity.Error, says)]);
        (await app.Entries(row)).ShouldBeEmpty();
        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe(text);
    }

    [Theory]
    [InlineData("3.23", "0,9")]
    [InlineData("3.23", " 0.9 % ")]
    [InlineData("3.23", "\t0,9\r\n")]
    [InlineData("3.23", "0,9\u00a0%")]
    [InlineData("3.23", "9/1\u202f000")]
    [InlineData("3.23", "0,90000")]
    public async Task What_is_written_another_way_is_the_same_value(string code, string text)
    {
        var row = await app.Row(code, NextPeriod());

        await app.Recorded(row, Desk.Typed(text));

        (await app.Entries(row)).ShouldHaveSingleItem().Amount.ShouldBe(0.9m);
    }

    [Theory]
    [InlineData("7\n8")]
    [InlineData("7\t8")]
    [InlineData("7\r\n8")]
    public async Task Two_pasted_cells_are_not_one_number(string text) =>
        (await app.Record(await app.As("controller.hsf"), await app.Row("3.23", NextPeriod()), Desk.Typed(text))).ShouldBeOfType<RowRecorded.NotYet>();

    [Theory]
    [InlineData("ja", 1)]
    [InlineData("NEJ", 0)]
    [InlineData(" j ", 1)]
    [InlineData("0", 0)]
    public async Task Yes_and_no_are_recorded_as_one_and_zero(string text, int amount)
    {
        var row = await app.Row("5.2", NextPeriod());

        (await app.Record(await app.As("regiondirektor"), row, Desk.Typed(text))).ShouldBeOfType<RowRecorded.Done>();

        (await app.Entries(row)).ShouldHaveSingleItem().Amount.ShouldBe(amount);
    }

    [Fact]
    public async Task Every_bad_cell_of_a_row_is_told_at_once()
    {
        var findings = (await app.Record(await app.As("controller.hsf"), await app.Row("3.23", NextPeriod()), Desk.Typed("abc", "140", "5/0")))
            .ShouldBeOfType<RowRecorded.NotYet>().Findings;

        findings.Select(f => (f.Cell, f.Message)).ShouldBe(
            [(Sex.Total, NotANumber), (Sex.Women, "Ange högst 100."), (Sex.Men, "Nämnaren ska vara större än noll.")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_cell_made_unreadable_is_told_so_and_not_taken_for_emptied()
    {
        var row = await app.Row("3.23", NextPeriod());
        var first = await app.Recorded(row, Desk.Typed("0,9"));

        var findings = (await app.Record(await app.As("controller.hsf"), row, Desk.Typed("abc", reason: "Rättat"), first.Row.Versions))
            .ShouldBeOfType<RowRecorded.NotYet>().Findings;

        findings.ShouldBe([new(Sex.Total, FindingSeverity.Error, NotANumber)]);
        (await app.Entries(row)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_yes_or_no_measure_takes_no_women_and_men() =>
        (await app.Record(await app.As("regiondirektor"), await app.Row("5.2", NextPeriod()), Desk.Typed("ja", "ja", "nej"))).ShouldBeOfType<RowRecorded.NotYet>()
            .Findings.ShouldAllBe(f => f.Message == "Måttet delas inte upp på kvinnor och män. Lämna tomt.");

    [Theory]
    [InlineData("2027")]
    [InlineData("2026-12")]
    [InlineData("2100")]
    public async Task A_period_that_has_not_begun_is_refused_but_its_draft_is_kept(string period)
    {
        var who = await app.As("controller.hsf");
        var row = await app.Row("3.23", period);

        var kept = (await app.SaveDraft(who, row, Desk.Typed("0,9"))).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Record(who, row, Desk.Typed("0,9"), token: kept.Token)).ShouldBeOfType<RowRecorded.NotYet>()
            .Findings.ShouldBe([new(null, FindingSeverity.Error, "Perioden har inte börjat. Välj en period som har varit eller pågår.")]);

        (await app.Entries(row)).ShouldBeEmpty();
        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("0,9");
    }

    [Theory]
    [InlineData("50", "60", "61", "över")]
    [InlineData("50", "40", "30", "under")]
    public async Task Women_and_men_on_the_same_side_of_the_total_want_a_comment(string total, string women, string men, string side)
    {
        var who = await app.As("controller.hsf");
        var row = await app.Row("3.23", NextPeriod());

        foreach (var comment in new[] { "", "  " })
        {
            (await app.Record(who, row, Desk.Typed(total, women, men, comment))).ShouldBeOfType<RowRecorded.NotYet>().Findings.ShouldBe(
                [new(Sex.Total, FindingSeverity.NeedsComment, $"Både kvinnor och män ligger {side} totalen. Kontrollera värdena eller skriv en kommentar.")]);
        }

        (await app.Record(who, row, Desk.Typed(total, women, men, "Okänt kön ingår i totalen"))).ShouldBeOfType<RowRecorded.Done>().Entries.ShouldBe(3);
        (await app.Entries(row)).ShouldAllBe(e => e.Comment == "Okänt kön ingår i totalen");
    }

    [Fact]
    public async Task A_total_between_women_and_men_needs_no_comment() =>
        await app.Recorded(await app.Row("3.23", NextPeriod()), Desk.Typed("50", "60", "40"));

    [Theory]
    [InlineData(10_000, 0, "Kommentaren får vara högst 2000 tecken. Korta den.")]
    [InlineData(2001, 0, "Kommentaren får vara högst 2000 tecken. Korta den.")]
    [InlineData(0, 10_000, "Motiveringen får vara högst 2000 tecken. Korta den.")]
    public async Task A_long_comment_or_reason_is_kept_as_draft_and_told(int comment, int reason, string says)
    {
        var who = await app.As("controller.hsf");
        var row = await app.Row("3.23", NextPeriod());
        var texts = Desk.Typed("0,9", comment: new string('å', comment), reason: new string('ö', reason));

        var kept = (await app.SaveDraft(who, row, texts)).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Record(who, row, texts, token: kept.Token)).ShouldBeOfType<RowRecorded.NotYet>().Findings.ShouldBe([new(null, FindingSeverity.Error, says)]);

        (await app.Draft(row)).ShouldNotBeNull().Texts.ShouldBe(texts);
    }

    [Fact]
    public async Task A_comment_of_two_thousand_characters_is_recorded_whole()
    {
        var row = await app.Row("3.23", NextPeriod());
        var comment = new string('ä', 2000);

        await app.Recorded(row, Desk.Typed("0,9", comment: comment));

        (await app.Entries(row)).ShouldHaveSingleItem().Comment.ShouldBe(comment);
    }

    [Fact]
    public async Task Every_text_of_a_draft_is_kept_to_the_letter()
    {
        var who = await app.As("controller.hsf");
        var row = await app.Row("3.23", NextPeriod());
        var texts = Desk.Typed(" 0,9\t", "<b>½</b>", "🙂\u0000slut", "rad 1\r\nrad 2\n\n", "\u200båäö 'citat' \"dubbelt\" \\ --");

        await app.SaveDraft(who, row, texts);

        (await app.Draft(row)).ShouldNotBeNull().Texts.ShouldBe(texts);
    }

    [Fact]
    public async Task A_bad_row_does_not_stop_another()
    {
        await using var own = await Demo.StartAsync();
        var who = await own.As("controller.hsf");
        var (bad, good) = (await own.Row("3.22"), await own.Row("3.23"));
        var badDraft = (DraftSaved.Kept)await own.SaveDraft(who, bad, Desk.Typed("abc"));
        var goodDraft = (DraftSaved.Kept)await own.SaveDraft(who, good, Desk.Typed("0,9"));

        (await own.Record(who, bad, Desk.Typed("abc"), token: badDraft.Token)).ShouldBeOfType<RowRecorded.NotYet>();
        (await own.Record(who, good, Desk.Typed("0,9"), token: goodDraft.Token)).ShouldBeOfType<RowRecorded.Done>();

        var rows = (await own.Rows(who)).Goals.SelectMany(g => g.Rows).ToDictionary(r => r.Series.Code);
        rows["3.22"].Draft.ShouldNotBeNull().Texts.Total.ShouldBe("abc");
        rows["3.22"].Row.Versions.ShouldBe(default);
        rows["3.23"].Draft.ShouldBeNull();
        rows["3.23"].Row.Versions.ShouldBe(new(1, 0, 0));
    }

    [Theory]
    [InlineData("period=2099", "Helår 2099 har inte börjat.")]
    [InlineData("period=abc", "Perioden i adressen går inte att läsa.")]
    [InlineData("period=2024-13", "Perioden i adressen går inte att läsa.")]
    [InlineData("period=0000", "Perioden i adressen går inte att läsa.")]
    [InlineData("period=%3Cscript%3E", "Perioden i adressen går inte att läsa.")]
    [InlineData("period=", "Perioden i adressen går inte att läsa.")]
    public async Task A_bad_period_in_the_address_is_told_and_another_is_shown(string query, string says)
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");

        var page = await browser.Open($"/utfall?{query}");

        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        page.Document.QuerySelector("[role=status]")!.TextContent.ShouldContain(says);
        page.Document.QuerySelector("#period option[selected]")!.GetAttribute("value").ShouldBe("2024");
    }

    /// <summary>2000-01, 2000-02 and on.</summary>
    private static string NextPeriod()
    {
        var number = Interlocked.Increment(ref periods);
        return Period.OfMonth(2000 + (number / 12), (number % 12) + 1).ToString();
    }
}
