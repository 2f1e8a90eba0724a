using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.RecordOutcomes;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>Two people in the same row: the second is told, sees both, and nothing is lost.</summary>
public sealed class TwoPeopleTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const int Many = 8;
    private readonly TestApp app = demo.App;

    [Fact]
    public async Task The_second_to_save_over_an_old_draft_is_told_and_overwrites_nothing()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        var row = await app.Row("3.23", "2001");
        var seen = (DraftSaved.Kept)await app.SaveDraft(controller, row, Desk.Typed("0,9"));
        var mine = (DraftSaved.Kept)await app.SaveDraft(controller, row, Desk.Typed("0,8", comment: "kontrollerat"), token: seen.Token);

        var second = await app.SaveDraft(chef, row, Desk.Typed("5"), token: seen.Token);

        var theirs = second.ShouldBeOfType<DraftSaved.TakenByAnother>().Theirs;
        theirs.Texts.ShouldBe(Desk.Typed("0,8", comment: "kontrollerat"));
        theirs.SavedBy.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen");
        theirs.Token.ShouldBe(mine.Token!.Value);
        var kept = (await app.Draft(row)).ShouldNotBeNull();
        (kept.Texts, kept.Token).ShouldBe((Desk.Typed("0,8", comment: "kontrollerat"), mine.Token.Value));

        // Having seen the other's, one can choose one's own.
        (await app.SaveDraft(chef, row, Desk.Typed("5"), token: theirs.Token)).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("5");
    }

    [Fact]
    public async Task One_who_saw_an_empty_row_does_not_overwrite_or_throw_away_a_draft_made_since()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        var row = await app.Row("3.23", "2002");
        await app.SaveDraft(controller, row, Desk.Typed("0,9"));

        (await app.SaveDraft(chef, row, Desk.Typed("5"))).ShouldBeOfType<DraftSaved.TakenByAnother>();
        (await app.SaveDraft(chef, row, null)).ShouldBeOfType<DraftSaved.TakenByAnother>();
        (await app.SaveDraft(chef, row, null, token: Guid.NewGuid())).ShouldBeOfType<DraftSaved.TakenByAnother>();

        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("0,9");
    }

    [Fact]
    public async Task Recording_does_not_throw_away_what_another_has_typed()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        var row = await app.Row("3.23", "2003");
        await app.SaveDraft(controller, row, Desk.Typed("0,9"));

        (await app.Record(chef, row, Desk.Typed("5"))).ShouldBeOfType<RowRecorded.TypedByAnother>().Theirs.Texts.Total.ShouldBe("0,9");

        (await app.Entries(row)).ShouldBeEmpty();
        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("0,9");
    }

    [Fact]
    public async Task Recording_over_what_another_recorded_since_shows_both_and_changes_nothing()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        var row = await app.Row("3.23", "2004");
        var opened = (await app.Recorded(row, Desk.Typed("0,9"))).Row.Versions;
        (await app.Record(controller, row, Desk.Typed("1,2", "1,3", reason: "Rättat"), opened)).ShouldBeOfType<RowRecorded.Done>();
        var draft = (DraftSaved.Kept)await app.SaveDraft(chef, row, Desk.Typed("0,7", reason: "Omräknat"), opened);

        var answer = await app.Record(chef, row, Desk.Typed("0,7", reason: "Omräknat"), opened, draft.Token);

        var now = answer.ShouldBeOfType<RowRecorded.TakenByAnother>().Row;
        (now.Current(Sex.Total)!.Amount, now.Current(Sex.Women)!.Amount).ShouldBe((1.2m, 1.3m));
        now.Current(Sex.Total)!.Recorded.By.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen");
        (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("0,7", "one's own is kept until the choice is made");
        (await app.Entries(row)).Count(e => e.Sex == Sex.Total).ShouldBe(2);

        (await app.Record(chef, row, Desk.Typed("0,7", "1,3", reason: "Omräknat"), now.Versions, draft.Token)).ShouldBeOfType<RowRecorded.Done>();
        (await app.Entries(row)).Where(e => e.Sex == Sex.Total).Select(e => e.Amount).ShouldBe([0.9m, 1.2m, 0.7m]);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public async Task A_cell_beside_the_typed_one_counts_too(int total, int women, int men)
    {
        var row = await app.Row("3.23", $"2005-0{total + (2 * women) + (3 * men)}");
        await app.Recorded(row, Desk.Typed("", women == 1 ? "5" : "", men == 1 ? "5" : ""));

        // Typed over an empty row: to go on would take back a value that was never seen.
        (await app.Record(await app.As("chef.hsf"), row, Desk.Typed("0,9", reason: "Nytt"))).ShouldBeOfType<RowRecorded.TakenByAnother>();

        (await app.Entries(row)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_record_the_same_cell_at_once_exactly_one_succeeds_each_time()
    {
        var who = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => app.As(n % 2 == 0 ? "controller.hsf" : "chef.hsf")));
        var row = await app.Row("3.23", "2006");
        var over = default(RecordedVersions);
        for (var round = 1; round <= 4; round++)
        {
            var answers = await Task.WhenAll(who.Select((w, n) => Task.Run(() => app.Record(w, row, Desk.Typed($"{round}{n}", reason: "Samtidigt"), over))));

            answers.OfType<RowRecorded.Done>().Count().ShouldBe(1);
            answers.OfType<RowRecorded.TakenByAnother>().Count().ShouldBe(Many - 1);
            answers.OfType<RowRecorded.TakenByAnother>().ShouldAllBe(a => a.Row.Current(Sex.Total)!.Version == round);
            (await app.Entries(row)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, round));
            over = new(round, 0, 0);
        }
    }

    [Fact]
    public async Task Of_many_first_drafts_at_once_exactly_one_is_kept()
    {
        var who = await app.As("controller.hsf");
        var row = await app.Row("3.23", "2007");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => app.SaveDraft(who, row, Desk.Typed($"{n}")))));

        var kept = answers.OfType<DraftSaved.Kept>().ShouldHaveSingleItem();
        var stored = (await app.Draft(row)).ShouldNotBeNull();
        stored.Token.ShouldBe(kept.Token!.Value);
        answers.OfType<DraftSaved.TakenByAnother>().ShouldAllBe(a => a.Theirs.Texts == stored.Texts);
    }

    [Fact]
    public async Task Of_many_saves_of_the_same_draft_at_once_exactly_one_is_kept()
    {
        var who = await app.As("controller.hsf");
        var row = await app.Row("3.23", "2008");
        var token = ((DraftSaved.Kept)await app.SaveDraft(who, row, Desk.Typed("0,9"))).Token;

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => app.SaveDraft(who, row, Desk.Typed($"{n}"), token: token))));

        answers.OfType<DraftSaved.Kept>().ShouldHaveSingleItem().Token.ShouldBe((await app.Draft(row))!.Token);
    }

    [Fact]
    public async Task A_draft_saved_while_another_records_is_never_lost()
    {
        var (controller, chef) = (await app.As("controller.hsf"), await app.As("chef.hsf"));
        for (var month = 1; month <= 6; month++)
        {
            var row = await app.Row("3.23", $"2009-{month:00}");
            var token = ((DraftSaved.Kept)await app.SaveDraft(controller, row, Desk.Typed("0,9"))).Token;

            var recording = Task.Run(() => app.Record(controller, row, Desk.Typed("0,9"), token: token));
            var saving = Task.Run(() => app.SaveDraft(chef, row, Desk.Typed("5"), token: token));
            await Task.WhenAll(recording, saving);

            // Either the draft went first and recording gave way, or it was recorded and the text lives on as a draft over the older version.
            if (await saving is DraftSaved.Kept)
            {
                (await app.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("5");
            }
            else
            {
                (await saving).ShouldBeOfType<DraftSaved.TakenByAnother>();
            }
        }
    }
}
