using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Sets up a year's follow-ups and changes them.</summary>
internal sealed partial class PlanFollowUps(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<PlanFollowUps> log)
{
    internal const string ChangedByAnother =
        "Någon annan har ändrat uppföljningen sedan du öppnade sidan. Det du skrev står kvar här. Läs vad som gäller nu, ändra ditt om det behövs och spara igen.";

    internal const string NotAllowed = "Din roll får inte ändra årshjulet. Det gör regionstaben och regiondirektören.";

    private const string RegionalBoardKey = "regionstyrelsen";

    /// <summary>The template's follow-ups as they would be in a year.</summary>
    internal static IReadOnlyList<(TemplatedFollowUp Templated, FollowUpTerms Terms)> Proposed(int year, IReadOnlyList<OrganizationUnit> units)
    {
        var region = units.Single(u => u.Key == OrganizationUnit.RegionKey).Id;
        var board = units.SingleOrDefault(u => u.Key == RegionalBoardKey)?.Id;
        return [.. FollowUpTemplate.Year.Select(t => (t, FollowUpTemplate.TermsOf(t, year, region, board)))];
    }

    /// <summary>Sets up a year from the template.</summary>
    /// <exception cref="AccessRefused">The user may not plan follow-ups.</exception>
    /// <exception cref="RuleViolation">The year is set up already.</exception>
    internal async Task SetUpAsync(ClaimsPrincipal principal, int year)
    {
        var signed = await SignAsync(principal, "Upplagt från mallen");
        await using var db = await databases.CreateDbContextAsync();
        var all = await AllOfAsync(db, year);
        if (all.Exists(f => f.Withdrawals.Count == 0))
        {
            throw new RuleViolation($"{year} är redan upplagt. Ändra uppföljningarna i årshjulet.");
        }

        foreach (var (templated, terms) in Proposed(year, await db.Units.AsNoTracking().ToListAsync()))
        {
            var followUp = Next(year, templated.Kind, all);
            followUp.Plan(terms, signed);
            all.Add(followUp);
            db.FollowUps.Add(followUp);
        }

        await SaveAsync(db, $"{year} är redan upplagt av någon annan. Ändra uppföljningarna i årshjulet.");
        LogSetUp(signed.By, year);
    }

    /// <summary>Adds a follow-up to a year.</summary>
    /// <exception cref="AccessRefused">The user may not plan follow-ups.</exception>
    /// <exception cref="RuleViolation">The terms contradict each other, or there are too many of the kind.</exception>
    internal async Task<FollowUp> AddAsync(ClaimsPrincipal principal, int year, FollowUpKind kind, FollowUpTerms terms, string? why)
    {
        var signed = await SignAsync(principal, why);
        await using var db = await databases.CreateDbContextAsync();
        var followUp = Next(year, kind, await AllOfAsync(db, year));
        followUp.Plan(terms, signed);
        db.FollowUps.Add(followUp);
        await SaveAsync(db, "Någon annan har lagt till en uppföljning av samma slag. Det du skrev står kvar här; spara igen.");
        LogPlanned(signed.By, followUp.Key, 1);
        return followUp;
    }

    /// <summary>A new follow-up with the number after those there are of its kind.</summary>
    internal static FollowUp Next(int year, FollowUpKind kind, IEnumerable<FollowUp> all) =>
        new(year, kind, all.Where(f => f.Kind == kind).Select(f => f.Number).DefaultIfEmpty().Max() + 1);

    /// <summary>Changes a follow-up.</summary>
    /// <exception cref="AccessRefused">The user may not plan follow-ups.</exception>
    /// <exception cref="RuleViolation">
    /// Another changed it first, it is locked, the terms contradict each other, or what has been handed in would need other approvals.
    /// </exception>
    internal async Task ChangeAsync(ClaimsPrincipal principal, Guid id, int seen, FollowUpTerms terms, string? why)
    {
        var signed = await SignAsync(principal, why);
        await using var db = await databases.CreateDbContextAsync();
        var followUp = await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).SingleOrDefaultAsync(f => f.Id == id)
            ?? throw new RuleViolation("Uppföljningen finns inte. Gå tillbaka till årshjulet.");
        if (followUp.Versions.Latest()!.Version != seen)
        {
            throw new RuleViolation(ChangedByAnother);
        }

        if (terms == followUp.Terms)
        {
            throw new RuleViolation("Inget är ändrat, så det finns inget att spara.");
        }

        // What was handed in is approved by a chain that follows from these two; another chain would leave approved rows unpublished.
        if ((terms.Requires != followUp.Terms.Requires || terms.Through != followUp.Terms.Through) && await db.Submissions.AnyAsync(s => s.FollowUpId == id && s.Steps.Any()))
        {
            throw new RuleViolation("Det finns redan inlämnade värden. Perioden och nivån som ska godkänna kan därför inte ändras. Ändra tillbaka dem och spara resten.");
        }

        if (terms.Through != followUp.Terms.Through && await db.Reports.AnyAsync(r => r.FollowUpId == id && r.Decisions.Any()))
        {
            throw new RuleViolation("Det finns en beslutad rapport för perioden. Den kan därför inte ändras. Ändra tillbaka den och spara resten.");
        }

        var version = followUp.Plan(terms, signed);
        await SaveAsync(db, ChangedByAnother);
        LogPlanned(signed.By, followUp.Key, version.Version);
    }

    /// <summary>A year's follow-ups, those taken out of it among them: their addresses are not given to others.</summary>
    private static Task<List<FollowUp>> AllOfAsync(RegionPlanDb db, int year) =>
        db.FollowUps.IgnoreQueryFilters().AsNoTracking().Where(f => f.Year == year).Include(f => f.Withdrawals).ToListAsync();

    private static async Task SaveAsync(RegionPlanDb db, string taken)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            throw new RuleViolation(taken);
        }
    }

    private async Task<Recording> SignAsync(ClaimsPrincipal principal, string? why)
    {
        var user = await permissions.ForWritingAsync(principal);
        return user.Has(Right.PlanFollowUps)
            ? user.Sign(clock.GetUtcNow(), why)
            : throw new AccessRefused(NotAllowed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} set up the follow-ups of {Year}")]
    private partial void LogSetUp(string by, int year);

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} planned {FollowUp}, version {Version}")]
    private partial void LogPlanned(string by, string followUp, int version);
}
