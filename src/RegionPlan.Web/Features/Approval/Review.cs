using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.Approval;

/// <summary>A submission as it is looked at before it is approved.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Unit">The unit that reports.</param>
/// <param name="UnitName">Its name in the follow-up's organisation.</param>
/// <param name="Submission">What it has handed in; null where it has handed in nothing.</param>
/// <param name="Chain">The approvals that are needed.</param>
/// <param name="Actor">What the reader may do with it.</param>
/// <param name="Goals">The handed-in rows by the goal that they measure.</param>
/// <param name="Tree">The follow-up's organisation.</param>
/// <param name="NotHandedIn">How many rows the unit owes but has not handed in.</param>
public sealed record Review(
    FollowUp FollowUp,
    OrganizationUnit Unit,
    string UnitName,
    Submission? Submission,
    IReadOnlyList<ApprovalStep> Chain,
    SubmissionActor Actor,
    IReadOnlyList<(string Goal, IReadOnlyList<ReviewedRow> Rows)> Goals,
    OrganizationTree Tree,
    int NotHandedIn)
{
    /// <summary>The unit's economy as it was handed in.</summary>
    public IReadOnlyList<ReviewedAmount> Amounts { get; init; } = [];

    /// <summary>Whether anything was handed in.</summary>
    public bool HasAny => Rows.Any() || Amounts.Count > 0;

    /// <summary>How everything that was handed in stands.</summary>
    public IEnumerable<PartStanding> Standings => Rows.Select(r => r.Standing).Concat<PartStanding>(Amounts.Select(a => a.Standing));

    public IEnumerable<ReviewedRow> Rows => Goals.SelectMany(g => g.Rows);

    public bool IsLocked => FollowUp.Locked is not null;

    /// <summary>How many rows wait at a level.</summary>
    public int WaitingAt(ApprovalLevel level) => Standings.Count(s => s.WaitsFor == level);

    /// <summary>The levels that the reader may act at, those where something waits first.</summary>
    public IReadOnlyList<ApprovalLevel> Levels =>
        [.. Chain.Select(s => s.Level).Where(Actor.MayApprove.Contains).OrderBy(l => WaitingAt(l) == 0).ThenBy(l => l)];

    /// <summary>Whether what waits at a level was handed in before the lock, so that approving it needs a reason.</summary>
    public bool NeedsReasonAt(ApprovalLevel level) => IsLocked && Standings.Any(s => s.WaitsFor == level && !s.Part.IsCorrection);

    public ReviewedRow? RowOf(SubmittedRowKey key) => Rows.FirstOrDefault(r => r.Standing.Row.Key == key);
}

/// <summary>The amounts of one budget post that were handed in.</summary>
/// <param name="Standing">Where they stand.</param>
/// <param name="Name">The post.</param>
/// <param name="Budget">The year's budget; null where there is none.</param>
/// <param name="Public">What is public now, but for what was invented for demonstration.</param>
/// <param name="OutcomeBefore">The outcome through the same month a year before; null where it is not known.</param>
/// <param name="IsExampleBefore">Whether that outcome is invented for demonstration.</param>
public sealed record ReviewedAmount(AmountStanding Standing, string Name, decimal? Budget, AmountReport Public, decimal? OutcomeBefore, bool IsExampleBefore)
{
    public SubmittedAmount Row => Standing.Row;

    /// <summary>The helårsprognos less the budget.</summary>
    public decimal? Deviation => Row.Forecast - Budget;
}

/// <summary>One handed-in row.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Name">The measure's code and name.</param>
/// <param name="About">The unit that it is about; null where that is the reporting unit or the region.</param>
/// <param name="Href">The measure's page; null where it has none.</param>
/// <param name="Terms">The measure's terms.</param>
/// <param name="Target">The year's målvärde; null where nothing is known of one.</param>
/// <param name="Status">The status as it would be; null where there is no figure.</param>
/// <param name="Cells">The three figures.</param>
/// <param name="Findings">What is striking about it.</param>
public sealed record ReviewedRow(
    RowStanding Standing,
    string Name,
    string? About,
    string? Href,
    MeasureTerms Terms,
    Target? Target,
    OutcomeStatus? Status,
    IReadOnlyList<ReviewedCell> Cells,
    IReadOnlyList<string> Findings)
{
    public SubmittedRow Row => Standing.Row;
}

/// <summary>One figure of a row.</summary>
/// <param name="Sex">Which.</param>
/// <param name="Value">What was handed in; null where it is empty.</param>
/// <param name="Public">What is public now; null where nothing is, or only what was invented for demonstration.</param>
/// <param name="Before">What the period before had; null where it had nothing.</param>
public sealed record ReviewedCell(Sex Sex, OutcomeValue? Value, OutcomeValue? Public, PeriodValue? Before)
{
    /// <summary>What was handed in less what the period before had.</summary>
    public decimal? Change => Value is { } value && Before is { } before ? value.Amount - before.Amount : null;
}
