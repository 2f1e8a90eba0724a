using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Tests.Domain.Scorecards;

public sealed class ScorecardCheckTests
{
    private static readonly Guid Perspective = Guid.CreateVersion7();
    private static readonly Guid Above = Guid.CreateVersion7();
    private static readonly Guid Percent = Guid.CreateVersion7();
    private static readonly Guid YesNo = Guid.CreateVersion7();
    private static readonly Guid Open = Guid.CreateVersion7();
    private static readonly Guid Floor = Guid.CreateVersion7();
    private static readonly Guid Ceiling = Guid.CreateVersion7();

    private static readonly Dictionary<Guid, MeasureTerms> Terms = new()
    {
        [Percent] = Given.Percent(),
        [YesNo] = Given.YesOrNo(),
        [Open] = Given.Percent() with { LowestPossible = null, HighestPossible = null },
        [Floor] = Given.Percent() with { HighestPossible = null },
        [Ceiling] = Given.Percent() with { LowestPossible = null, HighestPossible = 12.5m },
    };

    private static ScorecardGoal Goal => ScorecardGoal.New(Perspective, "Vård i tid", Above);

    private static ScorecardActivity Activity => ScorecardActivity.New("Utbilda") with { Owner = "Enhetschef", Due = Given.Day("2026-12-31") };

    [Fact]
    public void A_whole_styrkort_has_nothing_to_mend()
    {
        var goal = Goal.With(Activity).With(ScorecardMeasure.New(Percent) with { Target = "85,5 %" }).With(ScorecardMeasure.New(YesNo) with { Target = "ja" })
            .With(ScorecardMeasure.New(Open) with { Target = "-3" });
        Findings(goal).ShouldBeEmpty();
        Findings(Goal with { ParentGoalId = null, StandsAlone = true }).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_one_needs_a_goal() => Check(ScorecardContent.Empty).ShouldBe([new(null, "Styrkortet har inga mål. Lägg till minst ett.")]);

    [Fact]
    public void A_text_of_a_perspective_may_be_so_long()
    {
        var content = new ScorecardContent([], [Goal]);
        Check(content.WithText(Perspective, new string('å', 4000) + "\n")).ShouldBeEmpty();
        Check(content.WithText(Perspective, new('å', 4001))).ShouldBe(
            [new(Perspective, "Texten till målområdet får vara högst 4000 tecken. Korta texten.", nameof(PerspectiveText.Text))]);
    }

    [Fact]
    public void A_goal_needs_words_no_longer_than_their_place_and_a_choice_of_what_it_supports()
    {
        Told(Goal with { Name = " " }).ShouldBe([("Name", "Målet saknas. Fyll i.")]);
        Told(Goal with { Name = new('a', 301) }).ShouldBe([("Name", "Målet får vara högst 300 tecken. Korta texten.")]);
        Told(Goal with { Text = new('a', 4001) }).ShouldBe([("Text", "Målets text får vara högst 4000 tecken. Korta texten.")]);
        Told(Goal with { ParentGoalId = null }).ShouldBe([("ParentGoalId", "Välj vilket mål ovanför som målet bryter ned, eller att det inte stöder något.")]);
        Told(Goal with { ParentGoalId = Guid.NewGuid() }).ShouldBe([("ParentGoalId", "Målet ovanför finns inte längre. Välj ett annat.")]);
    }

    [Theory]
    [InlineData("åttio", "Skriv målvärdet som ett tal, till exempel 78,5.")]
    [InlineData("1e400", "Skriv målvärdet som ett tal, till exempel 78,5.")]
    [InlineData("🙂", "Skriv målvärdet som ett tal, till exempel 78,5.")]
    [InlineData("100,1", "Målvärdet ska ligga mellan 0 och 100.")]
    [InlineData("-1", "Målvärdet ska ligga mellan 0 och 100.")]
    [InlineData("0,0000001", "Målvärdet är för stort eller har fler än 6 decimaler.")]
    public void A_target_is_a_number_that_the_measure_can_have(string target, string message) =>
        Told(Goal.With(ScorecardMeasure.New(Percent) with { Target = target })).ShouldBe([("Target", message)]);

    [Fact]
    public void A_target_is_yes_or_no_where_the_measure_is_and_within_the_bounds_there_are()
    {
        Told(Goal.With(ScorecardMeasure.New(YesNo) with { Target = "3" })).ShouldBe([("Target", "Skriv målvärdet som ja eller nej.")]);
        Told(Goal.With(ScorecardMeasure.New(Floor) with { Target = "-1" })).ShouldBe([("Target", "Målvärdet ska vara lägst 0.")]);
        Told(Goal.With(ScorecardMeasure.New(Ceiling) with { Target = "12,6" })).ShouldBe([("Target", "Målvärdet ska vara högst 12,5.")]);
        Told(Goal.With(ScorecardMeasure.New(Open) with { Target = "1 000 000 000 001" })).ShouldBe([("Target", "Målvärdet är för stort eller har fler än 6 decimaler.")]);
    }

    [Fact]
    public void A_measure_is_there_once_with_a_note_that_has_room()
    {
        var twice = Goal.With(ScorecardMeasure.New(Percent)).With(ScorecardMeasure.New(Percent));
        Findings(twice).ShouldBe([new(twice.Measures[1].Id, "Måttet står redan under målet. Ta bort det ena.")]);
        Told(Goal.With(ScorecardMeasure.New(Guid.NewGuid()) with { Target = "x" })).ShouldBe([(null, "Måttet finns inte längre. Ta bort det eller välj ett annat.")]);
        Told(Goal.With(ScorecardMeasure.New(Percent) with { Note = new('a', 1001) })).ShouldBe([("Note", "Anmärkningen får vara högst 1000 tecken. Korta texten.")]);
    }

    [Fact]
    public void An_activity_needs_words_an_owner_and_a_last_day()
    {
        Told(Goal.With(ScorecardActivity.New())).ShouldBe(
            [("Name", "Aktiviteten saknas. Fyll i."), ("Owner", "Vem som ansvarar för aktiviteten saknas. Fyll i."), ("Due", "Ange när aktiviteten ska vara klar.")]);
        Told(Goal.With(Activity with { Text = new('a', 4001) })).ShouldBe([("Text", "Aktivitetens text får vara högst 4000 tecken. Korta texten.")]);
    }

    [Theory]
    [InlineData("2026-02-01", "2026-01-31", "Due", "Aktiviteten ska vara klar före den börjar. Ändra ett av datumen.")]
    [InlineData(null, "0001-01-01", "Due", "Aktivitetens datum ska ligga mellan 2000 och 2100. Kontrollera årtalet.")]
    [InlineData(null, "9999-12-31", "Due", "Aktivitetens datum ska ligga mellan 2000 och 2100. Kontrollera årtalet.")]
    [InlineData("0206-01-01", "2026-12-31", "Start", "Aktivitetens datum ska ligga mellan 2000 och 2100. Kontrollera årtalet.")]
    public void An_activitys_days_are_likely_and_in_order(string? start, string due, string field, string message) =>
        Told(Goal.With(Activity with { Start = start is null ? null : Given.Day(start), Due = Given.Day(due) })).ShouldBe([(field, message)]);

    [Fact]
    public void An_activity_may_begin_and_end_the_same_day() =>
        Told(Goal.With(Activity with { Start = Given.Day("2026-12-31") })).ShouldBeEmpty();

    private static IReadOnlyList<ScorecardFinding> Check(ScorecardContent content) => ScorecardCheck.Of(content, new HashSet<Guid> { Above }, Terms);

    private static IReadOnlyList<ScorecardFinding> Findings(ScorecardGoal goal) => Check(new([], [goal]));

    private static IEnumerable<(string? Field, string Message)> Told(ScorecardGoal goal) => Findings(goal).Select(f => (f.Field, f.Message));
}
