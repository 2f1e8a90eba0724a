using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Approval;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Collection;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Collection;

/// <summary>Insamling: who has handed in, reminding and locking.</summary>
public sealed class CollectionPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Path = $"/insamling?uppfoljning={Annual}";

    private TestApp App => demo.App;

    [Theory]
    [InlineData("politiker", HttpStatusCode.Forbidden)]
    [InlineData("controller.hsf", HttpStatusCode.Forbidden)]
    [InlineData("chef.hsf", HttpStatusCode.Forbidden)]
    [InlineData("namndsekreterare.rs", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    [InlineData("revisor", HttpStatusCode.OK)]
    [InlineData("regiondirektor", HttpStatusCode.OK)]
    public async Task Only_those_who_see_drafts_or_lock_see_who_has_handed_in(string user, HttpStatusCode status)
    {
        using var browser = await Browser.SignedInAs(App, user);

        (await browser.Open("/insamling")).Status.ShouldBe(status);
        (await browser.Open(Path)).Status.ShouldBe(status);
        (await browser.Open("/insamling?uppfoljning=2025-finns-9")).Status.ShouldBe(status == HttpStatusCode.OK ? HttpStatusCode.NotFound : status);
    }

    [Fact]
    public async Task Completeness_is_told_for_each_namnd_and_forvaltning_and_the_auditor_neither_reminds_nor_locks()
    {
        using var browser = await Browser.SignedInAs(App, "revisor");
        var page = await browser.Open($"/insamling?uppfoljning={Activity}");

        page.Document.QuerySelectorAll("main h2").Select(h => h.Words()).ShouldContain("Regionstyrelsen");
        page.Document.QuerySelectorAll("main table caption").Select(h => h.Words()).ShouldContain("Enheter under Hälso- och sjukvårdsförvaltningen");
        page.Document.QuerySelectorAll("main summary").Select(s => s.Words()).ShouldContain(s => s.Contains("under Hälso- och sjukvårdsförvaltningen", StringComparison.Ordinal));
        page.Document.QuerySelectorAll("main form[method=post] button").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_economy_that_is_owed_counts_like_the_figures()
    {
        using var browser = await Browser.SignedInAs(App, "regiondirektor");
        var page = await browser.Open("/insamling?uppfoljning=2026-periodrapport-3");

        string Row(string unit) => page.Document.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th").Words() == unit).Words();
        Row("Folktandvården").ShouldContain("0 % (0 av 1) 1 försenade");
        var year = (await App.Services.GetRequiredService<FollowUpReader>().ReadAsync(2026)).FollowUps;
        var posts = year.Economy.Count(s => s.FollowUp.Key == "2026-periodrapport-3" && s.Duty.Row.Definition.UnitId is null);
        posts.ShouldBeGreaterThan(10);
        Row("Regionstaben").ShouldContain($"0 % (0 av {posts + 1}) {posts + 1} försenade", Case.Sensitive, "its own ram, and the posts that no unit answers for");
        page.Document.QuerySelector("#las")!.ParentElement.Words().ShouldContain("Saknar något: ");
        year.Find("2026-periodrapport-3")!.Terms.Collects.ShouldBeFalse("it collects no figures");
    }

    [Theory]
    [InlineData(2024, true)]
    [InlineData(2025, false)]
    [InlineData(2026, false)]
    public async Task Nobody_hands_in_what_is_counted_from_the_economy(int year, bool isOwed)
    {
        var reading = await App.Services.GetRequiredService<FollowUpReader>().ReadAsync(year);

        reading.FollowUps.Standings.Where(s => s.Duty is { IsForecast: false, Series.IsRegional: true }).Select(s => reading.Of(s.Duty.Key)!.Code).Where(c => c is "5.1" or "5.2").Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(isOwed ? ["5.1", "5.2"] : []);
    }

    [Fact]
    public async Task A_reminder_stands_in_the_tasks_of_those_who_are_to_hand_in_once_a_day()
    {
        using var staff = await Browser.SignedInAs(App, "regiondirektor");
        var page = await staff.Open(Path);
        var answer = await staff.Submit(page, "remind", new() { ["RemindForm.Unit"] = Hospital, ["RemindForm.Text"] = "Vi behöver era tal på fredag" });
        answer.Location.ShouldBe($"{Path}&paminda=1");
        (await staff.Open(answer.Location!)).Document.QuerySelector("[role=status]").Words().ShouldBe(
            "1 påminnelse är lagd i Mina uppgifter. Brev är skrivna till Chef, Hälso- och sjukvårdsförvaltningen; Controller, Hälso- och sjukvårdsförvaltningen.");

        using var controller = await Browser.SignedInAs(App, "controller.hsf");
        (await controller.Open("/uppgifter")).Document.QuerySelector("main").Words().ShouldContain("Vi behöver era tal på fredag");
        (await staff.Submit(page, "remind", new() { ["RemindForm.Unit"] = Hospital })).Errors.ShouldBe(["Enheten är redan påmind i dag."]);
        await using var db = App.Db();
        (await db.Reminders.CountAsync(r => r.Text == "Vi behöver era tal på fredag")).ShouldBe(1);
    }

    [Fact]
    public async Task Those_who_are_to_approve_are_reminded_of_what_waits()
    {
        var given = new GivenSubmission(App, Activity, Clinic);
        await given.Submit("controller.akut", [.. (await given.Duties()).Select(d => Row(d.Duty.Key, 1))]);
        using var staff = await Browser.SignedInAs(App, "regiondirektor");
        var page = await staff.Open($"/insamling?uppfoljning={Activity}");
        (await staff.Submit(page, "remind", new() { ["RemindForm.Unit"] = Clinic })).Status.ShouldBe(HttpStatusCode.Redirect);

        using var head = await Browser.SignedInAs(App, "chef.akut");
        (await head.Open("/uppgifter")).Document.QuerySelector("main").Words().ShouldContain("Godkänn det som väntar till Verksamhetsberättelse helår 2025.");
    }

    [Fact]
    public async Task A_lock_tells_what_is_missing_asks_why_and_is_shown_afterwards()
    {
        await using var app = await Demo.StartAsync();
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var page = await staff.Open(Path);
        page.Document.QuerySelector("[data-color=warning]").Words().ShouldContain("är inte godkända");

        var silent = await staff.Submit(page, "lock", []);
        silent.ErrorAt("LockForm.Why").ShouldNotBeNull().ShouldStartWith("Allt är inte inlämnat");
        var given = new GivenSubmission(app);
        var row = (await given.Percentages())[0];
        await given.Submit("controller.hsf", Row(row, 82));
        await given.Approve("chef.hsf", ApprovalLevel.Administration);
        (await staff.Submit(page, "lock", new() { ["LockForm.Why"] = "Beslutas i morgon" })).Errors.ShouldHaveSingleItem().ShouldStartWith("Något har lämnats in eller godkänts");

        var again = await staff.Open(Path);
        (await staff.Submit(again, "lock", new() { ["LockForm.Why"] = "Beslutas i morgon" })).Location.ShouldBe(Path);
        var locked = (await staff.Open(Path)).Document.QuerySelector("main").Words();
        locked.ShouldContain("av Regiondirektör.");
        locked.ShouldContain("Motivering: Beslutas i morgon");
        locked.ShouldContain("lämnades inte in");
        (await staff.Submit(again, "lock", new() { ["LockForm.Why"] = "En gång till" })).Errors.ShouldHaveSingleItem();

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await given.Submit("controller.hsf", Row(row, 83, "Fel nämnare"));
        (await staff.Open(Path)).Document.QuerySelector("main").Words().ShouldContain("Rättelser efter låsningen Hälso- och sjukvårdsförvaltningen");
    }

    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(199, 1, 99)]
    [InlineData(1, 2, 33)]
    [InlineData(3, 0, 100)]
    public void A_share_is_a_hundred_per_cent_only_when_everything_is_approved(int done, int late, int percent) =>
        new StageCounts(done, 0, 0, late, 0, 0, 0).Percent.ShouldBe(percent);
}
