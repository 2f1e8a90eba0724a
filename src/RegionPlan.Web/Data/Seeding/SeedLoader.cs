using Microsoft.EntityFrameworkCore;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Brings the database to its latest schema and loads what is missing of the seeds, once for each stable key.</summary>
internal sealed partial class SeedLoader(
    IDbContextFactory<RegionPlanDb> databases, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock, IServiceScopeFactory scopes, ILogger<SeedLoader> log)
{
    /// <summary>Migrates and seeds; safe to run at every start.</summary>
    internal async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.PrepareAsync();
        var folder = SeedFolder();
        var before = await CountAsync(db);
        await new ReferenceSeeds(db, Path.Combine(folder, "reference"), clock.GetUtcNow()).LoadAsync();
        await new EconomySeeds(db, Path.Combine(folder, "reference"), clock.GetUtcNow()).LoadAsync();
        if (configuration.GetValue("Seed:Demo", false))
        {
            await LoadDemoAsync(db, Path.Combine(folder, "demo"));
        }

        var after = await CountAsync(db);
        await using var scope = scopes.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<UserSeeds>(scope.ServiceProvider, db).LoadAsync(folder);
        LogLoaded(after.Measures - before.Measures, after.Outcomes - before.Outcomes, after.Measures, after.Outcomes);
    }

    /// <summary>Whoever a demo user stands for must be there before the user is; a styrkort needs its unit and its measures, and what is handed in comes before the lock.</summary>
    private async Task LoadDemoAsync(RegionPlanDb db, string folder)
    {
        var now = clock.GetUtcNow();
        await new DemoOrganizationSeeds(db, folder, now).LoadAsync();
        await new DemoMeasureSeeds(db, folder, now).LoadAsync();
        await new DemoScorecardSeeds(db, folder, now).LoadAsync();
        await new DemoFollowUpSeeds(db, folder, now).LoadAsync();
        await new DemoEconomySeeds(db, folder, now).LoadAsync();
        await new DemoReportingSeeds(db, folder, now, new(databases, clock)).LoadAsync();
    }

    private static async Task<(int Measures, int Outcomes)> CountAsync(RegionPlanDb db) =>
        (await db.Measures.CountAsync(), await db.Outcomes.CountAsync());

    /// <summary>The folder named in <c>Seed:Folder</c>, or the seeds published beside the application, or those of the source tree.</summary>
    private string SeedFolder()
    {
        string[] candidates =
        [
            configuration["Seed:Folder"] ?? "",
            Path.Combine(AppContext.BaseDirectory, "seeds"),
            Path.Combine(environment.ContentRootPath, "..", "..", "seeds"),
        ];
        return candidates.FirstOrDefault(c => c.Length > 0 && Directory.Exists(c))
            ?? throw new InvalidOperationException("The seeds folder was not found. Set Seed:Folder to where it is.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Seeds: {NewMeasures} measures and {NewOutcomes} outcomes loaded now; {Measures} and {Outcomes} in the database")]
    private partial void LogLoaded(int newMeasures, int newOutcomes, int measures, int outcomes);
}
