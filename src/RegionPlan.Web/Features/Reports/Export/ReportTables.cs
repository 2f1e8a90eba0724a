using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>Finds the tables of a report, also those inside lists and quotes.</summary>
internal static class ReportTables
{
    internal static IEnumerable<DocumentBlock.Table> Of(DocumentChapter chapter) => All(chapter.Blocks).OfType<DocumentBlock.Table>();

    /// <summary>Every block, in the order they are read.</summary>
    internal static IEnumerable<DocumentBlock> All(IEnumerable<DocumentBlock> blocks) => blocks.SelectMany(b => Within(b).Prepend(b));

    private static IEnumerable<DocumentBlock> Within(DocumentBlock block) => block switch
    {
        DocumentBlock.Items items => items.Each.SelectMany(All),
        DocumentBlock.Quote quote => All(quote.Blocks),
        _ => [],
    };
}
