using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>One thing that has happened to a row: handed in, approved, sent back or recorded.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="What">What, in Swedish.</param>
/// <param name="Total">The total; null where it is not about a figure.</param>
/// <param name="Women">The figure of women.</param>
/// <param name="Men">The figure of men.</param>
/// <param name="Why">The comment, return or reason.</param>
internal sealed record RowEvent(DateTimeOffset At, string By, string What, OutcomeValue? Total, OutcomeValue? Women, OutcomeValue? Men, string? Why);

/// <summary>Reads everything that has happened to a row: every version that was handed in, its way up, and every version that was recorded.</summary>
internal sealed class RowHistoryQuery(IDbContextFactory<RegionPlanDb> databases)
{
    /// <param name="sheet">The sheet that the row stands on; whoever reads the sheet may read the row's history.</param>
    /// <param name="key">The row.</param>
    internal async Task<IReadOnlyList<RowEvent>> ReadAsync(ReportSheet sheet, SubmittedRowKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        var submissions = await db.Submissions.AsNoTracking()
            .Where(s => s.UnitId == sheet.Scope.UnitId && s.Rows.Any(r => r.SeriesId == key.SeriesId && r.UnitId == key.UnitId && r.Period == key.Period))
            .Include(s => s.Rows).Include(s => s.Steps).ThenInclude(s => s.Returned).ToListAsync();
        var entries = await db.Outcomes.AsNoTracking()
            .Where(o => o.SeriesId == key.SeriesId && o.UnitId == key.UnitId && o.Period == key.Period && o.SubmittedRowId == null).ToListAsync();
        return [.. submissions.SelectMany(s => Of(s, key, sheet)).Concat(Recorded(entries)).OrderByDescending(e => e.At)];
    }

    private static IEnumerable<RowEvent> Of(Submission submission, SubmittedRowKey key, ReportSheet sheet)
    {
        var rows = submission.Rows.Where(r => r.Key == key).OrderBy(r => r.Version).ToList();
        foreach (var (row, next) in rows.Zip(rows.Skip(1).Select(r => r.Step).Append(int.MaxValue)))
        {
            var why = string.Join(" ", new[] { row.Recorded.Why, row.Narrative.Comment, row.Narrative.Analysis }.OfType<string>());
            yield return new(
                row.Recorded.At,
                row.Recorded.By,
                row.IsCorrection ? "Rättelse inskickad" : "Inskickad",
                row.Report.Total,
                row.Report.Women,
                row.Report.Men,
                why.Length > 0 ? why : null);
            foreach (var handled in Handled(submission.Steps.Where(s => s.Version > row.Step && s.Version < next).OrderBy(s => s.Version), key, sheet))
            {
                yield return handled;
            }
        }
    }

    /// <summary>What was done with one version of the row, in the order of the chain.</summary>
    private static IEnumerable<RowEvent> Handled(IEnumerable<SubmissionStep> steps, SubmittedRowKey key, ReportSheet sheet)
    {
        var approvals = 0;
        foreach (var step in steps)
        {
            if (step.Kind == SubmissionStepKind.Returned && step.Returned.Any(c => c.Row == key))
            {
                yield return new(step.Recorded.At, step.Recorded.By, "Tillbakaskickad", null, null, null, step.Recorded.Why);
                yield break;
            }

            if (step.Kind == SubmissionStepKind.Approved && approvals < sheet.Chain.Count && sheet.Chain[approvals].Step.Level == step.Level)
            {
                yield return new(
                    step.Recorded.At, step.Recorded.By, $"Godkänd av {sheet.Chain[approvals].Name}", null, null, null, step.Recorded.Why);
                approvals++;
            }
        }
    }

    private static IEnumerable<RowEvent> Recorded(IEnumerable<OutcomeEntry> entries) => entries
        .GroupBy(e => (e.Recorded.At, e.Recorded.By, e.Source))
        .Select(g =>
        {
            OutcomeValue? Of(Sex sex) => g.FirstOrDefault(e => e.Sex == sex)?.Value;
            return new RowEvent(
                g.Key.At,
                g.Key.By,
                g.All(e => e.Value is null) ? "Borttaget" : g.Any(e => e.IsExample) ? "Registrerat (exempel)" : "Registrerat",
                Of(Sex.Total),
                Of(Sex.Women),
                Of(Sex.Men),
                string.Join(". ", new[] { g.First().Recorded.Why, g.First().Comment, g.Key.Source }.OfType<string>()));
        });
}
