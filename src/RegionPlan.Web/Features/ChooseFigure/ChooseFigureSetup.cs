namespace RegionPlan.Web.Features.ChooseFigure;

internal static class ChooseFigureSetup
{
    internal static void AddChooseFigure(this IServiceCollection services)
    {
        services.AddSingleton<FigureQuery>();
        services.AddSingleton<ChooseUnitFigure>();
    }
}
