namespace RegionPlan.Web.Features.Reports;

internal static class ReportsSetup
{
    internal static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportQuery>();
        services.AddSingleton<SaveSectionDraft>();
        services.AddSingleton<WriteSection>();
        services.AddSingleton<DecideReport>();
        services.AddSingleton<DecidedReportQuery>();
    }
}
