using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The rows to fill in, with what has been typed or handed in.</summary>
internal static class OutcomeTemplate
{
    private static readonly IReadOnlyList<TemplateColumn> Columns = [.. TemplateColumns.All.Select(c => c.Column)];

    /// <param name="title">The document's title.</param>
    /// <param name="rows">The rows.</param>
    internal static TableTemplate Of(string title, IReadOnlyList<TemplateRow> rows) => new(
        title, ImportColumn.Table.SheetName, TemplateGuide.Lines, Columns, rows.Count, rows.Select(row => TemplateColumns.All.Select(c => c.Text(row)).ToList()));
}
