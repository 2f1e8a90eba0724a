using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Reports.Checklist;

/// <summary>A report that is checked.</summary>
/// <param name="Findings">What there is to mend or to know; what matters most first.</param>
/// <param name="Clock">The time that the law gives; null where it gives none.</param>
/// <param name="UnitKeys">What the units are called in addresses.</param>
internal sealed record CheckedReport(IReadOnlyList<ChecklistFinding> Findings, StatutoryClock? Clock, IReadOnlyDictionary<Guid, string> UnitKeys);

/// <summary>Puts together what a report is checked against, and checks it.</summary>
internal sealed class ReportChecklistReader(FollowUpReader followUps, PlanReader plans)
{
    /// <param name="report">The report, as somebody who may see it reads it.</param>
    /// <param name="decided">The day that it was decided; null while it is not.</param>
    internal async Task<CheckedReport> ReadAsync(ReportReading report, DateOnly? decided = null)
    {
        var year = await followUps.ReadAsync(report.FollowUp.Year);
        var tree = FollowUpYear.TreeOf(report.FollowUp, year.Units);
        var clock = report.Unit.Unit.Kind == UnitKind.Region ? StatutoryClock.Of(report.FollowUp, plans.Today, decided) : null;
        var series = report.Figures.Plan?.Series.Where(report.Figures.IsAbout).ToList() ?? [];
        var facts = new ChecklistFacts
        {
            FollowUp = report.FollowUp,
            Sections = [.. report.Sections.Select(s => new CheckedSection(s.Template, s.Current, s.Draft?.SavedBy, s.OpenComments))],
            Plan = report.Figures.Plan,
            Series = series,
            Told = ToldOf(series, report.Figures.Told),
            Boards = BoardsOf(report, tree),
            Assessments = [.. report.Figures.Assessments.SelectMany(g => g)],
            Duties = [.. DutiesOf(report, year)],
            Economy = [.. EconomyOf(report, year)],
            Period = report.Figures.BoardUnits is null ? report.Figures.Economy?.Period : null,
            Published = report.Figures.Economy?.Published ?? [],
            Clock = clock,
            DayOf = at => DateOnly.FromDateTime(RegionTime.Local(at)),
        };
        return new(ReportChecklist.Of(facts), clock, year.Units.ToDictionary(u => u.Id, u => u.Key));
    }

    private static Dictionary<Guid, RowNarrative> ToldOf(IEnumerable<AssessedSeries> series, ApprovedRows told) => series
        .Where(s => s.Outcome is not null)
        .Select(s => (s.Series.Id, Told: told.ToldOf(s.Outcome!.Total?.SeriesId ?? s.Series.Id, s.Outcome.Period)?.Row.Narrative))
        .Where(s => s.Told is not null)
        .ToDictionary(s => s.Id, s => s.Told!);

    /// <summary>Those that assess the goals: in a nämnd's own report the nämnd alone.</summary>
    private static IReadOnlyList<AssessingBoard> BoardsOf(ReportReading report, OrganizationTree tree) => !WantedReviewReader.IsAssessed(report.FollowUp)
        ? []
        :
        [
            .. WantedReviewReader.BoardsOf(tree)
                .Where(b => report.Figures.BoardUnits is null || b.Unit.Id == report.Unit.Unit.Id)
                .Select(b => b.Unit.Kind == UnitKind.Region
                    ? new AssessingBoard(b.Unit.Id, "Regionen", null)
                    : new AssessingBoard(b.Unit.Id, b.Name, tree.Below(b.Unit.Id).Select(u => u.Unit.Id).Append(b.Unit.Id).ToHashSet())),
        ];

    private static IEnumerable<CheckedEconomy> EconomyOf(ReportReading report, FollowUpReading year) =>
        from standing in year.FollowUps.Economy
        where EconomyDuties.MonthOf(standing.FollowUp) == EconomyDuties.MonthOf(report.FollowUp) && report.Figures.BoardUnits?.Contains(standing.ReporterId) != false
        select new CheckedEconomy(standing, report.Figures.UnitNames.GetValueOrDefault(standing.ReporterId, "En enhet"));

    private static IEnumerable<CheckedDuty> DutiesOf(ReportReading report, FollowUpReading year) =>
        from standing in year.FollowUps.Of(report.FollowUp)
        let reporter = standing.Duty.Series.ReporterId
        where report.Figures.BoardUnits?.Contains(reporter) != false
        let about = year.Of(standing.Duty.Key)
        select new CheckedDuty(standing, report.Figures.UnitNames.GetValueOrDefault(reporter, "En enhet"), about?.Code ?? "", about?.Name ?? "");
}
