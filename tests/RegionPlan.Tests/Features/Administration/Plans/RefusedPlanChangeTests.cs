using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Administration.Plans;

namespace RegionPlan.Tests.Features.Administration.Plans;

/// <summary>What cannot be saved of a measure or a goal, and who may not; nothing here changes the database.</summary>
public sealed class RefusedPlanChangeTests(DemoApp demo) : IClassFixture<DemoApp>, IAsyncLifetime
{
    private const string Measure = "/administration/matt/2024-2026/3.11";
    private const string Goal = "/administration/mal/2024-2026/3";
    private readonly TestApp app = demo.App;
    private Browser browser = null!;

    public async Task InitializeAsync() => browser = await Browser.SignedInAs(app, "regiondirektor");

    public Task DisposeAsync()
    {
        browser.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Form.Why", "", "Skriv varför det ändras.")]
    [InlineData("Form.Name", " ", "Fyll i fältet.")]
    [InlineData("Form.UnitText", "", "Fyll i fältet.")]
    [InlineData("Form.Decimals", "5", "Ange 0 till 4.")]
    [InlineData("Form.Decimals", "två", "Ange 0 till 4.")]
    [InlineData("Form.Desired", "Sideways", "Välj en riktning.")]
    [InlineData("Form.Frequency", "99", "Välj hur ofta.")]
    [InlineData("Form.SexSplit", "x", "Välj ett alternativ.")]
    [InlineData("Form.Responsible", "x", "Välj en enhet.")]
    [InlineData("Form.Responsible", "00000000-0000-0000-0000-000000000001", "Välj en enhet.")]
    [InlineData("Form.Lowest", "abc", "Ange ett tal, till exempel 78,5, eller lämna tomt.")]
    [InlineData("Form.Highest", "1e400", "Ange ett tal, till exempel 78,5, eller lämna tomt.")]
    [InlineData("Form.Tolerance", "99999999999999999999", "Ange ett tal, till exempel 78,5, eller lämna tomt.")]
    [InlineData("Form.HoldsFrom", "2025-02-30", "Ange ett datum, till exempel 2024-01-01.")]
    public async Task What_is_wrong_is_told_at_its_field_and_the_rest_stays(string field, string text, string says)
    {
        var answer = await browser.Submit(await browser.Open(Measure), "measure", new() { ["Form.Why"] = "Skäl", ["Form.Note"] = "min anmärkning", [field] = text });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt(field).ShouldBe(says);
        answer.Typed("Form.Note").ShouldBe("min anmärkning");
        await Unchanged();
    }

    [Theory]
    [InlineData("Form.RatioScale", "0", "Täljare/nämnare ska multipliceras med ett tal större än noll.")]
    [InlineData("Form.Lowest", "101", "Det lägsta möjliga värdet kan inte vara större än det högsta.")]
    [InlineData("Form.Tolerance", "-1", "Tolerans och tröskel för trend ska vara noll eller större.")]
    public async Task A_rule_of_the_domain_is_told_above_the_form(string field, string text, string says)
    {
        var answer = await browser.Submit(await browser.Open(Measure), "measure", new() { ["Form.Why"] = "Skäl", [field] = text });

        answer.Errors.ShouldBe([says]);
        answer.Typed(field).ShouldBe(text);
        await Unchanged();
    }

    [Theory]
    [InlineData("Form.Desired")]
    [InlineData("Form.Frequency")]
    [InlineData("Form.SexSplit")]
    [InlineData("Form.Responsible")]
    [InlineData("Form.Decimals")]
    [InlineData("Form.Name")]
    [InlineData("Form.HoldsFrom")]
    public async Task A_post_without_one_of_its_fields_is_answered_and_changes_nothing(string field)
    {
        var answer = await browser.Submit(await browser.Open(Measure), "measure", new() { ["Form.Why"] = "Skäl", [field] = null });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Errors.ShouldNotBeEmpty();
        await Unchanged();
    }

    [Theory]
    [InlineData("/administration/matt/1999-2001/3.11")]
    [InlineData("/administration/matt/2024-2026/9.9")]
    [InlineData("/administration/matt/2025-2027/3.11")]
    [InlineData("/administration/mal/1999-2001/3")]
    [InlineData("/administration/mal/2024-2026/9")]
    [InlineData("/administration/mal/2024-2026/-1")]
    public async Task What_does_not_exist_is_not_found_and_says_so_in_Swedish(string address)
    {
        var answer = await browser.Open(address);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Document.QuerySelector("h1").Words().ShouldStartWith("Hittar inte ");
    }

    [Fact]
    public async Task Every_link_for_administrating_the_plan_leads_somewhere()
    {
        var pages = new Queue<string>(["/administration/plan"]);
        var met = new HashSet<string>(pages);
        while (pages.TryDequeue(out var address))
        {
            var page = await browser.Open(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            foreach (var link in page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!.Split('#')[0])
                .Where(l => l is "/administration/plan" or "/administration/matt/2024-2026/3.11" or "/administration/matt/2024-2026/2.1"
                    || (l.StartsWith("/administration/mal", StringComparison.Ordinal) && !l.StartsWith("/administration/matt", StringComparison.Ordinal)))
                .Where(met.Add))
            {
                pages.Enqueue(link);
            }
        }

        met.Count.ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("controller.hsf")]
    [InlineData("chef.hsf")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Others_are_refused_on_the_pages_and_by_the_writes(string user)
    {
        using var other = await Browser.SignedInAs(app, user);
        foreach (var address in new[] { "/administration/plan", Measure, Goal, "/administration/malvarde/2024-2026/3.11/total/kort/2024" })
        {
            var page = await other.Open(address);
            page.Status.ShouldBe(HttpStatusCode.Forbidden, address);
            page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        }

        var writing = app.Services.GetRequiredService<PlanWriting>();
        var who = await app.As(user);
        await Should.ThrowAsync<AccessRefused>(() => writing.ChangeMeasureAsync(who, "2024-2026", "3.11", "§", (_, _) => throw new InvalidOperationException("got in")));
        await Should.ThrowAsync<AccessRefused>(() => writing.ChangePlanAsync(who, "2024-2026", "§", (_, _) => throw new InvalidOperationException("got in")));
    }

    [Fact]
    public async Task A_post_without_the_forms_token_changes_nothing()
    {
        var answer = await browser.Submit(await browser.Open(Measure), "measure", new() { ["__RequestVerificationToken"] = null, ["Form.Name"] = "Förfalskat", ["Form.Why"] = "Skäl" });

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, "/for-gammal"));
        await Unchanged();
    }

    [Fact]
    public async Task Nobody_anonymous_gets_past_the_write() =>
        await Should.ThrowAsync<AccessRefused>(() => app.Services.GetRequiredService<PlanWriting>()
            .ChangeMeasureAsync(Demo.Anonymous, "2024-2026", "3.11", "§", (_, _) => throw new InvalidOperationException("got in")));

    private async Task Unchanged() => (await Names()).Count.ShouldBe(1);

    private async Task<List<string>> Names()
    {
        await using var db = app.Db();
        var measure = await db.Measures.AsNoTracking().Include(m => m.Definitions).SingleAsync(m => m.Code == "3.11");
        return [.. measure.Definitions.OrderBy(d => d.Version).Select(d => d.Terms.Name)];
    }
}
