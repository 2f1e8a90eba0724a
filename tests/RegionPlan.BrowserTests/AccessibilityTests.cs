using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class AccessibilityTests(SharedApp app) : BrowserTest(app)
{
    [BrowserTheory]
    [MemberData(nameof(ReaderPages.AllInViews), MemberType = typeof(ReaderPages))]
    public async Task A_reader_page_with_everything_opened_meets_wcag(string url, int width, string colours)
    {
        var page = await App.Page(url, ReaderPages.View(width, colours));
        await page.OpenAllDetails();
        await page.ShouldHaveNoViolations();
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/mal/3")]
    [InlineData("/matt/2.1")]
    public async Task A_reader_page_as_it_first_stands_meets_wcag(string url)
    {
        var page = await App.Page(url);
        await page.ShouldHaveNoViolations();
    }

    [BrowserTheory]
    [MemberData(nameof(ReaderPages.All), MemberType = typeof(ReaderPages))]
    public async Task No_window_from_a_phones_on_scrolls_a_page_sideways(string url)
    {
        var page = await App.Page(url, View.Phone);
        await page.ShouldNotScrollSideways();
        await page.OpenAllDetails();
        foreach (var width in new[] { View.Phone.Width, 768, 1024, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ShouldNotScrollSideways();
        }
    }

    // WCAG 1.4.12: wider letters, words, lines and paragraphs take nothing away.
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/mal/3")]
    [InlineData("/matt/3.11")]
    [InlineData("/matt/2.1")]
    public async Task Wider_text_spacing_cuts_nothing_off_on_a_phone(string url)
    {
        var page = await App.Page(url, View.Phone);
        await page.OpenAllDetails();
        await page.AddStyleTagAsync(new()
        {
            Content = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
        });
        await page.ShouldNotScrollSideways();
        (await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main *:not(svg *)')]
                .filter(e => getComputedStyle(e).overflowX === 'hidden' && !e.closest('.ds-sr-only, thead, [aria-hidden]') && e.scrollWidth > e.clientWidth + 1)
                .map(e => e.outerHTML.slice(0, 120))
            """)).ShouldBeEmpty();
    }
}
