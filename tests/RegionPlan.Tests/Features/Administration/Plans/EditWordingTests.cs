using System.Net;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Administration.Plans;

public sealed class EditWordingTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        browser = await Browser.SignedInAs(app, "regiondirektor");
    }

    public Task DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Theory]
    [InlineData("/administration/text/2024-2026/plan", "2024-01-01", "/")]
    [InlineData("/administration/text/2024-2026/mal-3", "2024-01-01", "/mal/3")]
    [InlineData("/administration/text/2024-2026/inriktning-3-2", "2024-01-01", "/mal/3")]
    [InlineData("/administration/text/2025-2027/fokus-2025-1", "2025-01-01", "/?plan=2025-2027&ar=2025")]
    public async Task Every_text_of_the_plan_can_be_changed_and_the_change_stands_in_the_history(string form, string from, string page)
    {
        var answer = await browser.Submit(
            await browser.Open(form), "goal", new() { ["Form.Name"] = "Ett nytt namn", ["Form.HoldsFrom"] = from, ["Form.Why"] = "Rättat i beslut" });

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.Page(page)).QuerySelector("main").Words().ShouldContain("Ett nytt namn");
        (await app.Page("/historik?slag=PlanWording")).Rows()[0].ShouldContain("Rättat i beslut");
    }

    [Theory]
    [InlineData("/administration/text/2024-2026/inriktning-3-99")]
    [InlineData("/administration/text/2024-2026/annat")]
    public async Task A_part_that_the_plan_does_not_have_is_not_found(string form) =>
        (await browser.Open(form)).Status.ShouldBe(HttpStatusCode.NotFound);
}
