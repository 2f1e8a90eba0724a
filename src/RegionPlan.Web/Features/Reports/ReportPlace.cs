using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports;

/// <summary>Which report, by what stands in its address.</summary>
/// <param name="FollowUp">The follow-up's key.</param>
/// <param name="Unit">The key of the nämnd, or of the region.</param>
internal readonly record struct ReportKey(string FollowUp, string Unit)
{
    internal string Path => $"/rapporter/{FollowUp}/{Unit}";
}

/// <summary>Where a report stands: its follow-up among the others, and whose it is.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="FollowUps">Every follow-up of its year and the year before.</param>
/// <param name="Unit">The nämnd, or the region.</param>
/// <param name="Units">All units.</param>
public sealed record ReportPlace(FollowUp FollowUp, IReadOnlyList<FollowUp> FollowUps, OrganizationTree.Branch Unit, IReadOnlyList<OrganizationUnit> Units)
{
    /// <summary>The organisation on the follow-up's last day.</summary>
    internal OrganizationTree Tree { get; } = FollowUpYear.TreeOf(FollowUp, Units);

    /// <summary>Its sections, in order.</summary>
    internal IReadOnlyList<SectionTemplate> Template { get; } = ReportTemplate.Of(FollowUp.Kind, FollowUp.Terms.Through, Unit.Unit.Kind == UnitKind.Board);

    /// <summary>Whose report it is: the region itself, or the nämnd.</summary>
    internal string Body => Unit.Unit.Kind == UnitKind.Region ? ReportReading.RegionName : Unit.Name;

    /// <summary>Who decides it: regionfullmäktige; the nämnd.</summary>
    internal string DecidedBy => (FollowUp.Terms.DecidedByUnitId is null ? Unit.Name : FollowUpText.DecidedBy(FollowUp.Terms.DecidedByUnitId, Tree)) is { Length: > 0 } body
        ? char.ToLower(body[0], Sv.Culture) + body[1..]
        : "";

    /// <summary>The report before: the latest one that ended earlier, of those that say how the goals go.</summary>
    internal FollowUp? Before => FollowUps
        .Where(f => f.Terms.Through < FollowUp.Terms.Through && WantedReviewReader.IsAssessed(f) && f.Kind != FollowUpKind.ActivityReport)
        .MaxBy(f => f.Terms.Through);

    /// <summary>Null where there is no such report.</summary>
    internal static async Task<ReportPlace?> FindAsync(RegionPlanDb db, ReportKey key)
    {
        if (!int.TryParse(key.FollowUp.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.Year == year || f.Year == year - 1)
            .Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        var units = await db.Units.AsNoTracking().Include(u => u.Placements).ToListAsync();
        return followUps.Find(f => f.Key == key.FollowUp) is { } followUp
            && BodiesOf(followUp, FollowUpYear.TreeOf(followUp, units)).FirstOrDefault(b => b.Unit.Key == key.Unit) is { } unit
                ? new(followUp, followUps, unit, units)
                : null;
    }

    /// <summary>The bodies that write a report to a follow-up: every nämnd with units below it, and the region where its own is wanted.</summary>
    internal static IEnumerable<OrganizationTree.Branch> BodiesOf(FollowUp followUp, OrganizationTree tree) => followUp.Kind switch
    {
        FollowUpKind.ActivityReport => WantedReviewReader.BoardsOf(tree).Where(b => b.Unit.Kind == UnitKind.Board),
        FollowUpKind.PeriodReport => WantedReviewReader.BoardsOf(tree),
        FollowUpKind.ProgressReport or FollowUpKind.InterimReport or FollowUpKind.AnnualReport => tree.Root is { } root ? [root] : [],
    };
}
