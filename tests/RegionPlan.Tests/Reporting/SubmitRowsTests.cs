using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Reporting;

/// <summary>3.23, trycksår, to the årsredovisning of 2024: at most 1 % is good, 4.3 % was published for 2023 and nothing for 2024.</summary>
public sealed class SubmitRowsTests : IAsyncLifetime
{
    private const string Controller = "Controller, Hälso- och sjukvårdsförvaltningen";
    private static readonly DraftTexts Good = Desk.Typed("9/1000", comment: "Punktmätning vecka 10");
    private TestApp app = null!;
    private ReportScope scope;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        scope = await app.Scope();
        app.Clock.Advance(TimeSpan.FromHours(1));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_handed_in_is_public_nowhere_until_it_is_approved_and_then_everywhere()
    {
        string[] addresses =
        [
            "/", "/?ar=2024", "/mal/3", "/matt/3.23", "/historik?matt=3.23", "/api/v1/measures/3.23", "/api/v1/measures.csv",
            "/api/v1/measures/3.23/outcomes", "/api/v1/measures/3.23/outcomes.csv", "/styrkort/halso-och-sjukvardsforvaltningen?ar=2024",
        ];
        var before = await Task.WhenAll(addresses.Select(Body));

        await app.HandedIn(scope, "3.23", Good);

        foreach (var (address, was) in addresses.Zip(before))
        {
            ((await Body(address)) == was).ShouldBeTrue($"{address}: to others it is as if nothing had happened");
        }

        (await app.Entries(await app.Row("3.23"))).ShouldBeEmpty();

        await app.ApproveAll(scope);
        await IsSeen();
        await app.RestartAsync();
        await IsSeen();

        async Task<string> Body(string address) =>
            (await app.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Split("<!--Blazor")[0];

        async Task IsSeen()
        {
            (await app.Page("/matt/3.23")).QuerySelector("h1 + p").Words().ShouldStartWith("Uppnått 0,9 % helår 2024");
            var series = JsonDocument.Parse(await Body("/api/v1/measures/3.23?year=2024")).RootElement.GetProperty("series")[0];
            series.GetProperty("status").GetString().ShouldBe("achieved");
            series.GetProperty("outcome").GetProperty("value").GetDecimal().ShouldBe(0.9m);
        }
    }

    [Fact]
    public async Task A_row_that_is_handed_in_tells_who_when_and_everything_that_was_typed()
    {
        await app.HandedIn(scope, "3.23", Desk.Typed(" 9/1 000 ", comment: "Vecka 10", analysis: "Färre fall") with
        {
            Action = "Ny rutin",
            ActionOwner = "Verksamhetschef",
            ActionDue = "2025-06-30",
            Forecast = "Uncertain",
            ForecastReason = "Beror på hösten",
        });

        var standing = (await app.RowOf(scope, "3.23")).Standing.ShouldNotBeNull();
        (standing.Stage, standing.WaitsFor).ShouldBe((RowStage.Submitted, ApprovalLevel.Administration));
        (standing.Row.Recorded.By, standing.Row.Recorded.At, standing.Row.Recorded.UserId).ShouldBe(
            (Controller, app.Clock.Now, (await app.User("controller.hsf")).Id));
        (standing.Row.Report.Total!.Amount, standing.Row.Report.Total.Numerator, standing.Row.Report.Total.Denominator).ShouldBe((0.9m, 9, 1000));
        standing.Row.Narrative.ShouldBe(new RowNarrative
        {
            Comment = "Vecka 10",
            Analysis = "Färre fall",
            Action = "Ny rutin",
            ActionOwner = "Verksamhetschef",
            ActionDue = new(2025, 6, 30),
            Forecast = YearForecast.Uncertain,
            ForecastReason = "Beror på hösten",
        });
    }

    [Fact]
    public async Task The_rows_that_are_ready_go_in_together_and_the_others_stay_with_what_is_to_be_mended()
    {
        var who = await app.As("controller.hsf");
        var (good, bad, soft) = (await app.RowOf(scope, "3.23"), await app.RowOf(scope, "3.13"), await app.RowOf(scope, "3.22"));
        var kept = (DraftSaved.Kept)await app.SaveDraft(who, scope, good.Key, Good);
        var wrong = (DraftSaved.Kept)await app.SaveDraft(who, scope, bad.Key, Desk.Typed("140"));

        var answers = await app.Submit(
            who,
            scope,
            new(good.Key.Row, Good, good.Versions, kept.Token),
            new(bad.Key.Row, Desk.Typed("140", reason: "Rättat"), bad.Versions, wrong.Token),
            new(soft.Key.Row, Desk.Typed("3"), soft.Versions));

        answers[good.Key.Row].ShouldBeOfType<RowAnswer.HandedIn>();
        answers[bad.Key.Row].ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe([new(Sex.Total, FindingSeverity.Error, "Ange högst 100.")]);
        answers[soft.Key.Row].ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.NeedsComment);
        (await app.Draft(good.Key)).ShouldBeNull("what is handed in is no draft any longer");
        (await app.Draft(bad.Key)).ShouldNotBeNull().Texts.Total.ShouldBe("140");
        (await app.Sheet(scope)).Rows.Where(r => r.Standing is not null).Select(r => r.Code).ShouldBe(["3.23"]);
    }

    [Fact]
    public async Task A_row_that_waits_is_not_handed_in_again()
    {
        await app.HandedIn(scope, "3.23", Good);

        (await app.Submit("chef.hsf", scope, "3.23", Desk.Typed("5", comment: "Omräknat", analysis: "Fler"))).ShouldBeOfType<RowAnswer.TakenByAnother>()
            .Row.Standing!.Row.Report.Total!.Amount.ShouldBe(0.9m);

        await using var db = app.Db();
        (await db.Submissions.Where(s => s.FollowUpId == scope.FollowUpId).SelectMany(s => s.Rows).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_return_only_the_named_cells_change()
    {
        await app.HandedIn(scope, "3.23", Desk.Typed("0,9", "0,8", "1", "Punktmätning"));
        await app.SendBack(scope, "3.23", "Kvinnor ser fel ut", Sex.Women);
        var back = (await app.RowOf(scope, "3.23")).Standing.ShouldNotBeNull();
        (back.Stage, back.ReturnedBy!.Recorded.Why).ShouldBe((RowStage.Returned, "Kvinnor ser fel ut"));

        (await app.Submit("controller.hsf", scope, "3.23", Desk.Typed("0,7", "0,85", "1", "Punktmätning"))).ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe(
            [new(Sex.Total, FindingSeverity.Error, "Bara de rutor som skickades tillbaka kan ändras.")]);
        await app.HandedIn(scope, "3.23", Desk.Typed("0,9", "0,85", "1", "Punktmätning, rättad"));

        var now = (await app.RowOf(scope, "3.23")).Standing.ShouldNotBeNull();
        (now.Stage, now.Row.Version, now.Row.Report.Women!.Amount).ShouldBe((RowStage.Submitted, 2, 0.85m));
    }

    [Theory]
    [InlineData(false, "Värdet är redan godkänt. Skriv varför det rättas.")]
    [InlineData(true, "Uppföljningen är låst. Skriv varför värdet rättas.")]
    public async Task What_is_approved_or_locked_is_changed_by_a_correction_with_a_reason_and_stays_public_as_it_was_until_that_is_approved(bool isLocked, string says)
    {
        await app.HandedIn(scope, "3.23", Good);
        await app.ApproveAll(scope);
        if (isLocked)
        {
            await app.Lock();
        }

        var texts = Desk.Typed("1,2", comment: "Två avdelningar saknades", analysis: "Fler mätta");
        (await app.Submit("controller.hsf", scope, "3.23", texts)).ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe([new(null, FindingSeverity.NeedsReason, says)]);
        await app.HandedIn(scope, "3.23", texts with { Reason = "Fel täljare" });

        (await app.RowOf(scope, "3.23")).Standing!.Row.IsCorrection.ShouldBeTrue();
        (await app.Page("/matt/3.23")).QuerySelector("h1 + p").Words().ShouldStartWith("Uppnått 0,9 %");
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.ApproveAll(scope);
        (await app.Page("/matt/3.23")).QuerySelector("h1 + p").Words().ShouldStartWith("Ej uppnått 1,2 % helår 2024");
        (await app.Page("/historik?matt=3.23")).Rows()[0].Skip(2).Take(2).ShouldBe(["1,2 %", "0,9 % (9/1 000)"]);
    }

    [Fact]
    public async Task A_row_that_was_never_handed_in_before_the_lock_goes_in_as_a_correction()
    {
        await app.Lock();

        (await app.Submit("controller.hsf", scope, "3.23", Good)).ShouldBeOfType<RowAnswer.NotYet>();
        await app.HandedIn(scope, "3.23", Good with { Reason = "Glömdes bort" });

        (await app.RowOf(scope, "3.23")).Standing!.Row.IsCorrection.ShouldBeTrue();
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    public async Task A_blank_reason_is_no_reason(string reason)
    {
        await app.HandedIn(scope, "3.23", Good);
        await app.ApproveAll(scope);

        (await app.Submit("controller.hsf", scope, "3.23", Good with { Comment = "Annat", Reason = reason })).ShouldBeOfType<RowAnswer.NotYet>();
    }

    [Fact]
    public async Task A_figure_that_is_recorded_from_elsewhere_is_changed_with_a_reason()
    {
        var texts = Desk.Typed("17", comment: "Egen mätning", analysis: "Fler");

        (await app.Submit("controller.hsf", scope, "3.7", texts)).ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe(
            [new(Sex.Total, FindingSeverity.NeedsReason, "Värdet är redan registrerat. Skriv varför det ändras.")]);
        await app.HandedIn(scope, "3.7", texts with { Reason = "Kolada räknar annat" });
        await app.ApproveAll(scope);

        (await app.Page("/historik?matt=3.7")).Rows()[0].Skip(2).Take(2).ShouldBe(["17 %", "18 %"]);
    }

    [Fact]
    public async Task A_follow_up_that_has_not_opened_keeps_drafts_and_takes_nothing_in()
    {
        var next = await app.Scope("2026-arsredovisning-1");
        var who = await app.As("controller.hsf");
        await using (var db = app.Db())
        {
            (await db.FollowUps.Include(f => f.Versions).SingleAsync(f => f.Id == next.FollowUpId)).On(new(2026, 11, 22)).ShouldBe(FollowUpState.Planned);
        }

        (await Should.ThrowAsync<RuleViolation>(() => app.Submit(who, next, new TypedRow(new(Guid.NewGuid(), next.UnitId, Period.OfYear(2026)), Good, default)))).Message
            .ShouldBe("Uppföljningen öppnar 2027-01-02. Det du har skrivit är kvar som utkast.");
    }

    [Fact]
    public async Task What_the_unit_does_not_owe_is_not_taken_in()
    {
        var row = await app.Row("1.6");
        var key = new SubmittedRowKey(row.SeriesId, await app.Region(), row.Period);

        (await app.Submit(await app.As("regiondirektor"), scope, new TypedRow(key, Good, default)))[key].ShouldBeOfType<RowAnswer.NotOwed>();

        await using var db = app.Db();
        (await db.Submissions.CountAsync(s => s.FollowUpId == scope.FollowUpId)).ShouldBe(0);
    }

    [Fact]
    public async Task A_prognos_row_wants_a_prognos_and_takes_the_figure_so_far_when_there_is_one()
    {
        var interim = await app.Scope("2025-verksamhetsberattelse-1");
        (await app.RowOf(interim, "3.23")).Demands.IsForecast.ShouldBeTrue();

        (await app.Submit("controller.hsf", interim, "3.23", Desk.Typed("0,9", comment: "Hittills"))).ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe(
            [new(null, FindingSeverity.NeedsForecast, "Välj en helårsprognos.")]);
        (await app.Submit("controller.hsf", interim, "3.23", Desk.Typed("") with { Forecast = "WillNotBeAchieved" })).ShouldBeOfType<RowAnswer.NotYet>().Findings.ShouldBe(
            [new(null, FindingSeverity.NeedsForecast, "Skriv en motivering till prognosen.")]);

        await app.HandedIn(interim, "3.23", Desk.Typed("") with { Forecast = "WillBeAchieved" });

        var row = (await app.RowOf(interim, "3.23")).Standing!.Row;
        (row.Narrative.Forecast, row.Report.Total).ShouldBe((YearForecast.WillBeAchieved, null));
    }

    [Fact]
    public async Task A_draft_survives_a_new_start()
    {
        var row = await app.RowOf(scope, "3.23");
        await app.SaveDraft(await app.As("controller.hsf"), scope, row.Key, Good with { Analysis = "halvfärdig" });
        await app.RestartAsync();

        (await app.RowOf(scope, "3.23")).Draft.ShouldNotBeNull().Texts.ShouldBe(Good with { Analysis = "halvfärdig" });
    }

    [Fact]
    public async Task A_row_that_does_not_exist_is_refused_in_Swedish()
    {
        var who = await app.As("controller.hsf");
        var nowhere = new RowKey(Guid.NewGuid(), scope.UnitId, Period.OfYear(2024), Guid.NewGuid());

        (await Should.ThrowAsync<RuleViolation>(() => app.SaveDraft(who, scope, nowhere, Desk.Typed("1")))).Message.ShouldBe("Måttet finns inte. Ladda om sidan.");
        await Should.ThrowAsync<RuleViolation>(() => app.Submit(who, new(Guid.NewGuid(), scope.UnitId), new TypedRow(nowhere.Row, Good, default)));
    }
}
