namespace RegionPlan.Web.Features.RecordOutcomes;

internal static class RecordOutcomesSetup
{
    internal static void AddRecordOutcomes(this IServiceCollection services)
    {
        services.AddSingleton<RecordQuery>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<RecordOutcome>();
    }
}
