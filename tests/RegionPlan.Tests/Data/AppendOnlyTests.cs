using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data;

/// <summary>History is appended to, and of two who append the same next fact only one succeeds.</summary>
public sealed class AppendOnlyTests(TestApp app) : IClassFixture<TestApp>
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> KindsOfFact => typeof(Fact).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Fact))).Append(typeof(Recording));

    public static TheoryData<Type> Facts => new(KindsOfFact);

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_cannot_be_changed_once_it_is_made(Type fact)
    {
        fact.GetProperties(All).Where(p => p.SetMethod is { } set && !IsPrivateInit(set)).Select(p => p.Name).ShouldBeEmpty("private init only");
        fact.GetFields(All).Where(f => !f.IsInitOnly && !f.IsDefined(typeof(CompilerGeneratedAttribute))).Select(f => f.Name).ShouldBeEmpty();
        fact.GetMethods(All).Where(m => m.IsPublic && m.ReturnType == typeof(void)).Select(m => m.Name).ShouldBeEmpty("a fact has no verbs");
    }

    [Fact]
    public void Every_kind_of_fact_is_known() =>
        KindsOfFact.Select(f => f.Name).ShouldBe(
            [
                "Fact", "DatedFact", "Recording", "Wording", "MeasureDefinition", "SeriesDefinition", "TargetDecision", "SeriesBreak", "SeriesSource",
                "OutcomeEntry", "ComparisonValue", "Placement", "GoalOverride", "Reorganization", "ScorecardVersion", "ActivityProgress", "ValueChoice", "GoalSuccession",
                "MeasureSuccession", "PlanStanding", "FollowUpVersion", "FollowUpLock", "FollowUpWithdrawal", "SubmissionStep", "SubmittedRow", "Reminder",
                "MeasureEnding", "GoalReview", "PostDefinition", "BudgetAmount", "PrintedSum", "ResultGoal", "ResultForecast",
                "ReportSection", "ReportDecision", "SectionComment", "SectionCommentClosing",
                "SubmittedPart", "SubmittedAmount", "EconomyEntry",
            ],
            ignoreOrder: true,
            customMessage: "A new kind of fact needs a unique index on what it is about and its version; say so here when it has one.");

    [Fact]
    public async Task Every_kind_of_fact_has_a_unique_index_that_ends_with_its_version()
    {
        await using var db = app.Db();

        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Fact))))
        {
            entity.GetIndexes().Any(i => i.IsUnique && i.Properties.Count > 1 && i.Properties[^1].Name == nameof(Fact.Version)).ShouldBeTrue(entity.DisplayName());
        }
    }

    [Fact]
    public async Task Of_two_who_record_the_same_outcome_only_the_first_succeeds()
    {
        await using var one = app.Db();
        await using var other = app.Db();
        one.Outcomes.AddRange(await OutcomeAsync(one, "2023-05", 10));
        other.Outcomes.AddRange(await OutcomeAsync(other, "2023-05", 20));

        await one.SaveChangesAsync();
        var refused = await Should.ThrowAsync<DbUpdateException>(() => other.SaveChangesAsync());

        refused.IsTakenByAnother().ShouldBeTrue();
        await using var read = app.Db();
        (await read.Outcomes.Where(o => o.Period == Period.OfMonth(2023, 5)).Select(o => o.Amount).ToListAsync()).ShouldBe([10m]);
    }

    [Fact]
    public async Task Of_two_who_correct_the_same_outcome_only_the_first_succeeds()
    {
        await using (var first = app.Db())
        {
            first.Outcomes.AddRange(await OutcomeAsync(first, "2023-06", 10));
            await first.SaveChangesAsync();
        }

        await using var one = app.Db();
        await using var other = app.Db();
        one.Outcomes.AddRange(await OutcomeAsync(one, "2023-06", 11));
        other.Outcomes.AddRange(await OutcomeAsync(other, "2023-06", 12));
        await one.SaveChangesAsync();

        (await Should.ThrowAsync<DbUpdateException>(() => other.SaveChangesAsync())).IsTakenByAnother().ShouldBeTrue();

        await using var read = app.Db();
        var entries = await read.Outcomes.Where(o => o.Period == Period.OfMonth(2023, 6)).OrderBy(o => o.Version).ToListAsync();
        entries.Select(o => (o.Version, o.Amount)).ShouldBe([(1, 10m), (2, 11m)], "the corrected entry stays as it was");
    }

    [Fact]
    public async Task Of_two_who_decide_the_same_target_only_the_first_succeeds()
    {
        await using var one = app.Db();
        await using var other = app.Db();
        (await SeriesAsync(one)).SetShortTerm(2031, new Target.Value(1), Given.Day("2031-01-01"), Given.Recorded());
        (await SeriesAsync(other)).SetShortTerm(2031, new Target.Value(2), Given.Day("2031-01-01"), Given.Recorded());

        await one.SaveChangesAsync();

        (await Should.ThrowAsync<DbUpdateException>(() => other.SaveChangesAsync())).IsTakenByAnother().ShouldBeTrue();
    }

    [Fact]
    public async Task Two_who_record_different_periods_both_succeed()
    {
        await using var one = app.Db();
        await using var other = app.Db();
        one.Outcomes.AddRange(await OutcomeAsync(one, "2023-07", 10));
        other.Outcomes.AddRange(await OutcomeAsync(other, "2023-08", 20));

        await one.SaveChangesAsync();
        await Should.NotThrowAsync(() => other.SaveChangesAsync());
    }

    [Fact]
    public async Task Another_refusal_by_the_database_is_not_mistaken_for_a_taken_version()
    {
        await using var db = app.Db();
        db.Comparisons.Add(new(Guid.NewGuid(), "0000", "Riket", Period.OfYear(2024), 1, "Prov", null, 1, Given.Recorded()));

        (await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync())).IsTakenByAnother().ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_history_cannot_be_deleted()
    {
        await using var db = app.Db();
        var measure = await db.Measures.SingleAsync(m => m.Code == "3.11");

        await Should.ThrowAsync<DbUpdateException>(async () =>
        {
            db.Measures.Remove(measure);
            await db.SaveChangesAsync();
        });
    }

    private static bool IsPrivateInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) && set.IsPrivate;

    private static async Task<MeasureSeries> SeriesAsync(RegionPlanDb db)
    {
        var measure = await db.Measures.Include(m => m.Series).ThenInclude(s => s.Targets).SingleAsync(m => m.Code == "1.1");
        return measure.Series[0];
    }

    private static async Task<IReadOnlyList<OutcomeEntry>> OutcomeAsync(RegionPlanDb db, string month, decimal amount)
    {
        var (series, period) = (await SeriesAsync(db), Period.Parse(month));
        var region = await db.Units.SingleAsync(u => u.Key == OrganizationUnit.RegionKey);
        var recorded = await db.Outcomes.Where(o => o.SeriesId == series.Id && o.Period == period).ToListAsync();
        return new OutcomeRow(series.Id, region.Id, period, Given.Percent(), recorded).Record(
            new(OutcomeValue.Of(amount)), region.Id, OutcomeOrigin.Manual, Given.Recorded(why: "Rättat"), Given.Day("2024-01-01"));
    }
}
