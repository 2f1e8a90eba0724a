using System.Text;
using RegionPlan.Web.Features.Reports.Export.Pdf;

namespace RegionPlan.Web.Features.Reports.Export.Serving;

/// <summary>The files of reports.</summary>
internal static class ReportExportSetup
{
    internal static void AddReportExport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new LibreOfficeSettings(configuration["LibreOffice:Program"], configuration.GetValue<TimeSpan?>("LibreOffice:Timeout")));
        services.AddSingleton<LibreOffice>();
        services.AddSingleton<PdfFile>();
        services.AddSingleton<ReportFiles>();
        services.AddSingleton<ReportFileWork>();
        services.AddSingleton<DecisionWork>();
        services.AddSingleton<SiteAddress>();
    }

    internal static void MapReportFiles(this WebApplication app)
    {
        foreach (var format in Enum.GetValues<ReportFileFormat>())
        {
            app.MapGet($"/rapporter/{{followUp}}/{{unit}}/filer/{ReportFiles.ExtensionOf(format)}", (HttpContext http, string followUp, string unit, ReportQuery query, ReportFileWork work) =>
                FileAsync(http, new(followUp, unit), format, query, work)).RequireAuthorization().ExcludeFromDescription();
        }
    }

    private static async Task<IResult> FileAsync(HttpContext http, ReportKey key, ReportFileFormat format, ReportQuery query, ReportFileWork work)
    {
        if (await query.ReadAsync(http.User, key) is null)
        {
            return Text("Rapporten finns inte, eller så skriver du den inte.");
        }

        return work.Of(key)?.Made?.Files.FirstOrDefault(f => f.Format == format) is { } file
            ? Results.File(file.Content, file.ContentType, file.FileName)
            : Text("Filen är inte gjord, eller så har servern startats om. Öppna rapportens filer och gör dem igen.");
    }

    private static IResult Text(string text) => Results.Text(text, "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);
}
