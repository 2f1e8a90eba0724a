using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Tests.TableFiles;

/// <summary>An .xlsx file made of its XML, so that a test can say exactly what is in it.</summary>
internal sealed class MadeWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly Dictionary<string, byte[]> extra = [];
    private string formats = "";
    private string shared = "";
    private string workbookProperties = "";

    /// <summary>Where the styles of <see cref="WithFormats"/> begin: 1 is the first.</summary>
    internal const int FirstStyle = 1;

    internal static MadeWorkbook WithSheet(params string[][] rows) => new MadeWorkbook().Sheet("Utfall", rows);

    internal MadeWorkbook Sheet(string name, params string[][] rows) => RawSheet(name, "visible", SheetXml(rows));

    internal MadeWorkbook HiddenSheet(string name, params string[][] rows) => RawSheet(name, "hidden", SheetXml(rows));

    internal MadeWorkbook RawSheet(string name, string state, string xml)
    {
        sheets.Add((name, state, xml));
        return this;
    }

    internal MadeWorkbook Merged(string area)
    {
        var (name, state, xml) = sheets[^1];
        sheets[^1] = (name, state, xml.Replace("</sheetData>", $"</sheetData><mergeCells><mergeCell ref=\"{area}\"/></mergeCells>", StringComparison.Ordinal));
        return this;
    }

    internal MadeWorkbook WithFormats(params string[] codes)
    {
        var own = codes.Select((code, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(code)}\"/>");
        var used = codes.Select((_, i) => $"<xf numFmtId=\"{164 + i}\"/>");
        formats = $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(own)}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + $"<cellXfs><xf numFmtId=\"0\"/>{string.Concat(used)}</cellXfs></styleSheet>";
        return this;
    }

    internal MadeWorkbook WithSharedTexts(params string[] items)
    {
        shared = $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>";
        return this;
    }

    internal MadeWorkbook CountingFrom1904()
    {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    internal MadeWorkbook WithPart(string path, byte[] content)
    {
        extra[path] = content;
        return this;
    }

    internal byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in Parts())
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    internal TableFile Read() => Reading.Of(Bytes());

    internal string Refusal() => Reading.RefusalOf(Bytes());

    internal static string Text(string text) => $"<c r=\"@\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    internal static string Number(string stored, int style = 0) => $"<c r=\"@\" s=\"{style}\"><v>{stored}</v></c>";

    internal static string Typed(string type, string stored) => $"<c r=\"@\" t=\"{type}\"><v>{stored}</v></c>";

    internal static string Formula(string? stored, string type = "n") =>
        $"<c r=\"@\" t=\"{type}\"><f>SUM(1)</f>{(stored is null ? "" : $"<v>{stored}</v>")}</c>";

    internal static string[] Heading(params string[] headings) => [.. headings.Select(Text)];

    internal static string SheetXml(params string[][] rows) =>
        $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>";

    private static string Row(string[] cells, int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var placed = cells.Select((cell, column) => cell.Replace("r=\"@\"", $"r=\"{(char)('A' + column)}{number}\"", StringComparison.Ordinal));
        return $"<row r=\"{number}\">{string.Concat(placed)}</row>";
    }

    private Dictionary<string, byte[]> Parts()
    {
        var texts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{workbookProperties}<sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"{Package}\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
                + Relation("sharedStrings", shared) + Relation("styles", formats) + "</Relationships>",
            ["xl/sharedStrings.xml"] = shared,
            ["xl/styles.xml"] = formats,
        };
        for (var i = 0; i < sheets.Count; i++)
        {
            texts[$"xl/worksheets/sheet{i}.xml"] = sheets[i].Xml;
        }

        var parts = texts.Where(part => part.Value.Length > 0).ToDictionary(part => part.Key, part => Encoding.UTF8.GetBytes(part.Value));
        foreach (var (path, content) in extra)
        {
            parts[path] = content;
        }

        return parts;
    }

    private static string Relation(string kind, string xml) =>
        xml.Length == 0 ? "" : $"<Relationship Id=\"{kind}\" Type=\"{Office}/{kind}\" Target=\"/xl/{kind}.xml\"/>";
}
