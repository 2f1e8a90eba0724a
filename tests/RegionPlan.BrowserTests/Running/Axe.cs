using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RegionPlan.BrowserTests.Running;

/// <summary>Accessibility as axe-core judges it, for the tags that make up WCAG 2.1 A and AA.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Wcag21 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    /// <summary>Fails with the rule, the element and what is wrong, for every violation on the page.</summary>
    public static async Task ShouldHaveNoViolations(this IPage page)
    {
        var result = await page.RunAxe(Wcag21);
        result.Passes.Length.ShouldBeGreaterThan(5, "axe found hardly anything to check: is the page empty?");
        result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Help}): {n.Html}\n  {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"))
            .ShouldBeEmpty(page.Url);
    }
}
