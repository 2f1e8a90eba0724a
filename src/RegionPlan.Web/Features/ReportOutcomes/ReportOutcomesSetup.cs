namespace RegionPlan.Web.Features.ReportOutcomes;

internal static class ReportOutcomesSetup
{
    internal static void AddReportOutcomes(this IServiceCollection services)
    {
        services.AddSingleton<ChoiceQuery>();
        services.AddSingleton<ReportQuery>();
        services.AddSingleton<RowHistoryQuery>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<SubmitRows>();
    }
}
