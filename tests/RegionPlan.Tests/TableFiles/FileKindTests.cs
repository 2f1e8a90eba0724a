using System.IO.Compression;
using System.Text;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.TableFiles;
using static RegionPlan.Tests.TableFiles.MadeWorkbook;

namespace RegionPlan.Tests.TableFiles;

public sealed class FileKindTests
{
    private const string Csv = "Mått;Period;Totalt\n3.11;2024;78,5\n";

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void A_workbook_is_known_by_what_it_holds_and_not_by_its_name() =>
        Reading.Of(Small().Bytes(), "utfall.csv").Format.ShouldBe("Excel, bladet Utfall");

    [Fact]
    public void A_text_is_known_by_what_it_holds_and_not_by_its_name() =>
        Reading.Of(Encoding.UTF8.GetBytes(Csv), "utfall.xlsx").Format.ShouldBe("CSV med semikolon, UTF-8");

    [Fact]
    public void An_empty_file_is_refused() => Reading.RefusalOf([], "C:/mapp/tom.xlsx").ShouldBe("Filen tom.xlsx är tom. Kontrollera att rätt fil är vald och att den är sparad.");

    [Fact]
    public void A_file_larger_than_the_limit_is_refused_without_being_read()
    {
        using var content = new Unreadable(ImportColumn.Table.Limits.MaxBytes + 1);

        Should.Throw<FileRefused>(() => TableFileReader.Read(ImportColumn.Table, content, "stor.xlsx")).Message.ShouldContain("Största storlek är 50 MB");
    }

    [Fact]
    public void An_older_workbook_is_refused() => Reading.RefusalOf([.. Ole, .. new byte[2_000]]).ShouldContain("äldre Excel-formatet (.xls)");

    [Theory]
    [InlineData(0)]
    [InlineData(65_520)]
    [InlineData(200_000)]
    public void A_workbook_with_a_password_is_refused(int before) =>
        Reading.RefusalOf([.. Ole, .. new byte[before], .. Encoding.Unicode.GetBytes("EncryptedPackage")]).ShouldContain("ta bort lösenordet");

    [Fact]
    public void A_pdf_is_refused() => Reading.RefusalOf("%PDF-1.7\nMått;Period;Totalt\n").ShouldContain("är en PDF");

    [Theory]
    [InlineData("<html><table><tr><td>Mått</td></tr></table></html>")]
    [InlineData("\uFEFF\n<?xml version=\"1.0\"?><Workbook/>")]
    public void A_web_page_that_Excel_opens_is_refused(string page) => Reading.RefusalOf(page).ShouldContain("webbsida eller XML");

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Reading.RefusalOf([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]).ShouldContain("varken en Excel-arbetsbok");

    [Theory]
    [InlineData("xl/vbaProject.bin", "x")]
    [InlineData("xl/macrosheets/sheet1.xml", "x")]
    [InlineData("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")]
    public void A_workbook_with_macros_is_refused(string path, string content)
    {
        var refusal = Small().WithPart(path, Encoding.UTF8.GetBytes(content)).Refusal();

        refusal.ShouldContain("makron");
        refusal.ShouldContain("Spara som");
    }

    [Theory]
    [InlineData("mimetype", "OpenDocument")]
    [InlineData("xl/workbook.bin", "binär Excel-arbetsbok")]
    public void Another_kind_of_workbook_is_refused(string path, string said) => Small().WithPart(path, [1]).Refusal().ShouldContain(said);

    [Theory]
    [InlineData("bild.png")]
    [InlineData("word/document.xml")]
    public void Another_zip_file_is_refused(string path) => Reading.RefusalOf(Zip((path, [1, 2, 3]))).ShouldContain("annat slags fil");

    [Fact]
    public void A_zip_file_with_nothing_in_it_is_refused() => Reading.RefusalOf(Zip()).ShouldContain("annat slags fil");

    internal static byte[] Zip(params (string Path, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private static MadeWorkbook Small() => WithSheet(Heading("Mått", "Period", "Totalt"), [Text("3.11"), Text("2024"), Number("78.5")]);

    private sealed class Unreadable(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("It was read.");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("It was read.");
    }
}
