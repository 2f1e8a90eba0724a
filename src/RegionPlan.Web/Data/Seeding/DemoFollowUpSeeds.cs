using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Sets up the follow-ups of some years from the template of the steering model, once for each year.</summary>
internal sealed class DemoFollowUpSeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private const string RegionalBoardKey = "regionstyrelsen";
    private readonly string path = Path.Combine(folder, "arshjul.json");

    internal async Task LoadAsync()
    {
        var file = SeedFiles.Read<DemoSeedFiles.FollowUpFile>(path);
        var there = await db.FollowUps.IgnoreQueryFilters().Select(f => f.Year).Distinct().ToListAsync();
        var region = await db.Units.SingleAsync(u => u.Key == OrganizationUnit.RegionKey);
        var board = DemoSeedFiles.Found(await db.Units.SingleOrDefaultAsync(u => u.Key == RegionalBoardKey), path, "decidedBy", RegionalBoardKey);
        foreach (var year in file.Years.Where(y => !there.Contains(y.Year)))
        {
            foreach (var templated in FollowUpTemplate.Year.Where(t => t.Month >= year.FromMonth))
            {
                var followUp = new FollowUp(year.Year, templated.Kind, templated.Number);
                followUp.Plan(FollowUpTemplate.TermsOf(templated, year.Year, region.Id, board.Id), DemoSeedFiles.From(file.Source, now));
                db.FollowUps.Add(followUp);
            }
        }

        await db.SaveChangesAsync();
    }
}
