using System.Text;
using System.Text.Json;
using RegionPlan.Web.Features.Reports.Export;

namespace RegionPlan.Tests.Features.Reports.Export;

public sealed class OpenReportDataTests
{
    [Fact]
    public void The_json_tells_its_form_and_every_block_by_its_kind()
    {
        using var json = JsonDocument.Parse(JsonFile.Make(GivenDocument.Everything, GivenDocument.Imprint));
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["schema", "language", "region", "standing", "site", "report"]);
        json.RootElement.GetProperty("schema").GetString().ShouldBe("regionplan-report/1");
        var blocks = json.RootElement.GetProperty("report").GetProperty("chapters")[1].GetProperty("blocks");
        blocks.EnumerateArray().Select(b => b.GetProperty("kind").GetString()).ShouldBe(["table", "chart", "table"]);
        var figure = blocks[0].GetProperty("rows")[0][2].GetProperty("figure");
        (figure.GetProperty("value").GetDecimal(), figure.GetProperty("unit").GetString(), figure.GetProperty("entryId").GetGuid()).ShouldBe((10_186.6m, "antal", GivenDocument.Entry));
        blocks[1].GetProperty("lines")[1].GetProperty("kind").GetString().ShouldBe("women");
    }

    [Fact]
    public void The_csv_has_a_row_for_every_figure_of_the_live_tables()
    {
        var bytes = CsvFile.Make(GivenDocument.Everything);
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray(), "a byte order mark");
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("section;sectionTitle;table;row;column;value;unit;entryId;isExample");
        lines[1].ShouldBe($"mal;Utvärdering av målen;Målen;3.11 Antal vårdplatser;Utfall 2025;10186,6;antal;{GivenDocument.Entry};true");
        lines.ShouldContain("mal;Utvärdering av målen;Målen;1.3 Resultat;Utfall 2025;-7,3;mnkr;;false");
        lines.Length.ShouldBe(8);
    }
}
