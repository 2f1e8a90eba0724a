using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RegionPlan.BrowserTests.Running;

/// <summary>What every page owes its readers: WCAG 2.1 A and AA as axe-core judges them, sound headings and references, and no scrolling sideways.</summary>
public static class Accessibility
{
    // The first elements that stick out to the right of the window; nothing where the page fits.
    private const string Overflow = """
        () => {
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return '';
            const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);
            return `${root.scrollWidth} > ${root.clientWidth}: ` + wide.slice(0, 5).map(e => e.outerHTML.slice(0, 160)).join('\n');
        }
        """;

    // Ids used twice, references to ids that are not there, and headings that skip a level.
    private const string Unsound = """
        () => {
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map(id => `id used twice: ${id}`);
            const lost = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']
                .flatMap(name => [...document.querySelectorAll(`[${name}]`)]
                    .flatMap(e => e.getAttribute(name).split(/\s+/)).filter(id => !ids.includes(id)).map(id => `${name} to nothing: ${id}`));
            const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]));
            const skips = levels.filter((level, i) => level > (i ? levels[i - 1] : 0) + 1).map(level => `skips to h${level}`);
            const h1 = levels.filter(level => level === 1).length;
            return [...twice, ...lost, ...skips, ...(h1 === 1 ? [] : [`${h1} h1`])];
        }
        """;

    // Chromium now and then keeps colours of the scheme before until an element is laid out anew; and one transition may begin as another ends.
    private const string Settle = """
        async () => {
            document.documentElement.style.display = 'none';
            document.documentElement.offsetHeight;
            document.documentElement.style.display = '';
            for (let round = 0; round < 10; round++) {
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                const running = document.getAnimations().filter(a => a.playState === 'running');
                if (running.length === 0) return;
                await Promise.allSettled(running.map(a => a.finished));
            }
        }
        """;

    private static readonly AxeRunOptions Wcag21 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    /// <summary>The page as it stands, as a phone shows it in dark colours, and afterwards as a laptop shows it in light ones again.</summary>
    public static async Task ShouldBeAccessible(this IPage page)
    {
        (await page.EvaluateAsync<string[]>(Unsound)).ShouldBeEmpty(page.Url);
        (await page.TitleAsync()).ShouldMatch(".+ – RegionPlan$");
        await page.ShouldHaveNoViolations();
        await page.LookAs(View.Phone with { Dark = true });
        await page.ShouldHaveNoViolations();
        await page.ShouldNotScrollSideways();
        await page.LookAs(View.Laptop);
    }

    /// <summary>Fails with the rule, the element and what is wrong, for every violation on the page.</summary>
    public static async Task ShouldHaveNoViolations(this IPage page)
    {
        var result = await page.RunAxe(Wcag21);
        result.Passes.Length.ShouldBeGreaterThan(5, "axe found hardly anything to check: is the page empty?");
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Help}): {n.Html}\n  {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"))
            .ShouldBeEmpty(page.Url);
    }

    /// <summary>Fails with the first elements that stick out of the window.</summary>
    public static async Task ShouldNotScrollSideways(this IPage page) =>
        (await page.EvaluateAsync<string>(Overflow)).ShouldBeEmpty($"{page.Url} at {page.ViewportSize!.Width} px");

    /// <summary>Changes the window's size and the reader's colour scheme, and waits until every colour has changed.</summary>
    public static async Task LookAs(this IPage page, View view)
    {
        await page.SetViewportSizeAsync(view.Width, view.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.EvaluateAsync(Settle);
    }
}
