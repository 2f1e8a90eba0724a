namespace RegionPlan.Web.Features.Scorecards;

internal static class ScorecardsSetup
{
    internal static void AddScorecards(this IServiceCollection services)
    {
        services.AddSingleton<SaveScorecardDraft>();
        services.AddSingleton<DecideScorecard>();
        services.AddSingleton<TellProgress>();
        services.AddSingleton<DefineOwnMeasure>();
        services.AddSingleton<DraftQuery>();
        services.AddSingleton<EditQuery>();
    }
}
