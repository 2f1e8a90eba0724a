namespace RegionPlan.Web.Features.Administration.Mail;

internal static class MailAdministrationSetup
{
    internal static void AddMailAdministration(this IServiceCollection services)
    {
        services.AddSingleton<OutboxQuery>();
        services.AddSingleton<RetryMail>();
    }
}
