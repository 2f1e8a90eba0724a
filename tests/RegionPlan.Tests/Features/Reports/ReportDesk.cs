using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.Reports;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>The editor of a section, asked directly, as the page asks it.</summary>
internal static class ReportDesk
{
    internal const string Annual = "2024-arsredovisning-1";
    internal const string Region = "region-kalmar-lan";

    internal static ReportKey AnnualKey { get; } = new(Annual, Region);

    internal static async Task<ReportSection> Write(
        this TestApp app, string section, string text, string user = "regiondirektor", SectionState state = SectionState.Done, ReportKey? key = null, int over = 0, Guid? token = null) =>
        await app.Services.GetRequiredService<WriteSection>().WriteAsync(await app.As(user), key ?? AnnualKey, section, text, state, over, token);

    /// <summary>Waits until the decision that is under way is written.</summary>
    internal static async Task Recorded(this TestApp app, ReportKey? key = null)
    {
        var making = app.Services.GetRequiredService<DecisionWork>().Of(key ?? AnnualKey).ShouldNotBeNull();
        await making.Task;
        making.Problem.ShouldBeNull();
    }

    internal static async Task<SectionDraftKept> Keep(
        this TestApp app, string section, string? text, string user = "regiondirektor", int over = 0, Guid? token = null, ReportKey? key = null) =>
        await app.Services.GetRequiredService<SaveSectionDraft>().SaveAsync(await app.As(user), key ?? AnnualKey, section, text, over, token);
}
