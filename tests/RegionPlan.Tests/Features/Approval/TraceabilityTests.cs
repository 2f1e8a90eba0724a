using RegionPlan.Domain.FollowUps;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Approval;

/// <summary>Where a public figure came from: who handed it in and who approved it, for every reader.</summary>
public sealed class TraceabilityTests
{
    [Fact]
    public async Task A_reader_learns_who_handed_a_figure_in_and_who_approved_it_and_nothing_before_it_is_public()
    {
        await using var app = await Demo.StartAsync();
        var given = new GivenSubmission(app);
        var row = (await given.Percentages())[0];
        var code = (await given.Read()).Of(row)!.Code;
        await given.Submit("controller.hsf", Row(row, 82.25m));
        await given.Return("chef.hsf", ApprovalLevel.Administration, row, why: "Är 82,25 rätt?");
        await given.Submit("controller.hsf", Row(row, 81.75m));
        foreach (var url in new[] { $"/matt/{code}?ar=2025", "/historik", "/historik?slag=Submission", "/api/v1/outcomes?ar=2025" })
        {
            var html = await (await app.Client.GetAsync(new Uri(url, UriKind.Relative))).Content.ReadAsStringAsync();
            html.ShouldNotContain("82,25");
            html.ShouldNotContain("81,75");
            html.ShouldNotContain("81.75");
        }

        app.Clock.Advance(TimeSpan.FromHours(1));
        await given.Approve("chef.hsf", ApprovalLevel.Administration);
        var why = (await app.Page($"/matt/{code}?ar=2025")).QuerySelectorAll(".rp-why").Select(d => d.Words()).ToList();
        why.ShouldContain(w => w.Contains("Inlämnat 2026-11-22 10:00 av Controller, Hälso- och sjukvårdsförvaltningen, till Årsredovisning 2025", StringComparison.Ordinal));
        why.ShouldContain(w => w.Contains("Godkänt av förvaltningen 2026-11-22 11:00 av Chef, Hälso- och sjukvårdsförvaltningen", StringComparison.Ordinal));
        (await app.Page("/historik")).QuerySelector("main").Words().ShouldContain("Godkänd av Chef, Hälso- och sjukvårdsförvaltningen (2026-11-22 11:00)");
        (await app.Page("/historik?slag=Submission")).QuerySelector("main").Words().ShouldContain("Inlämning Årsredovisning 2025");
    }
}
