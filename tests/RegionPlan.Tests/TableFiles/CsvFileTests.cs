using System.Text;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Tests.TableFiles;

public sealed class CsvFileTests
{
    private const string Small = "Mått;Period;Totalt;Åtgärd\n3.11;2024;78,5;Fler besök på Öland\n";

    [Theory]
    [InlineData(";", "semikolon")]
    [InlineData("\t", "tabb")]
    [InlineData(",", "komma")]
    public void The_delimiter_is_found_from_the_headings(string delimiter, string word)
    {
        var file = Reading.Of($"\"Mått\"{delimiter}\"Period\"{delimiter}\"Totalt\"\r\n3.11{delimiter}2024{delimiter}\"78,5; ungefär\t\"");

        file.Format.ShouldBe($"CSV med {word}, UTF-8");
        file.Rows.Single()[ImportColumn.Total].ShouldBe("78,5; ungefär");
    }

    [Theory]
    [InlineData("sep=|\r\n", "|")]
    [InlineData("SEP=;\n", ";")]
    [InlineData("\"sep=;\"\n", ";")]
    public void A_first_line_may_tell_the_delimiter(string first, string delimiter)
    {
        var row = Reading.Of($"{first}Mått{delimiter}Period{delimiter}Totalt\n3.11{delimiter}2024{delimiter}7\n").Rows.Single();

        (row.Number, row[ImportColumn.Total]).ShouldBe((3, "7"));
    }

    [Theory]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("windows-1252", false, "Windows-1252")]
    public void The_way_it_is_written_is_found_and_told(string encoding, bool isMarked, string name)
    {
        var written = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. isMarked ? written.GetPreamble() : [], .. written.GetBytes(Small)];

        var file = Reading.Of(bytes, "utfall.csv");

        file.Format.ShouldBe("CSV med semikolon, " + name);
        file.Rows.Single()[ImportColumn.Action].ShouldBe("Fler besök på Öland");
    }

    [Fact]
    public void A_file_that_is_not_what_its_mark_says_is_refused() =>
        Reading.RefusalOf([.. Encoding.UTF8.GetPreamble(), .. Encoding.Latin1.GetBytes(Small)]).ShouldContain("säger sig vara skriven i UTF-8");

    [Fact]
    public void A_mark_late_in_the_file_that_is_no_UTF8_is_found()
    {
        var rows = string.Concat(Enumerable.Repeat("3.11;2024;78,5;x\n", 10_000));
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Matt;Period;Totalt;M\n"), .. Encoding.UTF8.GetBytes(rows), 0xE5];

        Reading.RefusalOf(bytes).ShouldContain("Kolumnen Mått saknas");
        Reading.Of([.. Encoding.Latin1.GetBytes("Mått;Period;Totalt;M\n"), .. Encoding.UTF8.GetBytes(rows)]).Format.ShouldEndWith("Windows-1252");
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u00e5\0")]
    public void Zero_bytes_are_refused(string sign) => Reading.RefusalOf(Encoding.Latin1.GetBytes("Matt;Period\n" + sign)).ShouldContain("textfil");

    [Fact]
    public void Quoted_fields_hold_delimiters_quotes_and_line_breaks()
    {
        var rows = Reading.Of("Mått;Period;Kommentar\r\n3.11;2024;\"a;b \"\"c\"\"\r\nd\"\r\n\r\n3.12;2024;fem\" rör\r\n").Rows;

        rows.Select(row => (row.Number, row[ImportColumn.Comment])).ShouldBe([(2, "a;b \"c\"\nd"), (5, "fem\" rör")]);
    }

    [Theory]
    [InlineData("3.11;2024;1\n\n3.12;2024;\"aldrig\nslut\n\n", 4)]
    [InlineData("3.11;2024;1\n3.12;2024;\"slut\" och mer\n3.13;2024;2\n", 3)]
    [InlineData("3.11;\"20\n24\";1\n3.12;2024;\"a\nb\" c\n3.13;2024;2\n", 4)]
    public void Quotation_marks_that_do_not_close_are_refused_with_their_line(string rows, int line) =>
        Reading.RefusalOf("Mått;Period;Kommentar\n" + rows).ShouldStartWith($"Citattecknen på rad {line} går inte ihop.");

    [Fact]
    public void A_quotation_mark_that_never_closes_in_a_large_file_is_refused_with_its_line() =>
        Reading.RefusalOf("Mått;Period;Kommentar\n3.11;2024;\"öppen\n" + string.Concat(Enumerable.Repeat("3.12;2024;x\n", 50_000)))
            .ShouldStartWith("Citattecknen på rad 2 går inte ihop.");

    [Fact]
    public void Bad_quotes_in_the_headings_are_refused() => Reading.RefusalOf("\"Mått;Period;Totalt\n3.11;2024;1\n").ShouldStartWith("Citattecknen på rad 1");

    [Fact]
    public void A_row_with_more_fields_than_headings_is_a_problem_of_that_row()
    {
        var rows = Reading.Of("Mått,Period,Totalt\n3.11,2024,78,5\n3.12,2024,7,,\n").Rows;

        rows[0].Problems.ShouldBe([new(ImportColumn.Total,
            "Raden har 4 fält men rubrikraden bara 3, så värdena kan ha hamnat i fel kolumn. Tal med decimalkomma och texter som innehåller komma ska stå inom citattecken. Rätta raden, eller spara filen på nytt från Excel.")]);
        rows[1].Problems.ShouldHaveSingleItem().Message.ShouldStartWith("Raden har 5 fält", customMessage: "15,5,, is a decimal comma as often as two empty cells");
        Reading.Of("Mått;Period;Totalt\n3.12;2024;7;;\n").Rows.Single().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_value_below_no_heading_is_a_problem_of_that_row()
    {
        var rows = Reading.Of("Mått;Period;;Totalt\n3.11;2024;;7\n3.12;2024;9;7\n").Rows;

        rows[0].Problems.ShouldBeEmpty();
        rows[1].Problems.ShouldBe([new(ImportColumn.Total, "Kolumn 3 har ett värde men ingen rubrik. Ge kolumnen en rubrik som i mallen, eller ta bort värdet.")]);
    }

    [Fact]
    public void A_row_with_fewer_fields_has_empty_cells() => Reading.Of("Mått;Period;Totalt;Män\n3.11;2024\n").Rows.Single()[ImportColumn.Men].ShouldBe("");

    [Fact]
    public void A_title_may_stand_above_the_headings() => Reading.Of("Utfall för vården\n\n" + Small).Rows.Single().Number.ShouldBe(4);

    [Fact]
    public void Missing_and_doubled_headings_are_refused()
    {
        Reading.RefusalOf("Mått;Totalt;Budget\n1;2;3\n").ShouldStartWith("Kolumnen Period saknas i filen utfall.csv. Rubrikerna på rad 1 är: Mått, Totalt, Budget.");
        Reading.RefusalOf("Mått;Period;Män;Budget;män\n1;2;3\n").ShouldStartWith("Rubriken Män finns två gånger på rad 1: kolumn 3 och kolumn 5.");
    }

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'-Se nedan", "-Se nedan")]
    [InlineData("''@a", "'@a")]
    [InlineData("'tis", "'tis")]
    [InlineData("-5", "-5")]
    public void The_apostrophe_before_what_could_be_a_formula_is_taken_away(string written, string text) =>
        Reading.Of($"Mått;Period;Kommentar\n3.11;2024;{written}\n").Rows.Single()[ImportColumn.Comment].ShouldBe(text);

    [Fact]
    public void Rows_with_nothing_are_passed_over_and_rows_without_values_are_kept() =>
        Reading.Of("Mått;Period;Totalt\n;;\n3.11;2024;\n\n ; ;\n3.12;2024;\n").Rows.Select(row => row.Number).ShouldBe([3, 6]);

    [Fact]
    public void More_rows_than_the_limit_are_refused() =>
        Reading.RefusalOf("Mått;Period;Totalt\n" + string.Concat(Enumerable.Repeat("3.11;2024;1\n", ImportColumn.Table.Limits.MaxRows + 1)))
            .ShouldContain($"fler än {RowIntake.Count(ImportColumn.Table.Limits.MaxRows)} rader");

    [Fact]
    public void How_far_it_has_come_is_told_and_it_can_be_stopped()
    {
        var content = new MemoryStream(Encoding.UTF8.GetBytes("Mått;Period;Totalt\n" + string.Concat(Enumerable.Repeat("3.11;2024;1\n", 5_500))));
        using var stop = new CancellationTokenSource();
        var told = new Told();

        TableFileReader.Read(ImportColumn.Table, content, "utfall.csv", told).Rows.Count.ShouldBe(5_500);
        told.Counts.ShouldBe([1_000, 2_000, 3_000, 4_000, 5_000, 5_500]);

        told.OnTold = stop.Cancel;
        told.Counts.Clear();
        Should.Throw<OperationCanceledException>(() => TableFileReader.Read(ImportColumn.Table, content, "utfall.csv", told, stop.Token));
        told.Counts.ShouldBe([1_000]);
    }

    private sealed class Told : IProgress<int>
    {
        internal List<int> Counts { get; } = [];

        internal Action? OnTold { get; set; }

        public void Report(int value)
        {
            Counts.Add(value);
            OnTold?.Invoke();
        }
    }
}
