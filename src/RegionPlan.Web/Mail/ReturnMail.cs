using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Mail;

/// <summary>Writes to those who handed in rows that cells of them were sent back.</summary>
public sealed class ReturnMail(FollowUpReader reader, TimeProvider clock)
{
    /// <summary>
    /// Puts a letter to each of them in the outbox, to be kept with the caller's next save. Of cells whose submitter cannot be
    /// written to any longer, those who hand in for the unit now are told.
    /// </summary>
    /// <param name="db">The context that the return is written with.</param>
    /// <param name="step">The step that sent the cells back.</param>
    /// <param name="submission">What they were handed in with.</param>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="unit">The unit that reports.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>How many letters.</returns>
    public async Task<int> EnqueueAsync(
        RegionPlanDb db, SubmissionStep step, Submission submission, FollowUp followUp, OrganizationUnit unit, CancellationToken cancellation = default)
    {
        var reading = await reader.ReadAsync(followUp.Year, cancellation);
        var now = clock.GetUtcNow();
        var letters = 0;
        foreach (var (to, cells) in await RecipientsAsync(db, step, submission, now, cancellation))
        {
            var (subject, body) = TextOf(reading, step, followUp, unit, cells);
            var letter = new Letter($"return/{step.Id}/{to.UserId}", to, subject, body, LinkTo(followUp, unit));
            letters += await Outbox.EnqueueAsync(db, letter, now, cancellation) ? 1 : 0;
        }

        return letters + await OfAmountsAsync(db, step, submission, followUp, unit, reading.FollowUps.TreeOf(followUp).NameOf(unit.Id) ?? unit.Key, cancellation);
    }

    /// <summary>A letter of its own about the economy, to those who handed the amounts in, or else to those who hand in for the unit.</summary>
    private async Task<int> OfAmountsAsync(
        RegionPlanDb db, SubmissionStep step, Submission submission, FollowUp followUp, OrganizationUnit unit, string unitName, CancellationToken cancellation)
    {
        if (step.ReturnedAmounts.Count == 0)
        {
            return 0;
        }

        var (now, ids) = (clock.GetUtcNow(), step.ReturnedAmounts.Select(a => a.PostId).ToList());
        var names = (await db.Set<BudgetPost>().AsNoTracking().Where(p => ids.Contains(p.Id)).Include(p => p.Definitions).ToListAsync(cancellation))
            .ToDictionary(p => p.Id, p => p.Definitions.Current(followUp.Terms.Through)?.Name ?? p.Key);
        List<Guid> submitters = [.. submission.Amounts.Where(a => ids.Contains(a.PostId)).Select(a => a.Recorded.UserId).OfType<Guid>().Distinct()];
        var reached = await MailRecipients.OfAsync(db, submitters, now, cancellation);
        var rows = step.ReturnedAmounts.GroupBy(a => a.PostId).Select(g => $"{names[g.Key]}: {string.Join(", ", g.Select(a => EconomyText.Kind(a.Kind)))}").ToList();
        var letters = 0;
        foreach (var to in reached.Count > 0 ? reached : await MailRecipients.WhoHandInAsync(db, submission.UnitId, now, cancellation))
        {
            var letter = new Letter(
                $"return-economy/{step.Id}/{to.UserId}",
                to,
                $"Åter för ändring: ekonomin, {followUp.Terms.Name}, {unitName}",
                $"""
                Hej!

                {step.Recorded.By} har skickat tillbaka {Sv.Count(step.ReturnedAmounts.Count, "belopp", "belopp")} i {followUp.Terms.Name} för {unitName}:
                {MailRows.List(rows)}

                Kommentar:
                {step.Recorded.Why}

                Bara det som skickades tillbaka är öppet att ändra. Rätta det och skicka in igen:
                """,
                $"/ekonomi/lamna-in?uppfoljning={UrlEncoder.Default.Encode(followUp.Key)}&enhet={UrlEncoder.Default.Encode(unit.Key)}");
            letters += await Outbox.EnqueueAsync(db, letter, now, cancellation) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>Each with the cells that they are told of.</summary>
    private static async Task<IEnumerable<(Recipient To, List<ReturnedCell> Cells)>> RecipientsAsync(
        RegionPlanDb db, SubmissionStep step, Submission submission, DateTimeOffset now, CancellationToken cancellation)
    {
        var latest = submission.Rows.Where(r => r.Step < step.Version).GroupBy(r => r.Key)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version)!.Recorded.UserId);
        var bySubmitter = step.Returned.ToLookup(c => latest.GetValueOrDefault(c.Row) ?? Guid.Empty);
        var reached = await MailRecipients.OfAsync(db, [.. bySubmitter.Select(s => s.Key)], now, cancellation);
        var told = reached.ToDictionary(to => to.UserId, to => (To: to, Cells: bySubmitter[to.UserId].ToList()));
        var others = bySubmitter.Where(s => !told.ContainsKey(s.Key)).SelectMany(s => s).ToList();
        foreach (var to in others.Count == 0 ? [] : await MailRecipients.WhoHandInAsync(db, submission.UnitId, now, cancellation))
        {
            if (!told.TryGetValue(to.UserId, out var one))
            {
                told[to.UserId] = one = (to, []);
            }

            one.Cells.AddRange(others);
        }

        return told.Values;
    }

    private static (string Subject, string Body) TextOf(
        FollowUpReading reading, SubmissionStep step, FollowUp followUp, OrganizationUnit unit, IReadOnlyCollection<ReturnedCell> cells)
    {
        var name = reading.FollowUps.TreeOf(followUp).NameOf(unit.Id) ?? unit.Key;
        var rows = cells.GroupBy(c => c.Row).Select(g => $"{MailRows.NameOf(reading, g.Key)}: {string.Join(", ", g.Select(c => c.Sex).Order().Select(Sv.Sex))}").ToList();
        return (
            $"Åter för ändring: {followUp.Terms.Name}, {name}",
            $"""
            Hej!

            {step.Recorded.By} har skickat tillbaka {Sv.Count(cells.Count, "ruta", "rutor")} i {followUp.Terms.Name} för {name}:
            {MailRows.List(rows)}

            Kommentar:
            {step.Recorded.Why}

            Bara det som skickades tillbaka är öppet att ändra. Rätta det och skicka in igen:
            """);
    }

    private static string LinkTo(FollowUp followUp, OrganizationUnit unit) =>
        $"/utfall?uppfoljning={UrlEncoder.Default.Encode(followUp.Key)}&enhet={UrlEncoder.Default.Encode(unit.Key)}";
}
