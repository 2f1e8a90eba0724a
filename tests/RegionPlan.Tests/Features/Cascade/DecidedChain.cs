using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Tests.Domain;

namespace RegionPlan.Tests.Features.Cascade;

/// <summary>The real application with three decided styrkort of 2025 in a chain, two loose goals and a draft of another unit.</summary>
public sealed class DecidedChain : IAsyncLifetime
{
    public TestApp App { get; } = new();

    public Goal Overarching { get; private set; } = null!;

    public ScorecardActivity Late { get; } = GivenScorecard.Activity("Inför digital tidbokning", "2025-06-30", "Verksamhetschef", "2025-02-01");

    public ScorecardActivity Done { get; } = GivenScorecard.Activity("Utbilda handledare", "2025-10-31", "Enhetschef");

    public ScorecardActivity Cancelled { get; } = GivenScorecard.Activity("Pröva kvällsöppet", "2025-12-31", "Klinikchef");

    public ScorecardGoal Board { get; private set; } = null!;

    public ScorecardGoal Administration { get; private set; } = null!;

    public ScorecardGoal Clinic { get; private set; } = null!;

    public ScorecardGoal Alone { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Overarching = await App.PlanGoal(1);
        Board = await App.Goal("God tillgänglighet", Overarching.Id);
        Administration = (await App.Goal("Kortare väntan till tandvården", Board.Id, Late, Done)) with
        {
            Measures = [ScorecardMeasure.New(await App.Series("3.11")) with { Target = "90,5", Note = "Gäller alla kliniker." }],
        };
        Clinic = await App.Goal("Tid inom en vecka", Administration.Id, Cancelled);
        Alone = await App.Goal("Vår egen arbetsmiljö", null);
        await App.Decide("regionstyrelsen", 2025, Board);
        var administration = await App.Decide(
            "folktandvarden", 2025, Administration, Alone, await App.Goal("Bröt ned något som är borta", Guid.CreateVersion7()));
        var clinic = await App.Decide("folkhalsokliniken", 2025, Clinic);
        await App.Tell(administration, Late, ActivityState.Ongoing, "Upphandlingen är överklagad.");
        await App.Tell(administration, Done, ActivityState.Done);
        await App.Tell(clinic, Cancelled, ActivityState.Cancelled, "För få sökte sig dit.");
        await App.KeepDraft(
            "psykiatriforvaltningen", 2025, await App.Goal("Hemligt mål", Overarching.Id, GivenScorecard.Activity("Hemlig aktivitet")));
    }

    public Task DisposeAsync() => App.DisposeAsync();
}
