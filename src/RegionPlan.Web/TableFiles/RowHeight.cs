namespace RegionPlan.Web.TableFiles;

/// <summary>How high a row must be for its wrapped texts; a guess, since how wide a sign is depends on the letters of each machine.</summary>
internal static class RowHeight
{
    internal const double Line = 15;

    private const double Highest = 405;

    internal static double Of(IEnumerable<(string Text, int Width)> cells) =>
        Math.Min(Highest, Line * cells.Select(cell => Lines(cell.Text, cell.Width)).DefaultIfEmpty(1).Max());

    private static int Lines(string text, int width) => text.Split('\n').Sum(line => 1 + (Math.Max(0, line.Length - 1) / width));
}
