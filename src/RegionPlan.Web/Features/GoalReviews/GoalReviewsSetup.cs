namespace RegionPlan.Web.Features.GoalReviews;

internal static class GoalReviewsSetup
{
    internal static void AddGoalReviews(this IServiceCollection services)
    {
        services.AddSingleton<ReviewQuery>();
        services.AddSingleton<WriteReview>();
    }
}
