using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Loads the plans' budgets and published forecasts, each figure only where it is not there yet; the plans and the organisation must be.</summary>
internal sealed class EconomySeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private readonly Dictionary<string, Guid> units = [];
    private readonly Dictionary<string, BudgetPost> posts = [];

    internal async Task LoadAsync()
    {
        foreach (var unit in await db.Units.Select(u => new { u.Key, u.Id }).ToListAsync())
        {
            units[unit.Key] = unit.Id;
        }

        foreach (var post in await db.Set<BudgetPost>().Include(p => p.Definitions).Include(p => p.Amounts).ToListAsync())
        {
            posts[post.Key] = post;
        }

        foreach (var path in Directory.GetFiles(folder, "ekonomi-2*.json").Order(StringComparer.Ordinal))
        {
            await LoadBudgetAsync(path, SeedFiles.Read<BudgetFile>(path));
        }

        foreach (var path in Directory.GetFiles(folder, "ekonomi-prognoser*.json").Order(StringComparer.Ordinal))
        {
            await LoadForecastsAsync(SeedFiles.Read<ForecastFile>(path));
        }

        await db.SaveChangesAsync();
    }

    private Recording From(string source) => new(now, $"Grunddata: {source}");

    private async Task LoadBudgetAsync(string path, BudgetFile file)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Key == file.Plan) ?? throw new InvalidDataException($"{path}: there is no plan {file.Plan}.");
        foreach (var (index, seed) in file.Posts.Index())
        {
            var post = PostOf(path, seed, index + 1, plan, file.Source);
            foreach (var (year, amount) in seed.Amounts.Where(a => post.AmountOf(plan.Id, a.Key) is null))
            {
                post.Decide(plan, year, amount, seed.Source, From(file.Source));
            }
        }

        await LoadGoalAsync(plan, file);
        await LoadPrintedAsync(path, plan, file);
    }

    private BudgetPost PostOf(string path, PostSeed seed, int order, Plan plan, string source)
    {
        if (posts.TryGetValue(seed.Key, out var known))
        {
            return known;
        }

        var whole = seed.PartOf is not { } partOf ? null
            : posts.GetValueOrDefault(partOf) ?? throw new InvalidDataException($"{path}: {seed.Key} is part of {partOf}, which does not stand before it.");
        var post = new BudgetPost(seed.Key, seed.Section, order, whole);
        post.Define(new(seed.Name, Unit(path, seed.Board), Unit(path, seed.Unit), seed.Note), plan.FirstDay, From(source));
        posts[seed.Key] = post;
        db.Add(post);
        return post;
    }

    private async Task LoadGoalAsync(Plan plan, BudgetFile file)
    {
        if (file.ResultGoal is { } goal && !await db.Set<ResultGoal>().AnyAsync(g => g.PlanId == plan.Id))
        {
            db.Add(new ResultGoal(plan, goal.Percent, goal.Source, 1, From(file.Source)));
        }
    }

    private async Task LoadPrintedAsync(string path, Plan plan, BudgetFile file)
    {
        var known = (await db.Set<PrintedSum>().Where(p => p.PlanId == plan.Id).ToListAsync()).Select(p => (p.Sum, p.UnitId, p.Year)).ToHashSet();
        foreach (var seed in file.Printed ?? [])
        {
            var unit = Unit(path, seed.Unit ?? OrganizationUnit.RegionKey)!.Value;
            foreach (var (year, amount) in seed.Amounts.Where(a => known.Add((seed.Sum, unit, a.Key))))
            {
                db.Add(new PrintedSum(plan, year, seed.Sum, unit, amount, seed.Decimals, seed.Source, 1, From(file.Source)));
            }
        }
    }

    private async Task LoadForecastsAsync(ForecastFile file)
    {
        var known = (await db.Set<ResultForecast>().ToListAsync()).Select(f => (f.Year, f.Through)).ToHashSet();
        foreach (var seed in file.Forecasts)
        {
            var through = Period.Parse(seed.Through);
            if (known.Add((seed.Year, through)))
            {
                var figures = new ForecastFigures { Result = seed.Result, Budget = seed.Budget, BalanceResult = seed.BalanceResult, Decimals = seed.Decimals };
                db.Add(new ResultForecast(seed.Year, through, figures, seed.Source, seed.Note, 1, From(seed.Source)));
            }
        }
    }

    private Guid? Unit(string path, string? key) => key is null ? null
        : units.TryGetValue(key, out var id) ? id
        : throw new InvalidDataException($"{path}: there is no unit {key}.");

    private sealed record BudgetFile(string Source, string Plan, IReadOnlyList<PostSeed> Posts, GoalSeed? ResultGoal = null, IReadOnlyList<PrintedSeed>? Printed = null);

    /// <summary>A post with its amounts by year, all from the same table.</summary>
    private sealed record PostSeed(
        string Key,
        string Name,
        BudgetSection Section,
        string Source,
        IReadOnlyDictionary<int, decimal> Amounts,
        string? Board = null,
        string? Unit = null,
        string? PartOf = null,
        string? Note = null);

    private sealed record GoalSeed(decimal Percent, string Source);

    /// <summary>What the plan prints for a sum, by year; the region's where no unit is named.</summary>
    private sealed record PrintedSeed(BudgetSum Sum, string Source, IReadOnlyDictionary<int, decimal> Amounts, string? Unit = null, int Decimals = 1);

    private sealed record ForecastFile(IReadOnlyList<ForecastSeed> Forecasts);

    private sealed record ForecastSeed(
        int Year, string Through, decimal Result, string Source, decimal? Budget = null, decimal? BalanceResult = null, int Decimals = 0, string? Note = null);
}
