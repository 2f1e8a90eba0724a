using System.Net;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>A draft is seen by those who make it and by those who may see all drafts, and nowhere else.</summary>
public sealed class DraftSecrecyTests : IAsyncLifetime
{
    private const string Secret = "Hemligt mål om stängda vårdplatser";
    private const string Address = $"/styrkort/{CardDesk.Hsf}";
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        await app.SaveCard(await app.As("controller.hsf"), CardDesk.Key(), await app.Whole(Secret));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("anonym")]
    [InlineData("politiker")]
    [InlineData("controller.pvf")]
    [InlineData("controller.klt")]
    [InlineData("admin")]
    public async Task Others_find_no_trace_of_it(string user)
    {
        using var browser = user == "anonym" ? new Browser(app) : await Browser.SignedInAs(app, user);
        foreach (var address in new[] { $"/styrkort?ar={CardDesk.Year}", $"{Address}?ar={CardDesk.Year}", $"{Address}/utkast?ar={CardDesk.Year}", $"/malkedja?ar={CardDesk.Year}" })
        {
            var page = await browser.Open(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.Html.ShouldNotContain(Secret);
            page.Html.ShouldNotContain("tkast pågår", Case.Sensitive, address);
            page.Html.ShouldNotContain("Läs utkastet");
        }

        var editor = await browser.Open($"{Address}/redigera?ar={CardDesk.Year}");
        editor.Html.ShouldNotContain(Secret);
        editor.Html.ShouldNotContain("<!--Blazor:", Case.Insensitive, "no editor is started");
    }

    [Theory]
    [InlineData("/api/v1/scorecards?year=2026")]
    [InlineData("/api/v1/activities?year=2026")]
    [InlineData("/historik")]
    public async Task Open_data_and_the_history_know_nothing_of_it(string address)
    {
        using var browser = new Browser(app);
        (await browser.Open(address)).Html.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("controller.hsf", true)]
    [InlineData("chef.hsf", true)]
    [InlineData("regiondirektor", false)]
    [InlineData("revisor", false)]
    public async Task Its_makers_and_those_who_see_all_drafts_read_it(string user, bool writes)
    {
        using var browser = await Browser.SignedInAs(app, user);

        (await browser.Open($"/styrkort?ar={CardDesk.Year}")).Html.ShouldContain("Utkast pågår");
        var page = await browser.Open($"{Address}/utkast?ar={CardDesk.Year}");

        page.Html.ShouldContain(Secret);
        page.Html.ShouldContain("Det är inte beslutat.");
        (page.Document.QuerySelector($"main a[href^='{Address}/redigera']") is not null).ShouldBe(writes);
        (await browser.Open($"{Address}?ar={CardDesk.Year}")).Html.ShouldNotContain(Secret, Case.Sensitive, "the page of what is decided shows that only");
        (await browser.Open($"{Address}/utkast?ar={CardDesk.Year}&asOf=2026-01-01")).Html.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_draft_over_a_decided_version_leaves_what_is_read_as_it_is()
    {
        var key = CardDesk.Key();
        var token = (await app.DraftOf(key)).ShouldNotBeNull().Token;
        (await app.DecideCard(await app.As("chef.hsf"), key, token)).ShouldBeOfType<ScorecardDecided.Done>();
        await app.SaveCard(await app.As("controller.hsf"), key, await app.Whole("Ännu hemligare"), 1);

        using var browser = new Browser(app);
        foreach (var address in new[] { $"{Address}?ar={CardDesk.Year}", $"{Address}/utkast?ar={CardDesk.Year}" })
        {
            var html = (await browser.Open(address)).Html;
            html.ShouldContain(Secret);
            html.ShouldNotContain("Ännu hemligare");
        }
    }
}
