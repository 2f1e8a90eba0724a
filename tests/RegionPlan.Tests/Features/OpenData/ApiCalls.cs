using System.Globalization;
using System.Net;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace RegionPlan.Tests.Features.OpenData;

/// <summary>Questions to the open data of a running application.</summary>
internal static class ApiCalls
{
    public static async Task<HttpResponseMessage> Get(this TestApp app, string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1" + path, UriKind.Relative));
        request.Headers.Add("Origin", "https://exempel.se");
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await app.Client.SendAsync(request);
    }

    /// <summary>The JSON at a path, which must answer 200.</summary>
    public static async Task<JsonElement> Json(this TestApp app, string path)
    {
        using var response = await app.Get(path);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}\n{text}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The rows of the CSV at a path, which must answer 200, by column.</summary>
    public static async Task<List<Dictionary<string, string>>> Csv(this TestApp app, string path)
    {
        using var response = await app.Get(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await Rows(response);
    }

    public static async Task<List<Dictionary<string, string>>> Rows(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<Dictionary<string, string>>();
        await csv.ReadAsync();
        csv.ReadHeader();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        }

        return rows;
    }

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    public static decimal Number(this JsonElement element, string property) => element.GetProperty(property).GetDecimal();

    /// <summary>Every series of every measure, named by code, and by key where the measure has several.</summary>
    public static IEnumerable<(string Name, JsonElement Series)> SeriesOf(JsonElement measures) =>
        from measure in measures.EnumerateArray()
        from series in measure.GetProperty("series").EnumerateArray()
        let only = measure.GetProperty("series").GetArrayLength() == 1
        select (only ? measure.Text("code")! : $"{measure.Text("code")} {series.Text("key")}", series);
}
