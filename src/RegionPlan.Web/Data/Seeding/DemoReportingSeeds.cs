using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>
/// Lets a past year be reported as it would have been: invented målvärden where the plan has none, what the units hand in and the förvaltningar
/// approve, the boards' assessments, and the lock. All of it is marked as an example, and none of it takes the place of anything recorded.
/// </summary>
internal sealed class DemoReportingSeeds(RegionPlanDb db, string folder, DateTimeOffset now, PlanReader plans)
{
    private const string Mark = "Exempel: ";

    private readonly string path = Path.Combine(folder, "rapportering-2025.json");
    private readonly DateOnly today = DateOnly.FromDateTime(RegionTime.Local(now));

    private List<Measure> measures = [];
    private List<OrganizationUnit> units = [];

    internal async Task LoadAsync()
    {
        var file = SeedFiles.Read<DemoSeedFiles.ReportingFile>(path);
        units = await db.Units.Include(u => u.Placements).ToListAsync();
        measures = await db.Measures.Where(m => db.Plans.Any(p => p.Key == file.Plan && p.Id == m.PlanId))
            .Include(m => m.Definitions).Include(m => m.Series).ThenInclude(s => s.Targets).ToListAsync();
        SetTargets(file);
        await db.SaveChangesAsync();
        var followUps = await db.FollowUps.Where(f => f.Year == file.Year).Include(f => f.Versions).Include(f => f.Locks).ToListAsync();
        foreach (var seed in file.FollowUps)
        {
            if (followUps.Find(f => f.Key == seed.Key) is { } followUp && followUp.On(today) == FollowUpState.Open && followUp.Terms.RegionDue < today)
            {
                await ReportAsync(seed, followUp, file.Source);
            }
        }
    }

    private void SetTargets(DemoSeedFiles.ReportingFile file)
    {
        foreach (var seed in file.Targets)
        {
            var (_, series) = SeriesOf(seed.Measure, seed.Series);
            if (!series.Targets.Any(t => t.Term == TargetTerm.ShortTerm && t.Slot == file.Year))
            {
                series.SetShortTerm(file.Year, new Target.Value(seed.Value), file.HoldsFrom, DemoSeedFiles.From(file.Source, now), isExample: true);
            }
        }
    }

    /// <summary>Leaves a follow-up that somebody has handed in figures to as it is; the economy may be there.</summary>
    private async Task ReportAsync(DemoSeedFiles.ReportedFollowUpSeed seed, FollowUp followUp, string source)
    {
        var submissions = await db.Submissions.Where(s => s.FollowUpId == followUp.Id).Include(s => s.Rows).Include(s => s.Amounts).Include(s => s.Steps).ToListAsync();
        if (submissions.Exists(s => s.Rows.Count > 0))
        {
            return;
        }

        await HandInAsync(seed, followUp, source, submissions);
        await db.SaveChangesAsync();
        await ReviewAsync(seed, followUp);
        followUp.Lock(DemoSigning.Everyone, Approver(ApprovalLevel.Region, "", Mark + seed.LockedWhy), today, isComplete: false);
        await db.SaveChangesAsync();
    }

    private async Task HandInAsync(DemoSeedFiles.ReportedFollowUpSeed seed, FollowUp followUp, string source, List<Submission> submissions)
    {
        var region = units.Single(u => u.Key == OrganizationUnit.RegionKey);
        var tree = FollowUpYear.TreeOf(followUp, units);
        var known = (await db.Outcomes.Where(o => o.UnitId == region.Id && o.Period == followUp.OwnPeriod).Select(o => o.SeriesId).ToListAsync()).ToHashSet();
        var rows = (seed.Rows ?? []).Select(r => (Seed: r, At: SeriesOf(r.Measure, r.Series))).Where(r => !known.Contains(r.At.Series.Id))
            .Select(r => (r.Seed, r.At.Series, TermsOf(r.At.Measure, followUp).ResponsibleUnitId, Terms: TermsOf(r.At.Measure, followUp)));
        foreach (var unit in rows.GroupBy(r => r.ResponsibleUnitId))
        {
            var name = tree.NameOf(unit.Key) ?? "";
            var chain = ApprovalChain.Of(tree, unit.Key, followUp.Terms.Requires);
            var submission = submissions.Find(s => s.UnitId == unit.Key);
            if (submission is null)
            {
                submission = new(followUp.Id, unit.Key);
                db.Submissions.Add(submission);
            }

            submission.Submit(
                followUp, chain, [.. unit.Select(r => RowOf(r.Seed, new(r.Series.Id, region.Id, followUp.OwnPeriod)))], DemoSigning.Everyone, DemoSigning.Controller(name, now), today);
            var terms = unit.ToDictionary(r => r.Series.Id, r => r.Terms);
            foreach (var row in chain.SelectMany(step => submission.Approve(
                followUp, chain, step.Level, DemoSigning.Everyone, submission.Version, Approver(step.Level, tree.NameOf(step.UnitId) ?? ""))))
            {
                db.Outcomes.AddRange(new OutcomeRow(row.SeriesId, row.UnitId, row.Period, terms[row.SeriesId], [])
                    .Record(row.Report, unit.Key, new(source, IsExample: true), row.Recorded, today, row.Id));
            }
        }
    }

    private async Task ReviewAsync(DemoSeedFiles.ReportedFollowUpSeed seed, FollowUp followUp)
    {
        if (seed.Reviews is not { Count: > 0 } reviews || (await plans.ReadAsync(new(Year: followUp.Year, Through: followUp.Terms.Through))).Plan is not { } plan)
        {
            return;
        }

        var tree = FollowUpYear.TreeOf(followUp, units);
        foreach (var review in reviews)
        {
            var at = $"{review.Unit} {review.Goal}";
            var unit = DemoSeedFiles.Found(units.Find(u => u.Key == review.Unit), path, at, review.Unit);
            var board = DemoSeedFiles.Found(tree.Find(unit.Id), path, at, $"{review.Unit} in the period");
            var goal = DemoSeedFiles.Found(plan.Goals.FirstOrDefault(g => g.Goal.Order == review.Goal), path, at, $"goal {review.Goal}");
            var terms = new ReviewTerms(review.Status, review.Forecast, Marked(review.Analysis), Marked(review.Actions));
            var by = Approver(ApprovalChain.LevelOf(unit.Kind), board.Name, Marked(review.Why));
            db.GoalReviews.Add(new(followUp, goal.Goal.Id, unit.Id, [], terms, WantedReviewReader.ComputedOf(goal, board, tree, plan).Status, isHandedOver: true, by));
        }
    }

    private static RowToSubmit RowOf(DemoSeedFiles.ReportedRowSeed seed, SubmittedRowKey key)
    {
        var comment = Marked(seed.Comment);
        return new(key, new(ValueOf(seed.Value), ValueOf(seed.Women), ValueOf(seed.Men), comment), new()
        {
            Comment = comment,
            Analysis = Marked(seed.Analysis),
            Action = Marked(seed.Action),
            ActionOwner = seed.ActionOwner,
            ActionDue = seed.ActionDue,
            Forecast = seed.Forecast,
            ForecastReason = Marked(seed.ForecastReason),
        });
    }

    private static OutcomeValue? ValueOf(decimal? amount) => amount is { } some ? OutcomeValue.Of(some) : null;

    /// <summary>What is written beside figures is marked where it stands, as it can be read without them.</summary>
    private static string? Marked(string? text) => text is null ? null : Mark + text;

    private static MeasureTerms TermsOf(Measure measure, FollowUp followUp) => measure.Definitions.Current(followUp.Terms.Through)!.Terms;

    private Recording Approver(ApprovalLevel level, string unit, string? why = null) => DemoSigning.Approver(level, unit, now, why);

    private (Measure Measure, MeasureSeries Series) SeriesOf(string code, string key)
    {
        var measure = DemoSeedFiles.Found(measures.Find(m => m.Code == code), path, $"{code} {key}", $"measure {code}");
        return (measure, DemoSeedFiles.Found(measure.Series.FirstOrDefault(s => s.Key == key), path, $"{code} {key}", $"series {key}"));
    }
}
