using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Scorecards;

namespace RegionPlan.Tests.Features.Scorecards;

/// <summary>The reads and writes of styrkort, asked directly, as the editor asks them.</summary>
internal static class CardDesk
{
    /// <summary>The year that the tests' clock stands in.</summary>
    internal const int Year = 2026;

    internal const string Hsf = "halso-och-sjukvardsforvaltningen";
    internal const string Below = "lanssjukhuset-i-kalmar";
    internal const string Board = "regionstyrelsen";
    internal const string Beside = "kalmar-lanstrafik";

    internal static ScorecardKey Key(string unit = Hsf, int year = Year) => new(unit, year);

    internal static ScorecardDecision Decision(string on = "2026-01-20", string? paragraph = "§ 12") => new("Förvaltningschef", Given.Day(on), paragraph);

    /// <summary>A styrkort with nothing to mend: a goal that breaks down one of the plan's, with a measure and activities.</summary>
    internal static async Task<ScorecardContent> Whole(this TestApp app, string goal = "Vård i tid", int year = Year, params ScorecardActivity[] activities)
    {
        var reading = await app.Read(year);
        var above = reading.Cascade.Overarching.Single(o => o.Goal.Order == 3);
        var series = reading.Series.Values.Single(s => s.Measure.Code == "3.11" && s.Measure.PlanId == reading.Plan!.Id && s.Series.Key == "total");
        return new([], [ScorecardGoal.New(above.Perspective.Id, goal, above.Goal.Id) with
        {
            Measures = [ScorecardMeasure.New(series.Series.Id) with { Target = "85,5" }],
            Activities = activities.Length > 0 ? activities : [GivenScorecard.Activity(due: $"{year}-12-31")],
        }]);
    }

    internal static Task<CascadeReading> Read(this TestApp app, int year = Year, DateTimeOffset? asOf = null) =>
        app.Services.GetRequiredService<CascadeReader>().ReadAsync(year, asOf);

    internal static Task<EditState> Edit(this TestApp app, ClaimsPrincipal who, ScorecardKey key) =>
        app.Services.GetRequiredService<EditQuery>().ReadAsync(who, key);

    internal static Task<DraftSaved> SaveCard(
        this TestApp app, ClaimsPrincipal who, ScorecardKey key, ScorecardContent? content, int over = 0, Guid? token = null) =>
        app.Services.GetRequiredService<SaveScorecardDraft>().SaveAsync(who, key, content, over, token);

    internal static Task<ScorecardDecided> DecideCard(
        this TestApp app, ClaimsPrincipal who, ScorecardKey key, Guid? token, string? why = null, ScorecardDecision? decision = null) =>
        app.Services.GetRequiredService<DecideScorecard>().DecideAsync(who, key, token, decision ?? Decision(), why);

    internal static Task Tell(
        this TestApp app, ClaimsPrincipal who, ScorecardKey key, Guid activity, ActivityState state, string? note = null, int seen = 0) =>
        app.Services.GetRequiredService<TellProgress>().TellAsync(who, key, activity, state, note, seen);

    /// <summary>Saved and decided by someone who may, which must go through; the number of the version.</summary>
    internal static async Task<int> Decided(this TestApp app, ScorecardKey key, ScorecardContent content, string? why = null, string by = "chef.hsf")
    {
        var who = await app.As(by);
        var over = (await app.Card(key))?.Versions.Count ?? 0;
        var kept = (await app.SaveCard(who, key, content, over, (await app.DraftOf(key))?.Token)).ShouldBeOfType<DraftSaved.Kept>();
        return (await app.DecideCard(who, key, kept.Token, why)).ShouldBeOfType<ScorecardDecided.Done>().Version;
    }

    internal static async Task<ScorecardDraft?> DraftOf(this TestApp app, ScorecardKey key)
    {
        await using var db = app.Db();
        return await db.ScorecardDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Year == key.Year && db.Units.Any(u => u.Id == d.UnitId && u.Key == key.Unit));
    }

    internal static async Task<Scorecard?> Card(this TestApp app, ScorecardKey key)
    {
        await using var db = app.Db();
        return await db.Scorecards.AsNoTracking().Include(s => s.Versions)
            .SingleOrDefaultAsync(s => s.Year == key.Year && db.Units.Any(u => u.Id == s.UnitId && u.Key == key.Unit));
    }

    internal static async Task<IReadOnlyList<ActivityProgress>> Told(this TestApp app, Guid activity)
    {
        await using var db = app.Db();
        return await db.ActivityProgress.AsNoTracking().Where(p => p.ActivityId == activity).OrderBy(p => p.Version).ToListAsync();
    }
}
