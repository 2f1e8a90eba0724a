using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The files that the import hands out: templates, what is to be mended, and the uploaded file itself.</summary>
internal static class ImportEndpoints
{
    internal static void MapImportOutcomes(this WebApplication app)
    {
        MapContent(app);
        app.MapGet("/import/mall.{format}", async (HttpContext http, string format, string? uppfoljning, string? enhet, TemplateQuery query) =>
            !FileAnswer.Knows(format) || await query.ReadAsync(http.User, uppfoljning, enhet) is not { } template
                ? FileAnswer.NotThere("Det finns ingen mall för uppföljningen och enheten. Välj dem på sidan Läs in från fil.")
                : FileAnswer.Of(OutcomeTemplate.Of(template.Title, template.Rows), format, template.FileName)).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/import/{id:guid}/att-ratta.csv", async (HttpContext http, Guid id, ImportQuery query, ImportWork work) =>
            await query.FindAsync(http.User, id) is not { IsOwn: true } || work.Of(id)?.File is not { } file
                ? FileAnswer.NotThere("Filen är inte granskad, eller så har servern startats om. Öppna filens sida igen.")
                : Results.Stream(stream => WriteAsync(stream, file), FileAnswer.CsvType, "att-ratta.csv")).RequireAuthorization().ExcludeFromDescription();
    }

    private static void MapContent(WebApplication app) =>
        app.MapGet("/import/{id:guid}/fil", async (HttpContext http, Guid id, ImportQuery query) => await query.ContentAsync(http.User, id) is var (name, bytes)
            ? Results.File(bytes, "application/octet-stream", name)
            : FileAnswer.NotThere("Filen finns inte längre.")).RequireAuthorization().ExcludeFromDescription();

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
