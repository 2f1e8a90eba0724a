using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Cascade;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Reports;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>Sections are written by those who may, two at once are told of each other, and nobody else sees what is not decided.</summary>
public sealed class SectionTests : IAsyncLifetime
{
    private const string Annual = "/rapporter/2024-arsredovisning-1/region-kalmar-lan";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_written_stands_in_the_report_with_its_figures()
    {
        await app.Write("sammanfattning", "## Året i korthet\n\nVi når **fler** mål.\n\n[[mått 3.11]]\n\n[[väder]]");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var page = (await staff.Open(Annual)).Document;

        var section = page.GetElementById("sammanfattning")!.Closest("section")!;
        section.QuerySelector("h3").Words().ShouldBe("Året i korthet");
        section.QuerySelector("strong").Words().ShouldBe("fler");
        section.QuerySelector("td[data-label='Utfall 2024']").Words().ShouldBe("89,5 %");
        section.QuerySelectorAll("svg.rp-chart-svg").ShouldNotBeEmpty();
        section.Words().ShouldContain("[[väder]] finns inte. Skriv [[mål]]");
        page.QuerySelector(".rp-report-sections").Words().ShouldContain("Sammanfattning Klar");
        page.QuerySelector(".rp-facts").Words().ShouldContain("1 av 16 avsnitt klara");
    }

    [Fact]
    public async Task A_measures_long_name_stands_in_its_heading_alone()
    {
        await app.Write("sammanfattning", "[[mått 3.11]]");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var section = (await staff.Open(Annual)).Document.GetElementById("sammanfattning")!.Closest("section")!;

        section.QuerySelector("h3").Words().ShouldStartWith("3.11 ");
        section.QuerySelector("table.rp-table-stack caption").Words().ShouldBe("Utfall och målvärden, 3.11");
        section.QuerySelector("table.rp-table-stack tbody th").Words().ShouldBe("Mått 3.11");
    }

    [Fact]
    public async Task A_report_counts_only_what_had_ended_by_its_last_day()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var first = Outcomes(await staff.Open("/rapporter/2025-delarsrapport-1/region-kalmar-lan"));
        var second = Outcomes(await staff.Open("/rapporter/2025-delarsrapport-2/region-kalmar-lan"));

        first.ShouldAllBe(t => t.StartsWith("saknas", StringComparison.Ordinal), "nothing of 2025 had ended by April");
        second.ShouldContain(t => t.Contains("t2 2025", StringComparison.OrdinalIgnoreCase));

        static List<string> Outcomes(Browser.Answer page)
        {
            var cells = page.Document.QuerySelectorAll("section[aria-labelledby=mal] td[data-label='Utfall 2025']").Select(c => c.Words()).ToList();
            cells.Count.ShouldBeGreaterThan(20);
            return cells;
        }
    }

    [Fact]
    public async Task The_economy_stands_in_the_report_post_by_post_with_its_sums()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var page = (await staff.Open("/rapporter/2025-delarsrapport-2/region-kalmar-lan")).Document;

        var economy = page.QuerySelector("section[aria-labelledby=ekonomi]")!;
        economy.QuerySelector("a[href^='/ekonomi/post/']").ShouldNotBeNull("a post leads to its history");
        var result = economy.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th").Words().StartsWith("Årets resultat", StringComparison.Ordinal));
        result.QuerySelector("td[data-label='Budget 2025']").Words().ShouldBe("266,0");
        result.QuerySelector("th .rp-example").ShouldNotBeNull("a sum of invented figures is marked");
        var balance = page.QuerySelector("section[aria-labelledby=balanskrav]")!;
        balance.QuerySelectorAll("tbody th").Select(h => h.Words()).ShouldContain(h => h.StartsWith("Balanskravsresultat", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("anonym", false)]
    [InlineData("politiker", false)]
    [InlineData("controller.hsf", false)]
    [InlineData("namndsekreterare.ktn", false)]
    [InlineData("revisor", true)]
    [InlineData("regiondirektor", true)]
    public async Task What_is_not_decided_is_seen_by_those_who_write_it_and_the_auditors(string user, bool sees)
    {
        await app.Write("sammanfattning", "Hemligt än så länge.");
        using var browser = user == "anonym" ? new Browser(app) : await Browser.SignedInAs(app, user);

        var page = await browser.Open(Annual);
        var list = await browser.Open("/rapporter?ar=2024");

        page.Status.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        page.Html.Contains("Hemligt", StringComparison.Ordinal).ShouldBe(sees);
        list.Html.Contains(Annual, StringComparison.Ordinal).ShouldBe(sees);
    }

    [Theory]
    [InlineData("revisor")]
    [InlineData("controller.hsf")]
    [InlineData("namndsekreterare.rs")]
    public async Task Only_those_who_write_the_report_write_it(string user)
    {
        await Should.ThrowAsync<AccessRefused>(() => app.Write("sammanfattning", "Obehörigt", user));
        await Should.ThrowAsync<AccessRefused>(() => app.Keep("sammanfattning", "Obehörigt", user));

        await using var db = app.Db();
        db.Reports.ShouldBeEmpty();
        db.SectionDrafts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secretary_writes_the_own_nämnds_report_and_no_others()
    {
        var own = new ReportKey("2025-verksamhetsberattelse-1", "kollektivtrafiknamnden");
        var other = new ReportKey("2025-verksamhetsberattelse-1", "regionstyrelsen");

        (await app.Write("mal", "Nämndens mål.", "namndsekreterare.ktn", key: own)).Version.ShouldBe(1);
        await Should.ThrowAsync<AccessRefused>(() => app.Write("mal", "Annans mål.", "namndsekreterare.ktn", key: other));
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_of_two_who_type_the_second_is_told()
    {
        var first = (await app.Keep("mal", "Min text")).ShouldBeOfType<SectionDraftKept.Kept>();
        var second = (await app.Keep("mal", "Annan text")).ShouldBeOfType<SectionDraftKept.TakenByAnother>();
        second.Theirs!.Text.ShouldBe("Min text");
        (await app.Keep("mal", "Min text, mer", token: first.Token)).ShouldBeOfType<SectionDraftKept.Kept>();

        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        (await staff.Open(Annual)).Document.Body.Words().ShouldContain("Osparat utkast av Regiondirektör");
    }

    [Fact]
    public async Task Who_saves_over_a_draft_of_anothers_is_stopped_and_the_draft_stays()
    {
        await app.Keep("mal", "Någon skriver");

        (await Should.ThrowAsync<RuleViolation>(() => app.Write("mal", "Jag sparar"))).Message.ShouldContain("skriver i avsnittet");

        await using var db = app.Db();
        db.SectionDrafts.ShouldHaveSingleItem().Text.ShouldBe("Någon skriver");
    }

    [Fact]
    public async Task Saving_a_version_clears_its_draft()
    {
        var kept = (await app.Keep("mal", "Klar text")).ShouldBeOfType<SectionDraftKept.Kept>();

        var saved = await app.Write("mal", "Klar text", token: kept.Token, state: SectionState.Begun);

        saved.Version.ShouldBe(1);
        await using var db = app.Db();
        db.SectionDrafts.ShouldBeEmpty();
        (await app.Write("mal", "Klar text", over: 1)).State.ShouldBe(SectionState.Done);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(150)]
    public async Task A_text_of_many_levels_breaks_no_page(int depth)
    {
        await Store("sammanfattning", $"Ett. {new string('>', depth)}\n\n{new string('>', depth)} djupt");
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        foreach (var path in new[] { Annual, $"{Annual}/sammanfattning", $"{Annual}/beslut", $"{Annual}/kontroll" })
        {
            (await staff.Open(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        (await staff.Open(Annual)).Document.Body.Words().ShouldContain("djupt");
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_back_is_kept_as_a_draft_and_not_saved_as_a_version(string text, string mend)
    {
        var kept = (await app.Keep("mal", text)).ShouldBeOfType<SectionDraftKept.Kept>();

        (await Should.ThrowAsync<RuleViolation>(() => app.Write("mal", text, token: kept.Token))).Message.ShouldContain(mend);

        await using var db = app.Db();
        db.SectionDrafts.ShouldHaveSingleItem().Text.ShouldBe(text);
        db.Reports.ShouldBeEmpty();
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        (await staff.Open($"{Annual}/mal")).Status.ShouldBe(HttpStatusCode.OK);
    }

    public static TheoryData<string, string> Unreadable() => new()
    {
        { $"Före\n\n[[mål]]\n\n{new string('>', 150)} djupt", "Ta bort några" },
        { $"{Row(64, "K")}\n{Row(64, "---")}\n{Row(64, "1")}", "har 64 kolumner" },
        { $"> {Row(64, "K")}\n> {Row(64, "---")}\n> {Row(64, "1")}", "har 64 kolumner" },
    };

    private static string Row(int columns, string cell) => $"|{string.Concat(Enumerable.Repeat($"{cell}|", columns))}";

    /// <summary>A text as it stands since it was let in.</summary>
    private async Task Store(string section, string text)
    {
        await using var db = app.Db();
        var followUp = (await db.FollowUps.Include(f => f.Versions).Where(f => f.Year == 2024).ToListAsync()).Single(f => f.Key == ReportDesk.Annual);
        var report = db.Reports.Add(new(followUp.Id, (await app.Unit(ReportDesk.Region)).Id)).Entity;
        report.Write(
            ReportTemplate.Of(followUp.Kind, followUp.Terms.Through).Single(t => t.Key == section), text, SectionState.Done, 0, new Recording(app.Clock.Now, "Regionstaben", null, null));
        await db.SaveChangesAsync();
    }

    [Theory]
    [InlineData("2024-arsredovisning-9", "region-kalmar-lan", "mal")]
    [InlineData("skräp", "region-kalmar-lan", "mal")]
    [InlineData("2024-arsredovisning-1", "regionstyrelsen", "mal")]
    [InlineData("2024-arsredovisning-1", "region-kalmar-lan", "vader")]
    public async Task There_is_no_such_report_or_section(string followUp, string unit, string section)
    {
        await Should.ThrowAsync<RuleViolation>(() => app.Write(section, "x", key: new(followUp, unit)));
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        (await staff.Open($"/rapporter/{followUp}/{unit}/{section}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
