using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

/// <summary>What follows with to next year's styrkort, and what differs between two versions.</summary>
public sealed class ScorecardRolloverTests
{
    private static readonly Guid Above = Guid.CreateVersion7();
    private static readonly Guid Gone = Guid.CreateVersion7();
    private static readonly Guid Next = Guid.CreateVersion7();

    private readonly ScorecardActivity done = GivenScorecard.Activity("Klar", "2025-06-30");
    private readonly ScorecardActivity left = GivenScorecard.Activity("Kvar", "2024-02-29", start: "2023-12-01");
    private readonly ScorecardMeasure measure = ScorecardMeasure.New(Guid.NewGuid()) with { Target = "85", Note = "Med dispens" };

    [Fact]
    public void Goals_follow_with_under_new_keys_without_targets_and_without_what_is_done()
    {
        var goal = GivenScorecard.Goal("Vård i tid", Above, done, left).With(measure) with { Text = "Text" };
        var content = GivenScorecard.Content(goal, GivenScorecard.Goal("Utan", Gone), GivenScorecard.Goal("Ensamt", null)).WithText(goal.PerspectiveId, "Ord");

        var next = ScorecardRollover.Of(content, 1, id => id == done.Id, id => id == Above ? Next : null);

        next.TextOf(goal.PerspectiveId).ShouldBe("Ord");
        next.Goals.Select(g => (g.Name, g.ParentGoalId, g.StandsAlone)).ShouldBe([("Vård i tid", Next, false), ("Utan", null, false), ("Ensamt", null, true)]);
        next.Goals.Select(g => g.ContinuesId).ShouldBe(content.Goals.Select(g => (Guid?)g.Id));
        next.Goals.Select(g => g.Id).Intersect(content.Goals.Select(g => g.Id)).ShouldBeEmpty();
        var kept = next.Measures.ShouldHaveSingleItem();
        (kept.SeriesId, kept.Target, kept.Note, kept.Id == measure.Id).ShouldBe((measure.SeriesId, "", "", false));
        var activity = next.Activities.ShouldHaveSingleItem();
        (activity.Name, activity.Owner, activity.ContinuesId, activity.Start, activity.Due).ShouldBe(
            ("Kvar", "Verksamhetschef", left.Id, Given.Day("2024-12-01"), Given.Day("2025-02-28")));
    }

    [Fact]
    public void A_day_that_has_no_next_year_stays() =>
        ScorecardRollover.Of(GivenScorecard.Content(GivenScorecard.Goal("A", null, GivenScorecard.Activity(due: "9999-12-31"))), 1, _ => false, _ => null)
            .Activities.Single().Due.ShouldBe(Given.Day("9999-12-31"));

    [Fact]
    public void Nothing_differs_from_itself_and_everything_that_does_is_told_once() => Prop.ForAll(Edits.TwoAtOnce, three =>
    {
        var (before, after) = (three.Before, three.Mine);
        ScorecardDifference.Between(before, before).ShouldBeEmpty();
        var told = ScorecardDifference.Between(before, after);
        told.Select(d => (d.Part, d.PartId)).ShouldBeUnique();
        told.Where(d => d.Part == ScorecardPart.Goal && d.Before is null).Select(d => d.PartId).Order()
            .ShouldBe(after.Goals.Select(g => g.Id).Except(before.Goals.Select(g => g.Id)).Order());
        told.Where(d => d.Part == ScorecardPart.Goal && d.After is null).Select(d => d.PartId).Order()
            .ShouldBe(before.Goals.Select(g => g.Id).Except(after.Goals.Select(g => g.Id)).Order());
        if (told.Count == 0)
        {
            after.Goals.Select(g => g.Id).Order().ShouldBe(before.Goals.Select(g => g.Id).Order());
            after.Goals.ShouldAllBe(g => before.Goal(g.Id)!.SaysTheSameAs(g));
        }

        ScorecardDifference.Between(after, before).Select(d => (d.Part, d.PartId)).Order().ShouldBe(told.Select(d => (d.Part, d.PartId)).Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_kind_of_change_is_told_with_both_sides()
    {
        var goal = GivenScorecard.Goal("Vård i tid", Above, left).With(measure);
        var before = GivenScorecard.Content(goal).WithText(goal.PerspectiveId, "Ord");
        var after = GivenScorecard.Content(goal.With(measure with { Target = "90" }).With(left with { Owner = "Chef" }) with { Name = "Vård" }).WithText(goal.PerspectiveId, "Andra ord");

        var told = ScorecardDifference.Between(before, after);

        told.Select(d => d.Part).ShouldBe([ScorecardPart.Text, ScorecardPart.Goal, ScorecardPart.Measure, ScorecardPart.Activity]);
        told.ShouldAllBe(d => d.Before != null && d.After != null);
        ScorecardDifference.Between(before, before.WithText(goal.PerspectiveId, " ")).ShouldHaveSingleItem().After.ShouldBeNull();
    }
}
