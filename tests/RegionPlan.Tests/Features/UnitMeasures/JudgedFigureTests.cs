using AngleSharp.Dom;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Approval;
using RegionPlan.Tests.Shared;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.UnitMeasures;

/// <summary>A unit's page of a measure: the status is the styrkort's own, and each figure tells who entered and approved it.</summary>
public sealed class JudgedFigureTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public async Task Every_status_is_that_of_the_styrkort(int year)
    {
        var compared = 0;
        foreach (var card in (await app.Page($"/styrkort?ar={year}")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith("/styrkort/", StringComparison.Ordinal)).Distinct().ToList())
        {
            foreach (var row in (await app.Page(card)).QuerySelectorAll(".rp-table-followed tbody tr"))
            {
                var link = row.QuerySelector("a[href*='/matt/']")!.GetAttribute("href")!;
                var status = row.QuerySelector("[data-label=Status]").Words();
                Statuses(await app.Page(link), year).ShouldContain(status, $"{link} {year}");
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task An_approved_figure_tells_why_its_colour_who_approved_it_at_each_level_and_what_is_told_of_it()
    {
        var given = new GivenSubmission(app, Activity, Clinic);
        var row = (await given.Percentages())[0];
        await given.Submit("controller.akut", Row(row, 71, narrative: new() { Analysis = "Analysen av värdet.", Action = "Åtgärden som görs.", Comment = "Kommentaren." }));
        await AssertUnseen();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await given.Approve("chef.akut", ApprovalLevel.Unit);
        await given.Approve("chef.hsf", ApprovalLevel.Administration);
        await AssertUnseen();
        await given.Approve("namndsekreterare.rs", ApprovalLevel.Board);

        var told = (await app.Page(Path(row))).Section("Utveckling").QuerySelectorAll("tbody tr")[0];
        told.QuerySelector("[data-label=Status]").Words().ShouldStartWith("Delvis uppnått Målvärde 2025: 72 %");
        var why = told.QuerySelector(".rp-why")!;
        why.Words().ShouldContain("Högt värde är bra.");
        why.Said("Utfall").ShouldBe("71,0 %, helår 2025");
        why.Said("Målvärde").ShouldBe("72 %");
        why.Said("Inlämnat").ShouldBe("2026-11-22 10:00 av Controller, Akutkliniken Kalmar, till Verksamhetsberättelse helår 2025");
        why.Said("Godkänt av enheten").ShouldBe("2026-11-22 11:00 av Chef, Akutkliniken Kalmar");
        why.Said("Godkänt av förvaltningen").ShouldContain("Chef, Hälso- och sjukvårdsförvaltningen");
        why.Said("Godkänt av nämnden").ShouldContain("Nämndsekreterare, Regionstyrelsen");
        told.Said("Analys").ShouldBe("Analysen av värdet.");
        told.Said("Åtgärd").ShouldBe("Åtgärden som görs.");
        told.Said("Kommentar").ShouldBe("Kommentaren.");
        told.Words().Split("Kommentaren.").Length.ShouldBe(2, "the comment is told once");

        async Task AssertUnseen()
        {
            var words = (await app.Page(Path(row))).Body.Words();
            words.ShouldNotContain("Analysen");
            words.ShouldNotContain("Åtgärden");
            words.ShouldNotContain("Kommentaren");
            words.ShouldNotContain("71,0");
        }
    }

    [Fact]
    public async Task A_figure_without_an_approval_tells_who_recorded_it_whether_a_styrkort_follows_it_or_not()
    {
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "6/600");
        await app.RecordAt(UnitDesk.Vastervik, "3.11", "2025", "80");

        foreach (var code in new[] { "3.23", "3.11" })
        {
            var cell = (await app.Page(await app.MeasurePath(UnitDesk.Vastervik, code))).Section("Utveckling").QuerySelectorAll(".rp-table-periods tbody tr")[0];
            cell.Words().ShouldContain("Registrerat 2026-11-22 10:00 av Controller, Hälso- och sjukvårdsförvaltningen");
        }
    }

    [Fact]
    public async Task A_figure_moved_to_todays_organisation_is_given_no_colour()
    {
        var given = new GivenSubmission(app, Activity, Clinic);
        var row = (await given.Percentages())[0];

        (await app.Page(Path(row))).QuerySelectorAll("main .rp-status").ShouldNotBeEmpty();
        (await app.Page(Path(row) + "?visa=omraknat")).QuerySelectorAll("main .rp-status").ShouldBeEmpty();
    }

    private static string Path(SubmittedRowKey row) => $"/styrkort/{Clinic}/matt/{row.SeriesId}";

    /// <summary>The statuses that the page tells of a year, beside a figure and where there is none.</summary>
    private static List<string> Statuses(IDocument page, int year) =>
    [
        .. page.QuerySelectorAll(".rp-table-periods tbody tr").Where(r => r.FirstElementChild.Words().EndsWith($" {year}", StringComparison.Ordinal))
            .SelectMany(r => r.QuerySelectorAll(".rp-status")).Select(s => s.Words()),
        .. page.QuerySelectorAll("p.rp-facts").Where(p => p.Words().StartsWith($"Styrkort {year} ", StringComparison.Ordinal))
            .SelectMany(p => p.QuerySelectorAll(".rp-status")).Select(s => s.Words()),
    ];
}
