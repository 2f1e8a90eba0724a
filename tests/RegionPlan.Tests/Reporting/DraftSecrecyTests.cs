using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Reporting;

/// <summary>A draft, and what is handed in and not approved, is the unit's own: nobody without the right to read drafts meets a word of it, on any page or in any answer.</summary>
public sealed class DraftSecrecyTests : IAsyncLifetime
{
    private const string Secret = "hemligtutkast";
    private TestApp app = null!;
    private ReportScope scope;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        var who = await app.As("controller.hsf");
        scope = await app.Scope();
        await app.SaveDraft(who, scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("0,4711", $"{Secret}1", $"{Secret}2", $"{Secret}3", $"{Secret}4", $"{Secret}5"));
        await app.HandedIn(scope, "3.22", Desk.Typed("0,4711", comment: $"{Secret}6", analysis: $"{Secret}7"));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("controller.klt")]
    [InlineData("controller.pvf")]
    [InlineData("politiker")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Another_units_people_are_shown_neither_the_sheet_nor_a_draft(string user)
    {
        var who = await app.As(user);

        await Should.ThrowAsync<AccessRefused>(() => app.SheetFor(who, scope));
        await Should.ThrowAsync<AccessRefused>(async () => await app.SaveDraft(who, scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("1")));
    }

    [Fact]
    public async Task A_unit_does_not_reach_another_units_draft_by_way_of_its_own_submission()
    {
        var own = await app.Scope(unit: "kalmar-lanstrafik");
        var key = (await app.RowOf(scope, "3.23")).Key;

        await Should.ThrowAsync<AccessRefused>(async () => await app.SaveDraft(await app.As("controller.klt"), own, key, Desk.Typed("1")));
    }

    [Fact]
    public async Task The_own_unit_sees_it()
    {
        foreach (var user in new[] { "controller.hsf", "chef.hsf" })
        {
            (await app.SheetFor(await app.As(user), scope)).ShouldNotBeNull().Rows.Count(r => r.Draft != null).ShouldBe(1, user);
        }
    }

    [Theory]
    [InlineData("revisor")]
    [InlineData("regiondirektor")]
    public async Task Those_with_the_right_to_read_drafts_see_them_on_their_own_page_only(string user)
    {
        using var browser = await Browser.SignedInAs(app, user);

        (await browser.Open("/utkast")).Html.ShouldContain($"{Secret}1");
        foreach (var address in new[] { "/", "/matt/3.23", "/historik", "/api/v1/measures/3.23" })
        {
            (await browser.Open(address)).Html.ShouldNotContain(Secret, Case.Insensitive, address);
        }
    }

    [Theory]
    [InlineData("anonym")]
    [InlineData("politiker")]
    [InlineData("controller.klt")]
    [InlineData("admin")]
    public async Task No_page_and_no_open_data_holds_a_draft_or_what_is_handed_in_and_not_approved(string user)
    {
        using var browser = user == "anonym" ? new Browser(app) : await Browser.SignedInAs(app, user);
        string[] addresses =
        [
            "/", "/?ar=2024", "/mal/3", "/matt/3.23", "/matt/3.22?ar=2024", "/historik", "/historik?matt=3.23", "/historik?slag=Outcome&enhet=halso-och-sjukvardsforvaltningen",
            "/utfall", $"/utfall?uppfoljning={Desk.Annual}", $"/utfall?uppfoljning={Desk.Annual}&enhet={Desk.Hsf}", "/utkast", "/administration/plan", "/administration/matt/2024-2026/3.23", "/api/v1/goals", "/api/v1/measures", "/api/v1/measures.csv",
            "/api/v1/measures/3.23", "/api/v1/measures/3.23/outcomes", "/api/v1/measures/3.23/outcomes.csv", "/api/v1/plans",
        ];
        foreach (var address in addresses)
        {
            var page = await browser.Open(address);

            page.Html.ShouldNotContain(Secret, Case.Insensitive, address);
            page.Html.ShouldNotContain("4711", Case.Insensitive, address);
        }

        (await browser.Open("/matt/3.23")).Html.ShouldContain("Utfall saknas", customMessage: "a draft is no outcome");
    }
}
