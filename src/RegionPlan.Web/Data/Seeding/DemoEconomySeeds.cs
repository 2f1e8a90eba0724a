using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>
/// Loads invented outcomes and forecasts of budget posts, each only where nothing is recorded of the post through the month: handed in and
/// approved, or recorded as they are.
/// </summary>
internal sealed class DemoEconomySeeds(RegionPlanDb db, string folder, DateTimeOffset now)
{
    private const string Pattern = "ekonomi-utfall-*.json";
    private readonly DateOnly today = DateOnly.FromDateTime(RegionTime.Local(now));

    private HashSet<AmountKey> known = [];
    private Dictionary<string, BudgetPost> posts = [];
    private List<OrganizationUnit> units = [];
    private List<FollowUp> collecting = [];

    internal async Task LoadAsync()
    {
        posts = await db.Set<BudgetPost>().Include(p => p.Definitions).ToDictionaryAsync(p => p.Key);
        units = await db.Units.Include(u => u.Placements).ToListAsync();
        known = (await db.EconomyEntries.Select(e => new { e.PostId, e.Through }).ToListAsync()).Select(e => new AmountKey(e.PostId, e.Through)).ToHashSet();
        collecting = (await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).ToListAsync())
            .GroupBy(f => f.Year).SelectMany(EconomyDuties.Collecting).ToList();
        foreach (var path in Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal))
        {
            var file = SeedFiles.Read<EconomyFile>(path);
            foreach (var month in file.Months)
            {
                await LoadAsync(path, file.Source, month);
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task LoadAsync(string path, string source, MonthSeed month)
    {
        var through = Period.Parse(month.Through);
        var wanted = month.Amounts.Select(a => (Seed: a, Post: DemoSeedFiles.Found(posts.GetValueOrDefault(a.Post), path, month.Through, a.Post)))
            .Where(a => known.Add(new(a.Post.Id, through)))
            .ToDictionary(a => new AmountKey(a.Post.Id, through), a => new AmountReport(a.Seed.Outcome, a.Seed.Forecast, a.Seed.Comment));
        if (month.IsHandedIn && collecting.Find(f => EconomyDuties.MonthOf(f) == through) is { } followUp && followUp.On(today) == FollowUpState.Open)
        {
            await HandInAsync(followUp, wanted, source);
        }

        foreach (var (key, report) in wanted)
        {
            var unit = posts.Values.First(p => p.Id == key.PostId).Definitions.Current(through.End)!.UnitId ?? StaffId;
            db.EconomyEntries.AddRange(new AmountRow(key, []).Record(report, unit, new(source, IsExample: true), DemoSeedFiles.From(source, now)));
        }
    }

    private Guid StaffId => (units.Find(u => u.Key == EconomyLoading.StaffKey) ?? throw new InvalidDataException($"There is no unit {EconomyLoading.StaffKey}.")).Id;

    /// <summary>Hands in what the units owe, has it approved, and takes it out of what is wanted.</summary>
    private async Task HandInAsync(FollowUp followUp, Dictionary<AmountKey, AmountReport> wanted, string source)
    {
        if (await db.BudgetOfAsync(followUp.Year) is not { } budget || await db.Submissions.AnyAsync(s => s.FollowUpId == followUp.Id))
        {
            return;
        }

        var tree = FollowUpYear.TreeOf(followUp, units);
        foreach (var unit in EconomyDuties.Of(followUp, budget, tree, StaffId).Where(d => wanted.ContainsKey(d.Key)).GroupBy(d => d.ReporterId))
        {
            var chain = ApprovalChain.Of(tree, unit.Key, followUp.Terms.Requires);
            var submission = new Submission(followUp.Id, unit.Key);
            submission.SubmitAmounts(
                followUp,
                chain,
                [.. unit.Select(d => new AmountToSubmit(d.Key, wanted[d.Key]))],
                DemoSigning.Everyone,
                DemoSigning.Controller(tree.NameOf(unit.Key) ?? "", now),
                today);
            foreach (var step in chain)
            {
                submission.Approve(
                    followUp, chain, step.Level, DemoSigning.Everyone, submission.Version, DemoSigning.Approver(step.Level, tree.NameOf(step.UnitId) ?? "", now));
            }

            db.Submissions.Add(submission);
            foreach (var amount in submission.Amounts)
            {
                db.EconomyEntries.AddRange(new AmountRow(amount.Key, []).Record(amount.Report, unit.Key, new(source, IsExample: true), amount.Recorded, amount.Id));
                wanted.Remove(amount.Key);
            }
        }
    }

    private sealed record EconomyFile(string Source, IReadOnlyList<MonthSeed> Months);

    /// <summary>What posts had come to through a month, and what their year was expected to come to then.</summary>
    private sealed record MonthSeed(string Through, IReadOnlyList<AmountSeed> Amounts, bool IsHandedIn = false);

    private sealed record AmountSeed(string Post, decimal? Outcome = null, decimal? Forecast = null, string? Comment = null);
}
