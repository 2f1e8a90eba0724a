using AngleSharp.Dom;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Tasks;

/// <summary>The assessments of goals that a nämnd owes stand among the tasks of those who write them, until they are handed over.</summary>
public sealed class ReviewTaskTests : IAsyncLifetime
{
    private const string Annual = "2024-arsredovisning-1";
    private const string Board = "regionstyrelsen";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_goal_is_wanted_until_its_assessment_is_handed_over_and_a_draft_is_marked()
    {
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.rs");
        (await Row(secretary))!.QuerySelector("[data-label='Sista dag']").Words().ShouldMatch(@"^\d{4}-\d\d-\d\d, har passerat$");
        (await Left(secretary)).ShouldBe(["1", "2", "3", "4", "5"]);

        await Write(secretary, "spara");
        (await Left(secretary)).ShouldBe(["1", "2", "3", "4", "5"]);
        (await Row(secretary)).Words().ShouldContain("mål 3 (utkast)");

        await Write(secretary, "lamna");
        (await Left(secretary)).ShouldBe(["1", "2", "4", "5"]);
    }

    [Fact]
    public async Task A_locked_follow_up_wants_nothing()
    {
        using var secretary = await Browser.SignedInAs(app, "namndsekreterare.rs");
        (await Row(secretary)).ShouldNotBeNull();

        await Reporting.Desk.Lock(app, Annual);

        (await Row(secretary)).ShouldBeNull();
    }

    [Theory]
    [InlineData("namndsekreterare.ktn", "Kollektivtrafiknämnden")]
    [InlineData("namndsekreterare.rs", "Regionstyrelsen")]
    public async Task A_secretary_is_asked_for_the_own_namnd_only(string user, string board)
    {
        using var browser = await Browser.SignedInAs(app, user);
        var page = await Page(browser);

        page.QuerySelector("main a[href='/bedomning']").ShouldNotBeNull();
        Table(page)!.QuerySelectorAll("tbody th .rp-note").Select(n => n.Words()).Distinct().ShouldBe([board]);
    }

    [Fact]
    public async Task Regionstaben_is_asked_for_the_region_first_and_for_every_namnd()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");
        var section = Table(await Page(browser))!;

        section.QuerySelectorAll(":scope > table tbody th .rp-note, details:first-of-type tbody th .rp-note").Select(n => n.Words()).Distinct().ShouldHaveSingleItem().ShouldStartWith("Region");
        section.QuerySelectorAll("details:last-of-type tbody th .rp-note").Select(n => n.Words()).Distinct().Order()
            .ShouldBe(["Kollektivtrafiknämnden", "Regionala utvecklingsnämnden", "Regionstyrelsen"]);
    }

    [Theory]
    [InlineData("controller.hsf")]
    [InlineData("chef.hsf")]
    [InlineData("politiker")]
    public async Task Who_does_not_write_assessments_is_not_asked(string user)
    {
        using var browser = await Browser.SignedInAs(app, user);
        var page = await Page(browser);

        page.QuerySelectorAll("main a[href^='/bedomning']").ShouldBeEmpty();
        Table(page).ShouldBeNull();
    }

    private static async Task<IDocument> Page(Browser browser) => (await browser.Open("/uppgifter")).Document;

    private static IElement? Table(IDocument page) => page.QuerySelector("section[aria-labelledby=bedoma]");

    /// <summary>The row of the follow-up that is tried.</summary>
    private static async Task<IElement?> Row(Browser browser) =>
        (await Page(browser)).QuerySelector($"section[aria-labelledby=bedoma] a[href='/bedomning?uppfoljning={Annual}']")?.Closest("tr");

    private static async Task<IEnumerable<string>> Left(Browser browser) =>
        (await Row(browser))!.QuerySelectorAll($"a[href^='/bedomning/{Annual}/']").Select(a => a.GetAttribute("href")!.Split('/')[3]);

    private static async Task Write(Browser browser, string step) => await browser.Submit(
        await browser.Open($"/bedomning/{Annual}/3/{Board}"), "review", new() { ["Form.Analysis"] = "Analysen.", ["Form.Step"] = step });
}
