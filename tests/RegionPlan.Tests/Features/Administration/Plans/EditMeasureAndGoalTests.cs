using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Administration.Plans;

public sealed class EditMeasureAndGoalTests : IAsyncLifetime
{
    private const string Measure = "/administration/matt/2024-2026/3.11";
    private const string Goal = "/administration/mal/2024-2026/3";
    private TestApp app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        app.Clock.Advance(TimeSpan.FromHours(25));
        browser = await Browser.SignedInAs(app, "regiondirektor");
    }

    public Task DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task A_definition_holds_from_its_day_and_not_before()
    {
        var answer = await browser.Submit(await browser.Open(Measure), "measure", new()
        {
            ["Form.Name"] = "Bedömning inom tre dagar",
            ["Form.HoldsFrom"] = "2025-01-01",
            ["Form.Why"] = "Kortare namn",
        });

        answer.Location.ShouldBe("/matt/3.11?plan=2024-2026");
        (await app.Page("/matt/3.11?ar=2025")).QuerySelector("h1").Words().ShouldBe("3.11 Bedömning inom tre dagar");
        (await app.Page("/matt/3.11?ar=2024")).QuerySelector("h1").Words().ShouldStartWith("3.11 Medicinsk bedömning");
        (await app.Page("/matt/3.11?ar=2025&asOf=2026-11-22")).QuerySelector("h1").Words().ShouldStartWith("3.11 Medicinsk bedömning");
        var latest = (await app.Page("/historik?matt=3.11")).Rows()[0];
        latest[1].ShouldEndWith("Mått, gäller från 2025-01-01");
        latest.Skip(2).ShouldBe(
        [
            "namn: Bedömning inom tre dagar", "namn: Medicinsk bedömning som genomförs av legitimerad hälso- och sjukvårdspersonal inom tre dagar (primärvårdsnivå)",
            "Regiondirektör", "Kortare namn",
        ]);
    }

    [Fact]
    public async Task What_is_not_changed_is_saved_as_it_was()
    {
        await browser.Submit(await browser.Open(Measure), "measure", new() { ["Form.Why"] = "Bara nytt datum", ["Form.HoldsFrom"] = "2024-01-01" });

        await using var db = app.Db();
        var definitions = (await db.Measures.AsNoTracking().Include(m => m.Definitions).SingleAsync(m => m.Code == "3.11")).Definitions.OrderBy(d => d.Version).ToList();
        definitions.Count.ShouldBe(2);
        definitions[1].Terms.ShouldBe(definitions[0].Terms);
        (await app.Page("/")).QuerySelector("h1 + p").Words().ShouldContain("9 av 43 målsatta serier har utfall: 1 uppnådd, 2 delvis och 6 ej uppnådda.");
    }

    [Fact]
    public async Task The_second_of_two_who_define_is_told_sees_both_and_overwrites_nothing()
    {
        using var other = await Browser.SignedInAs(app, "regiondirektor");
        var (mine, theirs) = (await browser.Open(Measure), await other.Open(Measure));
        await other.Submit(theirs, "measure", new() { ["Form.Name"] = "Deras namn", ["Form.Why"] = "Deras skäl" });

        var answer = await browser.Submit(mine, "measure", new() { ["Form.Name"] = "Mitt namn", ["Form.Why"] = "Mitt skäl" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Någon annan har ändrat detta sedan du öppnade sidan.");
        answer.Document.Section("Gäller nu").Words().ShouldContain("Deras namn");
        answer.Document.Section("Gäller nu").Words().ShouldContain("Deras skäl");
        answer.Typed("Form.Name").ShouldBe("Mitt namn");
        (await Names()).ShouldNotContain("Mitt namn");

        (await browser.Submit(answer, "measure", [])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Names()).Skip(1).ShouldBe(["Deras namn", "Mitt namn"]);
    }

    [Fact]
    public async Task The_second_sees_what_the_first_saved_also_when_it_holds_from_an_earlier_day()
    {
        await browser.Submit(await browser.Open(Measure), "measure", new() { ["Form.Name"] = "Framtida namn", ["Form.HoldsFrom"] = "2030-01-01", ["Form.Why"] = "Beslut" });
        using var other = await Browser.SignedInAs(app, "regiondirektor");
        var (mine, theirs) = (await browser.Open(Measure), await other.Open(Measure));
        await other.Submit(theirs, "measure", new() { ["Form.Name"] = "Deras namn", ["Form.HoldsFrom"] = "2025-01-01", ["Form.Why"] = "Deras skäl" });

        var answer = await browser.Submit(mine, "measure", new() { ["Form.Name"] = "Mitt namn", ["Form.Why"] = "Mitt skäl" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Någon annan har ändrat detta");
        answer.Document.Section("Gäller nu").Words().ShouldContain("Deras namn");
    }

    [Fact]
    public async Task A_goals_text_is_changed_with_a_reason_and_kept_in_the_history()
    {
        var form = await browser.Open(Goal);
        var before = form.Typed("Form.Name");
        (await browser.Submit(form, "goal", new() { ["Form.Name"] = "Bäst i Sverige", ["Form.HoldsFrom"] = "2024-01-01" })).ErrorAt("Form.Why").ShouldBe("Skriv varför det ändras.");

        (await browser.Submit(form, "goal", new() { ["Form.Name"] = "Bäst i Sverige", ["Form.HoldsFrom"] = "2024-01-01", ["Form.Why"] = "§ 7" })).Location
            .ShouldBe("/administration/plan?plan=2024-2026");

        (await app.Page("/")).GoalCard(3).ShouldStartWith("3. Bäst i Sverige");
        var latest = (await app.Page("/historik?slag=PlanWording")).Rows()[0];
        (latest[1], latest[4], latest[5]).ShouldBe(("Mål 3, 2024-2026", "Regiondirektör", "§ 7"));
        latest[3].ShouldStartWith(before!);
    }

    [Fact]
    public async Task The_second_of_two_who_word_a_goal_is_told_and_sees_both()
    {
        using var other = await Browser.SignedInAs(app, "regiondirektor");
        var (mine, theirs) = (await browser.Open(Goal), await other.Open(Goal));
        await other.Submit(theirs, "goal", new() { ["Form.Name"] = "Deras namn", ["Form.Why"] = "Deras skäl" });

        var answer = await browser.Submit(mine, "goal", new() { ["Form.Name"] = "Mitt namn", ["Form.Why"] = "Mitt skäl" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Någon annan har ändrat detta sedan du öppnade sidan.");
        answer.Document.Section("Gäller nu").Words().ShouldContain("Deras namn");
        answer.Typed("Form.Name").ShouldBe("Mitt namn");
        (await app.Page("/historik?slag=PlanWording&av=Regiondirekt")).Rows().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_opened_before_the_role_ended_changes_nothing()
    {
        var form = await browser.Open(Measure);
        await app.EndRoles("regiondirektor");

        var answer = await browser.Submit(form, "measure", new() { ["Form.Name"] = "Obehörigt", ["Form.Why"] = "Skäl" });

        answer.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.OK);
        await Unchanged();
    }

    private async Task Unchanged() => (await Names()).Count.ShouldBe(1);

    private async Task<List<string>> Names()
    {
        await using var db = app.Db();
        var measure = await db.Measures.AsNoTracking().Include(m => m.Definitions).SingleAsync(m => m.Code == "3.11");
        return [.. measure.Definitions.OrderBy(d => d.Version).Select(d => d.Terms.Name)];
    }
}
