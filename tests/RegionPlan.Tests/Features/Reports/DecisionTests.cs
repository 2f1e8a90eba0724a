using System.Net;
using System.Security.Cryptography;
using RegionPlan.Domain;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>A decided report is public and identical for ever, and says what has become of its figures.</summary>
public sealed class DecisionTests : IAsyncLifetime
{
    private const string Annual = "/rapporter/2024-arsredovisning-1/region-kalmar-lan";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = "/finns/inte" });

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_decided_report_is_the_same_to_the_byte_a_year_later_whatever_is_corrected()
    {
        await app.Write("sammanfattning", "Vi når fler mål.\n\n[[mått 3.11]]");
        using var visitor = new Browser(app);
        await Decided();
        var page = (await visitor.Open(Annual)).Document;
        page.Body.Words().ShouldContain("Inget av det den visar har ändrats sedan dess.");
        var files = page.QuerySelectorAll(".rp-report-files a").Select(a => a.GetAttribute("href")!).ToList();
        var before = await Bytes(visitor, files);
        var chapters = page.QuerySelectorAll(".rp-report .rp-prose").Select(c => c.InnerHtml).ToList();

        app.Clock.Advance(TimeSpan.FromDays(365));
        await app.Correct("3.11", 2024, 12.3m);

        var later = (await visitor.Open(Annual)).Document;
        later.QuerySelectorAll(".rp-report .rp-prose").Select(c => c.InnerHtml).ShouldBe(chapters);
        (await Bytes(visitor, files)).ShouldBe(before);
        var sums = later.QuerySelectorAll(".rp-hash").Select(h => h.TextContent).ToList();
        sums.ShouldBe(before.Select(b => Convert.ToHexStringLower(SHA256.HashData(b))));
        later.Body.Words().ShouldContain("har rättats eller tillkommit sedan dess");
        var difference = (await visitor.Open($"{Annual}/skillnader")).Document.QuerySelectorAll("tbody tr").Select(r => r.Words()).ToList();
        difference.ShouldContain(r => r.Contains("3.11", StringComparison.Ordinal) && r.Contains("89,5", StringComparison.Ordinal) && r.Contains("12,3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_decides_although_something_is_open_says_why_and_all_can_read_it()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var opened = await staff.Open($"{Annual}/beslut");
        opened.Document.Body.Words().ShouldContain("Avsnittet Sammanfattning är inte skrivet.");

        var refused = await staff.Submit(opened, "decide", new() { ["Form.DecidedOn"] = "2025-04-24", ["Form.Reference"] = "§ 42" });

        refused.ErrorAt("Form.Why").ShouldBe("Skriv varför rapporten beslutas fast punkter är öppna, eller åtgärda dem först.");
        refused.Typed("Form.Reference").ShouldBe("§ 42");
        (await staff.Submit(refused, "decide", new() { ["Form.Why"] = "Texten står i den tryckta." })).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.Recorded();
        using var visitor = new Browser(app);
        var shown = (await visitor.Open(Annual)).Document.Body.Words();
        shown.ShouldContain("Beslutad av regionfullmäktige 2025-04-24, § 42");
        shown.ShouldContain("Skäl: Texten står i den tryckta.");
        shown.ShouldContain("Avsnittet Sammanfattning är inte skrivet.");
        var history = (await visitor.Open("/historik?slag=Report")).Document.Body.Words();
        history.ShouldContain("Årsredovisning 2024");
        history.ShouldContain("beslutad 2025-04-24, § 42");
        history.ShouldContain("Texten står i den tryckta.");
    }

    [Fact]
    public async Task What_only_the_writer_can_mend_is_told_while_it_is_written_and_not_in_what_is_decided()
    {
        await app.Write("sammanfattning", "Så här gick det.\n\n[[ekonomy]]\n\n[[mått 9.99]]");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var working = (await staff.Open(Annual)).Document.GetElementById("sammanfattning")!.Closest("section").Words();
        working.ShouldContain("[[ekonomy]] finns inte. Skriv [[mål]]");
        working.ShouldContain("Det finns inget mått 9.99 i årets plan.");

        await Decided();

        using var visitor = new Browser(app);
        var page = (await visitor.Open(Annual)).Document;
        var decided = page.QuerySelectorAll(".rp-report .rp-prose").First(p => p.Words().StartsWith("Så här gick det.", StringComparison.Ordinal)).Words();
        decided.ShouldBe("Så här gick det. Uppgiften saknas. Uppgiften saknas.");
        var json = page.QuerySelectorAll(".rp-report-files a").Select(a => a.GetAttribute("href")!).Single(h => h.EndsWith(".json", StringComparison.Ordinal));
        var kept = await visitor.Client.GetStringAsync(new Uri(json, UriKind.Relative));
        kept.ShouldNotContain("ekonomy");
        kept.ShouldNotContain("9.99");
    }

    [Fact]
    public async Task Nobody_decides_another_report_than_the_one_that_was_seen()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var opened = await staff.Open($"{Annual}/beslut");
        await app.Correct("3.11", 2024, 12.3m);

        var answer = await staff.Submit(opened, "decide", new() { ["Form.DecidedOn"] = "2025-04-24", ["Form.Why"] = "Ändå" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Rapporten, siffrorna eller kontrollen har ändrats");
        answer.Typed("Form.Why").ShouldBe("Ändå");
        await using var db = app.Db();
        db.ReportDecisions.ShouldBeEmpty();
        (await staff.Submit(answer, "decide", new() { ["Form.Why"] = "Ändå" })).Status.ShouldBe(HttpStatusCode.Redirect, "what is shown now can be decided");
    }

    [Theory]
    [InlineData("24 april", "Ange beslutsdagen som år-månad-dag")]
    [InlineData("", "Ange beslutsdagen som år-månad-dag")]
    public async Task A_day_that_cannot_be_read_is_asked_for_again(string day, string message)
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var answer = await staff.Submit(await staff.Open($"{Annual}/beslut"), "decide", new() { ["Form.DecidedOn"] = day, ["Form.Why"] = "Ändå" });

        answer.ErrorAt("Form.DecidedOn").ShouldNotBeNull().ShouldStartWith(message);
    }

    [Theory]
    [InlineData("revisor")]
    [InlineData("controller.hsf")]
    [InlineData("namndsekreterare.rs")]
    public async Task Only_regionstaben_records_the_decision_on_the_regions_report(string user)
    {
        using var browser = await Browser.SignedInAs(app, user);

        (await browser.Open($"{Annual}/beslut")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_decided_report_cannot_be_written_in_and_its_missing_files_are_not_there()
    {
        await Decided();

        (await Should.ThrowAsync<RuleViolation>(() => app.Write("mal", "Efteråt"))).Message.ShouldStartWith("Rapporten är beslutad");
        (await Should.ThrowAsync<RuleViolation>(() => app.Keep("mal", "Efteråt"))).Message.ShouldStartWith("Rapporten är beslutad");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        (await staff.Open($"{Annual}/mal")).Document.Body.Words().ShouldContain("Du läser");
        (await staff.Open($"{Annual}/beslut")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var visitor = new Browser(app);
        (await visitor.Open($"{Annual}/beslutad/annan.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open($"{Annual}/skillnader?mot=forra")).Document.Body.Words().ShouldContain("Det finns ingen tidigare beslutad rapport");
        (await visitor.Open("/rapporter/2025-delarsrapport-1/region-kalmar-lan/skillnader")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<List<byte[]>> Bytes(Browser browser, IEnumerable<string> files)
    {
        List<byte[]> all = [];
        foreach (var file in files)
        {
            all.Add(await browser.Client.GetByteArrayAsync(new Uri(file, UriKind.Relative)));
        }

        all.ShouldNotBeEmpty();
        return all;
    }

    private async Task Decided()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var answer = await staff.Submit(await staff.Open($"{Annual}/beslut"), "decide", new() { ["Form.DecidedOn"] = "2025-04-24", ["Form.Why"] = "Prov" });
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Html);
        await app.Recorded();
    }
}
