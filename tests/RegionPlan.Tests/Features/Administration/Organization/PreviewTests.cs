using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Features.Administration.Organization;

/// <summary>Kalmar länstrafik with a styrkort, drafts, figures and a later name: what its end would touch; and what a move and a merge would.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private const string Unit = "kalmar-lanstrafik";
    private TestApp app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        browser = await Browser.SignedInAs(app, "admin");
        await using var db = app.Db();
        var unit = await db.Units.SingleAsync(u => u.Key == Unit);
        (await db.Scorecards.AnyAsync(s => s.UnitId == unit.Id && s.Year == 2025)).ShouldBeTrue("the seeds have a styrkort of the year before, never to be told of");
        var card = new Scorecard(unit, 2026);
        card.Decide(ScorecardContent.Empty.With(ScorecardGoal.New(Guid.NewGuid(), "Mål")), new("Nämnden", new(2026, 1, 20), null), Signed());
        db.Scorecards.Add(card);

        foreach (var year in new[] { 2026, 2027 })
        {
            var draft = new ScorecardDraft(unit.Id, year);
            draft.Save(ScorecardContent.Empty, 0, app.Clock.Now, "Controller");
            db.ScorecardDrafts.Add(draft);
        }

        var measure = await db.Measures.Include(m => m.Definitions).Include(m => m.Series).SingleAsync(m => m.Code == "1.6");
        foreach (var period in new[] { Period.OfYear(2024), Period.OfTertial(2026, 1), Period.OfTertial(2026, 2) })
        {
            db.Outcomes.AddRange(new OutcomeRow(measure.Series[0].Id, unit.Id, period, measure.Definitions[0].Terms, [])
                .Record(new(OutcomeValue.Of(50)), unit.Id, OutcomeOrigin.Manual, Signed(), new(2026, 11, 22)));
        }

        await db.SaveChangesAsync();
        await app.Change(new UnitChange.Rename(unit.Id, "Länstrafiken"), "2027-06-01");
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_closing_tells_of_roles_measures_styrkort_outcomes_and_what_is_decided_for_later()
    {
        var page = await Preview("avveckla", "2026-03-01");

        Listed(page, "Enheter").ShouldBe(["Kalmar länstrafik (förvaltning under Kollektivtrafiknämnden) upphör."]);
        Listed(page, "Roller").ShouldBe(["Controller, Kalmar länstrafik, controller för Kalmar länstrafik, som upphör."]);
        var measures = Listed(page, "Mått");
        measures.Select(m => m.Split(' ')[0]).ShouldBe(["1.6", "1.8", "2.5", "E1"]);
        measures[^1].ShouldBe("E1 Avgångar som går i tid, eget mått hos Kalmar länstrafik");
        Listed(page, "Styrkort 2026 och senare").ShouldBe(["Kalmar länstrafik 2026, beslutat, med ett utkast till ändring", "Kalmar länstrafik 2027, utkast"]);
        Listed(page, "Utfall").ShouldBe(["Kalmar länstrafik: 2 utfall för T1 2026 och T2 2026"]);
        Listed(page, "Redan beslutat för senare").ShouldBe(["2027-06-01: Kalmar länstrafik byter namn till Länstrafiken"]);
    }

    [Fact]
    public async Task Only_what_is_on_the_day_or_later_is_told()
    {
        var page = await Preview("avveckla", "2027-07-01");

        Headings(page).ShouldBe(["Enheter", "Roller", "Mått", "Styrkort 2027 och senare"]);
        Listed(page, "Enheter").ShouldBe(["Länstrafiken (förvaltning under Kollektivtrafiknämnden) upphör."]);
        page.Document.QuerySelectorAll(".ds-alert").ShouldBeEmpty("the day has not been");
    }

    [Fact]
    public async Task A_move_tells_who_reaches_more_and_who_less_and_what_comes_along()
    {
        await Grant("revisor", Role.UnitHead, "regionala-utvecklingsforvaltningen");
        await Grant("politiker", Role.UnitHead, "regionstaben");

        var page = await browser.Review("flytta", new()
        {
            ["Form.Unit"] = "bildning",
            ["Form.Parent"] = "regionstaben",
            ["Form.From"] = "2026-12-01",
            ["Form.Why"] = "§",
        });

        Listed(page, "Enheter").ShouldBe(
        [
            "Bildning flyttas från Regionala utvecklingsförvaltningen till Regionstaben, med allt under sig. 4 enheter följer med "
            + "Gamleby folkhögskola, Högalid folkhögskola, Vimmerby folkhögskola och Öland folkhögskola",
        ]);
        const string All = "Bildning, Gamleby folkhögskola, Högalid folkhögskola, Vimmerby folkhögskola och Öland folkhögskola";
        Listed(page, "Roller").ShouldBe(
        [
            $"Controller, Regionstaben, controller för Regionstaben. Når också {All}.",
            $"Nämndsekreterare, Regionala utvecklingsnämnden, nämndsekreterare för Regionala utvecklingsnämnden. Når inte längre {All}.",
            $"Nämndsekreterare, Regionstyrelsen, nämndsekreterare för Regionstyrelsen. Når också {All}.",
            $"Politiker, chef för Regionstaben. Når också {All}.",
            $"Revisor, chef för Regionala utvecklingsförvaltningen. Når inte längre {All}.",
        ]);
        Headings(page).ShouldBe(["Enheter", "Roller"]);
    }

    [Fact]
    public async Task A_merge_tells_what_goes_along_to_the_new_unit_and_what_stays_with_the_old()
    {
        var page = await browser.Review("sla-samman", new(OrganizationChanges.Merging()) { ["Form.Units[0]"] = "kost-och-lokalvard" });

        Listed(page, "Enheter").ShouldBe(
        [
            "Kost och lokalvård (förvaltningsområde under Regionservice) upphör och tas över av Service.",
            "Logistik (förvaltningsområde under Regionservice) upphör och tas över av Service.",
            "Service (förvaltningsområde under Regionservice) är ny.",
            "Kök, exempel flyttas från Kost och lokalvård till Service.",
        ]);
        Listed(page, "Mått").ShouldBe(["E1 Matsvinn per portion på vårdavdelningar, eget mått hos Kost och lokalvård"]);
        Listed(page, "Styrkort 2025 och senare").ShouldBe(["Kost och lokalvård 2025, beslutat"]);
        Listed(page, "Utfall").ShouldBe(["Kost och lokalvård: 1 utfall för 2025"]);
    }

    [Fact]
    public async Task A_role_that_has_ended_is_not_told_of()
    {
        await app.EndRoles("controller.klt");

        Headings(await Preview("avveckla", "2026-03-01")).ShouldNotContain("Roller");
    }

    [Fact]
    public async Task The_preview_shows_the_organization_as_it_would_be_that_day()
    {
        var page = await Preview("avveckla", "2026-03-01");

        page.Document.QuerySelector("main .rp-tree").Words().ShouldNotContain("Kalmar länstrafik");
        page.Document.QuerySelector("main .rp-tree").Words().ShouldContain("Kollektivtrafiknämnden nämnd");
    }

    private static IReadOnlyList<string> Listed(Browser.Answer page, string heading) =>
        [.. page.Document.QuerySelectorAll("h3").Single(h => h.Words() == heading).ParentElement!.QuerySelectorAll(".rp-touched > li").Select(l => l.Words())];

    private static IReadOnlyList<string> Headings(Browser.Answer page) => [.. page.Document.QuerySelectorAll("h3").Select(h => h.Words())];

    private Task<Browser.Answer> Preview(string action, string from) =>
        browser.Review(action, new() { ["Form.Unit"] = Unit, ["Form.From"] = from, ["Form.Why"] = "§ 1" });

    private async Task Grant(string user, Role role, string unit)
    {
        await using var db = app.Db();
        db.RoleAssignments.Add(new((await app.User(user)).Id, role, await app.UnitId(unit), app.Clock.Now, "Administratör"));
        await db.SaveChangesAsync();
    }

    private Recording Signed() => new(app.Clock.Now, "Test");
}
