using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Follow-ups and series to start from.</summary>
internal static class FollowUpGiven
{
    internal static readonly Guid Region = Guid.NewGuid();
    internal static readonly Guid Board = Guid.NewGuid();

    /// <summary>A follow-up through a month of a year, which opens the day after and asks every level for its figures the month after that.</summary>
    internal static FollowUpTerms Terms(int year = 2026, int month = 4) => new()
    {
        Name = $"Uppföljning {year}",
        Through = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1),
        OpensOn = new DateOnly(year, month, 1).AddMonths(1),
        UnitDue = new DateOnly(year, month, 10).AddMonths(1),
        AdministrationDue = new DateOnly(year, month, 14).AddMonths(1),
        BoardDue = new DateOnly(year, month, 20).AddMonths(1),
        RegionDue = new DateOnly(year, month, 24).AddMonths(1),
        CollectsOutcomes = true,
    };

    internal static FollowUp Planned(FollowUpTerms terms, FollowUpKind kind = FollowUpKind.InterimReport, int number = 1)
    {
        var followUp = new FollowUp(terms.Through.Year, kind, number);
        followUp.Plan(terms, Given.Recorded());
        return followUp;
    }

    /// <summary>The whole year as the template has it.</summary>
    internal static List<FollowUp> Template(int year) =>
        [.. FollowUpTemplate.Year.Select(t => Planned(FollowUpTemplate.TermsOf(t, year, Region, Board), t.Kind, t.Number))];

    internal static OwedSeries Series(
        Frequency frequency, bool isRegional = true, int? through = null, Target? target = null, params int[] measured) =>
        new(Guid.NewGuid(), Region, Board, isRegional, frequency, through, target, measured.ToHashSet());
}
