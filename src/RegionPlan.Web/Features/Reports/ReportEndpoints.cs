using Microsoft.Net.Http.Headers;

namespace RegionPlan.Web.Features.Reports;

/// <summary>The files of decided reports.</summary>
internal static class ReportEndpoints
{
    internal static void MapReports(this WebApplication app) =>
        app.MapGet("/rapporter/{followUp}/{unit}/beslutad/{name}", async (string followUp, string unit, string name, DecidedReportQuery query) =>
            await query.FileAsync(new(followUp, unit), name) is var (content, type)
                ? Results.File(content, type, name, entityTag: new EntityTagHeaderValue($"\"{name}\""))
                : Results.Text("Filen finns inte. Gå till rapporten och välj den där.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound))
            .ExcludeFromDescription();
}
