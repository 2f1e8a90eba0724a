using System.Text;

namespace RegionPlan.Web.TableFiles;

/// <summary>A template as the answer to who asks for it.</summary>
internal static class FileAnswer
{
    internal const string CsvType = "text/csv; charset=utf-8";

    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Whether a template is handed out in a format.</summary>
    internal static bool Knows(string format) => format is "xlsx" or "csv";

    /// <param name="template">The template.</param>
    /// <param name="format">xlsx or csv.</param>
    /// <param name="fileName">Without its ending.</param>
    internal static IResult Of(TableTemplate template, string format, string fileName)
    {
        var content = new MemoryStream();
        if (format == "xlsx")
        {
            template.WriteExcel(content);
        }
        else
        {
            template.WriteCsv(content);
        }

        content.Position = 0;
        return Results.Stream(content, format == "xlsx" ? ExcelType : CsvType, $"{fileName}.{format}");
    }

    /// <summary>Why there is nothing to hand out.</summary>
    internal static IResult NotThere(string why) => Results.Text(why, "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);
}
