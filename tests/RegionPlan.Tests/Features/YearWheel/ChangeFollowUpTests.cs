using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.YearWheel;

namespace RegionPlan.Tests.Features.YearWheel;

public sealed class ChangeFollowUpTests : IAsyncLifetime
{
    private const string Interim = "2026-delarsrapport-2";
    private const string Address = $"/arshjul/{Interim}/andra";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_change_is_shown_with_its_consequences_then_saved_and_told_in_the_history()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var look = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.DecidedOn"] = "2026-11-05", ["Form.Why"] = "Fullmäktige flyttar" });
        look.Document.Section("Det här blir följderna").Rows().ShouldBe([["Beslut", "tisdag 2026-10-27", "torsdag 2026-11-05", "9 dagar senare"]]);
        look.Document.QuerySelector(".ds-alert[data-color=warning]").Words()
            .ShouldBe("Delårsrapporten beslutas 2026-11-05. Lagen ger två månader efter periodens slut, till och med 2026-10-31.");
        (await app.FollowUp(Interim)).Versions.Count.ShouldBe(1, "nothing is saved by looking");

        (await Send(browser, look, FollowUpForm.Save, [])).Location.ShouldBe($"/arshjul?ar=2026#{Interim}");

        (await app.FollowUp(Interim)).Terms.DecidedOn.ShouldBe(Given.Day("2026-11-05"));
        var log = (await app.Page("/historik?slag=FollowUp")).Rows()[0];
        log[1].ShouldBe("Uppföljning Delårsrapport T2 2026");
        string.Join(' ', log).ShouldSatisfyAllConditions(
            t => t.ShouldContain("beslut: 2026-11-05"), t => t.ShouldContain("beslut: 2026-10-27"), t => t.ShouldContain("Fullmäktige flyttar"), t => t.ShouldContain("Regiondirektör"));
    }

    [Fact]
    public async Task A_date_moved_in_the_wheel_opens_the_form_with_it_and_its_consequences()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var page = await browser.Open($"{Address}?falt=UnitDue&dag=2026-09-12");

        page.Typed("Form.UnitDue").ShouldBe("2026-09-12");
        page.Document.Section("Det här blir följderna").Rows().ShouldBe([["Enheternas sista dag", "torsdag 2026-09-10", "lördag 2026-09-12", "2 dagar senare"]]);
        page.Document.QuerySelector(".ds-alert[data-color=warning]").Words().ShouldBe("Enheternas sista dag 2026-09-12 är en lördag. Nästa vardag är måndag 2026-09-14.");
        (await app.FollowUp(Interim)).Versions.Count.ShouldBe(1);
        (await Send(browser, page, FollowUpForm.Save, new() { ["Form.Why"] = "Helg" })).Location.ShouldNotBeNull("what was shown is saved at once");
    }

    [Theory]
    [InlineData("falt=UnitDue&dag=i+morgon")]
    [InlineData("falt=Name&dag=2026-09-12")]
    public async Task A_moved_date_that_cannot_be_read_is_told_and_left_out(string query)
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var page = await browser.Open($"{Address}?{query}");

        page.Document.Notices().ShouldHaveSingleItem().ShouldStartWith("Det flyttade datumet i adressen går inte att läsa.");
        page.Typed("Form.UnitDue").ShouldBe("2026-09-10");
    }

    [Fact]
    public async Task Duties_that_would_go_to_another_follow_up_or_fall_away_are_listed()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var moved = await Send(
            browser, await browser.Open("/arshjul/2026-verksamhetsberattelse-3/andra"), FollowUpForm.Look, new() { ["Form.CollectsOutcomes"] = "ja" });
        var gone = await Send(browser, await browser.Open("/arshjul/2026-arsredovisning-1/andra"), FollowUpForm.Look, new() { ["Form.CollectsOutcomes"] = null });

        var told = moved.Document.Section("Det här blir följderna");
        told.Words().ShouldContain("Utfall för regionens mått samlas in.");
        told.QuerySelector("summary").Words().ShouldMatch("^[0-9]+ uppgifter flyttas från Årsredovisning 2026 till Verksamhetsberättelse helår 2026$");
        told.QuerySelectorAll("details li").Select(l => l.Words()).ShouldContain(l => l.StartsWith("1.1 ", StringComparison.Ordinal) && l.Contains(", helår 2026,", StringComparison.Ordinal));
        gone.Document.Section("Det här blir följderna").QuerySelector("summary").Words()
            .ShouldMatch("^[0-9]+ uppgifter faller bort ur Årsredovisning 2026 och redovisas inte i någon annan$");
        (await app.FollowUp("2026-arsredovisning-1")).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_changed_after_the_consequences_were_shown_is_shown_again_before_it_is_saved()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.DecidedOn"] = "2026-10-28", ["Form.Why"] = "Ny dag" });

        var again = await Send(browser, look, FollowUpForm.Save, new() { ["Form.DecidedOn"] = "2026-10-29" });

        again.Document.Notices().ShouldContain("Du har ändrat något sedan följderna visades. Se dem nedan och spara igen.");
        (await app.FollowUp(Interim)).Versions.Count.ShouldBe(1);
        (await Send(browser, again, FollowUpForm.Save, [])).Location.ShouldNotBeNull();
        (await app.FollowUp(Interim)).Terms.DecidedOn.ShouldBe(Given.Day("2026-10-29"));
    }

    [Theory]
    [InlineData("Form.Name", " ", "Skriv vad uppföljningen heter.")]
    [InlineData("Form.UnitDue", "", "Ange ett datum, till exempel 2027-05-10.")]
    [InlineData("Form.UnitDue", "10 september", "Ange ett datum, till exempel 2027-05-10.")]
    [InlineData("Form.DecidedOn", "snart", "Ange ett datum, till exempel 2027-05-10, eller lämna tomt.")]
    [InlineData("Form.DecidedBy", "7", "Välj vem som beslutar.")]
    [InlineData("Form.Requires", "Alla", "Välj en nivå.")]
    [InlineData("Form.Through", "", "Välj periodens sista månad.")]
    public async Task A_field_that_cannot_be_read_says_how_it_is_mended_and_keeps_what_was_typed(string field, string typed, string message)
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var answer = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { [field] = typed, ["Form.Why"] = "En <b>orsak</b>" });

        answer.ErrorAt(field).ShouldBe(message);
        answer.Typed("Form.Why").ShouldBe("En <b>orsak</b>");
        if (field is "Form.Name" or "Form.UnitDue" or "Form.DecidedOn")
        {
            answer.Typed(field).ShouldBe(typed);
        }
    }

    [Fact]
    public async Task A_change_without_a_reason_is_not_saved_and_the_consequences_stay()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.DecidedOn"] = "2026-10-28" });

        var answer = await Send(browser, look, FollowUpForm.Save, new() { ["Form.Why"] = "  " });

        answer.ErrorAt("Form.Why").ShouldBe("Skriv varför uppföljningen ändras.");
        answer.Document.Section("Det här blir följderna").Rows().Count.ShouldBe(1);
        (await app.FollowUp(Interim)).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_domains_own_rules_are_told_in_the_same_place()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);

        var answer = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.BoardDue"] = "2026-09-11" });

        answer.Errors.ShouldBe(["Nämndernas sista dag kan inte ligga före förvaltningarnas sista dag. Ändra ett av datumen."]);
        answer.Typed("Form.BoardDue").ShouldBe("2026-09-11");
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_sees_what_holds_and_loses_nothing()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.DecidedOn"] = "2026-10-28", ["Form.Why"] = "Min ändring" });
        await app.Change(Interim, t => t with { RegionDue = Given.Day("2026-09-28") }, "Den andras ändring");

        var told = await Send(browser, look, FollowUpForm.Save, []);

        told.Errors.ShouldBe([PlanFollowUps.ChangedByAnother]);
        told.Document.Section("Gäller nu").Words().ShouldSatisfyAllConditions(t => t.ShouldContain("Den andras ändring"), t => t.ShouldContain("2026-09-28"));
        (told.Typed("Form.DecidedOn"), told.Typed("Form.Why")).ShouldBe(("2026-10-28", "Min ändring"));
        (await app.FollowUp(Interim)).Versions.Count.ShouldBe(2);

        (await Send(browser, told, FollowUpForm.Save, new() { ["Form.RegionDue"] = "2026-09-28" })).Document.Notices().ShouldContain(n => n.StartsWith("Du har ändrat något", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_save_at_the_same_instant_only_one_succeeds()
    {
        var writing = app.Services.GetRequiredService<PlanFollowUps>();
        var planner = await app.As(WheelDesk.Planner);
        var followUp = await app.FollowUp(Interim);

        var all = await Task.WhenAll(Enumerable.Range(28, 3).Select(async day =>
        {
            try
            {
                await Task.Run(() => writing.ChangeAsync(planner, followUp.Id, 1, followUp.Terms with { DecidedOn = new(2026, 10, day) }, "Samtidigt"));
                return true;
            }
            catch (RuleViolation violation)
            {
                violation.Message.ShouldBe(PlanFollowUps.ChangedByAnother);
                return false;
            }
        }));

        all.Count(saved => saved).ShouldBe(1);
        (await app.FollowUp(Interim)).Versions.Select(v => v.Version).ShouldBe([1, 2], ignoreOrder: true);
    }

    [Theory]
    [InlineData("controller.hsf")]
    [InlineData("chef.hsf")]
    [InlineData("namndsekreterare.rs")]
    [InlineData("revisor")]
    [InlineData("admin")]
    [InlineData("politiker")]
    public async Task Nobody_else_may_change_a_follow_up(string user)
    {
        using var browser = await Browser.SignedInAs(app, user);
        var followUp = await app.FollowUp(Interim);

        var page = await browser.Open(Address);

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Document.QuerySelector("main form").ShouldBeNull();
        (await browser.Open("/arshjul/ny")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Open("/arshjul/lagg-upp?ar=2027")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var writing = app.Services.GetRequiredService<PlanFollowUps>();
        var someone = await app.As(user);
        await Should.ThrowAsync<AccessRefused>(() => writing.ChangeAsync(someone, followUp.Id, 1, followUp.Terms with { Name = "Annat" }, "Försök"));
        await Should.ThrowAsync<AccessRefused>(() => writing.SetUpAsync(someone, 2027));
        await Should.ThrowAsync<AccessRefused>(() => writing.AddAsync(someone, 2026, FollowUpKind.PeriodReport, followUp.Terms, null));
    }

    [Fact]
    public async Task Whoever_lost_the_right_while_typing_is_told_and_keeps_the_text()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.DecidedOn"] = "2026-10-28", ["Form.Why"] = "Min ändring" });
        await app.EndRoles(WheelDesk.Planner);

        var answer = await Send(browser, look, FollowUpForm.Save, []);

        answer.Errors.ShouldBe(["Din roll får inte ändra årshjulet. Det gör regionstaben och regiondirektören."]);
        answer.Typed("Form.Why").ShouldBe("Min ändring");
        (await app.FollowUp(Interim)).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Anonymous_visitors_are_asked_to_sign_in_and_an_unknown_follow_up_is_not_found()
    {
        (await app.Client.GetAsync(new Uri(Address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        (await browser.Open("/arshjul/2026-delarsrapport-9/andra")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Open("/arshjul/x/andra")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_approvals_are_not_changed_under_what_has_been_handed_in_but_the_dates_are()
    {
        var followUp = await app.FollowUp("2026-arsredovisning-1");
        await HandIn(followUp);
        var writing = app.Services.GetRequiredService<PlanFollowUps>();
        var planner = await app.As(WheelDesk.Planner);

        var refused = await Should.ThrowAsync<RuleViolation>(() => writing.ChangeAsync(planner, followUp.Id, 1, followUp.Terms with { Requires = ApprovalLevel.Region }, "Försök"));
        refused.Message.ShouldStartWith("Det finns redan inlämnade värden.");

        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await Send(
            browser, await browser.Open($"/arshjul/{followUp.Key}/andra"), FollowUpForm.Look, new() { ["Form.DecidedOn"] = "2027-04-27", ["Form.Why"] = "Ny dag" });
        look.Document.QuerySelectorAll(".ds-alert").Select(a => a.Words()).ShouldContain("1 enhet har redan lämnat in till uppföljningen. Det som är inlämnat ligger kvar där.");
        (await Send(browser, look, FollowUpForm.Save, [])).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task Saving_what_is_as_it_was_says_so()
    {
        using var browser = await Browser.SignedInAs(app, WheelDesk.Planner);
        var look = await Send(browser, await browser.Open(Address), FollowUpForm.Look, new() { ["Form.Why"] = "Inget" });

        look.Document.Section("Det här blir följderna").Words().ShouldContain("Inget är ändrat.");
        (await Send(browser, look, FollowUpForm.Save, [])).Errors.ShouldBe(["Inget är ändrat, så det finns inget att spara."]);
    }

    /// <summary>Sends the form; a box that is not ticked is not sent, as in a browser.</summary>
    private static Task<Browser.Answer> Send(Browser browser, Browser.Answer page, string step, Dictionary<string, string?> typed)
    {
        var sent = page.Document.QuerySelectorAll("main input[type=checkbox]:not([checked])").ToDictionary(b => b.GetAttribute("name")!, _ => (string?)null);
        foreach (var (name, text) in typed.Append(new("Form.Step", step)))
        {
            sent[name] = text;
        }

        return browser.Submit(page, "follow-up", sent);
    }

    private async Task HandIn(FollowUp followUp)
    {
        await using var db = app.Db();
        var (unit, series) = (db.Units.First(u => u.Key == "folktandvarden"), db.Measures.SelectMany(m => m.Series).First());
        var submission = new Submission(followUp.Id, unit.Id);
        submission.Submit(
            followUp,
            [new(ApprovalLevel.Administration, unit.Id)],
            [new(new(series.Id, unit.Id, RegionPlan.Domain.Outcomes.Period.OfYear(2026)), new(RegionPlan.Domain.Outcomes.OutcomeValue.Of(1)), RowNarrative.Empty)],
            new(MayEnter: true, new HashSet<ApprovalLevel>(), MayLock: false),
            new Recording(app.Clock.Now, "Controller"),
            Given.Day("2027-02-01"));
        db.Submissions.Add(submission);
        await db.SaveChangesAsync();
    }
}
