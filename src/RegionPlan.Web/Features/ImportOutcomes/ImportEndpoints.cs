using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using RegionPlan.Web.Features.ImportOutcomes.Files;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The files that the import hands out: templates, what is to be mended, and the uploaded file itself.</summary>
internal static class ImportEndpoints
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    internal static void MapImportOutcomes(this WebApplication app)
    {
        MapContent(app);
        app.MapGet("/import/mall.{format}", async (HttpContext http, string format, string? uppfoljning, string? enhet, TemplateQuery query) =>
            format is not ("xlsx" or "csv") || await query.ReadAsync(http.User, uppfoljning, enhet) is not { } template
                ? Text("Det finns ingen mall för uppföljningen och enheten. Välj dem på sidan Läs in från fil.", StatusCodes.Status404NotFound)
                : Template(template, format)).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/import/{id:guid}/att-ratta.csv", async (HttpContext http, Guid id, ImportQuery query, ImportWork work) =>
            await query.FindAsync(http.User, id) is not { IsOwn: true } || work.Of(id)?.File is not { } file
                ? Text("Filen är inte granskad, eller så har servern startats om. Öppna filens sida igen.", StatusCodes.Status404NotFound)
                : Results.Stream(stream => WriteAsync(stream, file), CsvType, "att-ratta.csv")).RequireAuthorization().ExcludeFromDescription();
    }

    private static void MapContent(WebApplication app) =>
        app.MapGet("/import/{id:guid}/fil", async (HttpContext http, Guid id, ImportQuery query) => await query.ContentAsync(http.User, id) is var (name, bytes)
            ? Results.File(bytes, "application/octet-stream", name)
            : Text("Filen finns inte längre.", StatusCodes.Status404NotFound)).RequireAuthorization().ExcludeFromDescription();

    private static IResult Text(string text, int status) => Results.Text(text, "text/plain; charset=utf-8", Encoding.UTF8, status);

    private static IResult Template(OutcomeTemplateContent template, string format)
    {
        var content = new MemoryStream();
        if (format == "xlsx")
        {
            OutcomeTemplate.WriteExcel(content, template.Title, template.Rows);
        }
        else
        {
            OutcomeTemplate.WriteCsv(content, template.Rows);
        }

        content.Position = 0;
        return Results.Stream(content, format == "xlsx" ? ExcelType : CsvType, $"{template.FileName}.{format}");
    }

    /// <summary>Every row that is refused or to be explained, one line for each message.</summary>
    private static async Task WriteAsync(Stream stream, CheckedFile file)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, new CsvConfiguration(Sv.Culture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape });
        foreach (var heading in new[] { "Rad", "Enhet", "Mått", "Period", "Värden", "Läses in", "Besked" })
        {
            csv.WriteField(heading);
        }

        await csv.NextRecordAsync();
        foreach (var row in file.Rows.Where(r => r.Verdict is RowVerdict.Refused or RowVerdict.ToExplain))
        {
            foreach (var message in row.Messages)
            {
                csv.WriteField(row.Line);
                csv.WriteField(row.Unit);
                csv.WriteField(row.Measure);
                csv.WriteField(row.Period);
                csv.WriteField(row.Figures);
                csv.WriteField(row.Verdict == RowVerdict.Refused ? "nej" : "ja");
                csv.WriteField(message);
                await csv.NextRecordAsync();
            }
        }
    }
}
