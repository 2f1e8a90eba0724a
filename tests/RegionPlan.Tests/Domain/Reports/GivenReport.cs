using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>A delårsrapport per 31 August 2025 with nothing to mend: a test plants its faults in it.</summary>
internal sealed class GivenReport
{
    internal const string Saved = "2025-09-20";
    private readonly Dictionary<string, CheckedSection> sections;
    private readonly Dictionary<string, RowNarrative> told = [];
    private readonly Report report;
    private readonly List<GoalReview> reviews = [];
    private readonly List<AssessingBoard> boards = [];
    private readonly List<CheckedDuty> duties = [];

    public GivenReport(FollowUpKind kind = FollowUpKind.InterimReport, int month = 8)
    {
        FollowUp = FollowUpGiven.Planned(
            FollowUpGiven.Terms(2025, month) with { DecidedOn = new DateOnly(2025, month, 24).AddMonths(1).AddDays(3) }, kind, 2);
        report = new Report(FollowUp.Id, FollowUpGiven.Region);
        Template = ReportTemplate.Of(kind, FollowUp.Terms.Through);
        sections = Template.ToDictionary(t => t.Key, t => new CheckedSection(t, report.Write(t, $"Om {t.Title}.", SectionState.Done, 0, Given.Recorded(Saved))));
        Wait = Plan.Measure("3.11", Given.Percent() with { Frequency = Frequency.Tertial });
        Plan.Target(Wait, 2025, 80).Outcome(Wait, "2024", 80.1m).Outcome(Wait, "2025-T1", 82.5m, "2025-05-10");
        Plan.Report(Wait, "2025-T2", new(OutcomeValue.Of(81.4m), OutcomeValue.Of(83.0m), OutcomeValue.Of(79.6m)), "2025-09-10");
        Today = Given.Day("2025-09-22");
        FollowUp.Lock(GivenFollowUp.Anybody, Given.Recorded(Saved), FollowUp.Terms.RegionDue, isComplete: true);
    }

    public FollowUp FollowUp { get; private set; }

    public GivenPlan Plan { get; } = Given.APlanWithMeasures();

    /// <summary>3.11, high is good, per tertial: 81,4 % (women 83,0; men 79,6) against 80 %; 82,5 tertial 1; 80,1 the year before.</summary>
    public MeasureSeries Wait { get; }

    public IReadOnlyList<SectionTemplate> Template { get; }

    public DateOnly Today { get; set; }

    public IReadOnlyList<ChecklistFinding> Findings => ReportChecklist.Of(Facts);

    public ChecklistFacts Facts
    {
        get
        {
            var plan = Assessed;
            return new()
            {
                FollowUp = FollowUp,
                Sections = [.. Template.Select(t => sections[t.Key])],
                Plan = plan,
                Series = [.. plan.Series],
                Told = plan.Series.Where(s => told.ContainsKey(s.Measure.Code)).ToDictionary(s => s.Series.Id, s => told[s.Measure.Code]),
                Boards = boards,
                Assessments = reviews,
                Duties = duties,
                Clock = StatutoryClock.Of(FollowUp, Today),
            };
        }
    }

    public AssessedPlan Assessed => Plan.Assess(2025, "2025-09-22");

    /// <summary>The findings that a section with this prose gives.</summary>
    public static IReadOnlyList<ChecklistFinding> Writing(string prose, Action<GivenReport>? and = null)
    {
        var given = new GivenReport();
        and?.Invoke(given);
        return given.Write("mal", prose).Findings;
    }

    public GivenReport Write(string key, string text, SectionState state = SectionState.Done, string on = Saved)
    {
        var section = sections[key];
        sections[key] = section with { Current = report.Write(section.Template, text, state, section.Current?.Version ?? 0, Given.Recorded(on)) };
        return this;
    }

    public GivenReport Leave(string key, string? draftBy = null, int comments = 0, bool isEmpty = false)
    {
        sections[key] = sections[key] with { Current = isEmpty ? null : sections[key].Current, DraftBy = draftBy, OpenComments = comments };
        return this;
    }

    public GivenReport Tell(string code, string? analysis, string? action)
    {
        told[code] = new() { Analysis = analysis, Action = action };
        return this;
    }

    /// <summary>A board that has assessed every goal as computed.</summary>
    public AssessingBoard Board(string name = "Kollektivtrafiknämnden", bool hasAssessed = true)
    {
        var board = new AssessingBoard(Guid.NewGuid(), name, null);
        boards.Add(board);
        foreach (var goal in hasAssessed ? Assessed.Goals : [])
        {
            Assess(board, goal, goal.Assessment.Status);
        }

        return board;
    }

    public void Assess(AssessingBoard board, AssessedGoal goal, GoalStatus computed, GoalStatus? own = null, string? why = null) => reviews.Add(new(
        FollowUp, goal.Goal.Id, board.UnitId, [], new(own, null, "Så går det.", null), computed, isHandedOver: true, Given.Recorded(Saved, why ?? "Efter låsningen")));

    /// <summary>An assessment without a motivation, written before the lock and before the figures changed.</summary>
    public void AssessBefore(AssessingBoard board, AssessedGoal goal, GoalStatus computed)
    {
        var open = FollowUpGiven.Planned(FollowUp.Terms);
        reviews.Add(new(open, goal.Goal.Id, board.UnitId, [], new(null, null, "Så går det.", null), computed, isHandedOver: true, Given.Recorded("2025-09-15")));
    }

    public GivenReport Owe(DutyStage stage, string unit = "Folktandvården", bool isForecast = false)
    {
        var duty = new Duty(FollowUp, FollowUpGiven.Series(Frequency.Tertial), Period.OfTertial(2025, 2), isForecast);
        duties.Add(new(new(duty, [], null, stage, Given.Day("2025-09-10")), unit, "3.12", "Väntetid"));
        return this;
    }

    /// <summary>The same report of a follow-up that nobody has locked.</summary>
    public GivenReport Unlocked()
    {
        FollowUp = FollowUpGiven.Planned(FollowUp.Terms, FollowUp.Kind, FollowUp.Number);
        return this;
    }
}
