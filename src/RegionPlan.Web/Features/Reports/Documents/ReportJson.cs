using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>A report as JSON: how a decided one is kept.</summary>
internal static class ReportJson
{
    /// <summary>Deeper than a section can be, also one that was kept before its levels were counted.</summary>
    internal const int MaxDepth = 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static string Write(ReportDocument document) => JsonSerializer.Serialize(document, Options);

    /// <exception cref="InvalidDataException">It is no report.</exception>
    internal static ReportDocument Read(string json) => JsonSerializer.Deserialize<ReportDocument>(json, Options)
        ?? throw new InvalidDataException("A decided report in the database has no content.");
}
