using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Administration.Organization;

namespace RegionPlan.Tests.Features.Administration.Organization;

/// <summary>An administrator changes the organisation in the browser; every test has an app of its own, where the seeds have made changes earlier.</summary>
public sealed class ChangeOrganizationTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Browser browser = null!;
    private int earlier;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        browser = await Browser.SignedInAs(app, "admin");
        earlier = await app.Changes();
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_merge_is_previewed_and_then_carried_out_and_old_trees_stay_as_they_were()
    {
        var (june, july) = (await app.Organization("2025-06-30"), await app.Organization("2025-07-01"));
        var before = app.Clock.Now;
        app.Clock.Advance(TimeSpan.FromHours(1));

        var preview = await browser.Review("sla-samman", OrganizationChanges.Merging());

        preview.Document.Section("Från 2025-07-01").Words().ShouldBe("Från 2025-07-01 Logistik och Upphandling slås samman till Service. Regionstyrelsen § 73");
        var touched = preview.Document.Section("Det här berör ändringen").Words();
        touched.ShouldContain("Upphandling (förvaltningsområde under Regionservice) upphör och tas över av Service.");
        touched.ShouldContain("Service (förvaltningsområde under Regionservice) är ny.");
        touched.ShouldContain("Datumet har varit.");
        touched.ShouldContain("Ändringen berör varken någons roll eller ansvaret för något mått eller något styrkort från 2025 eller utfall för perioder som slutar 2025-07-01 eller senare.");
        (await app.Changes()).ShouldBe(earlier, "a preview writes nothing");

        var done = await browser.CarryOut(preview);

        done.Location.ShouldBe($"{OrganizationChanges.Home}?klart={earlier + 1}");
        (await browser.Open(done.Location!)).Document.Notices().ShouldBe(
            ["Ändringen är genomförd. Från 2025-07-01: Logistik och Upphandling slogs samman till Service. Visa organisationen den dagen"]);
        (await app.Organization("2025-06-30")).ShouldBe(june);
        (await app.Organization("2025-07-01", before)).ShouldBe(july);
        (await app.Organization("2025-07-01")).Except(july).ShouldBe(["Service < Regionservice"]);
        july.Except(await app.Organization("2025-07-01")).ShouldBe(["Logistik < Regionservice", "Upphandling < Regionservice"]);
        await using var db = app.Db();
        var change = await db.Reorganizations.Include(r => r.Successions).SingleAsync(r => r.Version > earlier);
        change.ShouldSatisfyAllConditions(
            c => c.Recorded.By.ShouldBe("Administratör"),
            c => c.Recorded.Why.ShouldBe("Regionstyrelsen § 73"),
            c => c.Recorded.At.ShouldBe(app.Clock.Now),
            c => c.Successions.Count.ShouldBe(2));
    }

    [Theory]
    [InlineData("lagg-till", "Form.Parent=regionstaben;Form.Name=Juridik;Form.Kind=Division", "Juridik (förvaltningsområde) inrättas under Regionstaben", "Juridik < Regionstaben", null)]
    [InlineData("byt-namn", "Form.Unit=bildning;Form.Name=Folkbildning", "Bildning byter namn till Folkbildning", "Folkbildning < Regionala utvecklingsförvaltningen", "Bildning < Regionala utvecklingsförvaltningen")]
    [InlineData("flytta", "Form.Unit=bildning;Form.Parent=regionstaben", "Bildning flyttas från Regionala utvecklingsförvaltningen till Regionstaben", "Bildning < Regionstaben", "Bildning < Regionala utvecklingsförvaltningen")]
    [InlineData("sla-samman", "Form.Units[0]=regionstaben-hr;Form.Into=finns;Form.Successor=regionstaben-kansli", "HR går upp i Kansli", null, "HR < Regionstaben")]
    [InlineData("dela", "Form.Unit=vasterviks-sjukhus;Form.Parts[0]=Akutsjukhuset;Form.Parts[1]=Närsjukhuset", "Västerviks sjukhus delas i Akutsjukhuset och Närsjukhuset", "Närsjukhuset < Hälso- och sjukvårdsförvaltningen", "Västerviks sjukhus < Hälso- och sjukvårdsförvaltningen")]
    [InlineData("avveckla", "Form.Unit=valberedningen", "Valberedningen avvecklas", null, "Valberedningen < Region Kalmar län")]
    public async Task Every_kind_of_change_can_be_made_and_taken_back(string action, string fields, string sentence, string? comes, string? goes)
    {
        var before = await app.Organization("2027-01-01");
        var listed = await Listed();
        var typed = fields.Split(';').Select(f => f.Split('=')).ToDictionary(f => f[0], f => (string?)f[1]);
        typed["Form.From"] = "2027-01-01";
        typed["Form.Why"] = "Beslut";

        var preview = await browser.Review(action, typed);
        preview.Document.Section("Från 2027-01-01").Words().ShouldStartWith($"Från 2027-01-01 {sentence}.");
        await browser.CarryOut(preview);

        var after = await app.Organization("2027-01-01");
        (comes is null || after.Contains(comes)).ShouldBeTrue(string.Join('\n', after));
        (goes is null || !after.Contains(goes)).ShouldBeTrue(string.Join('\n', after));
        (await app.Organization("2026-12-31")).ShouldBe(before);

        (await Listed()).ShouldBe([$"{sentence} (kommande)", .. listed]);
        var back = await browser.Review($"ta-tillbaka?andring={earlier + 1}", new() { ["Form.Why"] = "Fel beslut" });
        back.Document.Section("Från 2027-01-01").Words().ShouldBe($"Från 2027-01-01 Återtaget: {sentence}. Fel beslut");
        await browser.CarryOut(back);

        (await app.Organization("2027-01-01")).ShouldBe(before);
        (await Listed()).ShouldBe([$"Återtaget: {sentence}", $"{sentence} (återtagen)", .. listed]);
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told_sees_a_fresh_preview_and_loses_nothing()
    {
        using var other = await Browser.SignedInAs(app, "admin");
        var mine = await browser.Review("sla-samman", OrganizationChanges.Merging());
        await other.CarryOut(await other.Review("byt-namn", new()
        {
            ["Form.Unit"] = "regionservice",
            ["Form.Name"] = "Regionens service",
            ["Form.From"] = "2025-01-01",
            ["Form.Why"] = "§ 2",
        }));

        var told = await browser.CarryOut(mine);

        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Document.QuerySelector("[role=alert]").Words().ShouldSatisfyAllConditions(
            t => t.ShouldStartWith("Någon annan har ändrat organisationen"),
            t => t.ShouldContain("Senast: Regionservice bytte namn till Regionens service, Administratör"));
        told.Document.Section("Det här berör ändringen").Words().ShouldContain("Upphandling (förvaltningsområde under Regionens service) upphör");
        told.Typed("Form.Why").ShouldBe("Regionstyrelsen § 73");
        (await app.Changes()).ShouldBe(earlier + 1);

        (await browser.CarryOut(told)).Location.ShouldBe($"{OrganizationChanges.Home}?klart={earlier + 2}");
        (await app.Organization("2025-07-01")).ShouldContain("Service < Regionens service");
    }

    [Fact]
    public async Task A_change_that_another_made_impossible_is_refused_with_all_that_was_typed()
    {
        var mine = await browser.Review("sla-samman", OrganizationChanges.Merging());
        await app.Change(new UnitChange.Close(await app.UnitId("regionservice-upphandling")), "2025-01-01");

        var refused = await browser.CarryOut(mine);

        refused.Errors.ShouldNotBeEmpty();
        refused.Typed("Form.Name").ShouldBe("Service");
        refused.Typed("Form.Units[1]").ShouldBe("regionservice-logistik");
        (await app.Changes()).ShouldBe(earlier + 1);
    }

    [Fact]
    public async Task Of_several_who_write_at_once_over_the_same_organization_one_succeeds()
    {
        string[] keys = ["valberedningen", "revisorerna", "krisledningsnamnden", "patientnamnden"];
        var changes = await Task.WhenAll(keys.Select(k => Task.Run(async () => await app.Change(new UnitChange.Close(await app.UnitId(k)), "2026-01-01", seen: earlier))));

        changes.OfType<OrganizationChanged.Done>().Count().ShouldBe(1);
        changes.OfType<OrganizationChanged.ChangedByAnother>().Count().ShouldBe(3);
        (await app.Changes()).ShouldBe(earlier + 1);
    }

    [Fact]
    public async Task What_was_typed_can_be_changed_after_the_preview_and_more_rows_asked_for()
    {
        var preview = await browser.Review("sla-samman", OrganizationChanges.Merging());

        var form = await browser.Submit(preview, "change", new() { ["Form.Step"] = "andra" });
        form.Errors.ShouldBeEmpty();
        foreach (var (field, text) in OrganizationChanges.Merging())
        {
            form.Typed(field).ShouldBe(text, field);
        }

        var longer = await browser.Submit(form, "change", new() { ["Form.Step"] = "rader" });
        longer.Errors.ShouldBeEmpty();
        longer.Document.QuerySelectorAll("select[name^='Form.Units']").Length.ShouldBe(6);
        longer.Typed("Form.Units[1]").ShouldBe("regionservice-logistik");
        (await app.Changes()).ShouldBe(earlier);
    }

    [Fact]
    public async Task Units_that_are_merged_across_the_organization_can_get_a_place_and_a_kind_of_their_own()
    {
        var typed = OrganizationChanges.Merging();
        typed["Form.Parent"] = "regionstaben";
        typed["Form.Kind"] = "Unit";

        await browser.CarryOut(await browser.Review("sla-samman", typed));

        (await app.Organization("2025-07-01")).ShouldContain("Service < Regionstaben");
        await using var db = app.Db();
        (await db.Units.SingleAsync(u => u.Key == "service")).Kind.ShouldBe(UnitKind.Unit);
    }

    /// <summary>What every change in the administrator's list says, the one that holds from the latest day first.</summary>
    private async Task<IReadOnlyList<string>> Listed() =>
        [.. (await browser.Open(OrganizationChanges.Home)).Document.Rows().Select(r => r[1])];
}
