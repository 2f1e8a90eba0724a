using System.Text.Json.Serialization;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports.Documents;

/// <summary>
/// A report put together: its prose, and every table and chart with the figures as they were. The page, the files and the open data are
/// written from it and from nothing else, so that they say the same; a decided report is kept as one.
/// </summary>
/// <param name="Title">The follow-up's name.</param>
/// <param name="Body">Whose report it is.</param>
/// <param name="From">The first day that it follows up.</param>
/// <param name="Through">The last day.</param>
/// <param name="Chapters">Its sections, in order.</param>
public sealed record ReportDocument(string Title, string Body, DateOnly From, DateOnly Through, IReadOnlyList<DocumentChapter> Chapters)
{
    /// <summary>Who has decided it: regionfullmäktige; the nämnd. Null where it is not decided.</summary>
    public string? DecidedBy { get; init; }
}

/// <summary>A section of a report.</summary>
/// <param name="Key">Its key in the template; unique in the report, and its place on the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Source">The law or the plan that asks for it.</param>
/// <param name="IsWritten">Whether somebody has written it, or only its template is shown.</param>
/// <param name="Blocks">What it says, in order.</param>
public sealed record DocumentChapter(string Key, string Title, string Source, bool IsWritten, IReadOnlyList<DocumentBlock> Blocks);

/// <summary>A part of a section.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Items), "list")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Remark), "remark")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Chart), "chart")]
[JsonDerivedType(typeof(Months), "months")]
[JsonDerivedType(typeof(Bridge), "bridge")]
public abstract record DocumentBlock
{
    private DocumentBlock()
    {
    }

    /// <param name="Level">3 right below the section's own heading, at most 6.</param>
    /// <param name="Text">The words.</param>
    [method: JsonConstructor]
    public sealed record Heading(int Level, IReadOnlyList<DocumentText> Text) : DocumentBlock
    {
        public Heading(int level, string text)
            : this(level, [new DocumentText(text)])
        {
        }
    }

    /// <summary>Prose.</summary>
    public sealed record Paragraph(IReadOnlyList<DocumentText> Text) : DocumentBlock;

    /// <param name="IsOrdered">Whether the items are numbered.</param>
    /// <param name="Each">The items, each with its own parts.</param>
    public sealed record Items(bool IsOrdered, IReadOnlyList<IReadOnlyList<DocumentBlock>> Each) : DocumentBlock;

    /// <summary>What somebody else has written, such as a nämnd.</summary>
    public sealed record Quote(IReadOnlyList<DocumentBlock> Blocks) : DocumentBlock;

    /// <summary>What the application says of itself: that something is missing, or where it comes from.</summary>
    public sealed record Remark(string Text) : DocumentBlock;

    /// <param name="Caption">What the table shows.</param>
    /// <param name="Columns">Its columns; the first holds the rows' heads.</param>
    /// <param name="Rows">As many cells in each as there are columns.</param>
    public sealed record Table(string Caption, IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<IReadOnlyList<DocumentCell>> Rows) : DocumentBlock
    {
        /// <summary>A row with more invented figures than these is marked by its head, once.</summary>
        private const int MostMarks = 2;

        /// <summary>Whether a row's invented figures are marked once, by its head, and not one by one.</summary>
        public static bool IsMarkedOnce(IReadOnlyList<DocumentCell> row) => row.Count(c => c.IsExample) > MostMarks;

        /// <summary>Whether a cell of a row is marked as invented.</summary>
        /// <param name="row">The row.</param>
        /// <param name="column">The cell's column.</param>
        public static bool IsMarked(IReadOnlyList<DocumentCell> row, int column) => IsMarkedOnce(row) ? column == 0 : row[column].IsExample;

        /// <summary>Whether it holds figures of the application, and not only what somebody has written.</summary>
        public bool IsLive { get; init; }
    }

    /// <param name="Key">Unique in the section.</param>
    /// <param name="Title">What it shows and of which years.</param>
    /// <param name="Description">The same in words.</param>
    /// <param name="Unit">The values' unit.</param>
    /// <param name="Decimals">How many decimals they have.</param>
    /// <param name="Lines">The lines, each with one point a year.</param>
    /// <param name="ShortTerms">The years' målvärden.</param>
    /// <param name="LongTerms">The long-term målvärden, and when each is to be reached.</param>
    /// <param name="Breaks">The first year of a new definition, and what changed.</param>
    public sealed record Chart(
        string Key,
        string Title,
        string Description,
        string Unit,
        int Decimals,
        IReadOnlyList<LineChart.Line> Lines,
        IReadOnlyList<YearValue> ShortTerms,
        IReadOnlyList<YearValue> LongTerms,
        IReadOnlyList<YearText> Breaks) : DocumentBlock, IDocumentDrawing;

    /// <param name="Key">Unique in the section.</param>
    /// <param name="Title">What it shows and of which year.</param>
    /// <param name="Description">The same in words.</param>
    /// <param name="Unit">The values' unit.</param>
    /// <param name="Decimals">How many decimals they have.</param>
    /// <param name="MonthHeading">What is said of the months: Efter.</param>
    /// <param name="Lines">The lines, each with a point for the months that it tells of.</param>
    /// <param name="Level">What all months are compared with; null where nothing is.</param>
    public sealed record Months(
        string Key, string Title, string Description, string Unit, int Decimals, string MonthHeading, IReadOnlyList<MonthLine> Lines, NamedValue? Level) : DocumentBlock, IDocumentDrawing;

    /// <param name="Key">Unique in the section.</param>
    /// <param name="Title">From what to what, and of which year.</param>
    /// <param name="Description">The same in words.</param>
    /// <param name="Unit">The amounts' unit.</param>
    /// <param name="Decimals">How many decimals they have.</param>
    /// <param name="Steps">From the first level to the last.</param>
    public sealed record Bridge(
        string Key, string Title, string Description, string Unit, int Decimals, IReadOnlyList<BridgeChart.Step> Steps) : DocumentBlock, IDocumentDrawing
    {
        /// <summary>Whether any of it is invented for demonstration.</summary>
        public bool HasExamples { get; init; }
    }
}

/// <summary>What is drawn in a report, and told in words and figures for those who do not see it.</summary>
public interface IDocumentDrawing
{
    /// <summary>Unique in the section.</summary>
    string Key { get; }

    /// <summary>What it shows and of when.</summary>
    string Title { get; }

    /// <summary>The same in words.</summary>
    string Description { get; }

    /// <summary>The values' unit.</summary>
    string Unit { get; }

    /// <summary>How many decimals they have.</summary>
    int Decimals { get; }
}

/// <param name="Name">What the line shows.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Points">Its points, in order.</param>
public sealed record MonthLine(string Name, LineKind Kind, IReadOnlyList<MonthValue> Points);

/// <param name="Through">The month's last day.</param>
/// <param name="Value">In the chart's unit.</param>
/// <param name="IsExample">Whether it is invented for demonstration.</param>
public sealed record MonthValue(DateOnly Through, decimal Value, bool IsExample = false);

/// <param name="Name">What the value is.</param>
/// <param name="Value">In the chart's unit.</param>
public sealed record NamedValue(string Name, decimal Value);

/// <param name="Year">Null where no year is set.</param>
/// <param name="Value">In the chart's unit.</param>
/// <param name="IsExample">Whether it is invented for demonstration.</param>
public sealed record YearValue(int? Year, decimal Value, bool IsExample = false);

/// <param name="Year">The year.</param>
/// <param name="Text">What happened in it.</param>
public sealed record YearText(int Year, string Text);

/// <summary>A run of text in one style.</summary>
/// <param name="Text">The words; a line break inside a paragraph is a line feed.</param>
public sealed record DocumentText(string Text)
{
    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Where it leads, from the site's root or whole; null where it is no link.</summary>
    public string? Href { get; init; }

    /// <summary>A note to this place: its text; the words are then the note's number.</summary>
    public string? Note { get; init; }
}

/// <param name="Title">The column's head.</param>
/// <param name="IsNumeric">Whether it holds figures, set to the right.</param>
public sealed record DocumentColumn(string Title, bool IsNumeric = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What is read.</param>
[method: JsonConstructor]
public sealed record DocumentCell(IReadOnlyList<DocumentText> Text)
{
    public DocumentCell(string text, string? href = null)
        : this([new DocumentText(text) { Href = href }])
    {
    }

    public static DocumentCell None { get; } = new("–");

    /// <summary>The figure that the text shows; null where it is none.</summary>
    public DocumentFigure? Figure { get; init; }

    /// <summary>How a status is shown, as <see cref="StatusMark.Key"/>; null where the cell says none.</summary>
    public string? Status { get; init; }

    /// <summary>What stands below, line by line, in smaller letters.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Whether the figure is invented for demonstration.</summary>
    public bool IsExample { get; init; }

    /// <summary>The text without its styles.</summary>
    [JsonIgnore]
    public string Plain => string.Concat(Text.Select(t => t.Text));
}

/// <summary>A figure of the value store as a report shows it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Decimals">How many decimals it is shown with.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="EntryId">The recorded utfall, prognos, budget or målvärde that it is; null where it is derived.</param>
public sealed record DocumentFigure(decimal Value, int Decimals, string Unit, Guid? EntryId = null)
{
    /// <summary>Where what it is derived from is shown, as it was known then; null where it is recorded, and where that is not told.</summary>
    public string? DerivedAt { get; init; }

    /// <summary>Where it is told what it comes from; null where it is not.</summary>
    [JsonIgnore]
    public string? Origin => DerivedAt ?? (EntryId is { } entry ? FigureAddress.Recorded(entry) : null);
}
