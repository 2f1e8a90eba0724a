using RegionPlan.Domain.Reports;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>Puts a report together from its sections' texts and the figures.</summary>
internal static class ReportComposer
{
    /// <param name="reading">The report.</param>
    /// <param name="isDecided">Whether it is for the decision: what only tells the writer what to mend is left out.</param>
    internal static ReportDocument Compose(ReportReading reading, bool isDecided) => new(
        reading.FollowUp.Terms.Name,
        reading.Body,
        new(reading.FollowUp.Year, 1, 1),
        reading.FollowUp.Terms.Through,
        [
            .. reading.Sections.Select(s => new DocumentChapter(
                s.Template.Key, s.Template.Title, s.Template.Source, s.Current is not null, BlocksOf(s.Template, s.Text, reading.Figures, isDecided))),
            .. RulesAppendix.Of(reading) is { } rules ? new[] { rules } : [],
        ])
    {
        DecidedBy = isDecided ? reading.DecidedBy : null,
    };

    /// <summary>What a section's text comes to.</summary>
    /// <param name="section">The section.</param>
    /// <param name="text">Its text.</param>
    /// <param name="figures">What its live blocks show.</param>
    /// <param name="isDecided">Whether it is for the decision.</param>
    internal static IReadOnlyList<DocumentBlock> BlocksOf(SectionTemplate section, string text, ReportFigures figures, bool isDecided = false)
    {
        var live = new LiveBlocks(figures, isDecided);
        var notes = 0;
        List<DocumentBlock> blocks = [];
        var (prose, definitions) = ReportText.WithoutNotes(text);
        foreach (var part in ReportText.PartsOf(prose))
        {
            blocks.AddRange(part switch
            {
                ReportPart.Prose { Markdown: var markdown } => MarkdownBlocks.Of($"{markdown}\n\n{definitions}", section.Title, ref notes),
                ReportPart.Live shown => live.Of(shown),
                ReportPart.Unknown unknown => [live.Of(unknown)],
                _ => throw new ArgumentOutOfRangeException(nameof(text), part, null),
            });
        }

        return blocks;
    }
}
