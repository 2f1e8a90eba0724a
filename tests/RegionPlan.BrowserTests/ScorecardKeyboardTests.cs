using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>A styrkort made and decided without touching the mouse.</summary>
public sealed class ScorecardKeyboardTests(SharedApp app) : BrowserTest(app)
{
    private const int Patience = ScorecardEditing.Patience;
    private const string GoalName = "Vi ger vård i tid";
    private const string OwnMeasure = "Väntan vid mottagningens disk";
    private const string First = "Öppna en kvällsmottagning";
    private const string Second = "Ringa upp samma dag";

    [BrowserFact]
    public async Task A_controller_makes_and_a_chef_decides_a_styrkort_for_an_empty_unit_with_the_keyboard_alone()
    {
        await using var own = await App.OwnAppAsync();
        var page = await SignInByKeyboard(own, ScorecardEditing.Controller);
        await OpenEditorByLinks(page, "Gör");
        await Press(page, page.GetByRole(AriaRole.Button, new() { Name = "Börja med ett tomt styrkort" }));

        await Press(page, page.Locator("#nytt-2"));
        await Assertions.Expect(page.Locator("input[id^='namn-']")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.TypeAsync(GoalName);
        await page.HasGoal(GoalName);
        var goal = page.Goal(GoalName);
        var above = await TieUpwards(page, goal);
        await PickAPlanMeasure(page, goal);
        await MakeAnOwnMeasure(page, goal);
        await AddActivity(page, goal, First, "Verksamhetschef");
        await AddActivity(page, goal, Second, "Enhetschef");
        await ReorderUndoAndRedo(page, goal);

        await page.TabTo(page.Locator("#kontrollera"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#kontrollsvar")).ToContainTextAsync("Inget att rätta", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Styrkortet beslutas av enhetens chef.");
        (await page.Locator("#besluta").CountAsync()).ShouldBe(0, "a controller decides nothing");
        await page.IsKept();
        await ShouldBeHidden(own);

        await DecideByKeyboard(await SignInByKeyboard(own, ScorecardEditing.Head));
        await ShouldBePublic(own, above);
    }

    private static async Task<IPage> SignInByKeyboard(BrowserApp own, string email)
    {
        var page = await own.Page("/");
        await page.TabTo(page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "Logga in" }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/logga-in**");
        await page.TabTo(page.GetByLabel("E-post"));
        await page.Keyboard.TypeAsync(email);
        await page.TabTo(page.GetByLabel("Lösenord"));
        await page.Keyboard.TypeAsync(BrowserApp.DemoPassword);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".rp-user-name")).ToBeVisibleAsync(new() { Timeout = Patience });
        return page;
    }

    private static async Task OpenEditorByLinks(IPage page, string verb)
    {
        await page.TabTo(page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "Styrkort", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/styrkort**");
        await page.TabTo(page.GetByRole(AriaRole.Navigation, new() { Name = "Välj år" }).GetByRole(AriaRole.Link, new() { Name = ScorecardEditing.Year }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/styrkort?ar={ScorecardEditing.Year}");
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = $"{verb} Hälso- och sjukvårdsförvaltningen {ScorecardEditing.Year}" }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{ScorecardEditing.Address(ScorecardEditing.Unit)}");
        await page.EditorIsOpen();
    }

    /// <summary>Chooses the last of the goals above, by typing its first words in the list.</summary>
    private static async Task<string> TieUpwards(IPage page, ILocator goal)
    {
        var list = goal.Field("bryter");
        var name = await list.EvaluateAsync<string>("e => e.querySelector('optgroup:last-of-type option:last-child').label");
        await page.TabTo(list);
        await page.Keyboard.TypeAsync(string.Concat(name.TakeWhile(char.IsAscii)));
        (await list.EvaluateAsync<string>("e => e.selectedOptions[0].label")).ShouldBe(name);
        await page.IsKept();
        return name;
    }

    private static async Task PickAPlanMeasure(IPage page, ILocator goal)
    {
        await Press(page, goal.Field("matt"));
        await page.TabTo(goal.Field("sok"));
        await page.Keyboard.TypeAsync("3.11");
        var pick = goal.Locator(".rp-picks").GetByRole(AriaRole.Button, new() { NameRegex = new("^3\\.11 ") });
        await Assertions.Expect(goal.Locator(".rp-picks button")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(goal.Locator(".rp-picks")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(goal.Field("matt")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Press(page, pick);
        await Assertions.Expect(goal.Field("malvarde")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.TypeAsync("85,5");
        await page.IsKept();
    }

    private static async Task MakeAnOwnMeasure(IPage page, ILocator goal)
    {
        await Press(page, goal.Field("matt"));
        await Press(page, goal.Locator("summary", new() { HasText = "Gör ett eget mått" }));
        await page.TabTo(goal.Locator("[id$='-namn'][id^='eget-']"));
        await page.Keyboard.TypeAsync(OwnMeasure);
        await page.TabTo(goal.Locator("[id$='-sort']"));
        await page.Keyboard.TypeAsync("Annat");
        await page.TabTo(goal.Locator("[id$='-enhet']"));
        await page.Keyboard.TypeAsync("minuter");
        await page.TabTo(goal.Locator("[id$='-bra']"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Press(page, goal.GetByRole(AriaRole.Button, new() { Name = "Lägg till det egna måttet" }));
        await Assertions.Expect(goal.Field("malvarde")).ToHaveCountAsync(2, new() { Timeout = Patience });
        await Assertions.Expect(goal.Field("malvarde").Nth(1)).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.TypeAsync("10");
        await page.IsKept();
    }

    private static async Task AddActivity(IPage page, ILocator goal, string name, string owner)
    {
        var place = await goal.Field("aktivitet").CountAsync();
        await Press(page, goal.Field("ny-aktivitet"));
        await Assertions.Expect(goal.Field("aktivitet").Nth(place)).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.TypeAsync(name);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(owner);
        await page.TabTo(goal.Field("start").Nth(place));
        await page.TypeDay(goal.Field("start").Nth(place), $"{ScorecardEditing.Year}-02-03");
        await page.TabTo(goal.Field("klar").Nth(place));
        await page.TypeDay(goal.Field("klar").Nth(place), $"{ScorecardEditing.Year}-12-21");
        await page.IsKept();
        await Assertions.Expect(goal.Field("klar").Nth(place)).ToHaveValueAsync($"{ScorecardEditing.Year}-12-21");
    }

    private static async Task ReorderUndoAndRedo(IPage page, ILocator goal)
    {
        var up = goal.GetByRole(AriaRole.Button, new() { Name = $"Flytta upp aktiviteten {Second}" });
        await page.TabTo(up, "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Order(goal, Second, First);
        await Assertions.Expect(up).ToBeFocusedAsync(new() { Timeout = Patience });
        await Press(page, page.Bar().GetByRole(AriaRole.Button, new() { Name = "Ångra" }));
        await Order(goal, First, Second);
        await Press(page, page.Bar().GetByRole(AriaRole.Button, new() { Name = "Gör om" }));
        await Order(goal, Second, First);
        await page.IsKept();
    }

    private static async Task Order(ILocator goal, params string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            await Assertions.Expect(goal.Field("aktivitet").Nth(i)).ToHaveValueAsync(names[i], new() { Timeout = Patience });
        }
    }

    private static async Task DecideByKeyboard(IPage page)
    {
        await OpenEditorByLinks(page, "Fortsätt med");
        await page.HasGoal(GoalName);
        await Press(page, page.Locator("#kontrollera"));
        await Assertions.Expect(page.Locator("#kontrollsvar")).ToContainTextAsync("klart att besluta", new() { Timeout = Patience });
        await page.TabTo(page.Locator("#beslutat-av"));
        await page.Keyboard.TypeAsync("Förvaltningschef");
        await page.TabTo(page.Locator("#beslutsdag"));
        await page.TypeDay(page.Locator("#beslutsdag"), $"{ScorecardEditing.Year}-01-07");
        await page.TabTo(page.Locator("#paragraf"));
        await page.Keyboard.TypeAsync("§ 12");
        await Press(page, page.Locator("#besluta"));
        await page.WaitForURLAsync($"**/styrkort/{ScorecardEditing.Unit}?ar={ScorecardEditing.Year}", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Beslutat av Förvaltningschef {ScorecardEditing.Year}-01-07, § 12.");
    }

    private static async Task ShouldBeHidden(BrowserApp own)
    {
        foreach (var url in new[] { "", "/utkast" })
        {
            var reader = await own.Page($"/styrkort/{ScorecardEditing.Unit}{url}?ar={ScorecardEditing.Year}");
            await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Inget beslutat styrkort");
            (await reader.ContentAsync()).ShouldNotContain(GoalName);
        }
    }

    private static async Task ShouldBePublic(BrowserApp own, string above)
    {
        var reader = await own.Page($"/styrkort/{ScorecardEditing.Unit}?ar={ScorecardEditing.Year}");
        var text = await reader.Locator("main").InnerTextAsync();
        foreach (var part in new[] { GoalName, above, "85,5", OwnMeasure, First, Second, "Verksamhetschef", $"{ScorecardEditing.Year}-02-03 till {ScorecardEditing.Year}-12-21", "§ 12" })
        {
            text.ShouldContain(part);
        }

        text.IndexOf(Second, StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf(First, StringComparison.Ordinal));
        text.ShouldNotContain("utkast", Case.Insensitive);

        var chain = await own.Page($"/malkedja?ar={ScorecardEditing.Year}", View.WithoutScript);
        var shown = await chain.Locator("main").TextContentAsync();
        foreach (var part in new[] { above, GoalName, First, Second })
        {
            shown.ShouldNotBeNull().ShouldContain(part);
        }
    }

    private static async Task Press(IPage page, ILocator button)
    {
        await page.TabTo(button);
        await page.Keyboard.PressAsync("Enter");
    }
}
