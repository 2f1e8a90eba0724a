using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Mail;

/// <summary>The rows that a letter is about, as a list in plain text.</summary>
internal static class MailRows
{
    private const int MostNamed = 20;

    /// <summary>A row by its measure and period: 3.11 Namnet, tertial 2 2026.</summary>
    internal static string NameOf(FollowUpReading reading, SubmittedRowKey row) =>
        $"{(reading.Of(row) is { } series ? $"{series.Code} {series.Name}" : "Ett mått som inte längre följs")}, {Sv.Period(row.Period)}";

    /// <summary>One row to a line, and how many are left where they are too many to name.</summary>
    internal static string List(IReadOnlyCollection<string> rows)
    {
        var named = string.Join('\n', rows.Take(MostNamed).Select(r => $"- {r}"));
        return rows.Count > MostNamed ? $"{named}\n- och {Sv.Count(rows.Count - MostNamed, "rad", "rader")} till" : named;
    }
}
