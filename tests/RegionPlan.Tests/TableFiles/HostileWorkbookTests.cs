using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.TableFiles;
using static RegionPlan.Tests.TableFiles.MadeWorkbook;

namespace RegionPlan.Tests.TableFiles;

public sealed class HostileWorkbookTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly string[][] Rows = [Heading("Mått", "Period", "Totalt"), [Text("3.11"), Text("2024"), Number("78.5")]];

    [Fact]
    public void An_archive_that_unpacks_to_more_than_the_limit_is_refused()
    {
        var bomb = Bomb(megabytes: 600);

        bomb.Length.ShouldBeLessThan(Megabyte * 2);
        Reading.RefusalOf(bomb).ShouldContain("packas upp till mer än 512 MB");
    }

    [Fact]
    public void An_archive_that_lies_about_its_sizes_is_refused_all_the_same() =>
        Reading.RefusalOf(WithDeclaredSizes(Bomb(megabytes: 600), size: 1_000)).ShouldNotBeEmpty();

    [Fact]
    public void A_small_sheet_that_declares_another_size_than_it_has_is_refused() =>
        Reading.RefusalOf(WithDeclaredSizes(WithSheet(Rows).Bytes(), size: 10)).ShouldContain("skadad");

    [Fact]
    public void An_archive_of_too_many_parts_is_refused()
    {
        var workbook = WithSheet(Rows);
        for (var i = 0; i < 2_001; i++)
        {
            workbook.WithPart($"xl/media/{i}", []);
        }

        workbook.Refusal().ShouldContain($"fler än {RowIntake.Count(2_000)} delar");
    }

    [Fact]
    public void A_workbook_cut_off_anywhere_is_refused()
    {
        var whole = WithSheet(Rows).Bytes();
        for (var length = 4; length < whole.Length; length += 7)
        {
            Reading.RefusalOf(whole[..length]).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_workbook_with_any_byte_changed_is_read_or_refused_but_never_falls()
    {
        var whole = WithSheet(Rows).WithFormats("0.0").WithSharedTexts("<t>x</t>").Bytes();
        for (var place = 0; place < whole.Length; place++)
        {
            var changed = whole.ToArray();
            changed[place] ^= 0x55;
            ReadOrRefuse(changed);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet/>")]
    [InlineData("<worksheet><sheetData><row><c t=\"str\"><v><![CDATA[x]]></v></c></row></sheetData></worksheet>")]
    public void A_part_with_a_DTD_or_CDATA_is_refused(string xml) =>
        new MadeWorkbook().RawSheet("Utfall", "visible", xml).Refusal().ShouldContain("DTD eller CDATA");

    [Fact]
    public void A_comment_in_a_part_is_let_be() =>
        new MadeWorkbook().RawSheet("Utfall", "visible", "<!-- made by something -->" + SheetXml(Rows)).Read().Rows.Count.ShouldBe(1);

    [Fact]
    public void A_part_with_a_DTD_in_another_encoding_is_refused() =>
        WithSheet(Rows).WithPart("xl/worksheets/sheet0.xml", Encoding.Unicode.GetBytes("\uFEFF<!DOCTYPE x []><x/>")).Refusal().ShouldContain("UTF-8");

    [Fact]
    public void Elements_within_each_other_without_end_are_refused() => RefusedXml("nested too deep", string.Concat(Enumerable.Repeat("<a>", 100_000)));

    [Fact]
    public void Names_without_end_are_refused() => RefusedXml("XML names", "<x>" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<n{i}/>")));

    [Fact]
    public void Attributes_without_end_are_refused() => RefusedXml("XML names", "<x " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='>' ")));

    [Fact]
    public void A_text_without_end_is_refused() => RefusedXml("längre än Excel tillåter", "<x>" + new string('a', 10 * Megabyte));

    [Fact]
    public void A_cell_of_runs_without_end_is_refused() => RefusedXml(
        "text is too long",
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is>" + string.Concat(Enumerable.Repeat("<r><t>" + new string('a', 1_000) + "</t></r>", 1_000)));

    [Fact]
    public void Cells_without_end_in_a_row_are_refused() => RefusedXml(
        "Too many cells in a row", "<worksheet><sheetData><row>" + string.Concat(Enumerable.Repeat("<c r=\"A1\"><v>1</v></c>", 20_000)));

    [Fact]
    public void Merged_cells_without_end_are_refused() => RefusedXml(
        "Too many merged cells",
        SheetXml(Rows).Replace("</worksheet>", string.Concat(Enumerable.Repeat("<mergeCell ref=\"K1:K2\"/>", 100_001)) + "</worksheet>", StringComparison.Ordinal));

    [Fact]
    public void A_list_of_styles_without_end_is_refused()
    {
        var styles = "<styleSheet><cellXfs>" + string.Concat(Enumerable.Repeat("<xf/>", 4_000_000)) + "</cellXfs></styleSheet>";

        WithSheet(Rows).WithFormats("0").WithPart("xl/styles.xml", Encoding.UTF8.GetBytes(styles)).Refusal().ShouldContain("orimligt stor");
    }

    [Fact]
    public void The_reading_of_a_workbook_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => TableFileReader.Read(ImportColumn.Table, new MemoryStream(WithSheet(Rows).Bytes()), "utfall.xlsx", null, stop.Token));
    }

    [Fact]
    public void The_reason_is_kept_for_the_log() =>
        Should.Throw<FileRefused>(() => Reading.Of(WithSheet(Rows).Bytes()[..^30])).InnerException.ShouldBeOfType<InvalidDataException>();

    private static void RefusedXml(string why, string xml)
    {
        var refused = Should.Throw<FileRefused>(() => new MadeWorkbook().RawSheet("Utfall", "visible", xml).Read());

        (refused.Message + refused.InnerException?.Message).ShouldContain(why);
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            Reading.Of(bytes).Rows.ShouldNotBeEmpty();
        }
        catch (FileRefused refused)
        {
            refused.Message.ShouldNotBeEmpty();
        }
    }

    private static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        file.Write(WithSheet(Rows).Bytes());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet0.xml")!.Delete();
        }

        var nothing = new byte[Megabyte];
        using var bomb = new MemoryStream();
        using (var from = new ZipArchive(file, ZipArchiveMode.Read))
        using (var to = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var part = to.CreateEntry(entry.FullName).Open();
                using var content = entry.Open();
                content.CopyTo(part);
            }

            using var sheet = to.CreateEntry("xl/worksheets/sheet0.xml").Open();
            for (var i = 0; i < megabytes; i++)
            {
                sheet.Write(nothing);
            }
        }

        return bomb.ToArray();
    }

    /// <summary>Writes another unpacked size into every header of an archive.</summary>
    private static byte[] WithDeclaredSizes(byte[] archive, uint size)
    {
        for (var i = 0; i < archive.Length - 30; i++)
        {
            var header = archive.AsSpan(i);
            if (header.StartsWith("PK\u0003\u0004"u8))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(header[22..], size);
            }
            else if (header.StartsWith("PK\u0001\u0002"u8))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(header[24..], size);
            }
        }

        return archive;
    }
}
