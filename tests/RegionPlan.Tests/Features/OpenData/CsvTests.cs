using System.Globalization;
using System.Text;
using System.Text.Json;
using RegionPlan.Web.Features.OpenData;

namespace RegionPlan.Tests.Features.OpenData;

public sealed class CsvTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/plans")]
    [InlineData("/goals?year=2024")]
    [InlineData("/measures/3.11/outcomes")]
    public async Task A_row_says_what_the_json_says(string path)
    {
        var items = (await app.Json(path)).EnumerateArray().ToList();
        var rows = await app.Csv(WithSuffix(path));

        rows.Count.ShouldBe(items.Count);
        rows.ShouldNotBeEmpty();
        foreach (var (item, row) in items.Zip(rows))
        {
            var compared = item.EnumerateObject().Where(p => row.ContainsKey(p.Name)).ToList();
            compared.Count.ShouldBeGreaterThan(5);
            compared.ShouldAllBe(p => row[p.Name] == AsCell(p.Value));
        }
    }

    [Fact]
    public async Task Measures_have_a_row_for_each_series_with_the_figures_of_the_json()
    {
        var series = (await app.Json("/measures?year=2024")).EnumerateArray()
            .SelectMany(m => m.GetProperty("series").EnumerateArray().Select(s => (Measure: m, Series: s))).ToList();
        var rows = await app.Csv("/measures.csv?year=2024");

        rows.Count.ShouldBe(series.Count);
        foreach (var ((measure, one), row) in series.Zip(rows))
        {
            row["code"].ShouldBe(measure.Text("code"));
            row["name"].ShouldBe(measure.Text("name"));
            row["unit"].ShouldBe(measure.Text("unit"));
            row["goal"].ShouldBe(AsCell(measure.GetProperty("goal").GetProperty("order")));
            row["direction"].ShouldBe(measure.Text("direction"));
            row["series"].ShouldBe(one.Text("key"));
            row["status"].ShouldBe(one.Text("status"));
            row["reasonKind"].ShouldBe(one.GetProperty("reason").Text("kind"));
            row["reasonText"].ShouldBe(one.Text("reasonText"));
            row["trend"].ShouldBe(one.GetProperty("trend").Text("direction"));
            row["trendChange"].ShouldBe(AsCell(one.GetProperty("trend").GetProperty("change")));
            row["outcome"].ShouldBe(ValueOf(one.GetProperty("outcome")));
            row["target"].ShouldBe(ValueOf(one.GetProperty("shortTerm")));
        }
    }

    [Fact]
    public async Task Numbers_have_a_decimal_comma()
    {
        var row = (await app.Csv("/measures.csv?year=2024")).Single(r => r["code"] == "3.11");

        row["outcome"].ShouldBe("89,5");
        row["tolerance"].ShouldBe("4,35");
    }

    [Fact]
    public async Task Negative_numbers_have_a_plain_minus_that_spreadsheets_read() =>
        (await app.Csv("/measures.csv?year=2024")).Single(r => r["code"] == "1.2")["distance"].ShouldBe("-2,7");

    [Fact]
    public async Task Both_steps_of_a_long_term_target_stand_in_the_row()
    {
        var row = (await app.Csv("/measures.csv?year=2024")).Single(r => r["code"] == "2.1");

        row["longTerm"].ShouldEndWith(" | Netto noll (2040)");
    }

    [Fact]
    public async Task A_file_begins_with_a_byte_order_mark_and_is_named_after_what_it_holds()
    {
        using var response = await app.Get("/measures.csv?year=2024");

        (await response.Content.ReadAsByteArrayAsync())[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("matt-2024-2026-2024.csv");
    }

    [Theory]
    [InlineData("text/csv", true)]
    [InlineData("text/csv; charset=utf-8", true)]
    [InlineData("text/csv, application/json;q=0.9", true)]
    [InlineData("application/json, text/csv", false)]
    [InlineData("application/json, text/csv;q=0.5", false)]
    [InlineData("text/html, */*;q=0.8", false)]
    [InlineData("text/csv;q=0, */*", false)]
    [InlineData(null, false)]
    public async Task The_caller_chooses_by_accept(string? accept, bool csv)
    {
        using var response = await app.Get("/goals", accept);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(csv ? "text/csv" : "application/json");
        response.Headers.Vary.ShouldContain("Accept");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("-0,3", "-0,3")]
    [InlineData("+4", "+4")]
    [InlineData("-1\n=2", "'-1\n=2")]
    [InlineData("Färre än = bra", "Färre än = bra")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text, string cell) =>
        CsvTable.Of([text], [("text", t => t)]).Rows[0][0].ShouldBe(cell);

    [Fact]
    public void Semicolons_quotes_and_line_breaks_stay_in_their_cell() =>
        Encoding.UTF8.GetString(CsvTable.Of(["a;b", "c\"d", "e\nf"], [("text", t => t)]).ToBytes())
            .ShouldBe("\uFEFFtext\r\n\"a;b\"\r\n\"c\"\"d\"\r\n\"e\nf\"\r\n");

    private static string WithSuffix(string path) => path.Contains('?', StringComparison.Ordinal)
        ? path.Replace("?", ".csv?", StringComparison.Ordinal)
        : path + ".csv";

    private static string ValueOf(JsonElement thing) => thing.ValueKind == JsonValueKind.Null ? "" : AsCell(thing.GetProperty("value"));

    private static string AsCell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetDecimal().ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ','),
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array => throw new ArgumentException($"not a cell: {value}"),
    };
}
