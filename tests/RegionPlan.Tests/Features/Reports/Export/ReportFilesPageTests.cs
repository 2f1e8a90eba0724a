using System.Net;
using RegionPlan.Tests.Access;

namespace RegionPlan.Tests.Features.Reports.Export;

public sealed class ReportFilesPageTests : IAsyncLifetime
{
    private const string Path = "/rapporter/2025-delarsrapport-2/region-kalmar-lan/filer";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = "/no/such/program" });

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_writes_a_report_gets_it_as_files_without_a_script()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");
        var before = await browser.Open(Path);
        before.Document.QuerySelectorAll("main table").ShouldBeEmpty();
        before.Document.QuerySelector("main")!.TextContent.ShouldContain("PDF görs med LibreOffice");
        using (var early = await browser.Client.GetAsync(new Uri($"{Path}/docx", UriKind.Relative)))
        {
            early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await browser.Submit(before, "gor-filerna", [])).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await UntilMade(browser);
        after.Document.QuerySelectorAll("main table tbody a").Select(a => a.GetAttribute("href")).ShouldBe([$"{Path}/docx", $"{Path}/xlsx", $"{Path}/json", $"{Path}/csv"]);
        after.Document.QuerySelector("main")!.TextContent.ShouldContain("Arbetsmaterial 2026-11-22 10:00");
        foreach (var (kind, first) in new[] { ("docx", "PK"), ("xlsx", "PK"), ("json", "{\"schema\""), ("csv", "\ufeffsection") })
        {
            using var file = await browser.Client.GetAsync(new Uri($"{Path}/{kind}", UriKind.Relative));
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Content.Headers.ContentDisposition!.FileName.ShouldBe($"2025-delarsrapport-2-region-kalmar-lan-arbetsmaterial.{kind}");
            System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()).ShouldStartWith(first);
        }
    }

    [Fact]
    public async Task Who_does_not_see_the_report_gets_neither_the_page_nor_the_files()
    {
        using var writer = await Browser.SignedInAs(app, "regiondirektor");
        await writer.Submit(await writer.Open(Path), "gor-filerna", []);
        await UntilMade(writer);
        using var other = await Browser.SignedInAs(app, "chef.akut");
        (await other.Open(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var refused = await other.Client.GetAsync(new Uri($"{Path}/json", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = new Browser(app);
        (await nobody.Open($"{Path}/json")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<Browser.Answer> UntilMade(Browser browser)
    {
        for (var n = 0; n < 240; n++)
        {
            var page = await browser.Open(Path);
            if (page.Document.QuerySelector("main table") is not null)
            {
                return page;
            }

            await Task.Delay(250);
        }

        throw new TimeoutException("The files were not made.");
    }
}
