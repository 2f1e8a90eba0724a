using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>Answers a list as JSON, or as CSV where the address ends in .csv or Accept prefers text/csv.</summary>
internal static class Answer
{
    internal const string Json = MediaTypeNames.Application.Json;
    internal const string Csv = MediaTypeNames.Text.Csv;
    internal const string CsvSuffix = ".csv";

    private const string CsvWithHeader = Csv + "; charset=utf-8; header=present";

    internal static IResult List<T>(HttpRequest request, IReadOnlyList<T> items, CsvTable table, string fileName)
    {
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return WantsCsv(request)
            ? TypedResults.File(table.ToBytes(), CsvWithHeader, fileName + CsvSuffix)
            : TypedResults.Ok(items);
    }

    private static bool WantsCsv(HttpRequest request) =>
        request.Path.Value!.EndsWith(CsvSuffix, StringComparison.OrdinalIgnoreCase) || Weight(request, Csv) > Weight(request, Json);

    /// <summary>How much the caller wants a type, 0 to 1: what the most specific accepted range says; 1 where nothing is said.</summary>
    private static double Weight(HttpRequest request, string type)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var wanted = new MediaTypeHeaderValue(type);
        return accepted.Count == 0
            ? 1
            : accepted.Where(range => wanted.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType))).MinBy(Breadth)?.Quality.GetValueOrDefault(1) ?? 0;
    }

    private static int Breadth(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0;
}
