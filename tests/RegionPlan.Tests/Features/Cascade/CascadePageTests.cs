using AngleSharp.Dom;

namespace RegionPlan.Tests.Features.Cascade;

public sealed class CascadePageTests(DecidedChain given) : IClassFixture<DecidedChain>
{
    [Fact]
    public async Task A_goal_of_the_lowest_unit_stands_within_every_goal_above_it()
    {
        var goal = (await Page()).GetElementById($"mal-{given.Clinic.Id}").ShouldNotBeNull();

        goal.Ancestors<IElement>().Where(e => e.LocalName == "li" && e.Id is not null).Select(e => e.QuerySelector("summary b")!.TextContent)
            .ShouldBe(["Kortare väntan till tandvården", "God tillgänglighet", given.Overarching.Wordings[0].Name]);
        Text(goal.QuerySelector("summary")).ShouldStartWith("Folkhälsokliniken · Förvaltningsområde Tid inom en vecka");
    }

    [Fact]
    public async Task A_goal_tells_its_measures_with_the_units_own_target_and_remark()
    {
        var line = Text((await Page()).GetElementById($"mal-{given.Administration.Id}")!.QuerySelector(".rp-chain-measures li"));

        line.ShouldStartWith("3.11 ");
        line.ShouldEndWith("eget målvärde 90,5 % Gäller alla kliniker.");
    }

    [Fact]
    public async Task An_activity_tells_its_state_in_words_with_a_symbol_and_who_answers_for_it_until_when()
    {
        var activity = (await Page()).GetElementById($"aktivitet-{given.Late.Id}").ShouldNotBeNull();

        Text(activity).ShouldBe("Försenad Inför digital tidbokning Verksamhetschef · 2025-02-01 till 2025-06-30");
        activity.QuerySelector(".rp-status svg path").ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_summary_counts_the_activities_of_the_goal_and_all_below_it()
    {
        var page = await Page();

        Text(page.GetElementById($"mal-{given.Clinic.Id}")!.QuerySelector("summary > .rp-note")).ShouldBe("1 aktivitet: 1 avbruten");
        Text(page.GetElementById($"mal-{given.Overarching.Id}")!.QuerySelector("summary > .rp-note"))
            .ShouldBe("3 aktiviteter: 1 klar, 1 försenad, 1 avbruten");
    }

    [Fact]
    public async Task Goals_that_no_board_has_broken_down_are_said_at_the_top()
    {
        var panel = Panel(await Page(), "inte-nedbrutna");

        Text(panel.QuerySelector(".rp-note")).ShouldBe("4 av 5");
        panel.QuerySelectorAll("a").ShouldNotContain(a => a.TextContent.Contains(given.Overarching.Wordings[0].Name));
    }

    [Fact]
    public async Task Units_without_a_decided_styrkort_are_told_by_level_though_they_have_a_draft()
    {
        var panel = Panel(await Page(), "utan-styrkort");
        var labels = panel.QuerySelectorAll(".rp-label").Select(Text).ToList();

        labels[0].ShouldBe("Nämnder (2)");
        labels.ShouldContain("Förvaltningar (8)");
        Text(panel).ShouldContain("Psykiatriförvaltningen");
        panel.QuerySelectorAll("li").Select(Text).ShouldNotContain("Folktandvården");
        panel.QuerySelectorAll("li").Select(Text).ShouldNotContain("Valberedningen");
    }

    [Fact]
    public async Task Goals_tied_to_nothing_are_told_with_why()
    {
        var panel = Panel(await Page(), "utan-koppling");

        panel.QuerySelectorAll(".rp-label").Select(Text).ShouldBe(["Eget val (1)", "Målet ovanför finns inte längre (1)"]);
        panel.QuerySelectorAll("a").Select(Text).ShouldBe(["Vår egen arbetsmiljö", "Bröt ned något som är borta"]);
    }

    [Fact]
    public async Task Overdue_activities_are_told_with_their_unit_owner_and_last_day()
    {
        var panel = Panel(await Page(), "forsenade");

        Text(panel.QuerySelector("li")).ShouldBe("Inför digital tidbokning Folktandvården, Verksamhetschef, skulle vara klar 2025-06-30");
        Text(panel.QuerySelector(".rp-note")).ShouldBe("1 av 3");
    }

    [Fact]
    public async Task Everything_the_top_links_to_stands_on_the_page()
    {
        var page = await Page();
        var anchors = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('#')).ToList();

        anchors.Count.ShouldBe(7);
        anchors.ShouldAllBe(a => page.GetElementById(a.Substring(1)) != null);
    }

    [Fact]
    public async Task Drafts_are_not_shown() => (await Page()).Source.Text.ShouldNotContain("Hemligt");

    [Fact]
    public async Task A_later_version_takes_over_and_the_earlier_is_found_as_of_its_time()
    {
        await using var app = await TestApp.StartAsync();
        var goal = await app.Goal("Ursprungligt mål", (await app.PlanGoal(1)).Id);
        await app.Decide("regionstyrelsen", 2025, goal);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Decide("regionstyrelsen", 2025, goal with { Name = "Skärpt mål" });

        Text((await app.Page("/malkedja")).GetElementById($"mal-{goal.Id}")).ShouldContain("Skärpt mål");
        var then = await app.Page("/malkedja?asOf=2026-11-22");
        Text(then.GetElementById($"mal-{goal.Id}")).ShouldContain("Ursprungligt mål");
        then.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/malkedja/mal/", StringComparison.Ordinal))
            .ShouldAllBe(h => h.Contains("asOf=2026-11-22"));
        Text((await app.Page("/malkedja?asOf=2026-11-21")).QuerySelector("main")).ShouldContain("Inga styrkort är beslutade för 2026");
    }

    [Theory]
    [InlineData("TIDBOKNING", "1 aktivitet", "tidbokning")]
    [InlineData("folkhälso", "1 enhet", "Folkhälso")]
    [InlineData("kortare väntan", "1 mål", "Kortare väntan")]
    [InlineData("Medicinsk bedömning", "1 mått", "Medicinsk bedömning")]
    [InlineData("alla kliniker", "1 mått", "alla kliniker")]
    [InlineData("KLINIKCHEF", "1 aktivitet", "Klinikchef")]
    public async Task A_search_opens_the_way_to_what_it_finds_and_marks_it(string text, string count, string marked)
    {
        var page = await Page("?sok=" + Uri.EscapeDataString(text));
        var marks = page.QuerySelectorAll("main mark");

        Text(page.QuerySelector("[role=status] b")).ShouldBe(count);
        marks.Select(m => m.TextContent).ShouldBe([marked]);
        marks[0].Ancestors<IElement>().Where(e => e.LocalName == "details" && marks[0].ParentElement!.Closest("summary")?.ParentElement != e)
            .ShouldAllBe(d => d.HasAttribute("open"));
        page.GetElementById($"mal-{given.Administration.Id}").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_search_leaves_out_the_branches_without_a_hit()
    {
        var page = await Page("?sok=arbetsmiljö");

        page.GetElementById($"mal-{given.Administration.Id}").ShouldBeNull();
        page.QuerySelectorAll(".rp-chain:not(.rp-chain-top) > li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_how_to_go_on()
    {
        var page = await Page("?sok=%3Cb%3Efinns%20inte");

        Text(page.QuerySelector("[role=status]")).ShouldBe(
            "”<b>finns inte” finns inte i kedjan för 2025. Pröva ett kortare ord eller en del av ordet, eller välj ett annat år.");
        page.QuerySelector(".rp-chain").ShouldBeNull();
        page.QuerySelector("a[href='/malkedja?ar=2025']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_unit_found_without_a_styrkort_is_told_so() =>
        Text((await Page("?sok=psykiatriförvaltningen")).QuerySelector("main")).ShouldContain(
            "Utan eget beslutat styrkort, och därför inte i kedjan: Psykiatriförvaltningen.");

    [Fact]
    public async Task A_year_without_styrkort_says_what_will_stand_there_and_who_makes_it()
    {
        var page = await given.App.Page("/malkedja?ar=2026");

        Text(page.QuerySelector("main")).ShouldContain("Inga styrkort är beslutade för 2026");
        Text(page.QuerySelector("main")).ShouldContain("Enhetens chef eller controller skriver styrkortet.");
        page.QuerySelectorAll(".rp-years a").Select(Text).ShouldBe(["2025", "2026"]);
    }

    [Fact]
    public async Task Without_a_year_the_newest_with_styrkort_is_shown() =>
        (await given.App.Page("/malkedja")).Title.ShouldBe("Målkedjan 2025 – RegionPlan");

    [Fact]
    public async Task An_address_that_cannot_be_read_is_said_and_the_page_still_shown()
    {
        var page = await given.App.Page("/malkedja?ar=nyss&asOf=snart");

        Text(page.QuerySelector("main")).ShouldContain("Året ”nyss” går inte att läsa.");
        Text(page.QuerySelector("main")).ShouldContain("Tidpunkten ”snart” går inte att läsa.");
        page.GetElementById($"mal-{given.Clinic.Id}").ShouldNotBeNull();
    }

    [Fact]
    public async Task No_two_things_on_the_page_share_an_id()
    {
        var ids = (await Page()).QuerySelectorAll("[id]").Select(e => e.Id).ToList();

        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    /// <summary>What stands in an element, with one space between the words and pieces.</summary>
    internal static string Text(IElement? element)
    {
        var pieces = element.ShouldNotBeNull().Descendants<IText>().Select(t => t.Text);
        return string.Join(' ', string.Join(' ', pieces).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IElement Panel(IDocument page, string id) => page.GetElementById(id)!.Closest("section")!;

    private Task<IDocument> Page(string query = "") => given.App.Page("/malkedja" + (query.Length == 0 ? "?ar=2025" : query + "&ar=2025"));
}
