using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

/// <summary>What holds whoever writes what at the same time.</summary>
public sealed class ScorecardMergeLaws
{
    [Fact]
    public void Where_I_changed_nothing_the_others_content_is_had_as_it_is() => ForAll((before, _, theirs) =>
    {
        var merged = ScorecardMerge.Of(before, before, theirs);
        merged.Clashes.ShouldBeEmpty();
        merged.Content.SaysTheSameAs(theirs).ShouldBeTrue();
    });

    [Fact]
    public void Where_the_other_changed_nothing_mine_is_had_as_it_is() => ForAll((before, mine, _) =>
    {
        var merged = ScorecardMerge.Of(before, mine, before);
        merged.Clashes.ShouldBeEmpty();
        merged.Content.SaysTheSameAs(mine).ShouldBeTrue();
    });

    [Fact]
    public void Where_both_made_the_same_it_is_had_as_it_is() => ForAll((before, mine, _) =>
    {
        var merged = ScorecardMerge.Of(before, mine, mine);
        merged.Clashes.ShouldBeEmpty();
        merged.Content.SaysTheSameAs(mine).ShouldBeTrue();
    });

    [Fact]
    public void A_part_clashes_exactly_when_both_changed_it_differently() => ForAll((before, mine, theirs) =>
        ScorecardMerge.Of(before, mine, theirs).Clashes.Order().ShouldBe(
            Keys(before, mine, theirs).Where(id => !Same(id, before, mine) && !Same(id, before, theirs) && !Same(id, mine, theirs)).Order()));

    [Fact]
    public void Every_part_is_as_the_one_who_changed_it_left_it_and_no_clashing_part_is_lost() => ForAll((before, mine, theirs) =>
    {
        var merged = ScorecardMerge.Of(before, mine, theirs);
        foreach (var id in Keys(before, mine, theirs))
        {
            var (was, i, they, now) = (Part(id, before), Part(id, mine), Part(id, theirs), Part(id, merged.Content));
            var expected = merged.Clashes.Contains(id) ? (i.IsEmpty ? they : i) : was.SaysTheSameAs(i) ? they : i;
            now.SaysTheSameAs(expected).ShouldBeTrue();
        }
    });

    [Fact]
    public void The_other_way_round_only_clashes_and_the_order_come_out_otherwise() => ForAll((before, mine, theirs) =>
    {
        var (one, two) = (ScorecardMerge.Of(before, mine, theirs), ScorecardMerge.Of(before, theirs, mine));
        one.Clashes.Order().ShouldBe(two.Clashes.Order());
        Keys(one.Content, two.Content).Where(id => !Same(id, one.Content, two.Content)).ShouldBeSubsetOf(one.Clashes);
    });

    [Fact]
    public void A_goal_put_back_in_the_middle_stays_there_though_the_other_wrote_in_another()
    {
        ScorecardGoal[] goals = [.. "ABC".Select(name => ScorecardGoal.New(Edits.Perspectives[0], name.ToString()))];
        var without = new ScorecardContent([], [goals[0], goals[2]]);

        var merged = ScorecardMerge.Of(without, new([], goals), without.With(goals[2] with { Name = "C2" }));

        merged.Content.Goals.Select(g => g.Name).ShouldBe(["A", "B", "C2"]);
    }

    private static void ForAll(Action<ScorecardContent, ScorecardContent, ScorecardContent> law) => Prop.ForAll(
        Edits.TwoAtOnce, three => law(three.Before, three.Mine, three.Theirs)).QuickCheckThrowOnFailure();

    private static IEnumerable<Guid> Keys(params ScorecardContent[] contents) =>
        contents.SelectMany(c => c.Texts.Select(t => t.PerspectiveId).Concat(c.Goals.Select(g => g.Id))).Distinct();

    private static bool Same(Guid id, ScorecardContent one, ScorecardContent two) => Part(id, one).SaysTheSameAs(Part(id, two));

    private static ScorecardContent Part(Guid id, ScorecardContent whole) =>
        new([.. whole.Texts.Where(t => t.PerspectiveId == id)], [.. whole.Goals.Where(g => g.Id == id)]);
}
