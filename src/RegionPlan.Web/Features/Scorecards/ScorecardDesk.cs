using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>Which styrkort: of a unit, by its key in addresses, for a year.</summary>
public sealed record ScorecardKey(string Unit, int Year);

/// <summary>What every write of a styrkort begins with: the styrkort as it is in the database now, and that the user has the right that is needed.</summary>
internal sealed class ScorecardDesk
{
    private ScorecardDesk(Permissions user, OrganizationUnit unit, Scorecard? scorecard, ScorecardDraft? draft)
    {
        User = user;
        Unit = unit;
        Scorecard = scorecard;
        Draft = draft;
    }

    internal Permissions User { get; }

    internal OrganizationUnit Unit { get; }

    /// <summary>The styrkort with its decided versions; null before the first decision.</summary>
    internal Scorecard? Scorecard { get; }

    internal ScorecardDraft? Draft { get; }

    internal int Version => Scorecard?.Versions.Select(v => v.Version).DefaultIfEmpty().Max() ?? 0;

    /// <exception cref="AccessRefused">The user is not signed in or does not have the right for the unit.</exception>
    /// <exception cref="RuleViolation">There is no such unit, it does not stand in the year, or the year cannot be planned for.</exception>
    internal static async Task<ScorecardDesk> OpenAsync(
        RegionPlanDb db, PermissionReader permissions, ClaimsPrincipal principal, ScorecardKey key, Right right, DateOnly today)
    {
        var user = await permissions.ForWritingAsync(principal);
        Domain.Scorecards.Scorecard.CheckYear(key.Year);
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        var unit = units.Find(u => u.Key == key.Unit) ?? throw new RuleViolation("Enheten finns inte. Gå tillbaka till listan över styrkort.");
        var tree = new OrganizationTree(units, today);
        if (!user.Has(right, unit.Id, tree))
        {
            throw new AccessRefused(Refusal(right, tree.NameOf(unit.Id)));
        }

        if (CascadeReader.TreeOf(units, key.Year, today).Find(unit.Id) is null)
        {
            throw new RuleViolation($"{tree.NameOf(unit.Id)} finns inte {key.Year}. Välj ett annat år.");
        }

        // The draft first: one that a decision took away is then never seen together with the version from before it.
        var draft = await db.ScorecardDrafts.SingleOrDefaultAsync(d => d.UnitId == unit.Id && d.Year == key.Year);
        return new(
            user,
            unit,
            await db.Scorecards.Include(s => s.Versions).SingleOrDefaultAsync(s => s.UnitId == unit.Id && s.Year == key.Year),
            draft);
    }

    private static string Refusal(Right right, string? unit) => right == Right.DecideScorecards
        ? $"Du får inte besluta styrkort för {unit}. Det gör enhetens chef eller nämndens sekreterare. Utkastet är sparat."
        : $"Du får inte ändra styrkort för {unit}. Det gör enhetens controller eller chef.";
}
