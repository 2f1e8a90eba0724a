using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.OpenData;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Administration.Plans;

namespace RegionPlan.Tests.Features.Administration.Plans;

public sealed class RollOverPlanTests : IAsyncLifetime
{
    private const string From = "2024-2026";
    private const string To = "2026-2028";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_history_of_every_kept_measure_is_the_same_in_both_plans()
    {
        await CarryAsync();
        var (old, next) = (await HistoryAsync(From), await HistoryAsync(To));

        old.Count.ShouldBe(124, "91 published and 33 examples");
        next.ShouldBe(old);
    }

    [Fact]
    public async Task The_answers_about_the_old_plan_are_to_the_byte_what_they_were()
    {
        var before = await BytesAsync();
        await CarryAsync();

        (await BytesAsync()).ShouldBe(before);

        async Task<string> BytesAsync() => string.Concat(
            await app.Client.GetStringAsync(new Uri("/api/v1/measures?plan=2024-2026&year=2025", UriKind.Relative)),
            await app.Client.GetStringAsync(new Uri("/api/v1/goals?plan=2024-2026&year=2024", UriKind.Relative)));
    }

    [Fact]
    public async Task A_plan_in_preparation_moves_no_page_until_it_is_put_in_force_and_can_step_back()
    {
        var before = (await app.Page("/?ar=2026")).QuerySelector(".rp-lead").Words();
        await CarryAsync();

        (await app.Page("/?ar=2026")).QuerySelector(".rp-lead").Words().ShouldBe(before);
        (await app.Page($"/?plan={To}")).Body.Words().ShouldContain("Regionplanen förbereds och gäller inte än.");

        var director = await app.As("regiondirektor");
        await RollOver.StandAsync(director, To, From, inForce: true, "Regionfullmäktige 2025-11-25");
        (await app.Page("/?ar=2026")).QuerySelector(".rp-lead").Words().ShouldStartWith("Regionplan 2026-2028:");
        (await app.Page("/?ar=2025")).QuerySelector(".rp-lead").Words().ShouldNotContain("2026-2028");

        await RollOver.StandAsync(director, To, From, inForce: false, "Beslutet upphävdes");
        (await app.Page("/?ar=2026")).QuerySelector(".rp-lead").Words().ShouldBe(before);
    }

    [Fact]
    public async Task A_changed_measure_keeps_its_history_before_a_mark_and_compares_nothing_over_it()
    {
        await CarryAsync(("3.11", Continuation.Changed, 2025, "Besök räknas per patient"));

        var page = await app.Page($"/matt/{await CodeOf("3.11")}?plan={To}&ar=2026");
        page.Body.Words().ShouldContain("Besök räknas per patient");
        (await HistoryAsync(To)).Count(h => h.Period == "2024" && h.Value == 89.5m).ShouldBe(1, "the old figure stands before the mark");
        (await HistoryAsync(To)).ShouldNotContain(h => h.Period == "2025" && h.Value == 87.4m, "what was measured the old way after it does not");
        (await HistoryAsync(From)).ShouldContain(h => h.Period == "2025" && h.Value == 87.4m);
    }

    [Fact]
    public async Task An_ended_measure_stays_in_its_plan_alone()
    {
        await CarryAsync(("3.11", null, null, "Mäts inte längre"));

        (await app.Json($"/measures?plan={From}&year=2025")).EnumerateArray().Count().ShouldBe(44);
        (await app.Json($"/measures?plan={To}&year=2026")).EnumerateArray().Count().ShouldBe(43);
    }

    [Fact]
    public async Task A_new_start_loads_nothing_anew_beside_two_plans_with_the_same_codes()
    {
        await CarryAsync();
        var before = (await HistoryAsync(To), await CountAsync());
        await app.RestartAsync();

        (await HistoryAsync(To)).ShouldBe(before.Item1);
        (await CountAsync()).ShouldBe(before.Item2);

        async Task<(int, int)> CountAsync()
        {
            await using var db = app.Db();
            return (await db.Outcomes.CountAsync(), await db.Comparisons.CountAsync());
        }
    }

    [Fact]
    public async Task The_chain_of_a_year_follows_its_goals_into_the_plan_that_is_in_force()
    {
        var before = (await app.Page("/malkedja?ar=2025")).QuerySelectorAll("main h2, main summary").Length;
        await using (var db = app.Db())
        {
            // As if the plan 2025-2027 were prepared and put in force for the year that the styrkort are of.
            (await db.Plans.Include(p => p.Goals).ThenInclude(g => g.Successions).SingleAsync(p => p.Key == "2025-2027")).Goals.Count.ShouldBe(5);
        }

        var director = await app.As("regiondirektor");
        await RollOver.CarryAsync(director, "2025-2027", From, await FatesAsync(), null);
        await RollOver.StandAsync(director, "2025-2027", From, inForce: true, "Regionfullmäktige");

        var page = await app.Page("/malkedja?ar=2025");
        page.QuerySelectorAll("main h2, main summary").Length.ShouldBe(before, "every goal hangs where it hung");
        page.Body.Words().ShouldContain("En långsiktigt hållbar ekonomi");
    }

    [Fact]
    public async Task A_figure_of_a_kept_measure_is_one_value_in_both_plans_wherever_it_is_recorded()
    {
        await CarryAsync();
        var director = await app.As("regiondirektor");
        await RollOver.StandAsync(director, To, From, inForce: true, "Regionfullmäktige");
        await using var db = app.Db();
        var next = await db.Measures.Where(m => m.Code == "3.23" && db.Plans.Any(p => p.Key == To && p.Id == m.PlanId)).SelectMany(m => m.Series).Select(s => s.Id).SingleAsync();

        var reading = await app.Services.GetRequiredService<FollowUpReader>().ReadAsync(2026);
        var owed = reading.Series.Single(s => s.ShownSeriesId == next && s.Owed.IsRegional).Owed;

        await app.Recorded(new(owed.SeriesId, Period.OfTertial(2026, 1)), Desk.Typed("0,9"));

        (await HistoryAsync(To)).Count(h => h is { Period: "2026-T1", Value: 0.9m }).ShouldBe(1);
        (await HistoryAsync(From)).Count(h => h is { Period: "2026-T1", Value: 0.9m }).ShouldBe(1, "one value in one place");
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("controller.hsf")]
    [InlineData("admin")]
    public async Task Others_are_refused_in_every_step(string user)
    {
        var who = await app.As(user);

        await Should.ThrowAsync<AccessRefused>(async () => await RollOver.CarryAsync(who, To, From, await FatesAsync(), null));
        await Should.ThrowAsync<AccessRefused>(() => RollOver.MapGoalsAsync(who, To, From, new Dictionary<Guid, Guid?>(), null));
        await Should.ThrowAsync<AccessRefused>(() => RollOver.StandAsync(who, To, From, true, "nej"));
    }

    [Fact]
    public async Task A_changed_measure_without_a_year_is_refused_and_nothing_is_carried()
    {
        var refused = await Should.ThrowAsync<RuleViolation>(() => CarryAsync(("3.11", Continuation.Changed, null, "något")));

        refused.Message.ShouldBe("3.11: Ange från vilket år måttet mäts på ett nytt sätt, och vad som är ändrat.");
        (await app.Json($"/measures?plan={To}&year=2026")).EnumerateArray().ShouldBeEmpty();
    }

    private RollOverPlan RollOver => app.Services.GetRequiredService<RollOverPlan>();

    private async Task CarryAsync(params (string Code, Continuation? Continuation, int? Year, string? Text)[] others) =>
        await RollOver.CarryAsync(await app.As("regiondirektor"), To, From, await FatesAsync(others), null);

    /// <summary>Every measure of the old plan is kept, but for those named.</summary>
    private async Task<List<MeasureFate>> FatesAsync(params (string Code, Continuation? Continuation, int? Year, string? Text)[] others)
    {
        await using var db = app.Db();
        var measures = await db.Measures.Where(m => db.Plans.Any(p => p.Key == From && p.Id == m.PlanId)).Select(m => new { m.Id, m.Code }).ToListAsync();
        return measures.ConvertAll(m => others.Any(o => o.Code == m.Code) && others.Single(o => o.Code == m.Code) is var other
            ? new MeasureFate(m.Id, other.Continuation, other.Year, other.Text)
            : new MeasureFate(m.Id, Continuation.Kept));
    }

    private async Task<string> CodeOf(string earlier)
    {
        await using var db = app.Db();
        return await db.Measures.Where(m => m.Successions.Any(s => db.Measures.Any(e => e.Id == s.PredecessorId && e.Code == earlier))).Select(m => m.Code).SingleAsync();
    }

    /// <summary>Every outcome that a plan's measures show, through the API, by the measure's name.</summary>
    private async Task<List<(string Measure, string Series, string Period, decimal Value)>> HistoryAsync(string plan)
    {
        List<(string, string, string, decimal)> history = [];
        foreach (var measure in (await app.Json($"/measures?plan={plan}")).EnumerateArray())
        {
            foreach (var outcome in (await app.Json($"/measures/{measure.Text("code")}/outcomes?plan={plan}")).EnumerateArray())
            {
                history.Add((measure.Text("name")!, outcome.Text("series")!, outcome.Text("period")!, outcome.Number("value")));
            }
        }

        return [.. history.OrderBy(h => h)];
    }
}
