using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Domain.Scorecards;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>What holds for undo and redo whatever is done.</summary>
public sealed class EditStepsLaws
{
    private static readonly Guid Perspective = Edits.Perspectives[0];

    [Fact]
    public void Undo_all_the_way_gives_the_beginning_and_redo_all_the_way_the_end() => ForAll((before, mine, _) =>
    {
        var steps = Steps(before, mine);
        var end = steps.Content;
        while (steps.CanUndo)
        {
            steps.Undo();
        }

        steps.Content.ShouldBeSameAs(before);
        while (steps.CanRedo)
        {
            steps.Redo();
        }

        steps.Content.ShouldBeSameAs(end);
    });

    [Fact]
    public void Redo_gives_back_what_undo_took_and_a_new_step_leaves_nothing_to_redo() => ForAll((before, mine, _) =>
    {
        var steps = Steps(before, mine);
        var end = steps.Content;
        steps.Undo();
        steps.Redo();
        steps.Content.ShouldBeSameAs(end);

        steps.Undo();
        steps.Do(steps.Content.With(ScorecardGoal.New(Perspective, "Helt nytt")));
        steps.CanRedo.ShouldBeFalse();
    });

    [Fact]
    public void After_anothers_changes_are_put_in_undo_takes_back_ones_own_only() => ForAll((before, mine, theirs) =>
    {
        var steps = Steps(before, mine);
        var (own, other) = (steps.Content, before.After(theirs));
        steps.Rebase(c => ScorecardMerge.Of(before, c, other).Content);
        steps.Content.SaysTheSameAs(ScorecardMerge.Of(before, own, other).Content).ShouldBeTrue();
        while (steps.CanUndo)
        {
            steps.Undo();
        }

        steps.Content.SaysTheSameAs(other).ShouldBeTrue();
    });

    [Fact]
    public void Key_presses_in_one_field_make_one_step_and_another_field_or_an_undo_begins_a_new()
    {
        var goal = ScorecardGoal.New(Perspective);
        var steps = new EditSteps(ScorecardContent.Empty.With(goal));
        foreach (var text in new[] { "V", "Vå", "Vår", "Vård" })
        {
            steps.Do(steps.Content.With(goal with { Name = text }), "namn");
        }

        steps.Do(steps.Content.With(goal with { Name = "Vård", Text = "M" }), "text");
        steps.Undo();
        Name(steps).ShouldBe("Vård");
        steps.Do(steps.Content.With(goal with { Name = "Vårda" }), "namn");
        steps.Undo();
        Name(steps).ShouldBe("Vård");
        steps.Undo();
        Name(steps).ShouldBe("");
        steps.CanUndo.ShouldBeFalse();
    }

    [Fact]
    public void What_changes_nothing_is_no_step_and_keeps_what_can_be_redone()
    {
        var steps = new EditSteps(ScorecardContent.Empty);
        steps.Do(ScorecardContent.Empty.WithText(Perspective, "Ord"));
        steps.Undo();
        steps.Do(new([], []));
        (steps.CanUndo, steps.CanRedo).ShouldBe((false, true));
    }

    [Fact]
    public void The_latest_two_hundred_steps_can_be_undone()
    {
        var steps = new EditSteps(ScorecardContent.Empty);
        for (var i = 1; i <= 250; i++)
        {
            steps.Do(ScorecardContent.Empty.WithText(Perspective, $"{i}"));
        }

        var undone = 0;
        for (; steps.CanUndo; undone++)
        {
            steps.Undo();
        }

        (undone, steps.Content.TextOf(Perspective)).ShouldBe((200, "50"));
    }

    private static void ForAll(Action<ScorecardContent, Edit[], Edit[]> law) => Prop.ForAll(
        (from before in Edits.AContent from mine in Edits.Some from theirs in Edits.Some select (before, mine, theirs)).ToArbitrary(),
        three => law(three.before, three.mine, three.theirs)).QuickCheckThrowOnFailure();

    private static EditSteps Steps(ScorecardContent before, Edit[] edits)
    {
        var steps = new EditSteps(before);
        foreach (var edit in edits)
        {
            steps.Do(edit.Do(steps.Content));
        }

        return steps;
    }

    private static string Name(EditSteps steps) => steps.Content.Goals[0].Name;
}
