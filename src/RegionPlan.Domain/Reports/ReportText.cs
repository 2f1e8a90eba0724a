using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionPlan.Domain.Reports;

/// <summary>What a live block shows.</summary>
public enum LiveBlockKind
{
    /// <summary>mål: every goal with its status, counts and coverage; with a number that goal alone, with its measures.</summary>
    Goals,

    /// <summary>mått: every målsatt measure in a table by goal; with a code that measure with its chart and analysis.</summary>
    Measures,

    /// <summary>avvikelser: what is not achieved, with analysis and åtgärd.</summary>
    Deviations,

    /// <summary>bedömningar: what the nämnder say of the goals.</summary>
    Assessments,

    /// <summary>ekonomi: the year's outcome and helårsprognos against the budget, post by post.</summary>
    Economy,

    /// <summary>balanskrav: from årets resultat to the balanskravsresultat.</summary>
    Balance,

    /// <summary>ändringar: what has changed since the report before.</summary>
    Changes,
}

/// <summary>A part of a section: prose, or a place where figures are shown as they are.</summary>
public abstract record ReportPart
{
    private ReportPart()
    {
    }

    /// <summary>Prose in Markdown.</summary>
    public sealed record Prose(string Markdown) : ReportPart;

    /// <summary>Figures, read where they stand.</summary>
    /// <param name="Kind">What is shown.</param>
    /// <param name="Of">A goal's number or a measure's code; null for all.</param>
    public sealed record Live(LiveBlockKind Kind, string? Of) : ReportPart;

    /// <summary>Something in the shape of a live block that is none, as it was written.</summary>
    public sealed record Unknown(string Written) : ReportPart;
}

/// <summary>Reads the text of a section: a line such as <c>[[mått 3.11]]</c> is a live block, all else is prose.</summary>
public static partial class ReportText
{
    private static readonly Dictionary<string, LiveBlockKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mål"] = LiveBlockKind.Goals,
        ["mått"] = LiveBlockKind.Measures,
        ["avvikelser"] = LiveBlockKind.Deviations,
        ["bedömningar"] = LiveBlockKind.Assessments,
        ["ekonomi"] = LiveBlockKind.Economy,
        ["balanskrav"] = LiveBlockKind.Balance,
        ["ändringar"] = LiveBlockKind.Changes,
    };

    /// <summary>How a live block is written.</summary>
    public static string Written(LiveBlockKind kind, string? of = null)
    {
        var word = Words.First(w => w.Value == kind).Key;
        return of is null ? $"[[{word}]]" : $"[[{word} {of}]]";
    }

    /// <summary>The parts of a text, in order; blank prose is left out.</summary>
    public static IReadOnlyList<ReportPart> PartsOf(string text)
    {
        List<ReportPart> parts = [];
        List<string> prose = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Block().Match(line) is { Success: true } block)
            {
                End();
                parts.Add(Of(block));
            }
            else
            {
                prose.Add(line);
            }
        }

        End();
        return parts;

        void End()
        {
            var markdown = string.Join('\n', prose).Trim('\n');
            if (markdown.Trim().Length > 0)
            {
                parts.Add(new ReportPart.Prose(markdown));
            }

            prose.Clear();
        }
    }

    /// <summary>
    /// A text without what its notes say, and what they say by itself: a note is told anywhere in the section, also after a live block that
    /// parts it from its place. Indented lines after a note belong to it, and so do paragraphs that are indented by four signs or a tab.
    /// </summary>
    public static (string Text, string Notes) WithoutNotes(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        List<string> kept = [];
        List<string> notes = [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Note().IsMatch(lines[i]))
            {
                kept.Add(lines[i]);
                continue;
            }

            var last = LastOfNote(lines, i);
            notes.Add(string.Join('\n', lines[i..(last + 1)]));
            i = last;
        }

        return (string.Join('\n', kept), string.Join("\n\n", notes));
    }

    /// <summary>A text whose notes have other labels, so that it can stand in the same section as another: the first numbers that the other does not use.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">The other, whose labels stay.</param>
    public static string WithFreeLabels(string text, string other)
    {
        var taken = Label().Matches(other).Select(m => m.Groups["label"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);
        return Label().Replace(text, m => $"[^{Given(m.Groups["label"].Value)}]");

        string Given(string label)
        {
            if (!given.TryGetValue(label, out var free))
            {
                free = Enumerable.Range(1, int.MaxValue).Select(n => n.ToString(CultureInfo.InvariantCulture)).First(taken.Add);
                given.Add(label, free);
            }

            return free;
        }
    }

    /// <summary>What looks like a live block but stands among other words, as in a quote, where it is read as it is written; null where nothing does.</summary>
    public static string? BlockAmongWords(string prose) => AmongWords().Match(prose) is { Success: true } block ? block.Value : null;

    private static int LastOfNote(string[] lines, int first)
    {
        var last = first;
        for (var i = first + 1; i < lines.Length && !Block().IsMatch(lines[i]); i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (!(i == last + 1 ? char.IsWhiteSpace(lines[i][0]) : NextParagraph().IsMatch(lines[i])))
            {
                break;
            }

            last = i;
        }

        return last;
    }

    private static ReportPart Of(Match block)
    {
        var of = block.Groups["of"] is { Success: true, Value: var argument } ? argument : null;
        if (!Words.TryGetValue(block.Groups["word"].Value, out var kind))
        {
            return new ReportPart.Unknown(block.Value.Trim());
        }

        return (kind, of) switch
        {
            (_, null) => new ReportPart.Live(kind, null),
            (LiveBlockKind.Goals, _) when int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out _) => new ReportPart.Live(kind, of),
            (LiveBlockKind.Measures, _) => new ReportPart.Live(kind, of),
            _ => new ReportPart.Unknown(block.Value.Trim()),
        };
    }

    [GeneratedRegex(@"^\s*\[\[\s*(?<word>\p{L}+)(\s+(?<of>[\p{L}\p{N}.]{1,20}))?\s*\]\]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\[\^[^\]\s]+\]:", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"\[\[\s*\p{L}[^\[\]\r\n]{0,60}\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex AmongWords();

    [GeneratedRegex(@"^( {4}|\t)", RegexOptions.CultureInvariant)]
    private static partial Regex NextParagraph();

    [GeneratedRegex(@"\[\^(?<label>[^\]\s]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
