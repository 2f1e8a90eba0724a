using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.UnitMeasures;

/// <summary>How a unit stood in one year to what its styrkort wants of a measure.</summary>
/// <param name="Year">The styrkort's year.</param>
/// <param name="Goal">The goal that follows the measure.</param>
/// <param name="Wanted">The measure as the goal follows it.</param>
/// <param name="Terms">The measure's terms that hold for the year.</param>
/// <param name="Latest">The latest period of the year that the unit shows a figure for; null where it shows none.</param>
/// <param name="Assessment">The status with its reason.</param>
public sealed record UnitJudgement(int Year, string Goal, ScorecardMeasure Wanted, MeasureTerms Terms, UnitPeriod? Latest, OutcomeAssessment Assessment)
{
    /// <summary>The judgements of every year whose decided styrkort follows the measure, the newest year first.</summary>
    /// <param name="db">Where the styrkort are.</param>
    /// <param name="reading">The series and how they continue.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="history">The unit's figures as they were reported.</param>
    /// <param name="today">The day it is looked at: a year that goes on has figures to come.</param>
    internal static async Task<IReadOnlyList<UnitJudgement>> ReadAsync(
        RegionPlanDb db, CascadeReading reading, Guid seriesId, Guid unitId, IReadOnlyList<UnitPeriod> history, DateOnly today)
    {
        var scorecards = await db.Scorecards.AsNoTracking().Where(s => s.UnitId == unitId).Include(s => s.Versions).ToListAsync();
        var spans = reading.Lineage.SpansOf(seriesId).ToList();
        return
        [
            .. from scorecard in scorecards.OrderByDescending(s => s.Year)
               from goal in scorecard.Versions.Latest()?.Content.Goals ?? []
               from wanted in goal.Measures
               where IsOfSeries(wanted, scorecard.Year) && reading.Series.ContainsKey(wanted.SeriesId)
               select Of(scorecard.Year, goal.Name, wanted),
        ];

        bool IsOfSeries(ScorecardMeasure wanted, int year) =>
            wanted.SeriesId == seriesId || spans.Exists(s => s.SeriesId == reading.Lineage.RecordedOn(wanted.SeriesId) && !(year >= s.Before));

        UnitJudgement Of(int year, string goal, ScorecardMeasure wanted)
        {
            var terms = reading.Series[wanted.SeriesId].Measure.Definitions.Current(new DateOnly(year, 12, 31), null)!.Terms;
            var latest = history.LastOrDefault(h => h.Period.Year == year && h.Figure.Value is not null);
            return new(
                year,
                goal,
                wanted,
                terms,
                latest,
                FollowedStatus.Of(
                    wanted,
                    terms,
                    latest is null ? null : new(latest.Period, latest.Figure.Value!.Amount),
                    year >= today.Year ? MissingReason.NotDueYet : MissingReason.NotReported));
        }
    }

    /// <summary>Varför denna färg, with where the figure is from and who approved it.</summary>
    internal Explanation Explained(FigureApproval? approval) => Explanation.Of(Assessment.Reason, Terms, Year, Source(), Assessment.Reason is OutcomeReason.WithoutTarget ? Source() : []).With(approval);

    private IEnumerable<(string Name, string Value)> Source() => Latest is not { } at ? []
        : at.Figure is { Origin: Domain.Rollup.FigureOrigin.Own, Own: { } own } ? Explanation.SourceOf(own)
        : [("Så är det sammansatt", string.Join(". ", new[] { FigureText.Origin(at.Figure, at.Tree), FigureText.Missing(at.Figure, at.Tree) }.OfType<string>()))];
}
