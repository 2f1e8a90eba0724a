using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

public sealed class ScorecardContentTests
{
    private static readonly Guid Patient = Guid.CreateVersion7();
    private static readonly Guid Staff = Guid.CreateVersion7();

    private readonly ScorecardGoal a = ScorecardGoal.New(Patient, "A");
    private readonly ScorecardGoal b = ScorecardGoal.New(Patient, "B");
    private readonly ScorecardGoal c = ScorecardGoal.New(Patient, "C");
    private readonly ScorecardGoal other = ScorecardGoal.New(Staff, "Annat");

    private ScorecardContent Content => new([], [a, other, b, c]);

    [Fact]
    public void A_new_goal_comes_last_and_a_changed_one_keeps_its_place()
    {
        Names(Content.With(ScorecardGoal.New(Patient, "D"))).ShouldBe(["A", "Annat", "B", "C", "D"]);
        Names(Content.With(a with { Name = "Å" })).ShouldBe(["Å", "Annat", "B", "C"]);
    }

    [Theory]
    [InlineData(-1, "B", "Annat", "A", "C")]
    [InlineData(1, "A", "Annat", "C", "B")]
    [InlineData(-5, "B", "Annat", "A", "C")]
    [InlineData(5, "A", "Annat", "C", "B")]
    [InlineData(0, "A", "Annat", "B", "C")]
    public void A_goal_is_moved_among_those_of_its_perspective_only(int steps, params string[] order) => Names(Content.MoveGoal(b.Id, steps)).ShouldBe(order);

    [Fact]
    public void A_goal_that_is_not_there_is_neither_moved_nor_taken_out()
    {
        Content.MoveGoal(Guid.NewGuid(), 1).SaysTheSameAs(Content).ShouldBeTrue();
        Content.Without(Guid.NewGuid()).SaysTheSameAs(Content).ShouldBeTrue();
        Names(Content.Without(b.Id)).ShouldBe(["A", "Annat", "C"]);
    }

    [Fact]
    public void A_perspectives_text_is_put_in_place_of_the_one_before_and_an_empty_one_is_none()
    {
        var written = Content.WithText(Patient, "Först").WithText(Staff, "Vi").WithText(Patient, "Sedan");

        (written.TextOf(Patient), written.TextOf(Staff)).ShouldBe(("Sedan", "Vi"));
        written.WithText(Patient, "").WithText(Staff, "").SaysTheSameAs(Content).ShouldBeTrue();
        Content.TextOf(Patient).ShouldBe("");
    }

    [Fact]
    public void Measures_and_activities_are_added_moved_and_taken_out_each_among_their_own()
    {
        var (m1, m2) = (ScorecardMeasure.New(Guid.NewGuid()), ScorecardMeasure.New(Guid.NewGuid()));
        var (a1, a2) = (ScorecardActivity.New("Ett"), ScorecardActivity.New("Två"));
        var goal = a.With(m1).With(m2).With(a1).With(a2);

        goal.Move(m2.Id, -1).Measures.ShouldBe([m2, m1]);
        goal.Move(m2.Id, -1).Activities.ShouldBe([a1, a2]);
        goal.Move(a1.Id, 1).Activities.ShouldBe([a2, a1]);
        goal.Move(a1.Id, 9).Move(a1.Id, -9).SaysTheSameAs(goal).ShouldBeTrue();
        goal.Without(m1.Id).Without(a2.Id).ShouldSatisfyAllConditions(g => g.Measures.ShouldBe([m2]), g => g.Activities.ShouldBe([a1]));
        goal.With(m1 with { Target = "85" }).Measures[0].Target.ShouldBe("85");
    }

    [Fact]
    public void Two_contents_say_the_same_whatever_lists_they_are_kept_in_and_differ_by_any_word_or_order()
    {
        var full = Content.With(a.With(ScorecardMeasure.New(Staff)).With(ScorecardActivity.New("Göra"))).WithText(Patient, "Text").WithText(Staff, "Mer");
        var copy = new ScorecardContent([.. full.Texts.Reverse()], [.. full.Goals.Select(g => g with { Measures = [.. g.Measures], Activities = [.. g.Activities] })]);
        var goal = full.Goals[0];

        full.SaysTheSameAs(copy).ShouldBeTrue();
        ScorecardContent[] others =
        [
            full.WithText(Patient, "Text "), full.With(goal with { Name = "a" }), full.With(goal with { Text = "x" }), full.With(goal with { StandsAlone = true }),
            full.With(goal with { ParentGoalId = Staff }), full.With(goal with { PerspectiveId = Staff }), full.With(goal.With(goal.Measures[0] with { Note = "x" })),
            full.With(goal.With(goal.Activities[0] with { Owner = "x" })), full.MoveGoal(a.Id, 1), full.Without(b.Id),
        ];
        others.ShouldAllBe(o => !o.SaysTheSameAs(full) && !full.SaysTheSameAs(o));
    }

    [Fact]
    public void A_content_without_goals_and_words_is_empty()
    {
        ScorecardContent.Empty.IsEmpty.ShouldBeTrue();
        ScorecardContent.Empty.WithText(Patient, " \n").IsEmpty.ShouldBeTrue();
        ScorecardContent.Empty.WithText(Patient, "Ord").IsEmpty.ShouldBeFalse();
        Content.IsEmpty.ShouldBeFalse();
    }

    private static IEnumerable<string> Names(ScorecardContent content) => content.Goals.Select(g => g.Name);
}
