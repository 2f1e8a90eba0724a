using RegionPlan.Domain.Reports;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>Puts a report together from its sections' texts and the figures.</summary>
internal static class ReportComposer
{
    internal static ReportDocument Compose(ReportReading reading) => new(
        reading.FollowUp.Terms.Name,
        reading.Body,
        new(reading.FollowUp.Year, 1, 1),
        reading.FollowUp.Terms.Through,
        [
            .. reading.Sections.Select(s => new DocumentChapter(
                s.Template.Key, s.Template.Title, s.Template.Source, s.Current is not null, BlocksOf(s.Text, reading.Figures))),
            RulesAppendix.Of(reading.Figures),
        ]);

    /// <summary>What a section's text comes to.</summary>
    internal static IReadOnlyList<DocumentBlock> BlocksOf(string text, ReportFigures figures)
    {
        var live = new LiveBlocks(figures);
        var notes = 0;
        List<DocumentBlock> blocks = [];
        var (prose, definitions) = ReportText.WithoutNotes(text);
        foreach (var part in ReportText.PartsOf(prose))
        {
            blocks.AddRange(part switch
            {
                ReportPart.Prose { Markdown: var markdown } => MarkdownBlocks.Of($"{markdown}\n\n{definitions}", ref notes),
                ReportPart.Live shown => live.Of(shown),
                ReportPart.Unknown unknown => [new DocumentBlock.Remark(
                    $"{unknown.Written} finns inte. Skriv {string.Join(", ", Enum.GetValues<LiveBlockKind>().Select(k => ReportText.Written(k)))}, eller till exempel {ReportText.Written(LiveBlockKind.Measures, "3.11")}.")],
                _ => throw new ArgumentOutOfRangeException(nameof(text), part, null),
            });
        }

        return blocks;
    }
}
