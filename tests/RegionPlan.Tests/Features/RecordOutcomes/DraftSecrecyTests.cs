using RegionPlan.Tests.Access;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>A draft is the unit's own: nobody without the right to read drafts meets a word of it, on any page or in any answer.</summary>
public sealed class DraftSecrecyTests : IAsyncLifetime
{
    private const string Secret = "hemligtutkast";
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        var who = await app.As("controller.hsf");
        await app.SaveDraft(who, await app.Row("3.23"), Desk.Typed("0,4711", $"{Secret}1", $"{Secret}2", $"{Secret}3", $"{Secret}4"));
        await app.SaveDraft(who, await app.Row("3.22"), Desk.Typed($"{Secret}5"));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("controller.klt")]
    [InlineData("controller.pvf")]
    [InlineData("politiker")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Another_units_grid_holds_neither_rows_nor_drafts_of_the_measure(string user)
    {
        var rows = (await app.Rows(await app.As(user))).Goals.SelectMany(g => g.Rows).ToList();

        rows.ShouldAllBe(r => r.Draft == null);
        rows.Select(r => r.Series.Code).ShouldNotContain("3.23");
        rows.Select(r => r.Series.Code).ShouldNotContain("3.22");
    }

    [Fact]
    public async Task The_own_unit_sees_it()
    {
        foreach (var user in new[] { "controller.hsf", "chef.hsf" })
        {
            (await app.Rows(await app.As(user))).Goals.SelectMany(g => g.Rows).Count(r => r.Draft != null).ShouldBe(2, user);
            (await app.Rows(await app.As(user), "2023")).Goals.SelectMany(g => g.Rows).ShouldAllBe(r => r.Draft == null, "another period");
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
    public async Task No_page_and_no_open_data_holds_a_draft(string user)
    {
        using var browser = user == "anonym" ? new Browser(app) : await Browser.SignedInAs(app, user);
        string[] addresses =
        [
            "/", "/?ar=2024", "/mal/3", "/matt/3.23", "/matt/3.22?ar=2024", "/historik", "/historik?matt=3.23", "/historik?slag=Outcome&enhet=halso-och-sjukvardsforvaltningen",
            "/utfall?period=2024", "/utkast", "/utkast?period=2024", "/administration/plan", "/administration/matt/2024-2026/3.23", "/api/v1/goals", "/api/v1/measures", "/api/v1/measures.csv",
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
