using System.Text.Json;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Features.Cascade;

namespace RegionPlan.Tests.Features.OpenData;

/// <summary>Folkhälsokliniken goes under primärvårdsförvaltningen from 1 July 2025; it is recorded some days after the styrkort.</summary>
public sealed class ReorganizedTests : IAsyncLifetime
{
    private const string Before = "2026-11-22";

    private readonly DecidedChain given = new();

    public Task InitializeAsync() => given.InitializeAsync();

    public Task DisposeAsync() => given.DisposeAsync();

    [Fact]
    public async Task Every_answer_as_of_before_a_move_is_byte_for_byte_the_same_after_it()
    {
        string[] lists = ["/organization", "/organization/changes", "/scorecards", "/activities", "/goals", "/measures"];
        string[] asOf = [.. lists.SelectMany(l => new[] { l, l + ".csv" }).Append("/scorecards/folkhalsokliniken").Select(p => $"{p}?asOf={Before}")];
        var earlier = await Answers(asOf);
        var now = await Answers("/organization", "/organization/changes", "/scorecards?year=2025", "/activities?year=2025");

        given.App.Clock.Advance(TimeSpan.FromDays(400));
        await Move();
        await given.App.Decide("folkhalsokliniken", 2025, given.Clinic with { Name = "Skärpt mål" });
        await given.App.Decide("regionstyrelsen", 2026, await given.App.Goal("Nästa års mål", given.Overarching.Id));
        await Tell(ActivityState.Done);

        (await Answers(asOf)).ShouldBe(earlier);
        (await Answers("/organization", "/organization/changes", "/scorecards?year=2025", "/activities?year=2025")).Zip(now)
            .ShouldAllBe(pair => pair.First != pair.Second);
    }

    [Fact]
    public async Task The_organization_is_right_on_both_sides_of_the_date()
    {
        given.App.Clock.Advance(TimeSpan.FromDays(3));
        await Move();

        (await ParentOn("2025-06-30")).ShouldBe("folktandvarden");
        (await ParentOn("2025-07-01")).ShouldBe("primarvardsforvaltningen");
    }

    [Fact]
    public async Task A_move_is_told_with_the_unit_before_and_after()
    {
        given.App.Clock.Advance(TimeSpan.FromDays(3));
        await Move();
        var change = (await given.App.Json("/organization/changes")).EnumerateArray().Single();
        var unit = change.GetProperty("units").EnumerateArray().Single();

        change.Text("kind").ShouldBe("moved");
        change.Text("holdsFrom").ShouldBe("2025-07-01");
        change.Text("recordedAt").ShouldBe("2026-11-25T09:00:00Z");
        unit.Text("unit").ShouldBe("folkhalsokliniken");
        unit.GetProperty("before").Text("parent").ShouldBe("folktandvarden");
        unit.GetProperty("after").Text("parent").ShouldBe("primarvardsforvaltningen");
        (await given.App.Csv("/organization/changes.csv")).Single()["parentBefore"].ShouldBe("folktandvarden");
    }

    [Fact]
    public async Task A_merger_is_told_with_its_successor_and_the_closed_are_no_longer_in_the_organization()
    {
        var (clinic, contact) = (await given.App.Unit("folkhalsokliniken"), await given.App.Unit("kontaktcenter"));
        var administration = await given.App.Unit("folktandvarden");
        await given.App.Reorganize(
            new UnitChange.Merge([clinic.Id, contact.Id], new("Folkhälsa och kontakt", UnitKind.Division, administration.Id)), "2025-07-01");
        var change = (await given.App.Json("/organization/changes")).EnumerateArray().Single();
        var units = (await given.App.Json("/organization")).EnumerateArray().Select(u => u.Text("key")).ToList();

        change.GetProperty("successions").EnumerateArray().Select(s => (s.Text("predecessor"), s.Text("successor"))).ShouldBe(
            [("folkhalsokliniken", "folkhalsa-och-kontakt"), ("kontaktcenter", "folkhalsa-och-kontakt")]);
        change.GetProperty("units").EnumerateArray().Single(u => u.Text("unit") == "folkhalsa-och-kontakt").GetProperty("before").ValueKind
            .ShouldBe(JsonValueKind.Null);
        units.ShouldContain("folkhalsa-och-kontakt");
        units.ShouldNotContain("folkhalsokliniken");
        (await given.App.Json("/scorecards/folkhalsokliniken?year=2025")).Text("unitName").ShouldBe("Folkhälsokliniken");
    }

    [Fact]
    public async Task The_moved_units_activities_keep_their_chain()
    {
        given.App.Clock.Advance(TimeSpan.FromDays(3));
        await Move();
        var activity = (await given.App.Json("/activities?year=2025")).EnumerateArray().Single(a => a.Text("unit") == "folkhalsokliniken");

        activity.GetProperty("chain").EnumerateArray().Select(s => s.Text("unit")).ShouldBe(["folkhalsokliniken", "folktandvarden", "regionstyrelsen"]);
    }

    private async Task Move() => await given.App.Reorganize(
        new UnitChange.Move((await given.App.Unit("folkhalsokliniken")).Id, (await given.App.Unit("primarvardsforvaltningen")).Id), "2025-07-01");

    private async Task Tell(ActivityState state)
    {
        await using var db = given.App.Db();
        var earlier = db.ActivityProgress.Where(p => p.ActivityId == given.Late.Id).ToList();
        await given.App.Tell(db.Scorecards.Single(s => s.Id == earlier[0].ScorecardId), given.Late, state);
    }

    private async Task<string?> ParentOn(string day) =>
        (await given.App.Json("/organization?validOn=" + day)).EnumerateArray().Single(u => u.Text("key") == "folkhalsokliniken").Text("parent");

    private async Task<List<string>> Answers(params string[] paths)
    {
        var answers = new List<string>();
        foreach (var path in paths)
        {
            using var response = await given.App.Get(path);
            response.EnsureSuccessStatusCode();
            answers.Add(await response.Content.ReadAsStringAsync());
        }

        return answers;
    }
}
