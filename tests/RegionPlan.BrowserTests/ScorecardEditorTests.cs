using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>What is written in the styrkort editor is kept, also when the power is cut and when two write at once. Each test keeps to a unit of its own.</summary>
public sealed class ScorecardEditorTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const int Patience = ScorecardEditing.Patience;

    private BrowserApp Own => own.App;

    [BrowserFact]
    public async Task Everything_written_one_key_at_a_time_survives_a_power_cut_right_after_it_is_kept()
    {
        await using var alone = await App.OwnAppAsync();
        var page = await alone.Editor(ScorecardEditing.Controller, ScorecardEditing.Unit);
        await page.BeginWith("Vård i tid");
        var goal = page.Goal("Vård i tid");
        await goal.Field("text").PressSequentiallyAsync("Ingen ska vänta längre än tre dagar på Åsa.");
        await goal.Field("ny-aktivitet").ClickAsync();
        await goal.Field("ansvarig").PressSequentiallyAsync("Enhetschef i Kalmar");
        await goal.Field("aktivitet").PressSequentiallyAsync("Öppna kvällsmottagning");
        await Assertions.Expect(goal.GetByRole(AriaRole.Button, new() { Name = "Ta bort aktiviteten Öppna kvällsmottagning" })).ToHaveCountAsync(1, new() { Timeout = Patience });
        await page.IsKept();

        await alone.Process.Kill9Async();
        var notice = page.Locator("#components-reconnect-modal");
        await Assertions.Expect(notice).ToBeVisibleAsync(new() { Timeout = Patience });
        (await notice.InnerTextAsync()).ShouldContain("sparat som utkast");
        await alone.Process.RestartAsync();

        page = await alone.Editor(ScorecardEditing.Head, ScorecardEditing.Unit);
        goal = page.Goal("Vård i tid");
        await Assertions.Expect(goal.Field("text")).ToHaveValueAsync("Ingen ska vänta längre än tre dagar på Åsa.");
        await Assertions.Expect(goal.Field("aktivitet")).ToHaveValueAsync("Öppna kvällsmottagning");
        await Assertions.Expect(goal.Field("ansvarig")).ToHaveValueAsync("Enhetschef i Kalmar");
    }

    [BrowserFact]
    public async Task Two_people_in_different_goals_are_put_together_without_a_question_and_undo_takes_back_ones_own_only()
    {
        const string Unit = "lanssjukhuset-i-kalmar";
        var first = await Own.Editor(ScorecardEditing.Controller, Unit);
        await first.BeginWith("Första målet");
        await first.IsKept();
        var second = await Own.Editor(ScorecardEditing.Head, Unit);
        await first.AddGoal("Controllerns mål");
        await first.IsKept();

        await second.AddGoal("Chefens mål");

        await second.HasGoal("Controllerns mål");
        await Assertions.Expect(second.Bar()).ToContainTextAsync("Era ändringar är sammanförda.", new() { Timeout = Patience });
        await second.IsKept();
        (await second.Locator("#krock").CountAsync()).ShouldBe(0);
        await second.Bar().GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await second.HasGoal("Controllerns mål");
        await second.Bar().GetByRole(AriaRole.Button, new() { Name = "Gör om" }).ClickAsync();
        await second.HasGoal("Chefens mål");
        await second.IsKept();
        await second.ReloadAsync();
        foreach (var name in new[] { "Första målet", "Controllerns mål", "Chefens mål" })
        {
            await second.HasGoal(name);
        }
    }

    [BrowserTheory]
    [InlineData("oskarshamns-sjukhus", "Behåll mitt", "Chefens ord", "Controllerns ord")]
    [InlineData("vasterviks-sjukhus", "Använd den andras", "Controllerns ord", "Chefens ord")]
    public async Task Two_people_in_the_same_goal_are_asked_and_undo_brings_back_what_was_not_chosen(string unit, string choice, string kept, string undone)
    {
        var first = await Own.Editor(ScorecardEditing.Controller, unit);
        await first.BeginWith("Målet");
        await first.IsKept();
        var second = await Own.Editor(ScorecardEditing.Head, unit);
        await first.Goal("Målet").Field("text").FillAsync("Controllerns ord");
        await first.AddGoal("Controllerns mål");
        await first.IsKept();

        await second.Goal("Målet").Field("text").FillAsync("Chefens ord");
        var asked = second.Locator("#krock");
        await Assertions.Expect(asked).ToContainTextAsync("Controller, Hälso- och sjukvårdsförvaltningen har skrivit i samma del", new() { Timeout = Patience });
        await Assertions.Expect(asked).ToContainTextAsync("”Målet”");
        await Assertions.Expect(second.Bar()).ToContainTextAsync("Allt är inte sparat.");
        await second.ShouldHaveNoViolations();
        await asked.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();

        await Assertions.Expect(asked).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(second.Goal("Målet").Field("text")).ToHaveValueAsync(kept, new() { Timeout = Patience });
        await second.HasGoal("Controllerns mål");
        await second.IsKept();
        await second.Bar().GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Assertions.Expect(second.Goal("Målet").Field("text")).ToHaveValueAsync(undone, new() { Timeout = Patience });
        await second.HasGoal("Controllerns mål");
        await second.IsKept();
        await second.ReloadAsync();
        await Assertions.Expect(second.Goal("Målet").Field("text")).ToHaveValueAsync(undone, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task A_goal_is_moved_by_keys_with_the_focus_kept_by_the_mouse_and_to_another_perspective_by_a_list()
    {
        var page = await Own.Editor(ScorecardEditing.Controller, "diagnostiskt-centrum");
        await page.BeginWith("A");
        await page.AddGoal("B");
        await page.AddGoal("C");
        var down = page.GetByRole(AriaRole.Button, new() { Name = "Flytta ned målet A", Exact = true });
        await down.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Order(page, "B", "A", "C");
        await Assertions.Expect(down).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Enter");
        await Order(page, "B", "C", "A");
        await Assertions.Expect(down).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Enter");
        await Order(page, "B", "C", "A");

        await page.GetByRole(AriaRole.Button, new() { Name = "Visa bara målens namn" }).ClickAsync();
        await Assertions.Expect(page.Locator("[id^='text-']")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await page.Goal("A").Locator(".rp-drag").DragToAsync(page.Goal("B").Locator("input"));
        await Order(page, "A", "B", "C");

        await page.GetByRole(AriaRole.Button, new() { Name = "Visa mer av målet B" }).ClickAsync();
        await page.Goal("B").Field("omrade").SelectOptionAsync(new SelectOptionValue { Label = "Ekonomi" });
        await Assertions.Expect(page.Locator("section:has(#omrade-4) article input[id^='namn-']")).ToHaveValueAsync("B", new() { Timeout = Patience });
        await Assertions.Expect(page.Goal("B").Field("omrade")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.IsKept();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("section:has(#omrade-2) article")).ToHaveCountAsync(2, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task One_begins_anew_changes_ones_mind_and_a_pasted_text_is_never_cut()
    {
        var paste = string.Concat(Enumerable.Repeat("åäö 🙂 ", 1500));
        var page = await Own.Editor(ScorecardEditing.Head, "akutkliniken-kalmar", year: (DateTime.Now.Year + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.BeginWith("Målet");
        await page.Goal("Målet").Field("text").FillAsync(paste);
        await Assertions.Expect(page.Goal("Målet").Locator("[id^='text-'][id$='-fel']")).ToContainTextAsync("får vara högst 4000", new() { Timeout = Patience });
        await page.IsKept();

        await page.Bar().GetByRole(AriaRole.Button, new() { Name = "Börja om" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-beginnings")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("#angra")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Enter");
        await page.HasGoal("Målet");
        await page.IsKept();
        await page.ReloadAsync();
        (await page.Goal("Målet").Field("text").First.InputValueAsync()).ShouldBe(paste);
    }

    private static async Task Order(IPage page, params string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            await Assertions.Expect(page.Locator("section:has(#omrade-2) article input[id^='namn-']").Nth(i)).ToHaveValueAsync(names[i], new() { Timeout = Patience });
        }
    }
}
