using System.Net;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Features.Administration.Organization;

/// <summary>What cannot be done to the organisation, and who may not; nothing here changes the database.</summary>
public sealed class RefusedOrganizationChangeTests(DemoApp demo) : IClassFixture<DemoApp>, IAsyncLifetime
{
    private readonly TestApp app = demo.App;
    private Browser browser = null!;
    private int earlier;

    public async Task InitializeAsync()
    {
        browser = await Browser.SignedInAs(app, "admin");
        earlier = await app.Changes();
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        (await app.Changes()).ShouldBe(earlier);
    }

    [Theory]
    [InlineData("sla-samman", "Form.Units[1]", "", "Form.Units[0]", "Välj minst två olika enheter.")]
    [InlineData("sla-samman", "Form.Units[1]", "regionservice-upphandling", "Form.Units[0]", "Välj minst två olika enheter.")]
    [InlineData("sla-samman", "Form.Units[1]", "finns-inte", "Form.Units[1]", "Välj en enhet.")]
    [InlineData("sla-samman", "Form.Name", "", "Form.Name", "Skriv enhetens namn.")]
    [InlineData("sla-samman", "Form.Kind", "Region", "Form.Kind", "Välj vad för slags enhet det är.")]
    [InlineData("sla-samman", "Form.Parent", "finns-inte", "Form.Parent", "Välj vad enheten ska ligga under.")]
    [InlineData("sla-samman", "Form.Into", "finns", "Form.Successor", "Välj enheten som de går upp i.")]
    [InlineData("sla-samman", "Form.From", "2025-02-30", "Form.From", "Ange vilken dag det gäller från, till exempel 2025-07-01.")]
    [InlineData("sla-samman", "Form.From", "", "Form.From", "Ange vilken dag det gäller från, till exempel 2025-07-01.")]
    [InlineData("sla-samman", "Form.From", "i sommar", "Form.From", "Ange vilken dag det gäller från, till exempel 2025-07-01.")]
    [InlineData("sla-samman", "Form.Why", " ", "Form.Why", "Skriv varför det ändras.")]
    [InlineData("lagg-till", "Form.Kind", "99", "Form.Kind", "Välj vad för slags enhet det är.")]
    [InlineData("lagg-till", "Form.Parent", null, "Form.Parent", "Välj vad enheten ska ligga under.")]
    [InlineData("byt-namn", "Form.Unit", "", "Form.Unit", "Välj en enhet.")]
    [InlineData("flytta", "Form.Parent", "", "Form.Parent", "Välj vad enheten ska ligga under.")]
    [InlineData("dela", "Form.Parts[0]", "Bara en", "Form.Parts[0]", "Skriv namnen på minst två nya enheter.")]
    [InlineData("avveckla", "Form.Unit", "00000000-0000-0000-0000-000000000001", "Form.Unit", "Välj en enhet.")]
    public async Task What_is_wrong_is_told_at_its_field_and_the_rest_stays(string action, string field, string? text, string at, string says)
    {
        var answer = await browser.Review(action, new(OrganizationChanges.Merging()) { ["Form.Why"] = "Ett skäl", [field] = text });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt(at).ShouldBe(says);
        answer.Document.QuerySelector("title").Words().ShouldStartWith("Fel: ");
        answer.Typed("Form.Why").ShouldBe(field == "Form.Why" ? text : "Ett skäl");
    }

    [Theory]
    [InlineData("lagg-till", "Form.Name")]
    [InlineData("byt-namn", "Form.Name")]
    [InlineData("sla-samman", "Form.Name")]
    [InlineData("dela", "Form.Parts[1]")]
    public async Task A_name_that_is_too_long_is_told_at_its_field(string action, string field) =>
        (await browser.Review(action, new(OrganizationChanges.Merging()) { [field] = new string('å', 201) })).ErrorAt(field).ShouldBe("Skriv högst 200 tecken.");

    [Fact]
    public async Task A_reason_that_is_too_long_is_told_at_its_field() =>
        (await browser.Review("sla-samman", new(OrganizationChanges.Merging()) { ["Form.Why"] = new string('x', 2001) })).ErrorAt("Form.Why").ShouldBe("Skriv högst 2000 tecken.");

    [Theory]
    [InlineData("avveckla", "Form.Unit=regionservice", "Under Regionservice ligger Administration, Kost och lokalvård, Logistik och 2 till. Flytta eller avveckla dem först.")]
    [InlineData("avveckla", "Form.Unit=region-kalmar-lan", "Under Region Kalmar län ligger")]
    [InlineData("flytta", "Form.Unit=regionservice;Form.Parent=bildning", "Regionservice kan inte ligga under Bildning (2025-07-01): en enhet ska ligga under en på högre nivå. Välj en annan överordnad enhet.")]
    [InlineData("byt-namn", "Form.Unit=regionstaben-hr;Form.Name=ekonomi", "Ekonomi finns redan under Regionstaben. Välj ett annat namn.")]
    [InlineData("byt-namn", "Form.Unit=regionstaben-hr;Form.Name=HR", "Enheten heter redan så. Skriv det nya namnet.")]
    [InlineData("avveckla", "Form.Unit=regionstaben-hr;Form.From=1999-01-01", "HR finns inte 1999-01-01. Välj en annan enhet eller ett annat datum.")]
    [InlineData("avveckla", "Form.Unit=regionstaben-hr;Form.From=2205-01-01", "Ange ett datum högst 10 år framåt.")]
    [InlineData("dela", "Form.Unit=region-kalmar-lan;Form.Parts[0]=Norr;Form.Parts[1]=Söder", "Regionen kan inte delas.")]
    public async Task A_rule_of_the_domain_is_told_above_the_form_and_what_was_typed_stays(string action, string fields, string says)
    {
        var typed = OrganizationChanges.Merging();
        foreach (var field in fields.Split(';').Select(f => f.Split('=')))
        {
            typed[field[0]] = field[1];
        }

        var answer = await browser.Review(action, typed);

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith(says);
        answer.Typed("Form.Unit").ShouldBe(typed["Form.Unit"]);
        answer.Typed("Form.Why").ShouldBe(typed["Form.Why"]);
    }

    [Theory]
    [InlineData("/administration/organisation/riv")]
    [InlineData("/administration/organisation/ta-tillbaka")]
    [InlineData("/administration/organisation/ta-tillbaka?andring=0")]
    [InlineData("/administration/organisation/ta-tillbaka?andring=NEXT")]
    [InlineData("/administration/organisation/ta-tillbaka?andring=x")]
    public async Task What_does_not_exist_is_not_found_and_says_so_in_Swedish(string address)
    {
        var answer = await browser.Open(address.Replace("NEXT", $"{earlier + 1}", StringComparison.Ordinal));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Document.QuerySelector("h1").Words().ShouldBe("Hittar inte ändringen");
    }

    [Fact]
    public async Task A_unit_in_the_address_that_does_not_exist_is_simply_not_chosen() =>
        (await browser.Open($"{OrganizationChanges.Home}/flytta?enhet=%22%3E%3Cscript%3E")).Typed("Form.Unit").ShouldBe("");

    [Theory]
    [InlineData("politiker")]
    [InlineData("controller.hsf")]
    [InlineData("chef.hsf")]
    [InlineData("regiondirektor")]
    [InlineData("revisor")]
    public async Task Others_are_refused_on_the_pages_by_a_direct_post_and_by_the_write(string user)
    {
        using var other = await Browser.SignedInAs(app, user);
        foreach (var address in new[] { OrganizationChanges.Home, $"{OrganizationChanges.Home}/sla-samman" })
        {
            var page = await other.Open(address);
            page.Status.ShouldBe(HttpStatusCode.Forbidden, address);
            page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        }

        var token = (await other.Open("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        var posted = await other.Post($"{OrganizationChanges.Home}/sla-samman", [], new(OrganizationChanges.Merging())
        {
            ["__RequestVerificationToken"] = token,
            ["_handler"] = "change",
            ["Form.Step"] = "genomfor",
            ["Form.Seen"] = $"{earlier}",
        });

        posted.Status.ShouldBe(HttpStatusCode.Forbidden);
        var unit = await app.UnitId("valberedningen");
        (await Should.ThrowAsync<AccessRefused>(() => app.Change(new UnitChange.Close(unit), "2026-01-01", user: user)))
            .Message.ShouldBe("Din roll får inte ändra organisationen. Det gör en administratör.");
    }

    [Fact]
    public async Task Nobody_anonymous_sees_the_pages_or_gets_past_the_write()
    {
        using var nobody = new Browser(app);
        (await nobody.Open(OrganizationChanges.Home)).Location.ShouldStartWith("/logga-in");
        var unit = await app.UnitId("valberedningen");
        await Should.ThrowAsync<AccessRefused>(() => app.Change(new UnitChange.Close(unit), "2026-01-01", user: "anonym"));
    }

    [Fact]
    public async Task The_write_keeps_the_rules_of_the_domain()
    {
        var unit = await app.UnitId("valberedningen");

        await Should.ThrowAsync<RuleViolation>(() => app.Change(new UnitChange.Close(unit), "2026-01-01", why: " "));
        await Should.ThrowAsync<RuleViolation>(() => app.Change(new UnitChange.Close(unit), "1990-01-01"));
    }

    [Fact]
    public async Task A_post_without_the_forms_token_changes_nothing()
    {
        var answer = await browser.Submit(
            await browser.Open($"{OrganizationChanges.Home}/sla-samman"), "change", new(OrganizationChanges.Merging()) { ["__RequestVerificationToken"] = null, ["Form.Step"] = "genomfor" });

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, "/for-gammal"));
    }

    [Fact]
    public async Task A_post_to_carry_out_that_never_was_previewed_over_this_organization_is_shown_a_preview_first()
    {
        var answer = await browser.Submit(
            await browser.Open($"{OrganizationChanges.Home}/sla-samman"), "change", new(OrganizationChanges.Merging()) { ["Form.Step"] = "genomfor", ["Form.Seen"] = $"{earlier + 7}" });

        answer.Document.QuerySelector("h1").Words().ShouldBe("Granska ändringen");
    }

    [Fact]
    public async Task The_administration_links_to_the_organization_and_every_unit_can_be_changed()
    {
        (await browser.Open("/administration")).Document.QuerySelector($"a[href='{OrganizationChanges.Home}']").ShouldNotBeNull();
        var page = await browser.Open($"{OrganizationChanges.Home}?visa=allt");

        page.Document.QuerySelectorAll(".rp-unit-actions").Length.ShouldBe((await app.Organization("2026-11-22")).Count);
        (await browser.Open(page.Document.QuerySelectorAll("a").Single(a => a.Words() == "Flytta Bildning").GetAttribute("href")!)).Typed("Form.Unit").ShouldBe("bildning");
        (await browser.Open(page.Document.QuerySelectorAll("a").Single(a => a.Words() == "Lägg till under Bildning").GetAttribute("href")!)).Typed("Form.Parent").ShouldBe("bildning");
        (await browser.Open(page.Document.QuerySelectorAll("a").Single(a => a.Words() == "Slå samman Bildning").GetAttribute("href")!)).Typed("Form.Units[0]").ShouldBe("bildning");
        page.Document.QuerySelectorAll("a").ShouldAllBe(a => a.Words() != "Avveckla Region Kalmar län");
    }
}
