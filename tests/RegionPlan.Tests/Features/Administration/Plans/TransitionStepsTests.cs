using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Administration.Plans;

namespace RegionPlan.Tests.Features.Administration.Plans;

/// <summary>A plan is laid up, given goals and measures, mapped anew and put in force: through the forms, as regionstaben does it.</summary>
public sealed class TransitionStepsTests : IAsyncLifetime
{
    private const string From = Transition.From;
    private const string Key = Transition.Key;
    private const string Overview = $"/administration/plan/{Key}/overgang";

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
    public async Task A_new_plan_begins_with_the_goals_before_it_in_preparation()
    {
        var answer = await LayUpAsync();

        answer.Location.ShouldBe(Overview);
        var page = await app.Page($"/?plan={Key}");
        page.Body.Words().ShouldContain("Regionplanen förbereds och gäller inte än.");
        (await browser.Open(Overview)).Document.QuerySelectorAll("select[name^='Map.Goals'] option[selected]").Select(o => o.Words())
            .ShouldBe(["1 Nöjda invånare och samarbetspartners", "2 Hållbar utveckling i hela länet", "3 Sveriges bästa kvalitet, tillgänglighet och säkerhet", "4 En av Sveriges bästa arbetsplatser", "5 God ekonomisk hushållning"]);
        var latest = (await app.Page("/historik?slag=PlanTransition")).Rows();
        latest.ShouldContain(r => r[1] == $"Regionplan {Key}" && r[2] == "förbereds" && r[4] == "Regiondirektör" && r[5] == "Direktivet");
        latest.ShouldContain(r => r[1] == $"Mål 5, {Key}" && r[2] == "fortsätter mål 5 En långsiktigt hållbar ekonomi, 2026-2028");
    }

    [Fact]
    public async Task A_plan_can_begin_without_goals_and_be_given_its_own()
    {
        (await LayUpAsync(new() { ["Form.Goals"] = "skriv" })).Location.ShouldBe(Overview);
        var form = await browser.Open($"/administration/plan/{Key}/mal/nytt");
        var refused = await browser.Submit(form, "goal", new() { ["Form.Text"] = "Hela texten", ["Form.Name"] = " " });
        refused.ErrorAt("Form.Name").ShouldBe("Fyll i fältet.");
        refused.ErrorAt("Form.Why").ShouldBe("Skriv varför, till exempel vilket beslut.");
        refused.Typed("Form.Text").ShouldBe("Hela texten");

        (await browser.Submit(refused, "goal", new() { ["Form.Name"] = "Beredskap", ["Form.Why"] = "Nytt läge" })).Location.ShouldBe(Overview);

        (await browser.Open(Overview)).Document.QuerySelectorAll("select[name^='Map.Goals'] option[selected]").Select(o => o.Words()).ShouldBe(["Inget, målet är nytt"]);
        (await app.Page("/historik?slag=PlanTransition")).Rows().ShouldContain(r => r[1] == $"Mål 1, {Key}" && r[2] == "nytt mål" && r[5] == "Nytt läge");
    }

    [Fact]
    public async Task The_second_of_two_who_lay_up_the_same_years_is_told_and_keeps_what_was_typed()
    {
        using var other = await Browser.SignedInAs(app, "regiondirektor");
        var (mine, theirs) = (await browser.Open("/administration/plan/ny"), await other.Open("/administration/plan/ny"));
        await other.Submit(theirs, "plan", new() { ["Form.Why"] = "Deras" });

        var answer = await browser.Submit(mine, "plan", new() { ["Form.Why"] = "Mitt", ["Form.Name"] = "Min plan" });

        answer.Errors.ShouldBe([$"Det finns redan en plan för {Key}. Välj den under Plan, mått och målvärden, eller ändra åren."]);
        answer.Typed("Form.Name").ShouldBe("Min plan");
        var early = await browser.Submit(mine, "plan", new() { ["Form.Why"] = "Mitt", ["Form.FirstYear"] = "2026", ["Form.LastYear"] = "2029" });
        early.Errors.ShouldHaveSingleItem().ShouldStartWith("Planen ska börja efter 2026");
    }

    [Fact]
    public async Task A_new_measure_is_marked_new_has_its_delmått_and_no_predecessor()
    {
        await PreparedAsync();
        var form = await browser.Open($"/administration/plan/{Key}/matt/nytt");

        var answer = await browser.Submit(form, "measure", Transition.Measure(new() { ["Form.Series"] = "Buss\r\nTåg\r\n" }));

        answer.Location.ShouldBe(Overview);
        var overview = (await browser.Open(Overview)).Document;
        overview.QuerySelectorAll("main li").Select(l => l.Words()).ShouldContain(l => l.StartsWith("nytt 1.10", StringComparison.Ordinal) && l.Contains("Fossilfria resor"));
        var page = await app.Page($"/matt/1.10?plan={Key}");
        page.QuerySelector("h1").Words().ShouldBe("1.10 Fossilfria resor");
        page.Body.Words().ShouldContain("Buss");
        var history = (await app.Page("/historik?matt=1.10")).Rows();
        history.ShouldContain(r => r[1].EndsWith("Övergång från planen före", StringComparison.Ordinal) && r[2] == "nytt mått" && r[4] == "Regiondirektör" && r[5] == "Uppdrag");
        history.ShouldContain(r => r[2] == "Fossilfria resor");
    }

    [Fact]
    public async Task Two_who_add_a_measure_at_once_never_get_the_same_code()
    {
        await PreparedAsync();
        var director = await app.As("regiondirektor");
        await using var db = app.Db();
        var goal = await db.Plans.Where(p => p.Key == Key).SelectMany(p => p.Goals).Where(g => g.Order == 1).Select(g => g.Id).SingleAsync();
        var unit = await db.Units.Select(u => u.Id).FirstAsync();
        var terms = new MeasureTerms { Name = "Nytt", UnitText = "%", ResponsibleUnitId = unit };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            try
            {
                await RollOver.AddMeasureAsync(director, Key, From, new(goal, "Inriktning", terms, []), $"Skäl {i}");
                return "saved";
            }
            catch (RuleViolation violation)
            {
                return violation.Message;
            }
        })));

        outcomes.ShouldAllBe(o => o == "saved" || o.StartsWith("Någon annan har ändrat planen samtidigt."));
        var codes = (await CodesAsync()).Where(c => c.StartsWith("1.", StringComparison.Ordinal)).ToList();
        codes.Count.ShouldBe(9 + outcomes.Count(o => o == "saved"));
        codes.Distinct().Count().ShouldBe(codes.Count);
    }

    [Fact]
    public async Task A_mapping_is_changed_with_a_reason_and_the_history_names_both()
    {
        await PreparedAsync();
        var form = await browser.Open($"/administration/plan/{Key}/koppling/3.11");
        form.Document.QuerySelector("select[name='Form.Earlier'] option[selected]").Words().ShouldStartWith("3.11 ");

        var refused = await browser.Submit(form, "mapping", new() { ["Form.Continuation"] = "Changed", ["Form.Text"] = "Två dagar" });
        (refused.ErrorAt("Form.Year"), refused.ErrorAt("Form.Why"), refused.Typed("Form.Text")).ShouldBe(("Ange ett år med fyra siffror.", "Skriv varför, till exempel vilket beslut.", "Två dagar"));
        (await browser.Submit(refused, "mapping", new() { ["Form.Year"] = "2025", ["Form.Why"] = "Ny nationell definition" })).Location.ShouldBe(Overview);

        (await app.Page($"/matt/3.11?plan={Key}&ar=2027")).Body.Words().ShouldContain("Två dagar");
        var latest = (await app.Page("/historik?matt=3.11&slag=PlanTransition")).Rows()[0];
        latest.Skip(2).ShouldBe(["3.11 i 2024-2026 ändras från 2025: Två dagar", "3.11 i 2024-2026 behålls", "Regiondirektör", "Ny nationell definition"]);
    }

    [Fact]
    public async Task A_mapping_can_be_taken_away_and_given_to_another_measure_once()
    {
        await PreparedAsync();
        var nine = await EarlierAsync("3.9");
        (await browser.Submit(await browser.Open($"/administration/plan/{Key}/koppling/3.11"), "mapping", new() { ["Form.Earlier"] = nine, ["Form.Why"] = "x" }))
            .Errors.ShouldBe(["3.9 fortsätter redan 3.9. Ändra det måttet först."]);

        await browser.Submit(await browser.Open($"/administration/plan/{Key}/koppling/3.9"), "mapping", new() { ["Form.Earlier"] = "", ["Form.Why"] = "Mäter något annat" });
        (await app.Json($"/measures/3.9/outcomes?plan={Key}")).EnumerateArray().ShouldBeEmpty("a new measure has no history");
        (await browser.Submit(await browser.Open($"/administration/plan/{Key}/koppling/3.10"), "mapping", new() { ["Form.Earlier"] = nine, ["Form.Why"] = "Samma mått" })).Location.ShouldBe(Overview);

        (await app.Json($"/measures/3.10/outcomes?plan={Key}")).GetArrayLength().ShouldBe((await app.Json($"/measures/3.9/outcomes?plan={From}")).GetArrayLength());
        (await browser.Open(Overview)).Document.QuerySelectorAll("main li").Select(l => l.Words()).ShouldContain(l => l.StartsWith("nytt 3.9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_who_map_is_told_sees_both_and_overwrites_nothing()
    {
        await PreparedAsync();
        using var other = await Browser.SignedInAs(app, "regiondirektor");
        var address = $"/administration/plan/{Key}/koppling/3.11";
        var (mine, theirs) = (await browser.Open(address), await other.Open(address));
        await other.Submit(theirs, "mapping", new() { ["Form.Earlier"] = "", ["Form.Why"] = "Deras skäl" });

        var answer = await browser.Submit(mine, "mapping", new() { ["Form.Why"] = "Mitt skäl" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Någon annan har ändrat detta");
        answer.Document.Section("Gäller nu").Words().ShouldContain("Måttet är nytt.");
        answer.Document.Section("Gäller nu").Words().ShouldContain("Deras skäl");
        answer.Typed("Form.Why").ShouldBe("Mitt skäl");
        (await app.Page("/historik?matt=3.11&slag=PlanTransition")).Rows().ShouldNotContain(r => r[5] == "Mitt skäl");
        (await browser.Submit(answer, "mapping", [])).Location.ShouldBe(Overview);
    }

    [Fact]
    public async Task A_carried_measure_that_ends_leaves_its_plan_and_comes_back_with_its_code()
    {
        await PreparedAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var nextDay = await Browser.SignedInAs(app, "regiondirektor");
        var address = $"/administration/plan/{Key}/koppling/3.11";
        (await nextDay.Submit(await nextDay.Open(address), "ending", [])).ErrorAt("Ending.Why").ShouldBe("Skriv varför, till exempel vilket beslut.");

        (await nextDay.Submit(await nextDay.Open(address), "ending", new() { ["Ending.Why"] = "Mäts inte längre" })).Location.ShouldBe(Overview);

        (await app.Page($"/matt/3.11?plan={Key}", HttpStatusCode.NotFound)).ShouldNotBeNull();
        (await app.Json($"/measures?plan={Key}")).GetArrayLength().ShouldBe(43);
        (await app.Json($"/measures?plan={From}")).GetArrayLength().ShouldBe(44);
        (await app.Json($"/measures?plan={Key}&asOf=2026-11-23")).GetArrayLength().ShouldBe(44, "as it was known then");
        (await nextDay.Open(Overview)).Document.QuerySelectorAll("tr").Select(r => r.Words()).ShouldContain(r => r.Contains("Upphör Mäts inte längre Ta tillbaka att 3.11 upphör"));

        var back = await nextDay.Submit(await nextDay.Open(address), "ending", new() { ["Ending.Why"] = "Behövs ändå" });
        back.Location.ShouldBe(Overview);
        (await app.Page($"/matt/3.11?plan={Key}")).ShouldNotBeNull();
        var rows = (await app.Page("/historik?matt=3.11&slag=PlanTransition")).Rows();
        rows[0].Skip(2).ShouldBe(["upphör inte", "upphör", "Regiondirektör", "Behövs ändå"]);
        rows[1].Skip(2).ShouldBe(["upphör", "–", "Regiondirektör", "Mäts inte längre"]);
        rows[0][1].ShouldEndWith($"Övergång till {Key}");
    }

    [Fact]
    public async Task A_measure_that_ended_before_it_was_carried_can_be_taken_back_and_carried()
    {
        await LayUpAsync();
        await app.CarryAsync(("3.11", null, "Ersätts"));
        var address = $"/administration/plan/{Key}/upphor/3.11";
        var page = await browser.Open(address);
        page.Document.Body.Words().ShouldContain("Ersätts");

        (await browser.Submit(page, "ending", new() { ["Ending.Why"] = "Behövs ändå" })).Location.ShouldBe(Overview);
        var late = await browser.Submit(page, "ending", new() { ["Ending.Why"] = "En gång till" });
        (late.Errors.Single(), late.Typed("Ending.Why")).ShouldBe(("3.11 upphör inte, så det finns inget att ta tillbaka.", "En gång till"));
        await app.CarryAsync();

        (await app.Json($"/measures?plan={Key}")).GetArrayLength().ShouldBe(44);
        (await browser.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound, "it goes on now");
    }

    [Fact]
    public async Task What_was_chosen_and_typed_for_many_measures_stays_when_one_is_refused()
    {
        await LayUpAsync();
        var (changed, ended) = (await EarlierAsync("3.11"), await EarlierAsync("3.12"));

        var answer = await browser.Submit(await browser.Open(Overview), "measures", new()
        {
            [$"Fates.Fates[{changed}]"] = "Changed",
            [$"Fates.Years[{changed}]"] = "2027",
            [$"Fates.Texts[{changed}]"] = "Två dagar",
            [$"Fates.Fates[{ended}]"] = "Ends",
        });

        answer.Errors.ShouldBe(["Skriv varför 3.12 upphör."]);
        (answer.Typed($"Fates.Fates[{changed}]"), answer.Typed($"Fates.Years[{changed}]"), answer.Typed($"Fates.Texts[{changed}]")).ShouldBe(("Changed", "2027", "Två dagar"));
        answer.Typed($"Fates.Fates[{ended}]").ShouldBe("Ends");
        (await CodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_in_force_is_not_changed_until_it_is_taken_back()
    {
        await PreparedAsync();
        var director = await app.As("regiondirektor");
        var mapping = await browser.Open($"/administration/plan/{Key}/koppling/3.11");
        await RollOver.StandAsync(director, Key, From, inForce: true, "§ 90");

        (await browser.Submit(mapping, "mapping", new() { ["Form.Why"] = "För sent" })).Errors.ShouldBe(["Planen gäller. Ta tillbaka den till förberedelse innan övergången ändras."]);
        var page = (await browser.Open(Overview)).Document;
        page.QuerySelectorAll("main select").ShouldBeEmpty();
        page.QuerySelectorAll("main button").Select(b => b.Words()).ShouldBe(["Ta tillbaka till förberedelse"]);
        (await app.Page($"/matt/3.11?plan={Key}")).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_second_of_two_who_put_a_plan_in_force_does_not_take_it_back()
    {
        await PreparedAsync();
        var page = await browser.Open(Overview);
        (await browser.Submit(page, "standing", new() { ["Standing.Why"] = "§ 90" })).Location.ShouldBe(Overview);

        var answer = await browser.Submit(page, "standing", new() { ["Standing.Why"] = "§ 90 också" });

        (answer.Errors.Single(), answer.Typed("Standing.Why")).ShouldBe(("Planen gäller redan.", "§ 90 också"));
        (await app.Page("/?ar=2027")).QuerySelector(".rp-lead").Words().ShouldStartWith($"Regionplan {Key}:");
    }

    [Fact]
    public async Task A_plan_without_measures_cannot_be_put_in_force()
    {
        await LayUpAsync();

        (await Should.ThrowAsync<RuleViolation>(async () => await RollOver.StandAsync(await app.As("regiondirektor"), Key, From, inForce: true, "§ 90")))
            .Message.ShouldBe("Planen har inga mått än. För över eller lägg till mått först.");
    }

    private RollOverPlan RollOver => app.Services.GetRequiredService<RollOverPlan>();

    private Task<Browser.Answer> LayUpAsync(Dictionary<string, string?>? typed = null) => browser.LayUpAsync(typed);

    private async Task PreparedAsync()
    {
        await LayUpAsync();
        await app.CarryAsync();
    }

    private Task<string> EarlierAsync(string code) => app.EarlierAsync(code);

    private Task<List<string>> CodesAsync() => app.CodesAsync();
}
