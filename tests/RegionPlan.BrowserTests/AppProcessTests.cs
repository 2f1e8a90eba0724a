using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

public sealed class AppProcessTests(SharedApp app) : BrowserTest(app)
{
    [BrowserFact]
    public async Task The_application_comes_back_on_the_same_database_after_a_stop_and_after_a_power_cut()
    {
        await using var own = await App.OwnAppAsync();
        var page = await own.Page("/matt/3.11");
        var before = await page.Locator("main").InnerTextAsync();

        await own.Process.RestartAsync();
        await own.Open(page, "/matt/3.11");
        (await page.Locator("main").InnerTextAsync()).ShouldBe(before);

        await own.Process.Kill9Async();
        await own.Process.RestartAsync();
        await own.Open(page, "/matt/3.11");
        (await page.Locator("main").InnerTextAsync()).ShouldBe(before);
    }

    [BrowserFact]
    public async Task A_demo_user_signs_in_through_the_form()
    {
        var page = await App.SignedInPage("controller.hsf@example.org");
        new Uri(page.Url).AbsolutePath.ShouldBe("/");
        (await page.Locator("header").InnerTextAsync()).ShouldContain("Logga ut");
        App.Complaints.ShouldBeEmpty();
    }
}
