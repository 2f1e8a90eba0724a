using RegionPlan.Web.Features.Reports.Checklist;
using RegionPlan.Web.Features.Reports.Comments;

namespace RegionPlan.Web.Features.Reports;

internal static class ReportsSetup
{
    internal static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportQuery>();
        services.AddSingleton<SaveSectionDraft>();
        services.AddSingleton<WriteSection>();
        services.AddSingleton<MarkFilledSections>();
        services.AddSingleton<CommentQuery>();
        services.AddSingleton<CommentSection>();
        services.AddSingleton<ReportChecklistReader>();
        services.AddSingleton<DecideReport>();
        services.AddSingleton<DecidedReportQuery>();
    }
}
