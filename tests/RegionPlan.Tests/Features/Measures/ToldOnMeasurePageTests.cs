using AngleSharp.Dom;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Features.Approval;
using RegionPlan.Tests.Shared;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Measures;

/// <summary>What is told beside a figure is read on the measure's page once it is approved, and not before.</summary>
public sealed class ToldOnMeasurePageTests : IAsyncLifetime
{
    private const string Interim = "2025-delarsrapport-2";

    private static readonly RowNarrative Told = new()
    {
        Comment = "Kommentaren om värdet.",
        Analysis = "Analysen av värdet.",
        Action = "Åtgärden som görs.",
        ActionOwner = "Verksamhetschefen",
        ActionDue = new(2026, 3, 31),
    };

    private TestApp app = null!;
    private GivenSubmission given = null!;
    private SubmittedRowKey row;
    private string code = "";

    public async Task InitializeAsync()
    {
        // Before the demo's own delårsrapport is handed in and locked.
        app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true" }, now: new(2025, 9, 10, 9, 0, 0, TimeSpan.Zero));
        app.Clock.Now = new FakeClock().Now;
        given = new(app);
        row = (await given.Percentages())[0];
        code = (await given.Read()).Of(row)!.Code;
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Analysis_and_action_stand_beside_the_approved_figure_and_the_comment_once()
    {
        await Approved(Row(row, 81.75m, narrative: Told));

        var page = await Page();

        var panel = page.Section("Analys, helår 2025");
        panel.Said("Analys").ShouldBe("Analysen av värdet.");
        panel.Said("Åtgärd").ShouldBe("Åtgärden som görs.");
        panel.Said("Ansvarig för åtgärden").ShouldBe("Verksamhetschefen");
        panel.Said("Åtgärden klar senast").ShouldBe("2026-03-31");
        panel.Words().ShouldContain(
            "Inlämnat 2026-11-22 10:00 av Controller, Hälso- och sjukvårdsförvaltningen, till Årsredovisning 2025. "
            + "Godkänt av förvaltningen 2026-11-22 11:00 av Chef, Hälso- och sjukvårdsförvaltningen.");
        page.QuerySelectorAll("main section[aria-label]")[0].Words().Split("Kommentaren om värdet.").Length.ShouldBe(2, "once, and not again beside the analysis");
    }

    [Fact]
    public async Task Nothing_that_is_not_approved_is_read_by_anyone()
    {
        await given.Submit("controller.hsf", Row(row, 81.75m, narrative: Told));
        await new GivenSubmission(app, Interim).Submit("controller.hsf", Forecast(YearForecast.Uncertain, "Det beror på vården."));
        await AssertUnseen();

        await given.Return("chef.hsf", ApprovalLevel.Administration, row, why: "Skriv om analysen");
        await AssertUnseen();

        async Task AssertUnseen()
        {
            var words = (await Page()).Body.Words();
            foreach (var secret in new[] { "Analysen", "Åtgärden", "Verksamhetschefen", "Kommentaren", "Helårsprognos", "Det beror på vården", "Skriv om", "81,75" })
            {
                words.ShouldNotContain(secret);
            }
        }
    }

    [Fact]
    public async Task A_correction_that_waits_leaves_what_was_approved_and_then_takes_its_place_with_its_reason()
    {
        await Approved(Row(row, 81.75m, narrative: Told));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await given.Submit("controller.hsf", Row(row, 81.75m, "Analysen var en annans", narrative: Told with { Analysis = "Den rättade analysen." }));

        (await Page()).Section("Analys, helår 2025").Said("Analys").ShouldBe("Analysen av värdet.");
        (await Page()).Body.Words().ShouldNotContain("en annans");

        await given.Approve("chef.hsf", ApprovalLevel.Administration);
        var panel = (await Page()).Section("Analys, helår 2025");
        panel.Said("Analys").ShouldBe("Den rättade analysen.");
        panel.Said("Rättelse").ShouldBe("Analysen var en annans");
        (await Page("&asOf=2026-11-22")).Section("Analys, helår 2025").Said("Analys").ShouldBe("Analysen av värdet.");
        (await Page("&asOf=2026-11-22T10:30")).Body.Words().ShouldNotContain("Analysen");
    }

    [Fact]
    public async Task A_comment_alone_needs_no_panel_of_its_own()
    {
        await Approved(Row(row, 81.75m, narrative: new() { Comment = "Kommentaren om värdet." }));

        var page = await Page();
        page.Body.Words().ShouldContain("Kommentar: Kommentaren om värdet.");
        page.QuerySelectorAll("h3").ShouldNotContain(h => h.Words().StartsWith("Analys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_corrected_figure_tells_why_in_its_explanation()
    {
        await Approved(Row(row, 81.75m));
        await Approved(Row(row, 82.5m, "Nämnaren var gammal"));

        (await Page()).QuerySelectorAll(".rp-why").ShouldContain(w => w.Words().Contains("Rättelse Nämnaren var gammal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_prognos_without_a_figure_is_told_in_words_and_gives_no_colour()
    {
        var before = Statuses(await Page());
        await ApprovedForecast(Forecast(YearForecast.WillNotBeAchieved, "Vakanserna består.", "Prognosens analys."));

        var page = await Page();
        var panel = page.Section("Helårsprognos 2025");
        panel.Words().ShouldContain("Bedöms inte uppnås Vakanserna består.");
        panel.Said("Analys").ShouldBe("Prognosens analys.");
        panel.Words().ShouldContain("väntade sig efter tertial 2 2025");
        panel.QuerySelectorAll(".rp-status").ShouldBeEmpty();
        Statuses(page).ShouldBe(before);
        (await app.Page($"/matt/{code}?ar=2024")).Body.Words().ShouldNotContain("Bedöms inte uppnås");
        (await Page("&asOf=2026-11-22T10:30")).Body.Words().ShouldNotContain("Helårsprognos");
    }

    [Fact]
    public async Task Of_two_prognoses_the_latest_approved_is_told_and_one_that_waits_is_not()
    {
        var interim = new GivenSubmission(app, Interim);
        await ApprovedForecast(Forecast(YearForecast.WillBeAchieved, "Det går bra."));
        await interim.Submit("controller.hsf", Forecast(YearForecast.NotPossible, "Underlaget saknas.", why: "Läget är ett annat"));

        (await Page()).Section("Helårsprognos 2025").Words().ShouldContain("Bedöms uppnås Det går bra.");

        await ApproveAll(interim);
        var panel = (await Page()).Section("Helårsprognos 2025").Words();
        panel.ShouldContain("Ingen prognos kan lämnas Underlaget saknas.");
        panel.ShouldContain("Rättelse: Läget är ett annat");
    }

    private static List<string> Statuses(IDocument page) => [.. page.QuerySelectorAll("main .rp-status").Select(s => s.Words())];

    private RowToSubmit Forecast(YearForecast forecast, string reason, string? analysis = null, string? why = null) =>
        new(row with { Period = Period.OfTertial(2025, 2) }, new(null, null, null, null), new() { Forecast = forecast, ForecastReason = reason, Analysis = analysis }, why);

    private async Task Approved(RowToSubmit wanted)
    {
        await given.Submit("controller.hsf", wanted);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await given.Approve("chef.hsf", ApprovalLevel.Administration);
    }

    private async Task ApprovedForecast(RowToSubmit wanted)
    {
        var interim = new GivenSubmission(app, Interim);
        await interim.Submit("controller.hsf", wanted);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await ApproveAll(interim);
    }

    private async Task ApproveAll(GivenSubmission submission)
    {
        await using var db = app.Db();
        foreach (var step in (await submission.Open(db, "regiondirektor")).Chain)
        {
            await submission.Approve(step.Level == ApprovalLevel.Board ? "namndsekreterare.rs" : "regiondirektor", step.Level);
        }
    }

    private Task<IDocument> Page(string query = "") => app.Page($"/matt/{code}?ar=2025{query}");
}
