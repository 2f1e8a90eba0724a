using System.Globalization;
using Serilog;
using Serilog.Events;

namespace RegionPlan.Web.Hosting;

/// <summary>Logs to the console and, where <c>Logs:Folder</c> names one, to a file a day, kept for a month.</summary>
internal static class LogSetup
{
    private const int DaysKept = 31;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext}: {Message:lj} {TraceId}{NewLine}{Exception}";

    internal static void AddLogs(this WebApplicationBuilder builder)
    {
        var logs = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture);
        if (builder.Configuration["Logs:Folder"] is { Length: > 0 } folder)
        {
            logs.WriteTo.File(
                Path.Combine(builder.Environment.ContentRootPath, folder, "regionplan-.log"),
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                shared: true);
        }

        builder.Logging.ClearProviders().AddSerilog(logs.CreateLogger(), dispose: true);
    }
}
