using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>Defines a measure of a unit's own, for its styrkort to follow.</summary>
internal sealed partial class DefineOwnMeasure(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, TimeProvider clock, ILogger<DefineOwnMeasure> log)
{
    private const int MostTries = 3;

    /// <param name="principal">Who defines it.</param>
    /// <param name="key">The styrkort it is made for; it holds from the first day of its year.</param>
    /// <param name="terms">What is measured; the unit becomes responsible for it.</param>
    /// <returns>The measure's only series, as a styrkort follows it.</returns>
    /// <exception cref="AccessRefused">The user may not write the unit's styrkort.</exception>
    /// <exception cref="Domain.RuleViolation">A term is missing or contradicts another.</exception>
    internal async Task<FollowedSeries> DefineAsync(ClaimsPrincipal principal, ScorecardKey key, MeasureTerms terms)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var desk = await ScorecardDesk.OpenAsync(db, permissions, principal, key, Right.WriteScorecards, plans.Today);
            var order = await db.Measures.Where(m => m.UnitId == desk.Unit.Id).MaxAsync(m => (int?)m.Order) ?? 0;
            var from = new DateOnly(key.Year, 1, 1);
            var recording = desk.User.Sign(clock.GetUtcNow());
            var measure = new Measure(desk.Unit, order + 1);
            var definition = measure.Define(terms with { ResponsibleUnitId = desk.Unit.Id }, from, recording);
            var series = measure.AddSeries("total", new(), from, recording);
            db.Measures.Add(measure);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException exception) when (tries < MostTries && exception.IsTakenByAnother())
            {
                continue; // Another measure of the unit got the number in the same moment.
            }

            LogDefined(desk.User.Name, measure.Code, key.Unit);
            return new(measure, definition.Terms, series, series.Definitions[0].Terms);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} defined the measure {Code} of {Unit}")]
    private partial void LogDefined(string by, string code, string unit);
}
