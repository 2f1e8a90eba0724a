using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>A report as JSON, for programs. The names are part of what is published: add, never rename, or raise <see cref="Schema"/>.</summary>
internal static class JsonFile
{
    internal const string Schema = "regionplan-report/1";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = ReportJson.MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    internal static byte[] Make(ReportDocument document, DocumentImprint imprint) => JsonSerializer.SerializeToUtf8Bytes(
        new PublishedReport(Schema, imprint.Language, imprint.Region, imprint.Standing, imprint.BaseAddress?.AbsoluteUri, document), Form);

    /// <param name="Schema">The form's name and version.</param>
    /// <param name="Language">The language of its texts.</param>
    /// <param name="Region">Whose it is.</param>
    /// <param name="Standing">Whether it is decided.</param>
    /// <param name="Site">What links that begin with a slash are to be read from.</param>
    /// <param name="Report">The report.</param>
    private sealed record PublishedReport(string Schema, string Language, string Region, string Standing, string? Site, ReportDocument Report);
}
