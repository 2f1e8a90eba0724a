namespace RegionPlan.Web.Features.YearWheel;

internal static class YearWheelSetup
{
    internal static void AddYearWheel(this IServiceCollection services)
    {
        services.AddSingleton<WheelQuery>();
        services.AddSingleton<ConsequenceQuery>();
        services.AddSingleton<PlanFollowUps>();
        services.AddSingleton<WithdrawFollowUp>();
        services.AddSingleton<PersonalFeed>();
        services.AddSingleton<CalendarQuery>();
    }

    internal static void MapYearWheel(this WebApplication app) => app.MapCalendars();
}
