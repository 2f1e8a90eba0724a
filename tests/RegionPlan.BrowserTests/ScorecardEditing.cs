using System.Globalization;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The styrkort editor as the tests use it.</summary>
internal static class ScorecardEditing
{
    internal const string Controller = "controller.hsf@example.org";
    internal const string Head = "chef.hsf@example.org";
    internal const string Unit = "halso-och-sjukvardsforvaltningen";

    /// <summary>Long enough for a save on a busy machine.</summary>
    internal const int Patience = 20_000;

    private const int MostStops = 400;

    /// <summary>The year that styrkort are made for now.</summary>
    internal static string Year => DateTime.Now.Year.ToString(CultureInfo.InvariantCulture);

    internal static string Address(string unit, string? year = null) => $"/styrkort/{unit}/redigera?ar={year ?? Year}";

    /// <summary>Signs in, opens the editor and waits until it can be used.</summary>
    internal static async Task<IPage> Editor(this BrowserApp app, string email, string unit, View? view = null, string? year = null)
    {
        var page = await app.SignedInPage(email, Address(unit, year), view);
        await page.EditorIsOpen();
        return page;
    }

    internal static async Task EditorIsOpen(this IPage page) =>
        await Assertions.Expect(page.Locator(".rp-beginnings, .rp-editor-places").First).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>Begins an empty styrkort with a goal in a målområde, and types its name.</summary>
    internal static async Task BeginWith(this IPage page, string goal, int perspective = 2)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja med ett tomt styrkort" }).ClickAsync();
        await page.AddGoal(goal, perspective);
    }

    internal static async Task AddGoal(this IPage page, string goal, int perspective = 2)
    {
        await page.Locator($"#nytt-{perspective}").ClickAsync();
        await Assertions.Expect(page.Locator("input[id^='namn-']:focus")).ToHaveValueAsync("", new() { Timeout = Patience });
        await page.Keyboard.TypeAsync(goal);
        await page.HasGoal(goal);
    }

    /// <summary>The goal with these words, once the server has got them all.</summary>
    internal static ILocator Goal(this IPage page, string name) =>
        page.Locator("article.rp-goal-editor").And(page.GetByRole(AriaRole.Article, new() { NameRegex = new($"^Mål [0-9]+: {System.Text.RegularExpressions.Regex.Escape(name)}$") }));

    internal static async Task HasGoal(this IPage page, string name) =>
        await Assertions.Expect(page.Goal(name)).ToHaveCountAsync(1, new() { Timeout = Patience });

    internal static ILocator Field(this ILocator goal, string field) => goal.Locator($"[id^='{field}-']:not(p)");

    internal static async Task IsKept(this IPage page) =>
        await Assertions.Expect(page.Locator(".rp-editor-bar .rp-saved")).ToContainTextAsync("Utkast sparat", new() { Timeout = Patience });

    internal static ILocator Bar(this IPage page) => page.Locator(".rp-editor-bar");

    /// <summary>Goes by the tab key, as a person does, until something has the focus.</summary>
    internal static async Task TabTo(this IPage page, ILocator wanted, string key = "Tab")
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync(new() { Timeout = Patience });
        for (var i = 0; i < MostStops; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{MostStops} of {key} did not reach {wanted}.");
    }

    /// <summary>Types a day into the date field that has just got the focus.</summary>
    internal static async Task TypeDay(this IPage page, ILocator field, string iso)
    {
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(await KeysFor(page, iso));
        (await field.InputValueAsync()).ShouldBe(iso, "no answer from the server may change what is being typed");
    }

    /// <summary>The keys of a day in the order that this browser shows its parts, tried in a page of its own.</summary>
    private static async Task<string> KeysFor(IPage page, string iso)
    {
        var (year, month, day) = (iso[..4], iso[5..7], iso[8..]);
        var trial = await page.Context.NewPageAsync();
        foreach (var keys in new[] { month + day + year, year + month + day, day + month + year })
        {
            await trial.SetContentAsync("<input type=date max=2100-12-31>");
            await trial.Locator("input").FocusAsync();
            await trial.Keyboard.TypeAsync(keys);
            if (await trial.Locator("input").InputValueAsync() == iso)
            {
                await trial.CloseAsync();
                await page.BringToFrontAsync();
                return keys;
            }
        }

        throw new InvalidOperationException($"{iso} could not be typed in this browser.");
    }
}
