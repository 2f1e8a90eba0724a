namespace RegionPlan.Web.Mail;

internal static class MailSetup
{
    /// <exception cref="InvalidOperationException">A setting of e-mail cannot be.</exception>
    internal static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new MailChoice(MailSettings.Of(configuration)));
        services.AddSingleton<SendDueMail>();
        services.AddSingleton<ReminderMail>();
        services.AddSingleton<ReturnMail>();
        services.AddHostedService<MailSender>();
    }
}
