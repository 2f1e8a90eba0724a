namespace RegionPlan.Web.Features.ImportOutcomes;

internal static class ImportOutcomesSetup
{
    internal static void AddImportOutcomes(this IServiceCollection services)
    {
        services.AddSingleton<ReceiveFile>();
        services.AddSingleton<CheckFile>();
        services.AddSingleton<ApplyImport>();
        services.AddSingleton<UndoImport>();
        services.AddSingleton<SubmitImport>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<ImportQuery>();
        services.AddSingleton<TemplateQuery>();
    }
}
