using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class StructureTests(SharedApp app) : BrowserTest(app)
{
    // Pictures without a name, ids used twice and references to ids that are not there.
    private const string Faults = """
        () => {
            const text = ids => (ids ?? '').split(/\s+/).map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
            const hasName = e => e.tagName === 'IMG'
                ? e.hasAttribute('alt')
                : ['img', 'group'].includes(e.getAttribute('role')) && (text(e.getAttribute('aria-labelledby')) || e.getAttribute('aria-label'));
            const nameless = [...document.querySelectorAll('img, svg, [role=img]')]
                .filter(e => !e.closest('[aria-hidden=true]') && !hasName(e))
                .map(e => `no name: ${e.outerHTML.slice(0, 120)}`);
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map(id => `id used twice: ${id}`);
            const lost = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']
                .flatMap(name => [...document.querySelectorAll(`[${name}]`)]
                    .flatMap(e => e.getAttribute(name).split(/\s+/)).filter(id => !ids.includes(id)).map(id => `${name} to nothing: ${id}`));
            return [...nameless, ...twice, ...lost];
        }
        """;

    [BrowserTheory]
    [MemberData(nameof(ReaderPages.All), MemberType = typeof(ReaderPages))]
    public async Task A_page_has_language_title_main_heading_outline_named_pictures_and_sound_references(string url)
    {
        var page = await App.Page(url);
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("sv");
        (await page.TitleAsync()).ShouldMatch(".+ – RegionPlan$");
        (await page.Locator("main").CountAsync()).ShouldBe(1);
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
        var levels = await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))");
        levels[0].ShouldBe(1);
        levels.Count(level => level == 1).ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1, "headings go down one level at a time");
        (await page.EvaluateAsync<string[]>(Faults)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_year_that_cannot_be_read_is_told_and_the_page_still_shows_a_year()
    {
        var page = await App.Page("/?ar=abc");
        (await page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("”abc” går inte att läsa");
        (await page.Locator("h1").InnerTextAsync()).ShouldMatch("^Läget 20[0-9]{2}$");
    }

    [BrowserFact]
    public async Task A_measure_that_does_not_exist_is_said_in_Swedish_with_a_way_back()
    {
        var page = await App.Page("/matt/9.9");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("9.9");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Läget" }).First.ClickAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/");
    }
}
