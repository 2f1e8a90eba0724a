namespace RegionPlan.Web.Features.Provenance;

internal static class ProvenanceSetup
{
    internal static void AddProvenance(this IServiceCollection services)
    {
        services.AddSingleton<ProvenanceQuery>();
        services.AddSingleton<CalculatedFigureQuery>();
        services.AddSingleton<TargetProvenanceQuery>();
        services.AddSingleton<AmountProvenanceQuery>();
        services.AddSingleton<SumProvenanceQuery>();
    }
}
