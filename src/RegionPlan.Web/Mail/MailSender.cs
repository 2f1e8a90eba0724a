namespace RegionPlan.Web.Mail;

/// <summary>Looks into the outbox again and again for as long as the application runs. Without settings it says so once and ends.</summary>
internal sealed partial class MailSender(SendDueMail round, MailChoice choice, ILogger<MailSender> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (choice.Settings is not { } settings)
        {
            LogNotSet();
            return;
        }

        LogBegins(settings.Host, settings.Port);
        using var timer = new PeriodicTimer(Pause);
        do
        {
            await SendAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        try
        {
            await round.SendAsync(stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // The database may be away for a while; the letters are still there when it is back.
            LogStumbled(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail:Host is not set: letters are kept in the outbox and not sent")]
    private partial void LogNotSet();

    [LoggerMessage(Level = LogLevel.Information, Message = "Letters are sent by {Host}:{Port}")]
    private partial void LogBegins(string host, int port);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be gone through; it is tried again")]
    private partial void LogStumbled(Exception exception);
}
