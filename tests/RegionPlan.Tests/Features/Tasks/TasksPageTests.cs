using System.Globalization;
using System.Net;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Approval;
using RegionPlan.Tests.Shared;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Tasks;

/// <summary>Mina uppgifter: what somebody is to hand in, mend and approve.</summary>
public sealed class TasksPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private TestApp App => demo.App;

    [Fact]
    public async Task An_anonymous_visitor_is_asked_to_sign_in()
    {
        using var browser = new Browser(App);

        (await browser.Open("/uppgifter")).Location.ShouldNotBeNull().ShouldStartWith("/logga-in");
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Who_neither_reports_nor_approves_has_nothing_to_do(string user) => (await Tasks(user)).ShouldContain("Inget att göra");

    [Fact]
    public async Task A_task_goes_from_late_to_handed_in_to_returned_to_approved_before_the_eyes_of_both()
    {
        var given = new GivenSubmission(App, Activity, Clinic);
        var row = (await given.Percentages())[0];
        (await Tasks("controller.akut")).ShouldContain("Försenat");
        (await Hrefs("controller.akut")).ShouldContain($"/utfall?uppfoljning={Activity}&enhet={Clinic}");

        await given.Submit("controller.akut", Row(row, 71));
        (await Tasks("controller.akut")).ShouldContain("Inlämnat, väntar på andra");
        (await Tasks("chef.akut")).ShouldContain("Väntar på ditt godkännande");
        (await Hrefs("chef.akut")).ShouldContain($"/granska/{Activity}/{Clinic}?niva=enhet");
        (await Hrefs("chef.hsf")).ShouldContain($"/granska/{Activity}/{Clinic}?niva=enhet");

        await given.Return("chef.akut", ApprovalLevel.Unit, row, why: "Nämnaren verkar gammal");
        var returned = await Tasks("controller.akut");
        returned.ShouldContain("Att rätta");
        returned.ShouldContain("Nämnaren verkar gammal");
        returned.ShouldContain("Chef, Akutkliniken Kalmar");

        await given.Submit("controller.akut", Row(row, 72));
        await given.Approve("chef.akut", ApprovalLevel.Unit);
        await given.Approve("chef.hsf", ApprovalLevel.Administration);
        (await Tasks("namndsekreterare.rs")).ShouldContain("Väntar på ditt godkännande");
        await given.Approve("namndsekreterare.rs", ApprovalLevel.Board);
        (await Tasks("controller.akut")).ShouldContain("Nyligen godkänt");
        (await Tasks("namndsekreterare.rs")).ShouldNotContain("Väntar på ditt godkännande");
    }

    [Fact]
    public async Task What_has_been_late_for_long_is_folded_and_not_counted()
    {
        using var browser = await Browser.SignedInAs(App, "controller.hsf");
        var late = (await browser.Open("/uppgifter")).Document.QuerySelector("#forsenat")!.Closest("section")!;

        late.QuerySelectorAll("summary").Select(s => s.Words()).ShouldContain(s => s.StartsWith("Äldre uppföljningar som inte är låsta (", StringComparison.Ordinal));
        var days = late.QuerySelectorAll("[data-label='Sista dag']").ToLookup(d => d.Closest("details") is { } folded && folded.QuerySelector("summary").Words().StartsWith("Äldre", StringComparison.Ordinal), d => d.Words());
        var limit = DateOnly.FromDateTime(App.Clock.Now.UtcDateTime).AddDays(-90);
        days[true].ShouldNotBeEmpty();
        days[true].ShouldAllBe(d => DateOnly.Parse(d, CultureInfo.InvariantCulture) < limit);
        days[false].ShouldNotBeEmpty();
        late.QuerySelector("h2 .rp-count").Words().ShouldBe(
            late.QuerySelectorAll("[data-label='Sista dag']").Count(d => d.Closest("details") is null).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Another_forvaltnings_submissions_are_nobody_elses_tasks()
    {
        var given = new GivenSubmission(App, Annual, "primarvardsforvaltningen");
        await given.Submit("controller.pvf", Row((await given.Duties()).First(d => d.Stage != DutyStage.Done).Duty.Key, 1));

        (await Hrefs("chef.hsf")).ShouldNotContain(h => h.Contains("primarvardsforvaltningen", StringComparison.Ordinal));
        (await Hrefs("controller.hsf")).ShouldNotContain(h => h.Contains("primarvardsforvaltningen", StringComparison.Ordinal));
        (await Hrefs("regiondirektor")).ShouldContain($"/granska/{Annual}/primarvardsforvaltningen?niva=forvaltning");
    }

    private async Task<string> Tasks(string user) => (await Page(user)).Document.QuerySelector("main").Words();

    private async Task<List<string>> Hrefs(string user) =>
        [.. (await Page(user)).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!)];

    private async Task<Browser.Answer> Page(string user)
    {
        using var browser = await Browser.SignedInAs(App, user);
        var page = await browser.Open("/uppgifter");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Html);
        return page;
    }
}
