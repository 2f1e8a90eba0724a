using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ChooseFigure;

/// <summary>Records which of a unit's own and derived figure is stood by, with the reason.</summary>
internal sealed partial class ChooseUnitFigure(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, FigureQuery query, TimeProvider clock, ILogger<ChooseUnitFigure> log)
{
    private const string ChangedByAnother = "Värdena eller valet har ändrats sedan du öppnade sidan. Läs dem som de är nu och välj igen.";

    /// <param name="principal">Who chooses.</param>
    /// <param name="unitKey">The unit.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="period">The period.</param>
    /// <param name="form">The choice.</param>
    /// <exception cref="AccessRefused">The user may not write the unit's outcomes.</exception>
    /// <exception cref="RuleViolation">The two do not differ, have changed since they were read, or no reason is given.</exception>
    internal async Task ChooseAsync(ClaimsPrincipal principal, string unitKey, Guid seriesId, string period, FigureForm form)
    {
        var user = await permissions.ForWritingAsync(principal);
        var question = await query.ReadAsync(unitKey, seriesId, period) ?? throw new RuleViolation("Värdet finns inte längre. Gå tillbaka till styrkortet.");
        if (!await MayChooseAsync(user, question.Unit.Unit.Id))
        {
            throw new AccessRefused($"Du får inte välja värde för {question.Unit.Name}. Det gör enhetens controller eller chef, eller regionstaben.");
        }

        if (question is not { Figure: { Differs: true, Own: { } own, Derived: { } derived } })
        {
            throw new RuleViolation("De två värdena skiljer sig inte längre åt, så det finns inget att välja.");
        }

        if (!question.IsSeen(form))
        {
            throw new RuleViolation(ChangedByAnother);
        }

        if (form.Origin is not { } chosen)
        {
            throw new RuleViolation("Välj det egna eller det beräknade värdet.");
        }

        await using var db = await databases.CreateDbContextAsync();
        db.ValueChoices.Add(new(question.Key, question.Earlier, chosen, own, derived, user.Sign(clock.GetUtcNow(), form.Why)));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(ChangedByAnother);
        }

        LogChosen(user.Name, chosen, seriesId, unitKey, question.Period);
    }

    /// <summary>Whether the user writes the unit's outcomes, and so answers for its figure.</summary>
    internal async Task<bool> MayChooseAsync(Permissions user, Guid unitId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return user.MayWriteOutcomesOf(unitId, new OrganizationTree(await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync(), plans.Today));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} chose the {Chosen} figure of series {SeriesId} for {Unit} and {Period}")]
    private partial void LogChosen(string by, FigureOrigin chosen, Guid seriesId, string unit, Period period);
}
