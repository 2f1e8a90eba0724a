namespace RegionPlan.Web.Reporting;

internal static class ReportingSetup
{
    /// <summary>What a unit hands in: read, kept while it is typed, and handed in; for the grid and for files alike.</summary>
    internal static void AddReporting(this IServiceCollection services)
    {
        services.AddSingleton<ChoiceQuery>();
        services.AddSingleton<SheetReader>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<SubmitRows>();
    }
}
