using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Puts example units below the real ones and makes one reorganisation, each thing only where it is not there yet.</summary>
internal sealed class DemoOrganizationSeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private readonly string path = Path.Combine(folder, "organisation.json");

    internal async Task LoadAsync()
    {
        var file = SeedFiles.Read<DemoSeedFiles.OrganizationFile>(path);
        var units = await db.Units.Include(u => u.Placements).ToDictionaryAsync(u => u.Key);
        foreach (var seed in file.Units.Where(s => !units.ContainsKey(s.Key)))
        {
            var parent = Unit(units, seed.Key, seed.Parent ?? "");
            if (parent.Kind >= seed.Kind)
            {
                DemoSeedFiles.Refuse(path, seed.Key, $"cannot stand under {parent.Key}, which is no higher.");
            }

            var unit = new OrganizationUnit(seed.Key, seed.Kind);
            unit.Place(seed.Name, parent, seed.AboutStaff, file.HoldsFrom, DemoSeedFiles.From(file.Source, now));
            units[seed.Key] = unit;
            db.Units.Add(unit);
        }

        await ReorganizeAsync(file, units);
        await db.SaveChangesAsync();
    }

    private async Task ReorganizeAsync(DemoSeedFiles.OrganizationFile file, Dictionary<string, OrganizationUnit> units)
    {
        var made = await db.Reorganizations.Include(r => r.Successions).ToListAsync();
        var ledger = new OrganizationLedger(units.Values, made);
        foreach (var merge in file.Merges)
        {
            var into = new NewUnit(merge.Name, merge.Kind, Unit(units, merge.Name, merge.Parent).Id);
            Make(new UnitChange.Merge([.. merge.Units.Select(u => Unit(units, merge.Name, u).Id)], into), merge.HoldsFrom, merge.Why);
        }

        foreach (var move in file.Moves)
        {
            Make(new UnitChange.Move(Unit(units, move.Unit, move.Unit).Id, Unit(units, move.Unit, move.Parent).Id), move.HoldsFrom, move.Why);
        }

        db.Units.AddRange(ledger.Founded);

        void Make(UnitChange change, DateOnly from, string why)
        {
            // The motivation tells one seeded change from every other; one that was made and taken back stays so.
            if (!made.Any(r => r.Kind == change.Kind && r.HoldsFrom == from && r.Recorded.Why == why))
            {
                db.Reorganizations.Add(ledger.Change(change, from, DemoSeedFiles.From(file.Source, now, why)));
            }
        }
    }

    private OrganizationUnit Unit(Dictionary<string, OrganizationUnit> units, string at, string key) =>
        DemoSeedFiles.Found(units.GetValueOrDefault(key), path, at, key);
}
