using Bunit;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

/// <summary>Statuses and trends are told by a word and a shape; colour never stands alone.</summary>
public sealed class TagTests : BunitContext
{
    [Theory]
    [InlineData(OutcomeStatus.Achieved, "Uppnått")]
    [InlineData(OutcomeStatus.PartlyAchieved, "Delvis uppnått")]
    [InlineData(OutcomeStatus.NotAchieved, "Ej uppnått")]
    [InlineData(OutcomeStatus.NoTarget, "Ej målsatt")]
    [InlineData(OutcomeStatus.OutcomeMissing, "Utfall saknas")]
    public void A_status_has_its_word(OutcomeStatus status, string word) =>
        Render<StatusTag>(p => p.Add(c => c.Status, status)).Find("span").Words().ShouldBe(word);

    [Theory]
    [InlineData(GoalStatus.Achieved, "Uppnått")]
    [InlineData(GoalStatus.PartlyAchieved, "Delvis uppnått")]
    [InlineData(GoalStatus.NotAchieved, "Ej uppnått")]
    [InlineData(GoalStatus.InsufficientBasis, "Otillräckligt underlag")]
    [InlineData(GoalStatus.NotAssessed, "Ingen bedömning")]
    public void A_goals_status_has_its_word(GoalStatus status, string word) =>
        Render<GoalStatusTag>(p => p.Add(c => c.Status, status)).Find("span").Words().ShouldBe(word);

    [Fact]
    public void Every_status_has_a_word_a_shape_and_a_key_of_its_own()
    {
        var marks = Enum.GetValues<OutcomeStatus>().Select(StatusMark.Of).ToList();

        marks.Count.ShouldBe(5);
        marks.Select(m => m.Word).ShouldBeUnique();
        marks.Select(m => m.Key).ShouldBeUnique();
        marks.Select(m => (m.Stroke, m.Fill)).ShouldBeUnique();
        marks.ShouldAllBe(m => m.Word != "" && m.Stroke + m.Fill != "");
        var goals = Enum.GetValues<GoalStatus>().Select(StatusMark.Of).ToList();
        goals.Count.ShouldBe(5);
        goals.Select(m => (m.Word, m.Stroke, m.Fill)).ShouldBeUnique();
        goals.Select(m => (m.Stroke, m.Fill)).ShouldBeUnique();
    }

    [Fact]
    public void The_icon_is_drawn_and_hidden_from_screen_readers()
    {
        foreach (var status in Enum.GetValues<OutcomeStatus>())
        {
            var icon = Render<StatusTag>(p => p.Add(c => c.Status, status)).Find("svg");

            icon.GetAttribute("aria-hidden").ShouldBe("true");
            icon.QuerySelectorAll("path").Length.ShouldBeGreaterThan(0, $"{status}");
        }
    }

    [Theory]
    [InlineData(TrendDirection.Improving, "förbättras")]
    [InlineData(TrendDirection.Unchanged, "oförändrat")]
    [InlineData(TrendDirection.Worsening, "försämras")]
    [InlineData(TrendDirection.NoComparison, "ingen jämförelse")]
    public void A_trend_has_its_word(TrendDirection direction, string word) =>
        Render<TrendTag>(p => p.Add(c => c.Direction, direction)).Find("span").Words().ShouldBe(word);

    [Fact]
    public void The_arrow_shows_the_movement_and_the_word_the_judgement()
    {
        var up = Arrow(TrendDirection.Improving, 1.8m);
        var down = Arrow(TrendDirection.Worsening, -1.2m);

        up.ShouldNotBe(down);
        Arrow(TrendDirection.Worsening, 2m).ShouldBe(up, "where low is good, up is worse and the arrow still points up");
        Arrow(TrendDirection.Improving, -2m).ShouldBe(down);
        Arrow(TrendDirection.Unchanged, 0m).ShouldNotBeOneOf(up, down, null);
        Height(up!).ShouldBe("up");
        Height(down!).ShouldBe("down");
    }

    [Fact]
    public void Without_comparison_there_is_no_arrow()
    {
        Arrow(TrendDirection.NoComparison, null).ShouldBeNull();
        Arrow(TrendDirection.NoComparison, 1m).ShouldBeNull();
    }

    [Fact]
    public void The_change_and_what_it_is_against_stand_beside_the_word() =>
        Render<TrendTag>(p => p.Add(c => c.Direction, TrendDirection.Improving).Add(c => c.Delta, 1.8m).Add(c => c.Change, "+1,8").Add(c => c.Versus, "mot 2023"))
            .Find("span").Words().ShouldBe("förbättras +1,8 mot 2023");

    private static string Height(string path)
    {
        // The shaft is 'M x y X Y': from the left to the right, so the second y tells where it points.
        var numbers = System.Text.RegularExpressions.Regex.Matches(path, @"\d+(\.\d+)?").Select(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return numbers[3] < numbers[1] ? "up" : "down";
    }

    private string? Arrow(TrendDirection direction, decimal? delta) =>
        Render<TrendTag>(p => p.Add(c => c.Direction, direction).Add(c => c.Delta, delta)).FindAll("path").SingleOrDefault()?.GetAttribute("d");
}
