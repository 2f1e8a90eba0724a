using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Approval;

/// <summary>Approving, sending back and locking: what becomes public and when, who may, and what happens where two act at once.</summary>
public sealed class ApprovalWritingTests : IAsyncLifetime
{
    private const string Controller = "controller.hsf";
    private const string Head = "chef.hsf";

    private TestApp app = null!;
    private GivenSubmission given = null!;
    private SubmittedRowKey row;
    private SubmittedRowKey second;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        given = new(app);
        var duties = await given.Percentages();
        duties.Count.ShouldBeGreaterThan(1);
        (row, second) = (duties[0], duties[1]);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_value_is_public_with_the_last_approval_and_tells_who_entered_it_and_from_which_row()
    {
        await given.Submit(Controller, Row(row, 82.5m, narrative: new() { Comment = "Preliminärt" }));
        (await given.Entries(row)).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromHours(3));

        (await given.Approve(Head, ApprovalLevel.Administration)).ShouldBe(new(1, 1));
        var entry = (await given.Entries(row)).Single();
        (entry.Amount, entry.Comment, entry.Version).ShouldBe((82.5m, "Preliminärt", 1));
        entry.Recorded.By.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen");
        entry.Recorded.At.ShouldBe(app.Clock.Now);
        entry.Recorded.UserId.ShouldBe((await app.User(Controller)).Id);
        var submission = (await given.Submission())!;
        entry.SubmittedRowId.ShouldBe(submission.Rows.Single().Id);
        entry.ReportedByUnitId.ShouldBe(submission.UnitId);
    }

    [Fact]
    public async Task Of_three_levels_only_the_last_makes_a_value_public()
    {
        var clinic = new GivenSubmission(app, Activity, Clinic);
        var owed = (await clinic.Percentages())[0];
        await clinic.Submit("controller.akut", Row(owed, 71));

        (await clinic.Approve("chef.akut", ApprovalLevel.Unit)).Rows.ShouldBe(0);
        (await clinic.Entries(owed)).ShouldBeEmpty();
        (await clinic.Approve(Head, ApprovalLevel.Administration)).Rows.ShouldBe(0);
        (await clinic.Entries(owed)).ShouldBeEmpty();
        (await clinic.Approve("namndsekreterare.rs", ApprovalLevel.Board)).ShouldBe(new(1, 1));
        (await clinic.Public(owed))!.Amount.ShouldBe(71);
    }

    [Fact]
    public async Task Others_than_the_chef_neither_approve_nor_send_back_nor_lock()
    {
        await given.Submit(Controller, Row(row, 82));

        foreach (var user in new[] { "anonym", "politiker", Controller, "controller.pvf", "chef.ftv", "chef.akut", "namndsekreterare.rs", "revisor", "admin" })
        {
            await Refused(() => given.Approve(user, ApprovalLevel.Administration));
            await Refused(() => given.Return(user, ApprovalLevel.Administration, row));
            await Refused(() => given.Lock(user: user));
        }

        (await given.Version()).ShouldBe(1);
        (await given.Entries(row)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_handed_in_after_the_approver_looked_is_not_approved_unseen()
    {
        await given.Submit(Controller, Row(row, 82));
        var seen = await given.Version();
        await given.Submit(Controller, Row(second, 61));

        (await Refused(() => given.Approve(Head, ApprovalLevel.Administration, seen))).ShouldStartWith("Något har hänt");
        (await given.Entries(row)).ShouldBeEmpty();
        (await given.Approve(Head, ApprovalLevel.Administration)).Rows.ShouldBe(2);
    }

    [Fact]
    public async Task An_approval_while_another_corrects_is_told_and_both_values_are_kept()
    {
        await Published(82);
        await given.Submit(Controller, Row(second, 61));
        var seen = await given.Version();
        await given.Submit(Controller, Row(row, 84, "Fel nämnare"));

        (await Refused(() => given.Approve(Head, ApprovalLevel.Administration, seen))).ShouldStartWith("Något har hänt");
        (await given.Public(row))!.Amount.ShouldBe(82);
        (await given.Approve(Head, ApprovalLevel.Administration)).Rows.ShouldBe(2);
        (await given.Entries(row)).Select(e => (e.Version, e.Amount, e.Recorded.Why)).ShouldBe([(1, 82, null), (2, 84, "Fel nämnare")]);
    }

    [Fact]
    public async Task A_return_while_another_approves_is_told_and_the_value_stays_public()
    {
        await given.Submit(Controller, Row(row, 82));
        var seen = await given.Version();
        await given.Approve(Head, ApprovalLevel.Administration);

        (await Refused(() => given.Return("regiondirektor", ApprovalLevel.Administration, row, seen: seen))).ShouldStartWith("Något har hänt");
        (await given.Submission())!.Steps.Count.ShouldBe(2);
        (await given.Public(row))!.Amount.ShouldBe(82);
    }

    [Fact]
    public async Task Of_two_who_press_approve_at_the_same_time_one_records_and_the_other_is_told()
    {
        await given.Submit(Controller, Row(row, 82), Row(second, 61));
        var seen = await given.Version();
        var answers = await Task.WhenAll(new[] { Head, "regiondirektor", Head, "regiondirektor" }.Select(async user =>
        {
            try
            {
                return (await given.Approve(user, ApprovalLevel.Administration, seen)).Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (RuleViolation)
            {
                return "told";
            }
        }));

        answers.Order().ShouldBe(["2", "told", "told", "told"]);
        (await given.Entries(row)).Count.ShouldBe(1);
        (await given.Version()).ShouldBe(2);
    }

    [Fact]
    public async Task A_lock_while_someone_types_asks_for_a_reason_and_goes_the_whole_way_up_again()
    {
        await Published(82);
        await given.Lock();

        (await Refused(() => given.Submit(Controller, Row(row, 84)))).ShouldBe("Uppföljningen är låst. Skriv varför värdet rättas.");
        (await Refused(() => given.Submit(Controller, Row(second, 61)))).ShouldBe("Uppföljningen är låst. Skriv varför värdet rättas.");
        await given.Submit(Controller, Row(row, 84, "Fel nämnare"));
        (await given.Public(row))!.Amount.ShouldBe(82);
        await given.Approve(Head, ApprovalLevel.Administration);
        (await given.Public(row))!.Amount.ShouldBe(84);
    }

    [Fact]
    public async Task What_waits_when_the_follow_up_is_locked_becomes_public_only_with_a_reason()
    {
        await given.Submit(Controller, Row(row, 82));
        await given.Lock();

        (await Refused(() => given.Approve(Head, ApprovalLevel.Administration))).ShouldStartWith("Uppföljningen är låst");
        await given.Approve(Head, ApprovalLevel.Administration, why: "Kom in i tid");
        (await given.Entries(row)).Single().Recorded.Why.ShouldBe("Kom in i tid");
    }

    [Fact]
    public async Task A_public_value_that_was_sent_back_is_replaced_for_the_reason_of_the_return_and_only_then()
    {
        await Published(82);
        await given.Return(Head, ApprovalLevel.Administration, row, why: "Nämnaren är förra årets");
        (await given.Public(row))!.Amount.ShouldBe(82);
        await given.Submit(Controller, Row(row, 83));
        (await given.Public(row))!.Amount.ShouldBe(82);
        await given.Approve(Head, ApprovalLevel.Administration);

        (await given.Entries(row)).Select(e => (e.Amount, e.Recorded.Why)).ShouldBe([(82, null), (83, "Nämnaren är förra årets")]);
    }

    [Fact]
    public async Task Only_the_returned_cell_may_change()
    {
        await given.Submit(Controller, Row(row, 82, women: 81, men: 83));
        await given.Return(Head, ApprovalLevel.Administration, row, Sex.Women);

        (await Refused(() => given.Submit(Controller, Row(row, 82, women: 80, men: 84)))).ShouldBe("Bara de rutor som skickades tillbaka kan ändras.");
        await given.Submit(Controller, Row(row, 82, women: 80, men: 83));
    }

    [Fact]
    public async Task A_rattelse_can_take_a_value_back()
    {
        await Published(82);
        await given.Submit(Controller, Row(row, null, "Måttet mättes inte"));
        await given.Approve(Head, ApprovalLevel.Administration);

        (await given.Public(row)).ShouldBeNull();
        (await given.Entries(row)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_analysis_without_a_figure_leaves_a_figure_from_elsewhere_as_it_is()
    {
        await Elsewhere(row, 77);
        await given.Submit(Controller, Row(row, null, narrative: new() { Analysis = "Väntetiderna har minskat", Comment = "Se analysen" }));
        (await given.Approve(Head, ApprovalLevel.Administration)).Rows.ShouldBe(1);

        (await given.Public(row))!.Amount.ShouldBe(77);
    }

    [Fact]
    public async Task An_analysis_of_what_has_no_figure_at_all_is_approved_without_one()
    {
        await given.Submit(Controller, Row(row, null, narrative: new() { Comment = "Kan inte mätas än" }));

        (await given.Approve(Head, ApprovalLevel.Administration)).ShouldBe(new(1, 0));
        (await given.Entries(row)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_figure_that_came_from_elsewhere_meanwhile_stops_the_whole_approval_which_says_which_and_what_to_do()
    {
        await given.Submit(Controller, Row(row, 82), Row(second, 61));
        await Elsewhere(row, 77);

        var message = await Refused(() => given.Approve(Head, ApprovalLevel.Administration));
        message.ShouldContain("Värdet är redan registrerat");
        message.ShouldContain("Skicka tillbaka raden");
        (await given.Version()).ShouldBe(1);
        (await given.Entries(second)).ShouldBeEmpty();
        (await given.Approve(Head, ApprovalLevel.Administration, why: "Enhetens värde är senare")).Rows.ShouldBe(2);
        (await given.Public(row))!.Amount.ShouldBe(82);
    }

    [Fact]
    public async Task A_lock_with_something_missing_needs_a_reason_and_looks_again_at_what_is_missing()
    {
        (await Refused(() => given.Lock(why: null))).ShouldStartWith("Allt är inte inlämnat");
        (await Refused(() => given.Lock(seenMissing: 0))).ShouldStartWith("Något har lämnats in");
        await given.Lock();
        (await Refused(() => given.Lock())).ShouldBe("Uppföljningen är redan låst.");
    }

    private static async Task<string> Refused(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception refused) when (refused is RuleViolation or AccessRefused)
        {
            return refused.Message;
        }

        throw new ShouldAssertException("nothing was refused");
    }

    private async Task Published(decimal total)
    {
        await given.Submit(Controller, Row(row, total));
        (await given.Approve(Head, ApprovalLevel.Administration)).Rows.ShouldBe(1);
    }

    /// <summary>A figure recorded by another way than handing in.</summary>
    private async Task Elsewhere(SubmittedRowKey key, decimal total)
    {
        var terms = (await given.Read()).Of(key)!.Terms;
        await using var db = app.Db();
        db.Outcomes.AddRange(new OutcomeRow(key.SeriesId, key.UnitId, key.Period, terms, []).Record(
            new(OutcomeValue.Of(total)), key.UnitId, new("Kolada"), new Recording(app.Clock.Now, "Kolada"), new(2026, 11, 22)));
        await db.SaveChangesAsync();
    }
}
