using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Imports;
using RegionPlan.Web.Data;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>How many rows of an import were handed in, and how many must be completed first.</summary>
internal readonly record struct HandedIn(int Rows, int Left);

/// <summary>
/// Hands in what an import took in, unit by unit, as the grid does: what is ready goes in, and the rest stays as drafts. Rows that somebody has
/// changed since are left to them.
/// </summary>
internal sealed class SubmitImport(IDbContextFactory<RegionPlanDb> databases, SubmitRows submitter)
{
    /// <param name="principal">Who hands in.</param>
    /// <param name="importId">The import.</param>
    /// <param name="rowsDone">Told how many rows are gone through.</param>
    /// <param name="cancellation">Stops it between two units.</param>
    internal async Task<HandedIn> SubmitAsync(ClaimsPrincipal principal, Guid importId, IProgress<int>? rowsDone, CancellationToken cancellation)
    {
        List<ImportedDraft> all;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            all = await db.ImportedDrafts.AsNoTracking().Where(d => d.ImportId == importId).OrderBy(d => d.Line).ToListAsync(cancellation);
        }

        var (done, handedIn, left) = (0, 0, 0);
        foreach (var unit in all.GroupBy(d => new ReportScope(d.FollowUpId, d.ReporterId)))
        {
            cancellation.ThrowIfCancellationRequested();
            var typed = await UntouchedAsync([.. unit], cancellation);
            if (typed.Count > 0)
            {
                var answers = await submitter.SubmitAsync(principal, unit.Key, typed);
                handedIn += answers.Values.Count(a => a is RowAnswer.HandedIn);
                left += answers.Values.Count(a => a is not RowAnswer.HandedIn);
            }

            done += unit.Count();
            rowsDone?.Report(done);
        }

        return handedIn + left > 0 ? new(handedIn, left) : throw new RuleViolation("Alla rader är redan inskickade eller ändrade sedan inläsningen.");
    }

    private async Task<IReadOnlyList<TypedRow>> UntouchedAsync(List<ImportedDraft> imported, CancellationToken cancellation)
    {
        var tokens = imported.ToDictionary(d => d.Key, d => d.Token);
        var series = imported.Select(d => d.SeriesId).Distinct().ToList();
        var units = imported.Select(d => d.UnitId).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return [.. (await db.Drafts.AsNoTracking().Where(d => series.Contains(d.SeriesId) && units.Contains(d.UnitId)).ToListAsync(cancellation))
            .Select(d => (Key: new SubmittedRowKey(d.SeriesId, d.UnitId, d.Period), Draft: d))
            .Where(d => tokens.GetValueOrDefault(d.Key) == d.Draft.Token)
            .Select(d => new TypedRow(d.Key, d.Draft.Texts, d.Draft.Over, d.Draft.Token))];
    }
}
