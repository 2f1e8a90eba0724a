using System.Text.RegularExpressions;

namespace RegionPlan.Tests.Shared;

/// <summary>What holds for every page that readers see: addresses that cannot be read, time travel, no script.</summary>
public sealed partial class ReaderPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Pages = ["/", "/?ar=2025", "/?plan=2026-2028", "/mal/1", "/mal/4", "/matt/1.7", "/matt/3.11", "/matt/5.2"];

    [Theory]
    [InlineData("plan=1999-2001", "Det finns ingen regionplan ”1999-2001”. Här visas den plan som gäller.")]
    [InlineData("ar=x", "Året ”x” går inte att läsa. Ange det med fyra siffror, till exempel 2024.")]
    [InlineData("ar=1999", "Året ”1999” går inte att läsa. Ange det med fyra siffror, till exempel 2024.")]
    [InlineData("ar=-2024", "Året ”-2024” går inte att läsa. Ange det med fyra siffror, till exempel 2024.")]
    [InlineData("ar=99999999999", "Året ”99999999999” går inte att läsa. Ange det med fyra siffror, till exempel 2024.")]
    [InlineData("asOf=snart", "Tidpunkten ”snart” går inte att läsa. Ange den som 2024-12-31 eller 2024-12-31T15:00Z.")]
    [InlineData("asOf=2024-13-01", "Tidpunkten ”2024-13-01” går inte att läsa. Ange den som 2024-12-31 eller 2024-12-31T15:00Z.")]
    [InlineData("asOf=12:00", "Tidpunkten ”12:00” går inte att läsa. Ange den som 2024-12-31 eller 2024-12-31T15:00Z.")]
    [InlineData("validOn=31/12", "Datumet ”31/12” går inte att läsa. Ange det som 2024-12-31.")]
    [InlineData("validOn=2024-02-30", "Datumet ”2024-02-30” går inte att läsa. Ange det som 2024-12-31.")]
    public async Task What_cannot_be_read_is_said_and_the_usual_page_shown(string query, string notice)
    {
        foreach (var path in new[] { "/", "/mal/3", "/matt/3.11" })
        {
            var page = await app.Page($"{path}?{query}");

            page.Notices().ShouldBe([notice]);
            page.Body.Words().ShouldContain("89,5 %");
        }
    }

    [Fact]
    public async Task A_notice_shows_the_address_as_text_and_shortens_it()
    {
        var page = await app.Page("/?plan=" + Uri.EscapeDataString("<script>alert(1)</script>" + new string('x', 100)));

        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.Notices().ShouldHaveSingleItem().ShouldStartWith("Det finns ingen regionplan ”<script>alert(1)</script>xxxxxxxxxxxxxxx…”.");
    }

    [Theory]
    [InlineData("plan=1999-2001")]
    [InlineData("ar=x")]
    [InlineData("asOf=snart")]
    public async Task What_could_not_be_read_is_not_carried_on_in_links(string query)
    {
        var page = await app.Page($"/?{query}");

        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(l => l.Contains(query, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("0001-01-01T00:00Z")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59")]
    public async Task The_outermost_times_do_not_break_the_page(string asOf)
    {
        await app.Page($"/?asOf={asOf}");
        await app.Page($"/?validOn={asOf[..10]}");
    }

    [Fact]
    public async Task Before_anything_was_recorded_the_page_says_so()
    {
        var page = await app.Page("/?asOf=2020-01-01");

        page.Section("Inget att visa").Words().ShouldContain("Ingen regionplan var registrerad då. Välj en senare tidpunkt.");
        page.Body.Words().ShouldNotContain("89,5");
        page.QuerySelectorAll("li h3").ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_anything_was_recorded_a_measure_is_not_said_never_to_have_been()
    {
        var page = await app.Page("/matt/3.11?asOf=2020-01-01", System.Net.HttpStatusCode.NotFound);

        page.Body.Words().ShouldContain("registrer", customMessage: "it exists, it was only not recorded by then");
    }

    [Fact]
    public async Task A_page_seen_from_an_earlier_time_says_so_and_links_to_now()
    {
        var page = await app.Page("/matt/3.11?asOf=2026-11-22");

        page.Notices().ShouldHaveSingleItem().ShouldStartWith("Så här såg det ut 2026-11-22 23:59, med det som var registrerat då.");
        page.QuerySelectorAll("[role=status] a").Single().GetAttribute("href").ShouldBe("/matt/3.11");
        page.Body.Words().ShouldContain("89,5 %");
        page.QuerySelectorAll("nav[aria-label=Brödsmulor] a").ShouldAllBe(a => a.GetAttribute("href")!.Contains("asOf=2026-11-22"));
    }

    [Fact]
    public async Task Choosing_another_plan_stays_at_the_time_that_was_chosen()
    {
        var form = (await app.Page("/?asOf=2026-11-22")).QuerySelector("form")!;

        form.QuerySelector("[name=asOf]").ShouldNotBeNull("else the reader is moved to now without being told").GetAttribute("value").ShouldBe("2026-11-22");
        (await app.Page("/")).QuerySelector("form [name=asOf]").ShouldBeNull();
    }

    [Fact]
    public async Task A_plan_is_shown_in_a_year_of_its_own_unless_another_is_chosen() =>
        (await app.Page("/?plan=2025-2027")).QuerySelector("h1").Words().ShouldBeOneOf("Läget 2025", "Läget 2026");

    [Fact]
    public async Task No_page_for_readers_has_a_script_or_opens_a_circuit()
    {
        foreach (var url in Pages)
        {
            var html = await app.Client.GetStringAsync(new Uri(url, UriKind.Relative));

            html.ShouldNotContain("<script", Case.Insensitive, url);
            html.ShouldNotContain("_blazor", Case.Insensitive, url);
            html.ShouldNotContain("_framework", Case.Insensitive, url);
            html.ShouldNotContain("<!--Blazor:", Case.Insensitive, url);
        }
    }

    [Fact]
    public async Task Nothing_is_marked_as_an_example_with_reference_seeds_alone()
    {
        var urls = (await app.Page("/")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!.Split('#')[0])
            .Where(l => l.StartsWith("/ma", StringComparison.Ordinal)).Distinct().ToList();

        urls.Count.ShouldBe(49, "five goals and 44 measures");
        foreach (var url in urls.Append("/"))
        {
            Example().Matches((await app.Page(url)).Body!.TextContent).Select(m => m.Value).ShouldBeEmpty(url);
        }
    }

    [Fact]
    public async Task Letters_are_sent_as_they_are_and_not_as_entities() =>
        (await app.Client.GetStringAsync(new Uri("/", UriKind.Relative))).ShouldContain("Läget 2024");

    [Fact]
    public async Task Styles_and_font_come_from_the_application_itself()
    {
        var page = await app.Page("/");
        var files = page.QuerySelectorAll("head link[href]").Select(l => l.GetAttribute("href")!).ToList();

        files.Count.ShouldBeGreaterThan(3);
        foreach (var file in files)
        {
            using var answer = await app.Client.GetAsync(new Uri("/" + file.TrimStart('/'), UriKind.Relative));
            answer.IsSuccessStatusCode.ShouldBeTrue(file);
        }
    }

    [GeneratedRegex(@"(?<!till )exempel(?!vis)\w*")]
    private static partial Regex Example();
}
