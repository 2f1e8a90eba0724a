using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>Only the entry grid opens a circuit, and only for those who have signed in.</summary>
public sealed class SignedInCircuitTests(SharedApp app) : BrowserTest(app)
{
    [BrowserFact]
    public async Task An_anonymous_visitor_to_the_grid_comes_to_the_sign_in_page_and_gets_no_circuit()
    {
        var page = await App.EmptyPage();
        var sockets = Sockets(page);
        await App.Open(page, "/utfall?uppfoljning=2024-arsredovisning-1");
        new Uri(page.Url).AbsolutePath.ShouldBe("/logga-in");
        (await page.Locator("script").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<int>("() => fetch('/_blazor/negotiate', { method: 'POST', redirect: 'manual' }).then(answer => answer.status)")).ShouldBe(401);
        sockets.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Reader_and_administration_pages_open_no_circuit_for_the_signed_in_and_the_grid_one()
    {
        var page = await App.SignedInPage("regiondirektor@example.org");
        var sockets = Sockets(page);
        foreach (var url in new[] { "/", "/mal/3", "/matt/3.11", "/historik", "/administration", "/administration/plan", "/administration/matt/2024-2026/3.23" })
        {
            await App.Open(page, url);
            (await page.Locator("script").CountAsync()).ShouldBe(0, url);
        }

        sockets.ShouldBeEmpty();
        await App.Open(page, "/utfall?uppfoljning=2024-arsredovisning-1");
        await page.GridIsOpen();
        sockets.Count.ShouldBe(1);
        App.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Who_may_not_record_gets_no_circuit_either()
    {
        var page = await App.SignedInPage("politiker@example.org");
        var sockets = Sockets(page);
        await App.Open(page, "/utfall");
        await Assertions.Expect(page.Locator("h2")).ToContainTextAsync("Din roll registrerar inte utfall");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        sockets.ShouldBeEmpty();
    }

    private static List<string> Sockets(IPage page)
    {
        List<string> sockets = [];
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        return sockets;
    }
}
