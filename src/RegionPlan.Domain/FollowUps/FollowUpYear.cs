using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Domain.FollowUps;

/// <summary>A year as it is followed up: the duties of every unit and where each stands. A pure function of what it is given.</summary>
public sealed class FollowUpYear
{
    private readonly Dictionary<(Guid FollowUpId, Guid UnitId), Submission> submissions;
    private readonly Dictionary<(Guid FollowUpId, Guid UnitId), IReadOnlyList<ApprovalStep>> chains = [];
    private readonly Dictionary<Guid, OrganizationTree> trees;
    private readonly ILookup<(Guid FollowUpId, Guid UnitId), DutyStanding> byReporter;

    /// <param name="followUps">The year's follow-ups.</param>
    /// <param name="duties">Who owes what.</param>
    /// <param name="submissions">Everything that has been handed in to the follow-ups.</param>
    /// <param name="units">All units.</param>
    /// <param name="recorded">The rows that have a recorded outcome.</param>
    /// <param name="today">The day it is looked at.</param>
    /// <param name="economy">What there is to hand in of the economy; null where the year has no budget.</param>
    public FollowUpYear(
        IReadOnlyList<FollowUp> followUps,
        IReadOnlyList<Duty> duties,
        IEnumerable<Submission> submissions,
        IReadOnlyList<OrganizationUnit> units,
        IReadOnlySet<SubmittedRowKey> recorded,
        DateOnly today,
        YearEconomy? economy = null)
    {
        FollowUps = [.. followUps.OrderBy(f => f.Terms.Through).ThenBy(f => f.Terms.RegionDue).ThenBy(f => f.Kind).ThenBy(f => f.Number)];
        Today = today;
        this.submissions = submissions.ToDictionary(s => (s.FollowUpId, s.UnitId));
        trees = followUps.ToDictionary(f => f.Id, f => TreeOf(f, units));
        Standings = [.. duties.Select(d => StandingOf(d, recorded))];
        byReporter = Standings.ToLookup(s => (s.Duty.FollowUp.Id, s.Duty.Series.ReporterId));
        Economy = economy is null ? [] : [.. StandingsOf(economy)];
    }

    /// <summary>The follow-ups in the order of the year.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; }

    public DateOnly Today { get; }

    /// <summary>Every duty of a figure with where it stands.</summary>
    public IReadOnlyList<DutyStanding> Standings { get; }

    /// <summary>The economy of every budget post that must be told to a follow-up, with where it stands.</summary>
    public IReadOnlyList<EconomyStanding> Economy { get; }

    public IEnumerable<Submission> Submissions => submissions.Values;

    /// <summary>The organisation that a follow-up belongs to: as it stood through its period.</summary>
    public static OrganizationTree TreeOf(FollowUp followUp, IEnumerable<OrganizationUnit> units) =>
        OrganizationTree.During(units, new DateOnly(followUp.Year, 1, 1), followUp.Terms.Through);

    public FollowUp? Find(string? key) => FollowUps.FirstOrDefault(f => f.Key == key);

    /// <summary>The organisation that a follow-up belongs to.</summary>
    public OrganizationTree TreeOf(FollowUp followUp) => trees[followUp.Id];

    /// <summary>What a unit has handed in to a follow-up; null where it has not.</summary>
    public Submission? SubmissionOf(FollowUp followUp, Guid unitId) => submissions.GetValueOrDefault((followUp.Id, unitId));

    /// <summary>The approvals that a unit's figures need.</summary>
    public IReadOnlyList<ApprovalStep> ChainOf(FollowUp followUp, Guid unitId)
    {
        if (!chains.TryGetValue((followUp.Id, unitId), out var chain))
        {
            chains[(followUp.Id, unitId)] = chain = ApprovalChain.Of(trees[followUp.Id], unitId, followUp.Terms.Requires);
        }

        return chain;
    }

    /// <summary>The figures that are owed to one follow-up.</summary>
    public IEnumerable<DutyStanding> Of(FollowUp followUp) => Standings.Where(s => s.Duty.FollowUp.Id == followUp.Id);

    /// <summary>Everything that is owed to one follow-up, figures and economy.</summary>
    public IEnumerable<OwedStanding> OwedTo(FollowUp followUp) => Of(followUp).Concat<OwedStanding>(Economy.Where(s => s.FollowUp.Id == followUp.Id));

    /// <summary>The duties of one unit to one follow-up.</summary>
    public IEnumerable<DutyStanding> Of(FollowUp followUp, Guid unitId) => byReporter[(followUp.Id, unitId)];

    /// <summary>The submissions that wait for an approval, each with the step it waits for, how many rows of figures and how many budget posts.</summary>
    public IEnumerable<(FollowUp FollowUp, Submission Submission, ApprovalStep Step, int Rows, int Posts)> Waiting =>
        from followUp in FollowUps
        from submission in submissions.Values
        where submission.FollowUpId == followUp.Id
        let chain = ChainOf(followUp, submission.UnitId)
        from rows in submission.Standings(chain).Concat<PartStanding>(submission.AmountStandings(chain)).Where(s => s.WaitsFor is not null).GroupBy(s => s.WaitsFor)
        select (followUp, submission, chain.First(c => c.Level == rows.Key), rows.OfType<RowStanding>().Count(), rows.OfType<AmountStanding>().Count());

    /// <summary>Whether everything that is owed to a follow-up, and everything handed in to it, is approved.</summary>
    public bool IsComplete(FollowUp followUp) =>
        OwedTo(followUp).All(s => s.Stage == DutyStage.Done)
        && submissions.Values.Where(s => s.FollowUpId == followUp.Id)
            .All(s => s.Standings(ChainOf(followUp, s.UnitId)).Concat<PartStanding>(s.AmountStandings(ChainOf(followUp, s.UnitId))).All(r => r.Stage == RowStage.Approved));

    /// <summary>The last day that a unit has to hand in: that of its level.</summary>
    public DateOnly DueOn(FollowUp followUp, Guid unitId) =>
        followUp.Terms.DueFor(trees[followUp.Id].Find(unitId) is { Unit.Kind: var kind } ? ApprovalChain.LevelOf(kind) : ApprovalLevel.Unit);

    private DutyStanding StandingOf(Duty duty, IReadOnlySet<SubmittedRowKey> recorded)
    {
        var reporter = duty.Series.ReporterId;
        var chain = ChainOf(duty.FollowUp, reporter);
        var row = SubmissionOf(duty.FollowUp, reporter)?.StandingOf(duty.Key, chain);
        var due = DueOn(duty.FollowUp, reporter);
        return new(duty, chain, row, StageOf(duty.FollowUp, row, !duty.IsForecast && recorded.Contains(duty.Key), due), due);
    }

    private IEnumerable<EconomyStanding> StandingsOf(YearEconomy economy) =>
        from followUp in EconomyDuties.Collecting(FollowUps)
        from duty in EconomyDuties.Of(followUp, economy.Budget, trees[followUp.Id], economy.StaffId)
        where duty.IsExpected
        let amount = SubmissionOf(followUp, duty.ReporterId)?.StandingOf(duty.Key, ChainOf(followUp, duty.ReporterId))
        let due = DueOn(followUp, duty.ReporterId)
        select new EconomyStanding(duty, amount, StageOf(followUp, amount, economy.HasAll(duty), due), due);

    private DutyStage StageOf(FollowUp followUp, PartStanding? handedIn, bool isRecorded, DateOnly due) => handedIn?.Stage switch
    {
        RowStage.Approved => DutyStage.Done,
        RowStage.Submitted => DutyStage.Submitted,
        RowStage.Returned => DutyStage.Returned,
        null when isRecorded => DutyStage.Done,
        null => followUp.On(Today) switch
        {
            FollowUpState.Planned => DutyStage.NotOpen,
            FollowUpState.Locked => DutyStage.Missed,
            FollowUpState.Open => Today > due ? DutyStage.Late : DutyStage.Due,
        },
    };
}
