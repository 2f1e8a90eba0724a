using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Approval;

/// <summary>Records the amounts that a last approval made public.</summary>
internal static class RecordAmounts
{
    /// <exception cref="RuleViolation">An amount was recorded otherwise meanwhile; nothing is written.</exception>
    internal static async Task RecordAsync(RegionPlanDb db, Submission submission, IReadOnlyList<SubmittedAmount> amounts, Recording approved)
    {
        if (amounts.Count == 0)
        {
            return;
        }

        var posts = amounts.Select(a => a.PostId).ToList();
        var recorded = await db.EconomyEntries.AsNoTracking().Where(e => posts.Contains(e.PostId)).ToListAsync();
        foreach (var amount in amounts)
        {
            var by = new Recording(approved.At, amount.Recorded.By, amount.Recorded.UserId, amount.Recorded.Why ?? approved.Why);
            try
            {
                db.EconomyEntries.AddRange(new AmountRow(amount.Key, recorded).Record(amount.Report, submission.UnitId, OutcomeOrigin.Manual, by, amount.Id));
            }
            catch (RuleViolation violation)
            {
                throw new RuleViolation($"{violation.Message} Inget godkändes. Skicka tillbaka beloppet, eller skriv en motivering till godkännandet.");
            }
        }
    }
}
