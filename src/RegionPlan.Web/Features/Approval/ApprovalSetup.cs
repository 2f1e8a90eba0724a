namespace RegionPlan.Web.Features.Approval;

internal static class ApprovalSetup
{
    internal static void AddApproval(this IServiceCollection services)
    {
        services.AddSingleton<ApproveSubmission>();
        services.AddSingleton<ReturnCells>();
        services.AddSingleton<ReviewQuery>();
    }
}
