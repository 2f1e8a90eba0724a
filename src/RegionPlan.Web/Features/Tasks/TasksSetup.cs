using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Tasks;

internal static class TasksSetup
{
    internal static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<WantedReviewReader>();
        services.AddSingleton<TasksQuery>();
    }
}
