using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Loads invented outcomes and forecasts of budget posts, each only where nothing is recorded of the post through the month.</summary>
internal sealed class DemoEconomySeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private const string Pattern = "ekonomi-utfall-*.json";

    internal async Task LoadAsync()
    {
        var posts = await db.Set<BudgetPost>().Include(p => p.Definitions).ToDictionaryAsync(p => p.Key);
        var known = (await db.EconomyEntries.Select(e => new { e.PostId, e.Through }).ToListAsync()).Select(e => new AmountKey(e.PostId, e.Through)).ToHashSet();
        var staff = await db.Units.Where(u => u.Key == EconomyLoading.StaffKey).Select(u => (Guid?)u.Id).SingleOrDefaultAsync();
        foreach (var path in Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal))
        {
            var file = SeedFiles.Read<EconomyFile>(path);
            foreach (var month in file.Months)
            {
                foreach (var seed in month.Amounts)
                {
                    var post = DemoSeedFiles.Found(posts.GetValueOrDefault(seed.Post), path, month.Through, seed.Post);
                    var key = new AmountKey(post.Id, Period.Parse(month.Through));
                    if (known.Add(key))
                    {
                        var reporter = post.Definitions.Current(key.Through.End)!.UnitId ?? staff ?? throw new InvalidDataException($"{path}: there is no unit {EconomyLoading.StaffKey}.");
                        db.EconomyEntries.AddRange(new AmountRow(key, []).Record(
                            new(seed.Outcome, seed.Forecast, seed.Comment), reporter, new(file.Source, IsExample: true), DemoSeedFiles.From(file.Source, now)));
                    }
                }
            }
        }

        await db.SaveChangesAsync();
    }

    private sealed record EconomyFile(string Source, IReadOnlyList<MonthSeed> Months);

    /// <summary>What posts had come to through a month, and what their year was expected to come to then.</summary>
    private sealed record MonthSeed(string Through, IReadOnlyList<AmountSeed> Amounts);

    private sealed record AmountSeed(string Post, decimal? Outcome = null, decimal? Forecast = null, string? Comment = null);
}
