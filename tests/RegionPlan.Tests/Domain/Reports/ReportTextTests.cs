using RegionPlan.Domain.Reports;

namespace RegionPlan.Tests.Domain.Reports;

/// <summary>A section's text is prose with live blocks on lines of their own.</summary>
public sealed class ReportTextTests
{
    [Fact]
    public void A_line_that_names_a_live_block_is_one_and_all_else_is_prose() =>
        ReportText.PartsOf("# Rubrik\r\n\r\n[[mål]]\n  [[ Mått  3.11 ]]  \n\nSe [[mått 3.11]] i texten.\n[[avvikelser]]").ShouldBe(
        [
            new ReportPart.Prose("# Rubrik"),
            new ReportPart.Live(LiveBlockKind.Goals, null),
            new ReportPart.Live(LiveBlockKind.Measures, "3.11"),
            new ReportPart.Prose("Se [[mått 3.11]] i texten."),
            new ReportPart.Live(LiveBlockKind.Deviations, null),
        ]);

    [Theory]
    [InlineData("[[väder]]")]
    [InlineData("[[mål tre]]")]
    [InlineData("[[bedömningar 3]]")]
    public void What_looks_like_a_live_block_and_is_none_is_told_as_it_was_written(string line) =>
        ReportText.PartsOf(line).ShouldBe([new ReportPart.Unknown(line)]);

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    public void Nothing_written_is_nothing(string text) => ReportText.PartsOf(text).ShouldBeEmpty();

    [Fact]
    public void Every_kind_of_live_block_is_read_as_it_is_written()
    {
        foreach (var kind in Enum.GetValues<LiveBlockKind>())
        {
            ReportText.PartsOf(ReportText.Written(kind)).ShouldBe([new ReportPart.Live(kind, null)]);
        }
    }

    [Fact]
    public void What_notes_say_is_taken_out_of_the_text() =>
        ReportText.WithoutNotes("Text[^1]\n[[mål]]\n[^1]: En not.\nSlut").ShouldBe(("Text[^1]\n[[mål]]\nSlut", "[^1]: En not."));

    [Theory]
    [InlineData("[^1]: Första raden\n    andra raden.\nSlut", "Text[^1]\nSlut", "[^1]: Första raden\n    andra raden.")]
    [InlineData("[^1]: Första raden\n\tandra raden.\n\nSlut", "Text[^1]\n\nSlut", "[^1]: Första raden\n\tandra raden.")]
    [InlineData("[^1]: Ett stycke.\n\n    Ett till.\n\nSlut", "Text[^1]\n\nSlut", "[^1]: Ett stycke.\n\n    Ett till.")]
    [InlineData("[^1]: Ett.\n  mer.\n[^2]: Två.\n  mer.", "Text[^1]", "[^1]: Ett.\n  mer.\n\n[^2]: Två.\n  mer.")]
    [InlineData("[^1]: Ett.\n  [[mål]]\n  slut", "Text[^1]\n  [[mål]]\n  slut", "[^1]: Ett.")]
    [InlineData("[^1]: Ett.\n\n  Slut", "Text[^1]\n\n  Slut", "[^1]: Ett.")]
    public void A_notes_indented_lines_go_with_it(string end, string text, string notes) => ReportText.WithoutNotes($"Text[^1]\n{end}").ShouldBe((text, notes));
}
