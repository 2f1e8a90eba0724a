namespace RegionPlan.Web.Features.ReportOutcomes;

internal static class ReportOutcomesSetup
{
    internal static void AddReportOutcomes(this IServiceCollection services)
    {
        services.AddSingleton<RowHistoryQuery>();
    }
}
