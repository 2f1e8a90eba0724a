using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegionPlan.Tests.Domain;
using RegionPlan.Web.Data.Seeding;

namespace RegionPlan.Tests.Data.Seeding;

/// <summary>Demo seeds that contradict themselves stop the start, and say where.</summary>
public sealed class BrokenSeedsTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "regionplan-seeds-" + Guid.NewGuid().ToString("N"));
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var source = app.Services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(source, "..", "..", "seeds", "demo")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Seeds_that_are_whole_are_loaded() => await Should.NotThrowAsync(LoadAsync);

    [Fact]
    public async Task A_goal_that_breaks_down_one_that_is_not_there_is_told_by_file_and_key() =>
        await RefusedAsync(
            "styrkort-2024.json",
            file => Goal(file)["breaksDown"] = "regionstyrelsen/finns-inte",
            "styrkort/2024/regionstyrelsen/fortroende refers to regionstyrelsen/finns-inte of 2024");

    [Fact]
    public async Task A_goal_that_breaks_down_that_of_a_unit_beside_it_is_told() =>
        await RefusedAsync(
            "styrkort-2024.json",
            file => file["scorecards"]![1]!["goals"]![0]!["breaksDown"] = "regionstyrelsen/fortroende",
            "styrkort/2024/regionala-utvecklingsnamnden/hallbar-tillvaxt Målet ovanför finns inte längre");

    [Fact]
    public async Task A_goal_that_breaks_down_nothing_and_does_not_say_so_is_told() =>
        await RefusedAsync(
            "styrkort-2024.json",
            file => Goal(file).AsObject().Remove("breaksDown"),
            "styrkort/2024/regionstyrelsen/fortroende Välj vilket mål ovanför");

    [Fact]
    public async Task A_target_that_cannot_be_is_told() =>
        await RefusedAsync(
            "styrkort-2024.json", file => Goal(file)["measures"]![0]!["target"] = "101", "styrkort/2024/regionstyrelsen/fortroende/matt/1.2/total Målvärdet ska ligga mellan");

    [Fact]
    public async Task A_measure_that_is_not_there_is_told() =>
        await RefusedAsync(
            "styrkort-2024.json", file => Goal(file)["measures"]![0]!["measure"] = "9.9", "styrkort/2024/regionstyrelsen/fortroende/matt/9.9/total refers to measure 9.9");

    [Fact]
    public async Task A_goal_that_stands_there_twice_is_told() =>
        await RefusedAsync(
            "styrkort-2024.json", file => file["scorecards"]![0]!["goals"]!.AsArray().Add(Goal(file).DeepClone()), "styrkort/2024/regionstyrelsen/fortroende stands there twice");

    [Fact]
    public async Task A_unit_under_one_that_is_not_there_is_told() =>
        await RefusedAsync("organisation.json", file => file["units"]![0]!["parent"] = "finns-inte", "akutkliniken-kalmar refers to finns-inte");

    [Fact]
    public async Task A_figure_for_the_region_is_refused() =>
        await RefusedAsync("utfall.json", file => file["figures"]![0]!["rows"]![0]!["unit"] = "region-kalmar-lan", "3.11 total is about the region as a whole");

    [Fact]
    public async Task A_word_that_no_seed_has_is_told_by_file() =>
        await RefusedAsync("matt.json", file => file["measures"]![0]!["malvarde"] = 5, "malvarde");

    private static JsonNode Goal(JsonNode file) => file["scorecards"]![0]!["goals"]![0]!;

    private async Task RefusedAsync(string name, Action<JsonNode> spoil, string says)
    {
        var path = Path.Combine(folder, name);
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        spoil(file);
        await File.WriteAllTextAsync(path, file.ToJsonString());

        var refused = await Should.ThrowAsync<InvalidDataException>(LoadAsync);
        refused.Message.ShouldStartWith($"{path}: ");
        refused.Message.ShouldContain(says);
    }

    private async Task LoadAsync()
    {
        await using var db = app.Db();
        await new DemoOrganizationSeeds(db, folder, Given.At("2026-11-22")).LoadAsync();
        await new DemoMeasureSeeds(db, folder, Given.At("2026-11-22")).LoadAsync();
        await new DemoScorecardSeeds(db, folder, Given.At("2026-11-22")).LoadAsync();
    }
}
