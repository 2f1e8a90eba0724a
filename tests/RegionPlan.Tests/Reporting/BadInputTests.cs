using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Reporting;

/// <summary>Whatever is typed is kept as it is, and told in Swedish when it cannot be handed in; never an exception.</summary>
public sealed class BadInputTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string NotANumber = "Ange ett tal, till exempel 78,5.";
    private const string NotARatio = "Skriv täljare/nämnare med två tal, till exempel 120/150.";
    private const string TooLarge = "Talet är för stort. Kontrollera antalet siffror.";
    private const string NotYesOrNo = "Skriv ja eller nej.";
    private const string Staff = "regionstaben";
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
    public async Task A_cell_that_cannot_be_handed_in_is_told_in_Swedish_and_kept_as_typed(string code, string text, string says)
    {
        var scope = await ScopeOf(code);
        var row = await app.RowOf(scope, code);
        var who = await app.As("regiondirektor");

        var kept = (await app.SaveDraft(who, scope, row.Key, Desk.Typed(text, reason: "Rättat"), row.Versions, row.Draft?.Token)).ShouldBeOfType<DraftSaved.Kept>();
        var answer = (await app.Submit(who, scope, new TypedRow(row.Key.Row, Desk.Typed(text, reason: "Rättat"), row.Versions, kept.Token)))[row.Key.Row];

        answer.ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe([new(Sex.Total, FindingSeverity.Error, says)]);
        (await app.RowOf(scope, code)).Standing.ShouldBeNull();
        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.Total.ShouldBe(text);
    }

    [Theory]
    [InlineData("0,9")]
    [InlineData(" 0.9 % ")]
    [InlineData("\t0,9\r\n")]
    [InlineData("0,9\u00a0%")]
    [InlineData("9/1\u202f000")]
    [InlineData("0,90000")]
    public async Task What_is_written_another_way_is_the_same_value(string text)
    {
        await using var own = await Demo.StartAsync();
        var scope = await own.Scope();

        await own.HandedIn(scope, "3.23", Desk.Typed(text, comment: "Punktmätning"));

        (await own.RowOf(scope, "3.23")).Standing!.Row.Report.Total!.Amount.ShouldBe(0.9m);
    }

    [Theory]
    [InlineData("7\n8")]
    [InlineData("7\t8")]
    [InlineData("7\r\n8")]
    public async Task Two_pasted_cells_are_not_one_number(string text) =>
        (await Refused("3.22", Desk.Typed(text, comment: "Inklistrat"))).ShouldBe([new(Sex.Total, FindingSeverity.Error, NotANumber)]);

    [Fact]
    public async Task Every_bad_cell_of_a_row_is_told_at_once() =>
        (await Refused("3.22", Desk.Typed("abc", "140", "5/0"))).Select(f => (f.Cell, f.Message)).ShouldBe(
            [(Sex.Total, NotANumber), (Sex.Women, "Ange högst 100."), (Sex.Men, "Nämnaren ska vara större än noll.")], ignoreOrder: true);

    [Fact]
    public async Task A_cell_made_unreadable_is_told_so_and_not_taken_for_emptied() =>
        (await Refused("3.7", Desk.Typed("abc", reason: "Rättat"))).ShouldBe([new(Sex.Total, FindingSeverity.Error, NotANumber)]);

    [Fact]
    public async Task A_yes_or_no_measure_takes_no_women_and_men() =>
        (await Refused("5.2", Desk.Typed("ja", "ja", "nej"), Staff)).Where(f => f.Severity == FindingSeverity.Error)
            .ShouldAllBe(f => f.Message == "Måttet delas inte upp på kvinnor och män. Lämna tomt.");

    [Theory]
    [InlineData("50", "60", "61", "Både kvinnor (60) och män (61) ligger över totalen (50)")]
    [InlineData("50", "40", "30", "Både kvinnor (40) och män (30) ligger under totalen (50)")]
    public async Task Women_and_men_on_the_same_side_of_the_total_want_a_comment(string total, string women, string men, string says)
    {
        await using var own = await Demo.StartAsync();
        var scope = await own.Scope();
        foreach (var comment in new[] { "", "  " })
        {
            (await own.Submit("controller.hsf", scope, "3.20", Desk.Typed(total, women, men, comment, analysis: "Få fall"))).ShouldBeOfType<RowAnswer.NotYet>()
                .Findings.ShouldBe([new(Sex.Total, FindingSeverity.NeedsComment, says + ". Kontrollera värdena eller skriv en kommentar.")]);
        }

        await own.HandedIn(scope, "3.20", Desk.Typed(total, women, men, "Okänt kön ingår i totalen", analysis: "Få fall"));
    }

    [Theory]
    [InlineData(10_000, 0, 0, "Kommentaren får vara högst 2000 tecken. Korta den.")]
    [InlineData(2001, 0, 0, "Kommentaren får vara högst 2000 tecken. Korta den.")]
    [InlineData(1, 10_000, 0, "Motiveringen får vara högst 2000 tecken. Korta den.")]
    [InlineData(1, 0, 4001, "Analysen får vara högst 4000 tecken. Korta den.")]
    public async Task A_long_text_is_kept_as_draft_and_told(int comment, int reason, int analysis, string says)
    {
        var texts = Desk.Typed("0,9", comment: new string('å', comment), reason: new string('ö', reason), analysis: new string('ä', analysis));

        (await Refused("3.23", texts)).ShouldBe([new(null, FindingSeverity.Error, says)]);

        (await app.RowOf(await app.Scope(), "3.23")).Draft.ShouldNotBeNull().Texts.ShouldBe(texts);
    }

    [Theory]
    [InlineData("", "Chefen", "", "", "", "Skriv vad åtgärden är, eller ta bort ansvarig och datum.")]
    [InlineData("", "", "2026-12-31", "", "", "Skriv vad åtgärden är, eller ta bort ansvarig och datum.")]
    [InlineData("Ny rutin", "", "31/12", "", "", "Skriv åtgärdens sista dag som år-månad-dag, till exempel 2026-12-31.")]
    [InlineData("", "", "", "", "Osäkert läge", "Välj en helårsprognos.")]
    [InlineData("", "", "", "Gissning", "", "")]
    [InlineData("", "", "", "Uncertain", "", "Skriv en motivering till prognosen.")]
    public async Task A_half_told_action_or_prognos_is_told_in_Swedish(string action, string owner, string due, string forecast, string why, string says)
    {
        var texts = Desk.Typed("0,9", comment: "Punktmätning") with { Action = action, ActionOwner = owner, ActionDue = due, Forecast = forecast, ForecastReason = why };
        await using var own = await Demo.StartAsync();

        var answer = await own.Submit("controller.hsf", await own.Scope(), "3.23", texts);

        if (says.Length == 0)
        {
            answer.ShouldBeOfType<RowAnswer.HandedIn>("what is no prognos is none");
        }
        else
        {
            answer.ShouldBeOfType<RowAnswer.NotYet>().Findings.Select(f => f.Message).ShouldBe([says]);
        }
    }

    [Fact]
    public async Task Every_text_of_a_draft_is_kept_to_the_letter()
    {
        var scope = await app.Scope();
        var row = await app.RowOf(scope, "3.21");
        var texts = Desk.Typed(" 0,9\t", "<b>½</b>", "🙂\u0000slut", "rad 1\r\nrad 2\n\n", "\u200båäö 'citat' \"dubbelt\" \\ --") with
        {
            Analysis = "<i>analys</i>",
            Action = "  ",
            ActionOwner = "🙂",
            ActionDue = "i morgon",
            Forecast = "kanske",
            ForecastReason = "\n",
        };

        await app.SaveDraft(await app.As("controller.hsf"), scope, row.Key, texts);

        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.ShouldBe(texts);
    }

    private async Task<ReportScope> ScopeOf(string code) => await app.Scope(unit: code == "5.2" ? Staff : Desk.Hsf);

    private async Task<IReadOnlyList<Finding>> Refused(string code, DraftTexts texts, string unit = Desk.Hsf)
    {
        var scope = await app.Scope(unit: unit);
        var row = await app.RowOf(scope, code);
        var who = await app.As("regiondirektor");
        var kept = (DraftSaved.Kept)await app.SaveDraft(who, scope, row.Key, texts, row.Versions, row.Draft?.Token);
        return (await app.Submit(who, scope, new TypedRow(row.Key.Row, texts, row.Versions, kept.Token)))[row.Key.Row].ShouldBeOfType<RowAnswer.NotYet>().Findings;
    }
}
