using System.Text.Json;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.RecordOutcomes;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>3.23, trycksår: at most 1 % is good, and nothing is published for 2024.</summary>
public sealed class RecordOutcomeTests : IAsyncLifetime
{
    private const string Controller = "Controller, Hälso- och sjukvårdsförvaltningen";
    private TestApp app = null!;
    private RowKey row;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        row = await app.Row("3.23");
        app.Clock.Advance(TimeSpan.FromHours(1));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_recorded_outcome_is_seen_everywhere_and_survives_a_new_start()
    {
        (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldContain("9 av 43 målsatta serier har utfall: 1 uppnådd");

        (await app.Recorded(row, Desk.Typed("0,9"))).Entries.ShouldBe(1);

        await IsSeen();
        await app.RestartAsync();
        await IsSeen();

        async Task IsSeen()
        {
            (await app.Page("/matt/3.23")).QuerySelector("h1 + p").Words().ShouldStartWith("Uppnått 0,9 % helår 2024");
            (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldContain("10 av 43 målsatta serier har utfall: 2 uppnådda, 2 delvis och 6 ej uppnådda.");
            var series = (await Api("/api/v1/measures/3.23?year=2024")).GetProperty("series")[0];
            series.GetProperty("status").GetString().ShouldBe("achieved");
            series.GetProperty("outcome").GetProperty("value").GetDecimal().ShouldBe(0.9m);
        }
    }

    [Fact]
    public async Task What_is_recorded_stands_in_the_history_with_when_by_whom_and_from_where()
    {
        await app.Recorded(row, Desk.Typed("0,9", comment: "Punktmätning vecka 10"));

        var latest = (await app.Page("/historik?matt=3.23")).Rows()[0];

        latest[0].ShouldBe("2026-11-22 11:00", "10:00 UTC by the region's clock");
        latest[1].ShouldBe("3.23 Andel trycksår - sjukhusförvärvade Utfall helår 2024, totalt");
        latest.Skip(2).ShouldBe(["0,9 %", "–", Controller, "Kommentar: Punktmätning vecka 10. Registrerat i RegionPlan"]);
    }

    [Fact]
    public async Task An_entry_tells_who_when_for_which_unit_and_version()
    {
        await app.Recorded(row, Desk.Typed(" 9/1 000 "));

        var entry = (await app.Entries(row)).ShouldHaveSingleItem();

        (entry.Amount, entry.Numerator, entry.Denominator).ShouldBe((0.9m, 9, 1000));
        (entry.Version, entry.Sex, entry.IsExample, entry.Source).ShouldBe((1, Sex.Total, false, "Registrerat i RegionPlan"));
        (entry.Recorded.By, entry.Recorded.At, entry.Recorded.UserId).ShouldBe((Controller, app.Clock.Now, (await app.User("controller.hsf")).Id));
        entry.UnitId.ShouldBe(await app.Region());
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_keeps_the_old_value_in_the_history()
    {
        var first = await app.Recorded(row, Desk.Typed("0,9"));
        app.Clock.Advance(TimeSpan.FromDays(1));

        var refused = await app.Record(await app.As("controller.hsf"), row, Desk.Typed("1,2"), first.Row.Versions);

        refused.ShouldBeOfType<RowRecorded.NotYet>().Findings.ShouldBe(
            [new(Sex.Total, FindingSeverity.NeedsReason, "Värdet är redan registrerat. Skriv varför det ändras.")]);
        (await app.Entries(row)).Count.ShouldBe(1);

        await app.Recorded(row, Desk.Typed("1,2", reason: "Två avdelningar saknades"), first.Row.Versions);

        (await app.Page("/matt/3.23")).QuerySelector("h1 + p").Words().ShouldStartWith("Ej uppnått 1,2 % helår 2024");
        var latest = (await app.Page("/historik?matt=3.23")).Rows()[0];
        latest.Skip(2).ShouldBe(["1,2 %", "0,9 %", Controller, "Två avdelningar saknades. Registrerat i RegionPlan"]);
        (await app.Page("/matt/3.23?asOf=2026-11-22")).QuerySelector("h1 + p").Words().ShouldStartWith("Uppnått 0,9 %");
        (await app.Entries(row)).Select(e => (e.Version, e.Amount)).ShouldBe([(1, 0.9m), (2, 1.2m)]);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    public async Task A_blank_reason_is_no_reason(string reason)
    {
        var first = await app.Recorded(row, Desk.Typed("0,9"));

        (await app.Record(await app.As("controller.hsf"), row, Desk.Typed("1,2", reason: reason), first.Row.Versions)).ShouldBeOfType<RowRecorded.NotYet>();
    }

    [Fact]
    public async Task A_value_is_taken_back_by_emptying_the_cell_with_a_reason()
    {
        var first = await app.Recorded(row, Desk.Typed("0,9", "0,8", "1"));

        (await app.Record(await app.As("controller.hsf"), row, Desk.Typed(""), first.Row.Versions)).ShouldBeOfType<RowRecorded.NotYet>()
            .Findings.ShouldAllBe(f => f.Severity == FindingSeverity.NeedsReason);
        (await app.Recorded(row, Desk.Typed("", reason: "Fel enhet"), first.Row.Versions)).Entries.ShouldBe(3);

        (await app.Page("/matt/3.23")).QuerySelector("h1 + p").Words().ShouldStartWith("Utfall saknas");
        (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldContain("9 av 43 målsatta serier");
        (await app.Page("/historik?matt=3.23&slag=Outcome")).Rows().Take(3).ShouldAllBe(r => r[2] == "borttaget" && r[5].StartsWith("Fel enhet."));
        (await app.Entries(row)).Where(e => e.Version == 1).Select(e => e.Amount).ShouldBe([0.9m, 0.8m, 1m], "what was recorded is not removed");
    }

    [Fact]
    public async Task Only_the_cells_that_differ_are_recorded_again()
    {
        var first = await app.Recorded(row, Desk.Typed("0,9", "0,8", "1"));

        (await app.Recorded(row, Desk.Typed("0,90", "0,7", "1,0", reason: "Kvinnor räknades fel"), first.Row.Versions)).Entries.ShouldBe(1);

        (await app.Entries(row)).Select(e => (e.Sex, e.Version)).ShouldBe([(Sex.Total, 1), (Sex.Women, 1), (Sex.Women, 2), (Sex.Men, 1)]);
    }

    [Fact]
    public async Task Recording_clears_the_draft_and_a_row_with_something_to_mend_keeps_it()
    {
        var who = await app.As("controller.hsf");
        var kept = (await app.SaveDraft(who, row, Desk.Typed("140"))).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Record(who, row, Desk.Typed("140"), token: kept.Token)).ShouldBeOfType<RowRecorded.NotYet>();
        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("140");

        kept = (await app.SaveDraft(who, row, Desk.Typed("0,9"), token: kept.Token)).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Record(who, row, Desk.Typed("0,9"), token: kept.Token)).ShouldBeOfType<RowRecorded.Done>();
        (await app.Draft(row)).ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_survives_a_new_start()
    {
        await app.SaveDraft(await app.As("controller.hsf"), row, Desk.Typed("0,9", comment: "halvfärdig"));
        await app.RestartAsync();

        var rows = await app.Rows(await app.As("chef.hsf"));

        rows.Goals.SelectMany(g => g.Rows).Single(r => r.Series.Code == "3.23").Draft.ShouldNotBeNull().Texts.ShouldBe(Desk.Typed("0,9", comment: "halvfärdig"));
    }

    [Fact]
    public async Task A_series_that_does_not_exist_is_refused_in_Swedish()
    {
        var who = await app.As("controller.hsf");
        var nowhere = new RowKey(Guid.NewGuid(), Period.OfYear(2024));

        (await Should.ThrowAsync<RegionPlan.Domain.RuleViolation>(() => app.Record(who, nowhere, Desk.Typed("1")))).Message.ShouldBe("Måttet finns inte. Ladda om sidan.");
        await Should.ThrowAsync<RegionPlan.Domain.RuleViolation>(() => app.SaveDraft(who, nowhere, Desk.Typed("1")));
    }

    private async Task<JsonElement> Api(string path) =>
        JsonDocument.Parse(await app.Client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
}
