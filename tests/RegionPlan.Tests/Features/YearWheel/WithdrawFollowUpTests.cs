using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Approval;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Collection;
using RegionPlan.Web.Features.YearWheel;

namespace RegionPlan.Tests.Features.YearWheel;

/// <summary>A follow-up that was set up by mistake is taken out of its year, and stands in the history.</summary>
public sealed class WithdrawFollowUpTests : IAsyncLifetime
{
    private const string Interim = "2026-delarsrapport-2";
    private const string Name = "Delårsrapport T2 2026";
    private const string Address = $"/arshjul/{Interim}/andra";
    private const string Asked = $"{Address}?ta-bort=ja";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_taken_out_with_its_consequences_shown_and_a_reason_and_stands_in_the_history()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var page = await browser.Open(Address);
        page.Document.Section("Ta bort uppföljningen").QuerySelector("a")!.GetAttribute("href").ShouldBe(Asked);

        var asked = await browser.Open(Asked);
        asked.Document.Section("Det här blir följderna").Words().ShouldContain($"{Name} försvinner ur årshjulet");
        (await browser.Open("/arshjul/2026-arsredovisning-1/andra?ta-bort=ja")).Document.Section("Det här blir följderna").QuerySelector("summary").Words()
            .ShouldMatch("^[0-9]+ uppgifter faller bort ur Årsredovisning 2026 och redovisas inte i någon annan$");

        var silent = await browser.Submit(asked, "withdraw", new() { ["WithdrawForm.Why"] = " " });
        silent.ErrorAt("WithdrawForm.Why").ShouldBe("Skriv varför uppföljningen tas bort.");
        (await Everywhere()).ShouldBe(["/arshjul?ar=2026", "/arshjul.ics", "/api/v1/follow-ups"]);

        (await browser.Submit(silent, "withdraw", new() { ["WithdrawForm.Why"] = "Upplagd två gånger" })).Location.ShouldBe("/arshjul?ar=2026");

        (await Everywhere()).ShouldBeEmpty();
        (await browser.Open(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Open($"/utfall?uppfoljning={Interim}")).Document.QuerySelectorAll("#uppfoljning option").Select(o => o.GetAttribute("value")).ShouldNotContain(Interim);
        var log = (await app.Page("/historik?slag=FollowUp")).Rows()[0];
        log[1].ShouldBe($"Uppföljning {Name}");
        string.Join(' ', log).ShouldSatisfyAllConditions(
            t => t.ShouldContain("borttagen ur årshjulet"), t => t.ShouldContain("Upplagd två gånger"), t => t.ShouldContain("Regiondirektör"));
        (await app.Services.GetRequiredService<FollowUpReader>().ReadAsync(2026)).FollowUps.Find(Interim).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_is_added_later_has_an_address_of_its_own_and_an_emptied_year_can_be_set_up_again()
    {
        await Withdraw("2026-arsredovisning-1");
        var planning = app.Services.GetRequiredService<PlanFollowUps>();
        var planner = await app.As(WheelDesk.Planner);
        var terms = (await app.FollowUp("2025-arsredovisning-1")).Terms;
        var added = await planning.AddAsync(planner, 2026, FollowUpKind.AnnualReport, Of2026(terms), null);
        added.Key.ShouldBe("2026-arsredovisning-2");

        await planning.SetUpAsync(planner, 2027);
        await using (var db = app.Db())
        {
            foreach (var key in (await db.FollowUps.Where(f => f.Year == 2027).ToListAsync()).Select(f => f.Key))
            {
                await Withdraw(key);
            }
        }

        await planning.SetUpAsync(planner, 2027);
        await using var after = app.Db();
        (await after.FollowUps.CountAsync(f => f.Year == 2027)).ShouldBe(FollowUpTemplate.Year.Count);
        await app.RestartAsync();
    }

    [Fact]
    public async Task What_is_used_or_locked_stays_and_the_page_says_why()
    {
        var given = new GivenSubmission(app);
        await given.Submit("controller.hsf", GivenSubmission.Row((await given.Percentages())[0], 82));
        await app.Services.GetRequiredService<RemindUnits>().RemindAsync(await app.As("regiondirektor"), GivenSubmission.Activity, GivenSubmission.Clinic, null);
        await app.Lock("2024-arsredovisning-1");
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        (await browser.Open($"/arshjul/{GivenSubmission.Annual}/andra?ta-bort=ja")).Document.Section("Ta bort uppföljningen").Words()
            .ShouldContain("kan inte tas bort: 1 enhet har lämnat in.");
        (await browser.Open($"/arshjul/{GivenSubmission.Activity}/andra")).Document.Section("Ta bort uppföljningen").Words().ShouldContain("1 påminnelse är skickad");
        (await browser.Open("/arshjul/2024-arsredovisning-1/andra?ta-bort=ja")).Document.QuerySelector("#ta-bort").ShouldBeNull();
        foreach (var key in new[] { GivenSubmission.Annual, GivenSubmission.Activity, "2024-arsredovisning-1" })
        {
            (await Should.ThrowAsync<RuleViolation>(() => Withdraw(key))).Message.ShouldContain("kan inte");
        }
    }

    [Fact]
    public async Task What_was_used_after_the_page_was_opened_is_not_taken_out()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var asked = await browser.Open($"/arshjul/{GivenSubmission.Annual}/andra?ta-bort=ja");
        var given = new GivenSubmission(app);
        await given.Submit("controller.hsf", GivenSubmission.Row((await given.Percentages())[0], 82));

        var told = await browser.Submit(asked, "withdraw", new() { ["WithdrawForm.Why"] = "Av misstag" });

        told.Errors.ShouldBe(["Uppföljningen används redan och kan inte tas bort. Ändra den i stället."]);
        told.Typed("WithdrawForm.Why").ShouldBe("Av misstag");
        await app.FollowUp(GivenSubmission.Annual);
    }

    [Theory]
    [InlineData("controller.hsf")]
    [InlineData("namndsekreterare.rs")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Nobody_else_may_take_one_out(string user)
    {
        await Should.ThrowAsync<AccessRefused>(() => Withdraw(Interim, user));
        using var browser = await Browser.SignedInAs(app, user);
        (await browser.Open(Asked)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await app.FollowUp(Interim);
    }

    private static FollowUpTerms Of2026(FollowUpTerms terms) => terms with
    {
        Through = terms.Through.AddYears(1),
        OpensOn = terms.OpensOn.AddYears(1),
        UnitDue = terms.UnitDue.AddYears(1),
        AdministrationDue = terms.AdministrationDue.AddYears(1),
        BoardDue = terms.BoardDue.AddYears(1),
        RegionDue = terms.RegionDue.AddYears(1),
        DecidedOn = null,
    };

    private async Task Withdraw(string key, string user = WheelDesk.Planner) => await app.Services.GetRequiredService<WithdrawFollowUp>()
        .WithdrawAsync(await app.As(user), (await app.FollowUp(key)).Id, 1, "Av misstag");

    /// <summary>The public addresses where the follow-up stands.</summary>
    private async Task<List<string>> Everywhere()
    {
        List<string> there = [];
        foreach (var (address, text) in new[] { ("/arshjul?ar=2026", Name), ("/arshjul.ics", Name), ("/api/v1/follow-ups", Interim) })
        {
            if ((await app.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Contains(text, StringComparison.Ordinal))
            {
                there.Add(address);
            }
        }

        return there;
    }
}
