using DocumentFormat.OpenXml.Wordprocessing;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>The lists: one for all bullets, and for each numbered list one of its own, so that each begins at 1.</summary>
internal sealed class WordNumbering
{
    internal const int Bullets = 1;
    internal const int Numbers = 2;

    /// <summary>How much further in each level stands.</summary>
    internal const int Step = 397;

    internal const int Levels = 9;

    private static readonly string[] Signs = ["•", "–", "▪"];
    private readonly List<(int Id, int Level)> begun = [];

    /// <summary>A numbered list that begins at 1.</summary>
    internal int Begin(int level)
    {
        var id = Numbers + 1 + begun.Count;
        begun.Add((id, level));
        return id;
    }

    internal Numbering Sheet() => new(
        $"""
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{Each(l => Level(l, "bullet", Signs[l % Signs.Length]))}</w:abstractNum>
          <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{Each(l => Level(l, l % 2 == 0 ? "decimal" : "lowerLetter", $"%{l + 1}."))}</w:abstractNum>
          <w:num w:numId="{Bullets}"><w:abstractNumId w:val="0"/></w:num>
          <w:num w:numId="{Numbers}"><w:abstractNumId w:val="1"/></w:num>
          {string.Concat(begun.Select(b => $"<w:num w:numId=\"{b.Id}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{b.Level}\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"))}
        </w:numbering>
        """);

    private static string Each(Func<int, string> level) => string.Concat(Enumerable.Range(0, Levels).Select(level));

    private static string Level(int level, string format, string text) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{Step * (level + 1)}\" w:hanging=\"{Step}\"/></w:pPr></w:lvl>";
}
