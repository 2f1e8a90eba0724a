using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Organization;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Administration.Organization;

namespace RegionPlan.Tests.Features.Organization;

/// <summary>
/// The region without the demo seeds where, recorded by its first administrator on 24 November 2026, Kost och lokalvård and Logistik became
/// Service on 1 July 2025, Bildning moves, HR gets a name and Valberedningen is closed.
/// </summary>
public sealed class RebuiltRegion : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartAsync(new() { ["Admin:Email"] = "admin@example.org", ["Admin:Password"] = Demo.Password });
        App.Clock.Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        await Change(0, "2025-07-01", async () => new UnitChange.Merge(
            [await Id("kost-och-lokalvard"), await Id("regionservice-logistik")], new("Service", UnitKind.Division, await Id("regionservice"))));
        await Change(1, "2027-01-01", async () => new UnitChange.Move(await Id("bildning"), await Id("regionstaben")));
        await Change(2, "2026-11-01", async () => new UnitChange.Rename(await Id("regionstaben-hr"), "Personal"));
        await Change(3, "2026-11-01", async () => new UnitChange.Close(await Id("valberedningen")));
    }

    public Task DisposeAsync() => App.DisposeAsync();

    private async Task<Guid> Id(string key)
    {
        await using var db = App.Db();
        return await db.Units.Where(u => u.Key == key).Select(u => u.Id).SingleAsync();
    }

    private async Task Change(int seen, string from, Func<Task<UnitChange>> change)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await App.Services.GetRequiredService<ChangeOrganization>()
            .ChangeAsync(await App.As("admin"), await change(), DateOnly.Parse(from, Web.Shared.Sv.Culture), $"Beslut § {seen + 1} <b>", seen))
            .ShouldBeOfType<OrganizationChanged.Done>();
    }
}

public sealed class OrganizationPageTests(RebuiltRegion region) : IClassFixture<RebuiltRegion>
{
    private readonly TestApp app = region.App;

    [Fact]
    public async Task The_tree_is_that_of_the_chosen_day()
    {
        (await Under("/organisation?datum=2025-06-30", "Regionservice")).ShouldBe(["Administration", "Kost och lokalvård", "Logistik", "Regionfastigheter", "Upphandling"]);
        (await Under("/organisation?datum=2025-07-01", "Regionservice")).ShouldBe(["Administration", "Regionfastigheter", "Service", "Upphandling"]);
        (await Under("/organisation", "Regionstaben")).ShouldContain("Personal", "today unless told otherwise");
    }

    [Fact]
    public async Task As_it_was_known_before_a_change_was_recorded_the_old_tree_stands_and_the_change_is_not_listed()
    {
        var page = await app.Page("/organisation?datum=2025-07-01&asOf=2026-11-23");

        (await Under("/organisation?datum=2025-07-01&asOf=2026-11-23", "Regionservice")).ShouldContain("Logistik");
        page.Section("Ändringar i organisationen").Words().ShouldContain("Ingen ändring är registrerad.");
        page.Notices().ShouldContain(n => n.StartsWith("Så här såg det ut 2026-11-23 23:59"));
        page.QuerySelector("input[name=asOf]")!.GetAttribute("value").ShouldBe("2026-11-23", "the next search is seen from the same time");
    }

    [Fact]
    public async Task As_of_an_earlier_time_the_day_shown_is_that_time_unless_chosen()
    {
        (await app.Page("/organisation?asOf=2024-03-01")).QuerySelector("h1 + p").Words().ShouldContain("som det är 2024-03-01");
    }

    [Fact]
    public async Task A_unit_shows_what_it_is_its_staff_and_a_link_to_its_styrkort()
    {
        var page = await app.Page("/organisation?datum=2025-06-30");

        Branch(page, "Regionservice").QuerySelector("summary").Words().ShouldBe("Regionservice förvaltning · cirka 550 anställda · 5 enheter under");
        page.QuerySelectorAll("a").Single(a => a.Words() == "Styrkort 2025 för Regionservice").GetAttribute("href").ShouldBe("/styrkort/regionservice?ar=2025");
        page.QuerySelectorAll("a").ShouldAllBe(a => a.GetAttribute("href") != "/styrkort/region-kalmar-lan?ar=2025", "the region has its plan");
    }

    [Fact]
    public async Task From_the_start_the_region_and_its_boards_are_open_and_everything_on_demand()
    {
        Open(await app.Page("/organisation")).ShouldBe(["Region Kalmar län", "Kollektivtrafiknämnden", "Regionala utvecklingsnämnden", "Regionstyrelsen"]);
        var all = await app.Page("/organisation?visa=allt");
        all.QuerySelectorAll("details:not([open])").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("folkhög", "4 enheter heter något med ”folkhög”. De är öppnade och markerade.", 4)]
    [InlineData(" ÖLAND ", "1 enhet heter något med ”ÖLAND”. Den är öppnad och markerad.", 1)]
    [InlineData("%", "Ingen enhet heter något med ”%” den dagen. Sök på en del av namnet.", 0)]
    [InlineData("<b>", "Ingen enhet heter något med ”<b>” den dagen. Sök på en del av namnet.", 0)]
    public async Task A_search_opens_the_way_to_what_it_finds_and_marks_it(string words, string answer, int marked)
    {
        var page = await app.Page($"/organisation?sok={Uri.EscapeDataString(words)}");

        page.Notices().ShouldBe([answer]);
        page.QuerySelectorAll("mark").Length.ShouldBe(marked);
        Open(page).ShouldBe(marked == 0 ? [] : ["Region Kalmar län", "Regionala utvecklingsnämnden", "Regionala utvecklingsförvaltningen", "Bildning"]);
    }

    [Theory]
    [InlineData("datum=2025-02-30", "Datumet går inte att läsa. Ange det som 2024-12-31. Här visas 2026-11-24.")]
    [InlineData("datum=%3Cscript%3E", "Datumet går inte att läsa. Ange det som 2024-12-31. Här visas 2026-11-24.")]
    [InlineData("asOf=snart", "Tidpunkten går inte att läsa. Ange den som 2024-12-31 eller 2024-12-31T15:00Z.")]
    public async Task What_cannot_be_read_is_told_and_today_is_shown(string query, string notice)
    {
        var page = await app.Page($"/organisation?{query}");

        page.Notices().ShouldBe([notice]);
        page.QuerySelector("#datum")!.GetAttribute("value").ShouldBe("2026-11-24");
    }

    [Theory]
    [InlineData("datum=1990-01-01", "Logistik")]
    [InlineData("datum=8999-12-31", "Service")]
    public async Task A_day_far_away_is_answered(string query, string stands) =>
        (await Under($"/organisation?{query}", "Regionservice")).ShouldContain(stands);

    [Fact]
    public async Task Before_anything_was_recorded_there_is_no_organization_and_the_page_says_so() =>
        (await app.Page("/organisation?asOf=2001-01-01")).Section("Enheterna 2001-01-01").Words().ShouldContain("Ingen organisation var registrerad då.");

    [Fact]
    public async Task Every_change_says_from_when_what_why_and_who()
    {
        var rows = (await app.Page("/organisation")).Section("Ändringar i organisationen").Rows();

        rows.Select(r => r[0].Split(',')[0] + ": " + r[1]).ShouldBe(
        [
            "2027-01-01: Bildning flyttas från Regionala utvecklingsförvaltningen till Regionstaben (kommande)",
            "2026-11-01: Valberedningen avvecklades",
            "2026-11-01: HR bytte namn till Personal",
            "2025-07-01: Kost och lokalvård och Logistik slogs samman till Service",
        ]);
        rows[3].Skip(2).ShouldBe(["Beslut § 1 <b>", "2026-11-24 10:01, Administratör"]);
    }

    [Fact]
    public async Task The_history_tells_where_from_and_where_to_both_names_and_what_was_closed()
    {
        var rows = (await app.Page("/historik?slag=Organization&fran=2026-11-24")).Rows();

        Told(rows, "Bildning").ShouldBe(["Enhet Bildning, gäller från 2027-01-01", "flyttad från Regionala utvecklingsförvaltningen till Regionstaben", "under Regionala utvecklingsförvaltningen"]);
        Told(rows, "Personal").ShouldBe(["Enhet Personal, gäller från 2026-11-01", "namnbyte från HR till Personal", "HR"]);
        Told(rows, "Valberedningen").ShouldBe(["Enhet Valberedningen, gäller från 2026-11-01", "avvecklad", "under Region Kalmar län"]);
        Told(rows, "Service").ShouldBe(["Enhet Service, gäller från 2025-07-01", "ny under Regionservice", "–"]);
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<IReadOnlyList<string>> rows, string unit) =>
        [.. rows.Where(r => r[1].StartsWith($"Enhet {unit},", StringComparison.Ordinal)).ShouldHaveSingleItem().Skip(1).Take(3)];

    private async Task<IReadOnlyList<string>> Under(string address, string unit) =>
        [.. Branch(await app.Page(address), unit).QuerySelectorAll(":scope > ul > li .rp-unit-name").Select(n => n.Words())];

    private static IElement Branch(IDocument page, string unit) =>
        page.QuerySelectorAll("details").Single(d => d.QuerySelector("summary .rp-unit-name").Words() == unit);

    private static IReadOnlyList<string> Open(IDocument page) =>
        [.. page.QuerySelectorAll("details[open]").Select(d => d.QuerySelector("summary .rp-unit-name").Words())];
}
