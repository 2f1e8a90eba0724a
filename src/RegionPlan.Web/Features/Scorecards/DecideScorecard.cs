using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>What became of a styrkort that was to be decided.</summary>
internal abstract record ScorecardDecided
{
    private ScorecardDecided()
    {
    }

    /// <summary>Decided, and read by everyone from now on.</summary>
    internal sealed record Done(int Version) : ScorecardDecided;

    /// <summary>Something is to be mended first; the draft stays.</summary>
    internal sealed record NotYet(IReadOnlyList<ScorecardFinding> Findings) : ScorecardDecided;

    /// <summary>The draft is not the one that was read through; nothing was decided.</summary>
    internal sealed record ChangedByAnother : ScorecardDecided;
}

/// <summary>Decides a draft as the styrkort's next version, all of it or nothing.</summary>
internal sealed partial class DecideScorecard(
    IDbContextFactory<RegionPlanDb> databases,
    PermissionReader permissions,
    PlanReader plans,
    CascadeReader cascades,
    TimeProvider clock,
    ILogger<DecideScorecard> log)
{
    /// <param name="principal">Who decides.</param>
    /// <param name="key">The styrkort.</param>
    /// <param name="token">The token of the draft that was read through.</param>
    /// <param name="decision">Who decided, when and under which paragraph.</param>
    /// <param name="why">Why a decided styrkort is changed; not needed for the first version.</param>
    /// <exception cref="AccessRefused">The user may not decide the unit's styrkort.</exception>
    /// <exception cref="RuleViolation">The decision lies in the future, a later version has no motivation, or nothing is changed.</exception>
    internal async Task<ScorecardDecided> DecideAsync(
        ClaimsPrincipal principal, ScorecardKey key, Guid? token, ScorecardDecision decision, string? why)
    {
        await using var db = await databases.CreateDbContextAsync();
        var desk = await ScorecardDesk.OpenAsync(db, permissions, principal, key, Right.DecideScorecards, plans.Today);
        if (token is null && desk.Draft is null && desk.Version > 0)
        {
            throw new RuleViolation("Inget är ändrat sedan styrkortet beslutades. Ändra det som ska bli annorlunda först.");
        }

        if (desk.Draft is not { } draft || draft.Token != token || draft.OverVersion != desk.Version)
        {
            return new ScorecardDecided.ChangedByAnother();
        }

        if (decision.On > plans.Today)
        {
            throw new RuleViolation("Beslutsdagen ligger framåt i tiden. Ange dagen då beslutet fattades.");
        }

        var reading = await cascades.ReadAsync(key.Year);
        var findings = ScorecardCheck.Of(
            draft.Content, GoalsAbove.Of(reading, desk.Unit.Id).KeysFor(draft.Content), reading.Series.ToDictionary(s => s.Key, s => s.Value.Terms));
        if (findings.Count > 0)
        {
            return new ScorecardDecided.NotYet(findings);
        }

        var scorecard = desk.Scorecard ?? db.Scorecards.Add(new(desk.Unit, key.Year)).Entity;
        var version = scorecard.Decide(draft.Content, decision, desk.User.Sign(clock.GetUtcNow(), why));
        db.ScorecardDrafts.Remove(draft);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
        {
            return new ScorecardDecided.ChangedByAnother();
        }

        LogDecided(desk.User.Name, version.Version, key.Unit, key.Year, decision.By);
        return new ScorecardDecided.Done(version.Version);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} recorded version {Version} of the styrkort of {Unit} for {Year}, decided by {DecidedBy}")]
    private partial void LogDecided(string by, int version, string unit, int year, string decidedBy);
}
