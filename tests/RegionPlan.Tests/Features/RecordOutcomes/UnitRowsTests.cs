using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.UnitMeasures;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.RecordOutcomes;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>A unit records what its decided styrkort follows; 3.23 is followed in 2025 by the förvaltning and two hospitals.</summary>
public sealed class UnitRowsTests : IAsyncLifetime
{
    private const string NotYours = "Du får inte registrera utfall för 3.23: Länssjukhuset i Kalmar ansvarar för värdet.";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_units_above_show_the_sum_with_from_where_who_is_missing_and_what_is_covered()
    {
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "6/600", "controller.lsk");
        await app.RecordAt(UnitDesk.Vastervik, "3.23", "2025-T1", "8/400");
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T2", "3/600", "controller.lsk");

        foreach (var unit in new[] { UnitDesk.Hsf, UnitDesk.Board })
        {
            (await app.Shown(unit, "3.23", "Tertial 1 2025")).ShouldBe(
                ("1,4 %", "Beräknat ur 2 enheter: Länssjukhuset i Kalmar, Västerviks sjukhus (14/1 000)."), "14 of 1 000; the mean of 1 % and 2 % would have been 1,5 %");
            (await app.Shown(unit, "3.23", "Tertial 2 2025")).ShouldBe(
                ("0,5 %", "Beräknat ur 1 enhet: Länssjukhuset i Kalmar (3/600). Har inte redovisat: Västerviks sjukhus. "
                    + "Summan täcker 60 % av nämnaren, om de som saknas är lika stora som när de senast redovisade."));
        }

        (await app.Shown(UnitDesk.Kalmar, "3.23", "Tertial 1 2025")).ShouldBe(("1,0 %", "Eget värde, 6/600."));
        var card = await app.OnCard(UnitDesk.Hsf, "3.23");
        card[0].ShouldContain("Tertial 2 2025. Beräknat ur 1 enhet: Länssjukhuset i Kalmar (3/600). Har inte redovisat: Västerviks sjukhus.");
        card.Skip(1).ShouldBe(["1 %", "0,5 %", "Uppnått"]);
    }

    [Theory]
    [InlineData("controller.akm", NotYours)]
    [InlineData("controller.akut", NotYours)]
    [InlineData("controller.ftv", NotYours)]
    [InlineData("controller.pvf", NotYours)]
    [InlineData("politiker", NotYours)]
    [InlineData("revisor", NotYours)]
    [InlineData("admin", NotYours)]
    [InlineData("namndsekreterare.rs", NotYours)]
    [InlineData("anonym", "Du är inte inloggad. Logga in och försök igen; det du har skrivit är kvar som utkast.")]
    public async Task Others_are_refused_by_both_writes(string user, string says)
    {
        var who = await app.As(user);
        var row = await app.UnitRow(UnitDesk.Kalmar, "3.23", "2025-T1");

        (await Should.ThrowAsync<AccessRefused>(() => app.Record(who, row, Desk.Typed("6/600")))).Message.ShouldBe(says);
        (await Should.ThrowAsync<AccessRefused>(() => app.SaveDraft(who, row, Desk.Typed("6/600")))).Message.ShouldBe(says);

        (await EntriesOf(row)).ShouldBeEmpty();
        (await DraftOf(row)).ShouldBeNull();
    }

    [Theory]
    [InlineData("controller.lsk")]
    [InlineData("chef.lsk")]
    [InlineData("controller.hsf")]
    [InlineData("regiondirektor")]
    public async Task Those_of_the_unit_and_above_may_record(string user) =>
        await app.RecordAt(UnitDesk.Kalmar, "3.23", "2025-T1", "6/600", user);

    [Fact]
    public async Task A_units_controller_may_not_record_the_regions_own_row() =>
        await Should.ThrowAsync<AccessRefused>(async () => await app.Record(await app.As("controller.lsk"), await app.Row("3.23", "2025-T1"), Desk.Typed("1")));

    [Fact]
    public async Task What_the_decided_styrkort_does_not_follow_is_refused()
    {
        var who = await app.As("controller.lsk");
        foreach (var row in new[] { await app.UnitRow(UnitDesk.Kalmar, "3.7", "2025"), await app.UnitRow(UnitDesk.Kalmar, "3.23", "2026-T1") })
        {
            (await Should.ThrowAsync<RuleViolation>(() => app.Record(who, row, Desk.Typed("6/600")))).Message.ShouldBe(
                $"Länssjukhuset i Kalmar följer inte måttet {row.Period.Year}. Lägg in det i styrkortet och besluta det först.");
            (await EntriesOf(row)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("halsocentral-exempel-mitt-och-kust", "2025-T1", "2025-T3")]
    [InlineData("halsocentral-exempel-mitt", "2025-T3", "2025-T1")]
    public async Task A_unit_that_did_not_stand_in_the_period_is_refused_and_not_offered(string unit, string without, string with)
    {
        var who = await app.As("controller.pvf");

        (await Should.ThrowAsync<RuleViolation>(async () => await app.Record(who, await app.UnitRow(unit, "3.10", without), Desk.Typed("9/10")))).Message
            .ShouldBe("Enheten fanns inte under perioden. Välj en annan period.");
        (await Rows("controller.pvf", without, unit)).Goals.ShouldBeEmpty();
        (await Rows("controller.pvf", with, unit)).Codes().ShouldContain("3.10");
        await app.RecordAt(unit, "3.10", with, "9/10", "controller.pvf");

        using var browser = await Browser.SignedInAs(app, "controller.pvf");
        (await browser.Open($"/utfall?period={without}&enhet={unit}")).Document.Notices().ShouldContain(
            "Enheten i adressen har inget beslutat styrkort med mått 2025 som du får registrera för. Välj en i listan.");
        (await browser.Open($"/utfall?period={with}&enhet={unit}")).Typed("enhet").ShouldBe(unit);
    }

    [Fact]
    public async Task Drafts_of_a_unit_are_kept_apart_from_the_regions_and_from_other_units()
    {
        var hsf = await app.As("controller.hsf");
        var (region, kalmar, vastervik) = (
            await app.Row("3.23", "2025-T1"), await app.UnitRow(UnitDesk.Kalmar, "3.23", "2025-T1"), await app.UnitRow(UnitDesk.Vastervik, "3.23", "2025-T1"));

        await app.SaveDraft(hsf, region, Desk.Typed("1"));
        await app.SaveDraft(hsf, kalmar, Desk.Typed("2"));
        await app.SaveDraft(hsf, vastervik, Desk.Typed("3"));
        var token = (await DraftOf(kalmar))!.Token;
        await app.Record(hsf, kalmar, Desk.Typed("2,5"), token: token);

        (await DraftOf(region with { UnitId = await app.Region() }))!.Texts.Total.ShouldBe("1");
        (await DraftOf(kalmar)).ShouldBeNull();
        (await DraftOf(vastervik))!.Texts.Total.ShouldBe("3");
        (await Rows("controller.hsf", "2025-T1", UnitDesk.Vastervik)).Goals.SelectMany(g => g.Rows).Single(r => r.Series.Code == "3.23").Draft!.Texts.Total.ShouldBe("3");
        (await Rows("controller.hsf", "2025-T1", null)).Goals.SelectMany(g => g.Rows).Single(r => r.Series.Code == "3.23").Draft!.Texts.Total.ShouldBe("1");
        (await app.Page("/matt/3.23?ar=2025")).MainWords().ShouldNotContain("3,0 %", Case.Sensitive, "a draft is nobody else's");
    }

    [Fact]
    public async Task The_grid_of_a_unit_holds_what_it_follows_with_its_own_target_and_only_for_those_who_may()
    {
        var rows = await Rows("controller.lsk", "2025", UnitDesk.Kalmar);

        rows.UnitName.ShouldBe("Länssjukhuset i Kalmar");
        rows.Codes().ShouldBe(["3.13", "3.23", "4.5"]);
        (await Rows("controller.akut", "2025", UnitDesk.Kalmar)).Goals.ShouldBeEmpty();
        (await Rows("controller.akm", "2025", "akutmottagningen-kalmar")).Goals.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem()
            .Series.FullName.ShouldBe("Besök på akutmottagningen som är klara inom fyra timmar");
    }

    private Task<RecordableRows> Rows(string user, string period, string? unit) => Read(user, Period.Parse(period), unit);

    private async Task<RecordableRows> Read(string user, Period period, string? unit) =>
        await app.Services.GetRequiredService<RecordQuery>().ReadAsync(await app.As(user), period, unit);

    private async Task<List<OutcomeEntry>> EntriesOf(RowKey row)
    {
        await using var db = app.Db();
        return await db.Outcomes.AsNoTracking().Where(o => o.SeriesId == row.SeriesId && o.Period == row.Period && o.UnitId == row.UnitId).ToListAsync();
    }

    private async Task<OutcomeDraft?> DraftOf(RowKey row)
    {
        await using var db = app.Db();
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.SeriesId == row.SeriesId && d.Period == row.Period && d.UnitId == row.UnitId);
    }
}
