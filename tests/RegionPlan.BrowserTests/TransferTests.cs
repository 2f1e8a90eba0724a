using System.Text.Json;
using RegionPlan.BrowserTests.Running;
using Xunit.Abstractions;

namespace RegionPlan.BrowserTests;

public sealed class TransferTests(SharedApp app, ITestOutputHelper output) : BrowserTest(app)
{
    private const int Limit = 200_000;

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/mal/3")]
    [InlineData("/matt/3.11")]
    [InlineData("/matt/2.1")]
    public async Task A_first_visit_transfers_less_than_200_kB_in_all(string url)
    {
        var page = await App.EmptyPage();
        var cdp = await page.Context.NewCDPSessionAsync(page);
        Dictionary<string, string> urls = [];
        List<(string Url, double Bytes)> loaded = [];
        cdp.Event("Network.requestWillBeSent").OnEvent += (_, e) => urls[Text(e, "requestId")] = e!.Value.GetProperty("request").GetProperty("url").GetString()!;
        cdp.Event("Network.loadingFinished").OnEvent += (_, e) =>
            loaded.Add((urls.GetValueOrDefault(Text(e, "requestId"), "?"), e!.Value.GetProperty("encodedDataLength").GetDouble()));
        await cdp.SendAsync("Network.enable");
        await App.Open(page, url);
        await page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        foreach (var (address, bytes) in loaded)
        {
            output.WriteLine($"{bytes,8:0} {address}");
        }

        var total = loaded.Sum(l => l.Bytes);
        output.WriteLine($"{total,8:0} in all");
        loaded.ShouldContain(l => l.Url.EndsWith(".woff2", StringComparison.Ordinal), "the font is part of the sum");
        total.ShouldBeLessThan(Limit);
    }

    private static string Text(JsonElement? e, string name) => e!.Value.GetProperty(name).GetString()!;
}
