using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports;

/// <summary>A section of a report as it stands.</summary>
/// <param name="Template">What it is to be.</param>
/// <param name="Current">Its latest version; null where it is empty.</param>
/// <param name="Draft">What is being written and not saved; null where nothing is.</param>
/// <param name="OpenComments">How many comments on it nobody has dealt with.</param>
public sealed record SectionReading(SectionTemplate Template, ReportSection? Current, SectionDraft? Draft, int OpenComments = 0)
{
    /// <summary>What it says; a section that nobody has written shows what its template begins with.</summary>
    public string Text => Current?.Text ?? Template.Start;

    /// <summary>Whether live blocks fill it and nobody has written or begun to write it; only for those who write.</summary>
    public bool IsOnlyFilled => Template.IsFilled && Current is null && Draft is null;
}

/// <summary>A report in the list of a year.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Unit">The nämnd, or the region.</param>
/// <param name="UnitName">What it was called.</param>
/// <param name="Done">How many sections are done.</param>
/// <param name="Begun">How many are begun.</param>
/// <param name="All">How many there are.</param>
/// <param name="MayWrite">Whether the reader writes it.</param>
/// <param name="DecidedOn">When it was decided; null while it is being written.</param>
internal sealed record ListedReport(FollowUp FollowUp, OrganizationUnit Unit, string UnitName, int Done, int Begun, int All, bool MayWrite, DateOnly? DecidedOn);

/// <summary>The reports of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">The years that are set up.</param>
/// <param name="OthersDecided">The other years that have decided reports.</param>
/// <param name="Reports">Those that the reader may see, in the order of the year.</param>
internal sealed record ReportList(int Year, IReadOnlyList<int> Years, IReadOnlyList<int> OthersDecided, IReadOnlyList<ListedReport> Reports);

/// <summary>What the live blocks of a report show: the figures as they stand, to the follow-up's last day.</summary>
/// <param name="Plan">The plan of the year; null where there is none.</param>
/// <param name="Told">The approved analyses and åtgärder of the region's series.</param>
/// <param name="Assessments">What the boards say of the goals, by goal; only what is handed over.</param>
/// <param name="UnitNames">The units' names in the follow-up's organisation.</param>
/// <param name="Changes">What has changed since the report before.</param>
/// <param name="Since">The follow-up before, of the same kind or the year's latest; null where there is none.</param>
/// <param name="Economy">The year's economy through the follow-up's last month; null where the year has no budget.</param>
/// <param name="BoardUnits">For a nämnd the units below it, which answer for its measures; null for the region, whose are all.</param>
public sealed record ReportFigures(
    AssessedPlan? Plan,
    ApprovedRows Told,
    ILookup<Guid, GoalReview> Assessments,
    IReadOnlyDictionary<Guid, string> UnitNames,
    ReportedChanges Changes,
    FollowUp? Since,
    ReportedEconomy? Economy,
    IReadOnlySet<Guid>? BoardUnits)
{
    /// <summary>The series of a goal that the report is about.</summary>
    public IEnumerable<AssessedSeries> SeriesOf(AssessedGoal goal) => goal.Series.Where(IsAbout);

    /// <summary>The goal judged by the series that the report is about.</summary>
    public GoalAssessment ComputedOf(AssessedGoal goal) => BoardUnits is null
        ? goal.Assessment
        : GoalAssessment.Of(SeriesOf(goal).Select(s => s.Assessment.Status), Plan!.Plan.Thresholds);

    /// <summary>Whether the report is about a series.</summary>
    public bool IsAbout(AssessedSeries series) => BoardUnits is null || BoardUnits.Contains(series.MeasureTerms.ResponsibleUnitId);
}

/// <summary>A report as it stands, for somebody who may see it.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Unit">The nämnd, or the region.</param>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="Figures">What its live blocks show.</param>
/// <param name="MayWrite">Whether the reader writes it.</param>
/// <param name="MayDecide">Whether the reader records that it is decided.</param>
/// <param name="DecidedBy">Who decides it: regionfullmäktige; the nämnd.</param>
/// <param name="BoardTexts">For the region: what the nämnder write in sections of the same key in their reports of the same period.</param>
public sealed record ReportReading(
    FollowUp FollowUp,
    OrganizationTree.Branch Unit,
    IReadOnlyList<SectionReading> Sections,
    ReportFigures Figures,
    bool MayWrite,
    bool MayDecide,
    string DecidedBy,
    IReadOnlyList<BoardText> BoardTexts)
{
    /// <summary>What the region is called.</summary>
    public const string RegionName = "Region Kalmar län";

    /// <summary>Whose report it is: the body, not the unit, for the region.</summary>
    public string Body => Unit.Unit.Kind == UnitKind.Region ? RegionName : Unit.Name;

    public SectionReading? Find(string key) => Sections.FirstOrDefault(s => s.Template.Key == key);
}

/// <summary>A section that a nämnd has done in its own report of the same period.</summary>
/// <param name="Unit">The nämnd's name.</param>
/// <param name="FollowUp">The nämnd's follow-up.</param>
/// <param name="Section">The section.</param>
public sealed record BoardText(string Unit, FollowUp FollowUp, ReportSection Section);
