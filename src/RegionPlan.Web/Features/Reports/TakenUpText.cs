using RegionPlan.Domain.Reports;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports;

/// <summary>What a nämnd has written, as it is taken up in the region's report: a quote that says where it comes from.</summary>
internal static class TakenUpText
{
    /// <summary>A live block would show the region's figures, and in a quote it would show none.</summary>
    private const string FiguresLeftOut = "*Siffrorna till texten står i nämndens egen rapport.*";

    /// <param name="board">What the nämnd has written.</param>
    /// <param name="into">The text that it is taken up in, whose notes keep their labels.</param>
    internal static string Of(BoardText board, string into)
    {
        var (text, notes) = ReportText.WithoutNotes(ReportText.WithFreeLabels(board.Section.Text, into));
        var parts = ReportText.PartsOf(text);
        List<string> said =
        [
            .. parts.OfType<ReportPart.Prose>().Select(p => p.Markdown),
            $"*Ur {board.Unit}, {board.FollowUp.Terms.Name}, version {board.Section.Version.ToString(Sv.Culture)}*",
        ];
        if (parts.Any(p => p is not ReportPart.Prose))
        {
            said.Add(FiguresLeftOut);
        }

        var quote = string.Join('\n', string.Join("\n\n", said).Split('\n').Select(l => $"> {l}".TrimEnd(' ')));
        return notes.Length == 0 ? $"{quote}\n" : $"{quote}\n\n{notes}\n";
    }
}
