using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Domain;

namespace RegionPlan.Tests.Features.Cascade;

/// <summary>Styrkort, progress and reorganisations in the database of a running application, made by the domain's own verbs at its own time.</summary>
internal static class StoredScorecards
{
    internal const string Recorder = "Testa Testsson";

    /// <summary>The övergripande mål of regionplan 2024-2026 by its number.</summary>
    internal static async Task<Goal> PlanGoal(this TestApp app, int order)
    {
        await using var db = app.Db();
        var plan = await db.Plans.AsNoTracking().Include(p => p.Goals).ThenInclude(g => g.Wordings).SingleAsync(p => p.Key == "2024-2026");
        return plan.Goals.Single(g => g.Order == order);
    }

    internal static async Task<OrganizationUnit> Unit(this TestApp app, string key)
    {
        await using var db = app.Db();
        return await db.Units.AsNoTracking().Include(u => u.Placements).SingleAsync(u => u.Key == key);
    }

    /// <summary>The series that a measure of the plan is followed by.</summary>
    internal static async Task<Guid> Series(this TestApp app, string code)
    {
        await using var db = app.Db();
        return await db.Measures.Where(m => m.Code == code && m.PlanId != null).SelectMany(m => m.Series).Select(s => s.Id).FirstAsync();
    }

    /// <summary>A goal that breaks down another under the plan's perspective 2.</summary>
    internal static async Task<ScorecardGoal> Goal(this TestApp app, string name, Guid? above, params ScorecardActivity[] activities)
    {
        await using var db = app.Db();
        var perspective = await db.Perspectives.Where(p => p.Order == 2).Select(p => p.Id).SingleAsync();
        return GivenScorecard.Goal(name, above, activities) with { PerspectiveId = perspective };
    }

    /// <summary>Decides a unit's styrkort; its next version where it has one.</summary>
    internal static async Task<Scorecard> Decide(this TestApp app, string unitKey, int year, params ScorecardGoal[] goals)
    {
        await using var db = app.Db();
        var unit = await db.Units.SingleAsync(u => u.Key == unitKey);
        var scorecard = await db.Scorecards.Include(s => s.Versions).SingleOrDefaultAsync(s => s.UnitId == unit.Id && s.Year == year);
        if (scorecard is null)
        {
            scorecard = new(unit, year);
            db.Scorecards.Add(scorecard);
        }

        var decision = GivenScorecard.Decision("Regionstyrelsen", $"{year}-01-20", "§ 12");
        scorecard.Decide(GivenScorecard.Content(goals), decision, app.Recorded("Målen är skärpta"));
        await db.SaveChangesAsync();
        return scorecard;
    }

    internal static async Task KeepDraft(this TestApp app, string unitKey, int year, params ScorecardGoal[] goals)
    {
        await using var db = app.Db();
        var draft = new ScorecardDraft((await db.Units.SingleAsync(u => u.Key == unitKey)).Id, year);
        draft.Save(GivenScorecard.Content(goals), 0, app.Clock.Now, Recorder);
        db.ScorecardDrafts.Add(draft);
        await db.SaveChangesAsync();
    }

    internal static async Task Tell(this TestApp app, Scorecard scorecard, ScorecardActivity activity, ActivityState state, string? note = null)
    {
        await using var db = app.Db();
        var earlier = await db.ActivityProgress.Where(p => p.ActivityId == activity.Id).ToListAsync();
        db.ActivityProgress.Add(new(scorecard.Id, activity.Id, earlier, state, note, app.Recorded()));
        await db.SaveChangesAsync();
    }

    /// <summary>Changes the organisation from a date, as an administrator does.</summary>
    internal static async Task Reorganize(this TestApp app, UnitChange change, string from)
    {
        await using var db = app.Db();
        var ledger = new OrganizationLedger(
            await db.Units.Include(u => u.Placements).ToListAsync(), await db.Reorganizations.Include(r => r.Successions).ToListAsync());
        db.Reorganizations.Add(ledger.Change(change, Given.Day(from), app.Recorded("Beslut i regionstyrelsen")));
        db.Units.AddRange(ledger.Founded);
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// A nämnd's goal broken down through förvaltning, område, basenhet and enhet by so many units, each with ten activities, all under
    /// regionstyrelsen. Told of a third of them.
    /// </summary>
    internal static async Task Fill(this TestApp app, int units, int year = 2025)
    {
        var overarching = new List<Goal>();
        for (var order = 1; order <= 5; order++)
        {
            overarching.Add(await app.PlanGoal(order));
        }

        var series = new[] { await app.Series("3.11"), await app.Series("4.5"), await app.Series("5.1") };
        await using var db = app.Db();
        var perspectives = await db.Perspectives.OrderBy(p => p.Order).Select(p => p.Id).ToListAsync();
        var board = await db.Units.SingleAsync(u => u.Key == "regionstyrelsen");
        var made = new List<(OrganizationUnit Unit, ScorecardGoal[] Goals)>();
        for (var i = 0; i < units; i++)
        {
            var above = i == 0 ? default : made[AboveOf(i)];
            var unit = i == 0 ? board : new OrganizationUnit($"provenhet-{i}", KindOf(i));
            if (i > 0)
            {
                unit.Place($"Provenhet {i} i Kalmar län", above.Unit, null, new(2024, 1, 1), app.Recorded());
                db.Units.Add(unit);
            }

            var goals = Enumerable.Range(0, 4).Select(g => GoalOf(i, g, year) with
            {
                PerspectiveId = perspectives[g],
                ParentGoalId = i == 0 ? overarching[g].Id : above.Goals[g].Id,
                Measures = [ScorecardMeasure.New(series[g % 3]) with { Target = "7,5", Note = "Egen nivå" }],
            }).ToArray();
            var scorecard = new Scorecard(unit, year);
            scorecard.Decide(GivenScorecard.Content(goals), GivenScorecard.Decision(on: $"{year}-01-20"), app.Recorded());
            db.Scorecards.Add(scorecard);
            db.ActivityProgress.AddRange(scorecard.Versions[0].Content.Activities
                .Where((_, n) => (n + i) % 3 == 0)
                .Select(a => new ActivityProgress(scorecard.Id, a.Id, [], ActivityState.Done, "Klart enligt plan", app.Recorded())));
            made.Add((unit, goals));
        }

        await db.SaveChangesAsync();
    }

    private static UnitKind KindOf(int i) => i switch
    {
        < 10 => UnitKind.Administration,
        < 40 => UnitKind.Division,
        < 120 => UnitKind.Department,
        _ => UnitKind.Unit,
    };

    private static int AboveOf(int i) => i switch
    {
        < 10 => 0,
        < 40 => 1 + (i % 9),
        < 120 => 10 + (i % 30),
        _ => 40 + (i % 80),
    };

    private static ScorecardGoal GoalOf(int i, int g, int year) => GivenScorecard.Goal(
        $"Mål {g + 1}: kortare väntan och bättre tillgänglighet {i}",
        null,
        [.. Enumerable.Range(0, g < 2 ? 3 : 2).Select(a => GivenScorecard.Activity(
            $"Se över schemaläggning och bemanning, del {a + 1}", $"{year}-{3 + (a * 4):00}-28", "Verksamhetschef", $"{year}-02-01"))]) with
    {
        StandsAlone = false,
        Text = $"Vi ska komma närmare de nationella nivåerna under året, steg {i}.",
    };

    private static Recording Recorded(this TestApp app, string? why = null) => new(app.Clock.Now, Recorder, why: why);
}
