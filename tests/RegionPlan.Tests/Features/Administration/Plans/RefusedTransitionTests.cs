using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Administration.Plans;

namespace RegionPlan.Tests.Features.Administration.Plans;

/// <summary>What cannot be saved of a transition, and who may not; nothing here changes the database.</summary>
public sealed class RefusedTransitionTests(PreparedApp prepared) : IClassFixture<PreparedApp>, IAsyncLifetime
{
    private const string From = Transition.From;
    private const string Key = Transition.Key;
    private readonly TestApp app = prepared.App;
    private Browser browser = null!;

    public async Task InitializeAsync() => browser = await Browser.SignedInAs(app, "regiondirektor");

    public Task DisposeAsync()
    {
        browser.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Form.Name", "", "Fyll i fältet.")]
    [InlineData("Form.FirstYear", "nästa", "Ange ett år med fyra siffror.")]
    [InlineData("Form.LastYear", "2026", "Sista året ska vara det första eller senare, och planen högst 5 år lång.")]
    [InlineData("Form.LastYear", "2033", "Sista året ska vara det första eller senare, och planen högst 5 år lång.")]
    [InlineData("Form.Follows", "1999-2001", "Välj vilken plan den följer på.")]
    [InlineData("Form.Goals", null, "Välj var målen kommer ifrån.")]
    [InlineData("Form.Why", "", "Skriv varför, till exempel vilket beslut.")]
    public async Task What_is_wrong_with_a_new_plan_is_told_at_its_field_and_the_rest_stays(string field, string? text, string says)
    {
        var answer = await browser.LayUpAsync(new() { ["Form.Name"] = "Min plan", ["Form.FirstYear"] = "2028", ["Form.LastYear"] = "2030", [field] = text });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        if (text is not null)
        {
            answer.ErrorAt(field).ShouldBe(says);
            answer.Typed(field == "Form.Name" ? "Form.LastYear" : "Form.Name").ShouldBe(field == "Form.Name" ? "2030" : "Min plan");
        }

        answer.Errors.ShouldBe([says]);
        await using var db = app.Db();
        (await db.Plans.CountAsync()).ShouldBe(4);
    }

    [Theory]
    [InlineData("Form.Name", "", "Fyll i fältet.")]
    [InlineData("Form.UnitText", "", "Fyll i fältet.")]
    [InlineData("Form.Decimals", "fem", "Ange 0 till 4.")]
    [InlineData("Form.Under", "x", "Välj mål och inriktning.")]
    [InlineData("Form.Why", "", "Skriv varför det ändras.")]
    [InlineData("Form.Series", "Buss", "Ett mått har minst två delmått, eller inget. Lägg till ett eller lämna tomt.")]
    [InlineData("Form.Series", "Buss\nbuss", "Två delmått har för lika namn. Ge dem olika namn.")]
    [InlineData("Form.Series", "Buss\n…", "Skriv ett namn på högst 200 tecken på varje rad.")]
    [InlineData("Form.Responsible", "x", "Välj en enhet.")]
    public async Task What_is_wrong_with_a_new_measure_is_told_at_its_field_and_the_rest_stays(string field, string text, string says)
    {
        var answer = await browser.Submit(await browser.Open($"/administration/plan/{Key}/matt/nytt"), "measure", Transition.Measure(new() { ["Form.Note"] = "min anmärkning", [field] = text }));

        (answer.Status, answer.ErrorAt(field), answer.Typed("Form.Note")).ShouldBe((HttpStatusCode.OK, says, "min anmärkning"));
        (await app.CodesAsync()).ShouldNotContain("1.10");
    }

    [Fact]
    public async Task A_new_direction_needs_a_name_and_a_new_measure_obeys_the_rules_of_the_domain()
    {
        var form = await browser.Open($"/administration/plan/{Key}/matt/nytt");
        var anew = form.Document.QuerySelectorAll("select[name='Form.Under'] option").First(o => o.TextContent.EndsWith("ny inriktning", StringComparison.Ordinal)).GetAttribute("value");

        (await browser.Submit(form, "measure", Transition.Measure(new() { ["Form.Under"] = anew }))).ErrorAt("Form.NewDirection").ShouldBe("Fyll i fältet.");
        var refused = await browser.Submit(form, "measure", Transition.Measure(new() { ["Form.Lowest"] = "10", ["Form.Highest"] = "1" }));
        refused.Errors.ShouldBe(["Det lägsta möjliga värdet kan inte vara större än det högsta."]);
        refused.Typed("Form.Lowest").ShouldBe("10");
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("controller.hsf")]
    [InlineData("chef.hsf")]
    [InlineData("admin")]
    [InlineData("anonym")]
    public async Task Others_are_refused_in_every_write(string user)
    {
        var who = await app.As(user);
        var measure = Guid.Parse(await app.EarlierAsync("3.11"));

        await Should.ThrowAsync<AccessRefused>(() => RollOver.PrepareAsync(who, From, "x", (2030, 2032), true, "nej"));
        await Should.ThrowAsync<AccessRefused>(() => RollOver.AddGoalAsync(who, Key, From, Guid.Empty, "x", null, "nej"));
        await Should.ThrowAsync<AccessRefused>(() => RollOver.AddMeasureAsync(who, Key, From, new(Guid.Empty, "x", new() { Name = "x", UnitText = "%" }, []), "nej"));
        await Should.ThrowAsync<AccessRefused>(() => RollOver.MapMeasureAsync(who, Key, From, "3.11", 1, null, "nej"));
        await Should.ThrowAsync<AccessRefused>(() => RollOver.EndAsync(who, Key, From, measure, true, "nej"));
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("controller.hsf")]
    [InlineData("admin")]
    public async Task Others_are_shown_no_forms(string user)
    {
        using var other = await Browser.SignedInAs(app, user);
        foreach (var address in new[] { "ny", $"{Key}/overgang", $"{Key}/mal/nytt", $"{Key}/matt/nytt", $"{Key}/koppling/3.11", $"{Key}/upphor/3.11" })
        {
            var page = await other.Open($"/administration/plan/{address}");
            page.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            page.Document.QuerySelectorAll("main form").ShouldBeEmpty(address);
        }
    }

    [Theory]
    [InlineData("/administration/plan/1999-2001/mal/nytt")]
    [InlineData("/administration/plan/1999-2001/matt/nytt")]
    [InlineData("/administration/plan/2024-2026/matt/nytt")]
    [InlineData("/administration/plan/2026-2028/koppling/9.9")]
    [InlineData("/administration/plan/2026-2028/upphor/9.9")]
    [InlineData("/administration/plan/2026-2028/overgang?fran=1999-2001")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        var answer = await browser.Open(address);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Document.QuerySelector("h1").Words().ShouldStartWith("Hittar inte ");
    }

    private RollOverPlan RollOver => app.Services.GetRequiredService<RollOverPlan>();
}
