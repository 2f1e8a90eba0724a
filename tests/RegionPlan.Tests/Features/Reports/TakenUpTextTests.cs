using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Domain.FollowUps;
using RegionPlan.Web.Features.Reports;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>A nämnd's text in the region's report is a quote whose notes are its own, and no live block is left in it as words.</summary>
public sealed class TakenUpTextTests
{
    private const string Origin = "*Ur Kollektivtrafiknämnden, Verksamhetsberättelse, version 1*";

    [Fact]
    public void It_is_quoted_with_where_it_comes_from() =>
        TakenUpText.Of(Board("Ett.\r\n\r\nTvå."), "").ShouldBe($"> Ett.\n>\n> Två.\n>\n> {Origin}\n");

    [Fact]
    public void Its_live_blocks_are_left_out_and_it_is_said_where_their_figures_stand()
    {
        var text = TakenUpText.Of(Board("Före.\n\n[[avvikelser]]\n  [[mått 3.11]]\n[[väder]]\n\nEfter."), "");

        text.ShouldBe($"> Före.\n>\n> Efter.\n>\n> {Origin}\n>\n> *Siffrorna till texten står i nämndens egen rapport.*\n");
    }

    [Fact]
    public void Its_notes_get_labels_that_are_free_and_are_told_below_the_quote()
    {
        var text = TakenUpText.Of(Board("Ett[^1] och två[^b], åter ett[^1].\n\n[^1]: Not ett.\n    Mer.\n\n[^b]: Not två, se [^1]."), "Vår[^1] och [^3].\n\n[^1]: Vår not.");

        text.ShouldBe($"> Ett[^2] och två[^4], åter ett[^2].\n>\n> {Origin}\n\n[^2]: Not ett.\n    Mer.\n\n[^4]: Not två, se [^2].\n");
    }

    [Fact]
    public void What_is_read_in_the_report_has_each_note_where_it_belongs()
    {
        var text = "Vår[^1].\n\n[^1]: Vår not.";
        foreach (var said in new[] { "ett", "två" })
        {
            text = $"{text.TrimEnd('\n')}\n\n{TakenUpText.Of(Board($"Nämndens {said}[^1].\n\n[[avvikelser]]\n\n[^1]: Not {said}."), text)}";
        }

        var (prose, notes) = ReportText.WithoutNotes(text);
        var counted = 0;
        var found = MarkdownBlocks.Of($"{prose}\n\n{notes}", "Målen", ref counted).SelectMany(TextsOf).ToList();

        found.Where(t => t.Note is not null).Select(t => t.Note).ShouldBe(["Vår not.", "Not ett.", "Not två."]);
        string.Concat(found.Select(t => t.Text)).ShouldNotContain("[");
    }

    private static IEnumerable<DocumentText> TextsOf(DocumentBlock block) => block switch
    {
        DocumentBlock.Quote quote => quote.Blocks.SelectMany(TextsOf),
        DocumentBlock.Paragraph paragraph => paragraph.Text,
        _ => [],
    };

    private static BoardText Board(string text)
    {
        var followUp = FollowUpGiven.Planned(FollowUpGiven.Terms() with { Name = "Verksamhetsberättelse" }, FollowUpKind.ActivityReport);
        var report = new Report(followUp.Id, Guid.NewGuid());
        var template = ReportTemplate.Of(FollowUpKind.ActivityReport, followUp.Terms.Through)[0];
        return new("Kollektivtrafiknämnden", followUp, report.Write(template, text, SectionState.Done, 0, Given.Recorded()));
    }
}
