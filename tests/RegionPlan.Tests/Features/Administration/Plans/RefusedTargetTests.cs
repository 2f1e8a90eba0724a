using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Measures;
using RegionPlan.Tests.Access;

namespace RegionPlan.Tests.Features.Administration.Plans;

/// <summary>What cannot be saved as a target, and what is told instead; nothing here changes the database.</summary>
public sealed class RefusedTargetTests(DemoApp demo) : IClassFixture<DemoApp>, IAsyncLifetime
{
    private const string Address = "/administration/malvarde/2024-2026/3.11/total/kort/2024";
    private const string LongTerm = "/administration/malvarde/2024-2026/2.1/total/lang/2";
    private const string Possible = "Ange ett tal inom måttets möjliga värden (0 till 100), med högst 6 decimaler.";
    private readonly TestApp app = demo.App;
    private Browser browser = null!;

    public async Task InitializeAsync() => browser = await Browser.SignedInAs(app, "regiondirektor");

    public Task DisposeAsync()
    {
        browser.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("90", "", "Form.Why", "Skriv varför det ändras.")]
    [InlineData("90", "   ", "Form.Why", "Skriv varför det ändras.")]
    [InlineData("abc", "§ 12", "Form.Value", "Ange ett tal, till exempel 87 eller 0,5.")]
    [InlineData("Netto noll", "§ 12", "Form.Value", "Ange ett tal, till exempel 87 eller 0,5.")]
    [InlineData("<b>90</b>", "§ 12", "Form.Value", "Ange ett tal, till exempel 87 eller 0,5.")]
    [InlineData("1e400", "§ 12", "Form.Value", "Ange ett tal, till exempel 87 eller 0,5.")]
    [InlineData("140", "§ 12", "Form.Value", Possible)]
    [InlineData("-1", "§ 12", "Form.Value", Possible)]
    [InlineData("0,1234567", "§ 12", "Form.Value", Possible)]
    [InlineData("79228162514264337593543950335", "§ 12", "Form.Value", Possible)]
    [InlineData("", "§ 12", "Form.NoTarget", "Ange ett målvärde, eller välj varför måttet är ej målsatt.")]
    [InlineData("  ", "§ 12", "Form.NoTarget", "Ange ett målvärde, eller välj varför måttet är ej målsatt.")]
    public async Task What_is_wrong_is_told_at_its_field_and_what_was_typed_stays(string value, string why, string field, string says)
    {
        var answer = await Save(await browser.Open(Address), ("Form.Value", value), ("Form.Why", why), ("Form.Note", "min fotnot"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt(field).ShouldBe(says);
        answer.Errors.ShouldBe([says]);
        answer.Document.QuerySelector(".ds-error-summary a")!.GetAttribute("href").ShouldBe($"{Address}#{field.Replace('.', '-').ToLowerInvariant()}");
        answer.Document.QuerySelector("[role=alert]").ShouldNotBeNull();
        (answer.Typed("Form.Value") ?? "", answer.Typed("Form.Why") ?? "", answer.Typed("Form.Note")).ShouldBe((value, why, "min fotnot"));
        (await Targets("3.11", TargetTerm.ShortTerm)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("2024-13-01")]
    [InlineData("igår")]
    [InlineData("")]
    public async Task A_day_that_cannot_be_read_is_told_at_its_field(string day)
    {
        var answer = await Save(await browser.Open(Address), ("Form.Value", "90"), ("Form.Why", "§"), ("Form.HoldsFrom", day));

        answer.ErrorAt("Form.HoldsFrom").ShouldBe("Ange ett datum, till exempel 2024-01-01.");
    }

    [Theory]
    [InlineData("Form.Note", 1001, "Skriv högst 1000 tecken.")]
    [InlineData("Form.Why", 2001, "Skriv högst 2000 tecken.")]
    public async Task A_text_too_long_is_told_and_kept_whole(string field, int length, string says)
    {
        var text = new string('å', length);
        var answer = await Save(await browser.Open(Address), ("Form.Value", "90"), ("Form.Why", "§"), (field, text));

        answer.ErrorAt(field).ShouldBe(says);
        answer.Typed(field).ShouldBe(text);
    }

    [Theory]
    [InlineData("abcd")]
    [InlineData("1989")]
    [InlineData("2101")]
    [InlineData("20 30")]
    [InlineData("+2030")]
    [InlineData("-2030")]
    [InlineData("2030,0")]
    public async Task A_year_that_cannot_be_read_is_told_at_its_field(string year) =>
        (await Save(await browser.Open(LongTerm), ("Form.Value", "80"), ("Form.Why", "§"), ("Form.Year", year)))
            .ErrorAt("Form.Year").ShouldBe("Ange ett år med fyra siffror, eller lämna tomt.");

    [Theory]
    [InlineData("Form.NoTarget")]
    [InlineData("Form.Value")]
    [InlineData("Form.HoldsFrom")]
    [InlineData("Form.Why")]
    [InlineData("Form.Version")]
    public async Task A_post_without_one_of_its_fields_is_answered_and_changes_nothing(string field)
    {
        var answer = await Save(await browser.Open(Address), ("Form.Value", field == "Form.NoTarget" ? "" : "90"), ("Form.Why", "§"), (field, null));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Errors.ShouldNotBeEmpty();
        (await Targets("3.11", TargetTerm.ShortTerm)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("99999999999999")]
    [InlineData("-1")]
    public async Task A_version_that_is_no_version_changes_nothing(string version)
    {
        var answer = await Save(await browser.Open(Address), ("Form.Value", "90"), ("Form.Why", "§"), ("Form.Version", version));

        ((int)answer.Status).ShouldBeLessThan(500);
        (await Targets("3.11", TargetTerm.ShortTerm)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("/administration/malvarde/1999-2001/3.11/total/kort/2024")]
    [InlineData("/administration/malvarde/2024-2026/9.9/total/kort/2024")]
    [InlineData("/administration/malvarde/2024-2026/3.11/finns-inte/kort/2024")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/kort/2023")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/kort/2027")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/kort/-1")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/lang/0")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/lang/3")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/kort/abc")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/kort/99999999999")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/mellan/2024")]
    public async Task A_target_that_does_not_exist_is_not_found(string address) =>
        (await browser.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);

    private Task<Browser.Answer> Save(Browser.Answer form, params (string Field, string? Text)[] typed) =>
        browser.Submit(form, "target", typed.GroupBy(t => t.Field).ToDictionary(g => g.Key, g => g.Last().Text));

    private async Task<List<TargetDecision>> Targets(string code, TargetTerm term)
    {
        await using var db = app.Db();
        return [.. (await db.Measures.Where(m => m.Code == code).SelectMany(m => m.Series).SelectMany(s => s.Targets).AsNoTracking().ToListAsync())
            .Where(t => t.Term == term && !t.IsExample).OrderBy(t => t.Slot).ThenBy(t => t.Version)];
    }
}
