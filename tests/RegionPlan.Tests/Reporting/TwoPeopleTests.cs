using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Reporting;

/// <summary>Two people in the same row or the same submission: the second is told, sees both, and nothing is lost.</summary>
public sealed class TwoPeopleTests : IAsyncLifetime
{
    private const int Many = 8;
    private TestApp app = null!;
    private ReportScope scope;
    private ReportedRow row = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        scope = await app.Scope();
        row = await app.RowOf(scope, "3.23");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_second_to_save_over_an_old_draft_is_told_and_overwrites_nothing()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        var seen = (DraftSaved.Kept)await app.SaveDraft(controller, scope, row.Key, Desk.Typed("0,9"));
        var mine = (DraftSaved.Kept)await app.SaveDraft(controller, scope, row.Key, Desk.Typed("0,8", comment: "kontrollerat"), token: seen.Token);

        var theirs = (await app.SaveDraft(chef, scope, row.Key, Desk.Typed("5"), token: seen.Token)).ShouldBeOfType<DraftSaved.TakenByAnother>().Theirs;

        theirs.Texts.ShouldBe(Desk.Typed("0,8", comment: "kontrollerat"));
        theirs.SavedBy.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen");
        theirs.Token.ShouldBe(mine.Token!.Value);
        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.ShouldBe(Desk.Typed("0,8", comment: "kontrollerat"));

        // Having seen the other's, one can choose one's own.
        (await app.SaveDraft(chef, scope, row.Key, Desk.Typed("5"), token: theirs.Token)).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.Total.ShouldBe("5");
    }

    [Fact]
    public async Task One_who_saw_an_empty_row_does_not_overwrite_or_throw_away_a_draft_made_since()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        await app.SaveDraft(controller, scope, row.Key, Desk.Typed("0,9"));

        (await app.SaveDraft(chef, scope, row.Key, Desk.Typed("5"))).ShouldBeOfType<DraftSaved.TakenByAnother>();
        (await app.SaveDraft(chef, scope, row.Key, null)).ShouldBeOfType<DraftSaved.TakenByAnother>();
        (await app.SaveDraft(chef, scope, row.Key, null, token: Guid.NewGuid())).ShouldBeOfType<DraftSaved.TakenByAnother>();

        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.Total.ShouldBe("0,9");
    }

    [Fact]
    public async Task Handing_in_does_not_throw_away_what_another_has_typed()
    {
        await app.SaveDraft(await app.As("controller.hsf"), scope, row.Key, Desk.Typed("0,9"));

        var answer = await HandInAsync("chef.hsf", "5");

        answer.ShouldBeOfType<RowAnswer.TypedByAnother>().Theirs.Texts.Total.ShouldBe("0,9");
        (await VersionsAsync()).ShouldBeEmpty();
        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.Total.ShouldBe("0,9");
    }

    [Fact]
    public async Task What_is_typed_in_a_row_that_another_has_handed_in_is_kept_and_told_of()
    {
        (await HandInAsync("controller.hsf", "0,9")).ShouldBeOfType<RowAnswer.HandedIn>();

        var kept = (await app.SaveDraft(await app.As("chef.hsf"), scope, row.Key, Desk.Typed("0,7"), row.Versions)).ShouldBeOfType<DraftSaved.Kept>();
        kept.HandedIn.ShouldBe(1, "the answer tells that somebody handed in the row");
        var answer = await HandInAsync("chef.hsf", "0,7", kept.Token);

        answer.ShouldBeOfType<RowAnswer.TakenByAnother>().Row.Standing!.Row.Report.Total!.Amount.ShouldBe(0.9m);
        (await app.Draft(row.Key)).ShouldNotBeNull().Texts.Total.ShouldBe("0,7", "one's own is kept until the choice is made");
        (await VersionsAsync()).ShouldBe([0.9m]);
    }

    [Fact]
    public async Task What_was_typed_over_a_figure_that_was_recorded_since_is_not_handed_in_unseen()
    {
        await app.Recorded(await app.Row("3.23"), Desk.Typed("", "5"));

        (await HandInAsync("chef.hsf", "0,9")).ShouldBeOfType<RowAnswer.TakenByAnother>().Row.Recorded.Current(Sex.Women)!.Amount.ShouldBe(5m);

        (await VersionsAsync()).ShouldBeEmpty("to go on would take back a value that was never seen");
    }

    [Fact]
    public async Task Of_many_who_hand_in_the_same_row_at_once_exactly_one_succeeds_and_the_rest_are_told_of_the_winner()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => HandInAsync(n % 2 == 0 ? "controller.hsf" : "chef.hsf", $"0,{n + 1}"))));

        answers.OfType<RowAnswer.HandedIn>().Count().ShouldBe(1);
        var stored = (await VersionsAsync()).ShouldHaveSingleItem();
        answers.OfType<RowAnswer.TakenByAnother>().Count().ShouldBe(Many - 1);
        answers.OfType<RowAnswer.TakenByAnother>().ShouldAllBe(a => a.Row.Standing!.Row.Report.Total!.Amount == stored);
    }

    [Fact]
    public async Task Many_who_hand_in_different_rows_of_the_unit_at_once_all_succeed()
    {
        var rows = (await app.Sheet(scope)).Rows.Where(r => r.Recorded.Current(Sex.Total) is null).ToList();
        rows.Count.ShouldBeGreaterThan(5);

        var answers = await Task.WhenAll(rows.Select(r => Task.Run(async () => (await app.Submit(
            await app.As("controller.hsf"), scope, new TypedRow(r.Key.Row, Desk.Typed("1", comment: "Samtidigt", analysis: "Samtidigt"), r.Versions)))[r.Key.Row])));

        answers.ShouldAllBe(a => a is RowAnswer.HandedIn);
        await using var db = app.Db();
        (await Own(db).CountAsync()).ShouldBe(1);
        (await Own(db).SelectMany(s => s.Steps).Select(s => s.Version).OrderBy(v => v).ToListAsync()).ShouldBe(Enumerable.Range(1, rows.Count));
        (await Own(db).SelectMany(s => s.Rows).CountAsync()).ShouldBe(rows.Count);
    }

    [Fact]
    public async Task Of_many_first_drafts_at_once_exactly_one_is_kept()
    {
        var who = await app.As("controller.hsf");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => app.SaveDraft(who, scope, row.Key, Desk.Typed($"{n}")))));

        var kept = answers.OfType<DraftSaved.Kept>().ShouldHaveSingleItem();
        var stored = (await app.Draft(row.Key)).ShouldNotBeNull();
        stored.Token.ShouldBe(kept.Token!.Value);
        answers.OfType<DraftSaved.TakenByAnother>().ShouldAllBe(a => a.Theirs.Texts == stored.Texts);
    }

    [Fact]
    public async Task Of_many_saves_of_the_same_draft_at_once_exactly_one_is_kept()
    {
        var who = await app.As("controller.hsf");
        var token = ((DraftSaved.Kept)await app.SaveDraft(who, scope, row.Key, Desk.Typed("0,9"))).Token;

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => app.SaveDraft(who, scope, row.Key, Desk.Typed($"{n}"), token: token))));

        answers.OfType<DraftSaved.Kept>().ShouldHaveSingleItem().Token.ShouldBe((await app.Draft(row.Key))!.Token);
    }

    [Fact]
    public async Task A_draft_saved_while_another_hands_in_is_never_lost()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        foreach (var one in (await app.Sheet(scope)).Rows.Where(r => r.Recorded.Current(Sex.Total) is null))
        {
            var texts = Desk.Typed("1", comment: "Samtidigt", analysis: "Samtidigt");
            var token = ((DraftSaved.Kept)await app.SaveDraft(controller, scope, one.Key, texts, one.Versions)).Token;

            var handing = Task.Run(() => app.Submit(controller, scope, new TypedRow(one.Key.Row, texts, one.Versions, token)));
            var saving = Task.Run(() => app.SaveDraft(chef, scope, one.Key, Desk.Typed("5"), one.Versions, token));
            await Task.WhenAll(handing, saving);

            // Either the draft went first and handing in gave way, or the row was handed in and the text lives on as a draft over the older version.
            if (await saving is DraftSaved.Kept)
            {
                (await app.Draft(one.Key)).ShouldNotBeNull().Texts.Total.ShouldBe("5");
            }
            else
            {
                (await saving).ShouldBeOfType<DraftSaved.TakenByAnother>();
            }
        }
    }

    private async Task<RowAnswer> HandInAsync(string user, string total, Guid? token = null) => (await app.Submit(
        await app.As(user), scope, new TypedRow(row.Key.Row, Desk.Typed(total, comment: "Samtidigt", analysis: "Samtidigt"), row.Versions, token)))[row.Key.Row];

    private async Task<List<decimal>> VersionsAsync()
    {
        await using var db = app.Db();
        return [.. (await Own(db).AsNoTracking().Include(s => s.Rows).ToListAsync()).SelectMany(s => s.Rows).OrderBy(r => r.Version).Select(r => r.Report.Total!.Amount)];
    }

    private IQueryable<Submission> Own(RegionPlanDb db) => db.Submissions.Where(s => s.FollowUpId == scope.FollowUpId);
}
