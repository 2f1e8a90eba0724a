using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The machine-readable description of the API.</summary>
internal static class OpenDataDocument
{
    internal const string Name = "v1";
    internal const string Address = "/openapi/v1.json";

    private const string CsvForm = "UTF-8 med BOM, semikolon, decimalkomma och rubrikrad.";

    private const string Introduction =
        """
        Regionens mål, mått, målvärden och utfall med samma bedömningar som sidorna visar, organisationen, de beslutade styrkorten med sina
        aktiviteter, årshjulet och ekonomin. Bara att läsa; inga utkast och inga uppgifter om vem som har registrerat.

        Tal är JSON-tal i måttets enhet (unit), perioder text (2024, 2024-T2, 2024-08) och tider ISO 8601 i UTC. Uppgifter med isExample är
        påhittade för demonstration. asOf frågar vad som var registrerat då, validOn vad som gällde den dagen. Listorna ges även som CSV, med
        Accept: text/csv eller .csv sist i adressen. En fråga som inte går att besvara får application/problem+json med ett detail som säger
        hur den rättas.
        """;

    internal static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = api => $"/{api.RelativePath}".StartsWith(OpenDataSetup.Root, StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "RegionPlan, öppna data", Version = Name, Description = Introduction };
            document.Servers = [new() { Url = "/" }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            foreach (var response in operation.Responses ?? [])
            {
                if (response.Value.Content?.TryGetValue(Answer.Csv, out var csv) is true)
                {
                    csv.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = CsvForm };
                }
            }

            return Task.CompletedTask;
        });
    }
}
