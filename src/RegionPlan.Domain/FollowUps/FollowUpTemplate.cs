using System.Globalization;

namespace RegionPlan.Domain.FollowUps;

/// <summary>One follow-up of a template: days are counted from the end of the period, so that it fits any year.</summary>
/// <param name="Kind">Which report.</param>
/// <param name="Number">1 for the first of its kind in the year.</param>
/// <param name="Name">Its name without the year.</param>
/// <param name="Month">The last month of the period.</param>
/// <param name="OpensAfter">Days from the period's last day to the first day of reporting.</param>
/// <param name="UnitAfter">Days to the units' last day.</param>
/// <param name="AdministrationAfter">Days to the förvaltningar's last day.</param>
/// <param name="BoardAfter">Days to the nämnder's last day.</param>
/// <param name="RegionAfter">Days to the region's last day.</param>
/// <param name="DecidedBy">Who decides.</param>
/// <param name="DecidedAfter">Days to the decision.</param>
public sealed record TemplatedFollowUp(
    FollowUpKind Kind,
    int Number,
    string Name,
    int Month,
    int OpensAfter,
    int UnitAfter,
    int AdministrationAfter,
    int BoardAfter,
    int RegionAfter,
    DecidingBody DecidedBy,
    int DecidedAfter);

/// <summary>Which body decides a report.</summary>
public enum DecidingBody
{
    /// <summary>Regionfullmäktige.</summary>
    Council,

    /// <summary>Regionstyrelsen.</summary>
    RegionalBoard,

    /// <summary>Each nämnd its own.</summary>
    EachBoard,
}

/// <summary>The year of the steering model (regionplan 2024-2026, bilaga 7), from which a year is set up and then changed.</summary>
public static class FollowUpTemplate
{
    /// <summary>
    /// Three periodrapporter, three uppföljningsrapporter, three verksamhetsberättelser, two delårsrapporter and the årsredovisning. The plan
    /// names the reports and who decides them; the days are proposals within the law's two months for the delårsrapport.
    /// </summary>
    public static IReadOnlyList<TemplatedFollowUp> Year { get; } =
    [
        new(FollowUpKind.PeriodReport, 1, "Periodrapport 1", 3, 1, 8, 12, 16, 19, DecidingBody.RegionalBoard, 34),
        new(FollowUpKind.ProgressReport, 1, "Uppföljningsrapport 1", 3, 1, 8, 12, 16, 19, DecidingBody.RegionalBoard, 34),
        new(FollowUpKind.ActivityReport, 1, "Verksamhetsberättelse T1", 4, 1, 10, 14, 20, 24, DecidingBody.EachBoard, 40),
        new(FollowUpKind.InterimReport, 1, "Delårsrapport T1", 4, 1, 10, 14, 20, 24, DecidingBody.RegionalBoard, 40),
        new(FollowUpKind.PeriodReport, 2, "Periodrapport 2", 6, 1, 8, 12, 16, 19, DecidingBody.RegionalBoard, 65),
        new(FollowUpKind.ProgressReport, 2, "Uppföljningsrapport 2", 6, 1, 8, 12, 16, 19, DecidingBody.RegionalBoard, 65),
        new(FollowUpKind.ActivityReport, 2, "Verksamhetsberättelse T2", 8, 1, 10, 14, 20, 25, DecidingBody.EachBoard, 40),
        new(FollowUpKind.InterimReport, 2, "Delårsrapport T2", 8, 1, 10, 14, 20, 25, DecidingBody.Council, 57),
        new(FollowUpKind.PeriodReport, 3, "Periodrapport 3", 10, 1, 8, 12, 16, 19, DecidingBody.RegionalBoard, 34),
        new(FollowUpKind.ProgressReport, 3, "Uppföljningsrapport 3", 10, 1, 8, 12, 16, 19, DecidingBody.RegionalBoard, 34),
        new(FollowUpKind.ActivityReport, 3, "Verksamhetsberättelse helår", 12, 2, 21, 28, 40, 45, DecidingBody.EachBoard, 60),
        new(FollowUpKind.AnnualReport, 1, "Årsredovisning", 12, 2, 21, 28, 40, 50, DecidingBody.Council, 110),
    ];

    /// <summary>What a follow-up of the template comes to in a year: a last day or a decision that falls on a day off is the next working day.</summary>
    /// <param name="templated">The follow-up of the template.</param>
    /// <param name="year">The year.</param>
    /// <param name="councilId">The unit whose body is regionfullmäktige: the region.</param>
    /// <param name="regionalBoardId">Regionstyrelsen; null where the organisation has none.</param>
    public static FollowUpTerms TermsOf(TemplatedFollowUp templated, int year, Guid councilId, Guid? regionalBoardId)
    {
        var through = new DateOnly(year, templated.Month, 1).AddMonths(1).AddDays(-1);
        return new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{templated.Name} {year}"),
            Through = through,
            OpensOn = through.AddDays(templated.OpensAfter),
            UnitDue = SwedishCalendar.WorkingDayFrom(through.AddDays(templated.UnitAfter)),
            AdministrationDue = SwedishCalendar.WorkingDayFrom(through.AddDays(templated.AdministrationAfter)),
            BoardDue = SwedishCalendar.WorkingDayFrom(through.AddDays(templated.BoardAfter)),
            RegionDue = SwedishCalendar.WorkingDayFrom(through.AddDays(templated.RegionAfter)),
            DecidedByUnitId = templated.DecidedBy switch
            {
                DecidingBody.Council => councilId,
                DecidingBody.RegionalBoard => regionalBoardId,
                DecidingBody.EachBoard => null,
            },
            DecidedOn = SwedishCalendar.WorkingDayFrom(through.AddDays(templated.DecidedAfter)),
            Requires = templated.Kind == FollowUpKind.ActivityReport ? ApprovalLevel.Board : ApprovalLevel.Administration,
            CollectsOutcomes = templated.Kind is FollowUpKind.ProgressReport or FollowUpKind.InterimReport or FollowUpKind.AnnualReport,
            CollectsUnitFigures = templated.Kind == FollowUpKind.ActivityReport,
            AsksForAnalysis = templated.Kind is FollowUpKind.InterimReport or FollowUpKind.AnnualReport or FollowUpKind.ActivityReport,
            AsksForForecast = templated.Kind is FollowUpKind.InterimReport or FollowUpKind.ActivityReport && templated.Month < 12,
        };
    }
}
