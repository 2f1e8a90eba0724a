using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Reports.Checklist;
using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export;
using RegionPlan.Web.Features.Reports.Export.Serving;

namespace RegionPlan.Web.Features.Reports;

/// <summary>A report as it would be decided now.</summary>
/// <param name="Reading">The report.</param>
/// <param name="Document">Put together.</param>
/// <param name="OpenPoints">What the checklist finds open.</param>
internal sealed record ReportToDecide(ReportReading Reading, ReportDocument Document, IReadOnlyList<string> OpenPoints)
{
    /// <summary>What identifies exactly this: who decides must have seen what is decided.</summary>
    internal string Seal { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(ReportJson.Write(Document) + string.Join('\n', OpenPoints))));
}

/// <summary>A decision that can be recorded, as soon as its files are made.</summary>
/// <param name="Principal">Who records it.</param>
/// <param name="By">The same by name.</param>
/// <param name="Key">The report.</param>
/// <param name="Seen">The report as it was seen.</param>
/// <param name="Terms">What was decided.</param>
/// <param name="Why">Why although something is open.</param>
/// <param name="Site">The site's address, for links in the files.</param>
internal sealed record PreparedDecision(ClaimsPrincipal Principal, string By, ReportKey Key, ReportToDecide Seen, DecisionTerms Terms, string? Why, Uri? Site);

/// <summary>Records that a report is decided, and freezes it with its files.</summary>
internal sealed partial class DecideReport(
    IDbContextFactory<RegionPlanDb> databases,
    PermissionReader permissions,
    PlanReader plans,
    ReportQuery reports,
    ReportChecklistReader checklist,
    ReportFiles files,
    TimeProvider clock,
    ILogger<DecideReport> log)
{
    internal const string HasChanged = "Rapporten, siffrorna eller kontrollen har ändrats sedan du öppnade sidan. Se den igen här, och registrera sedan beslutet.";

    private const string NotYours = "Du registrerar inte beslut om rapporten. Det gör nämndens sekreterare och regionstaben.";

    /// <summary>The report as it would be decided now; null where the user may not decide it.</summary>
    internal async Task<ReportToDecide?> ReadAsync(ClaimsPrincipal? principal, ReportKey key) =>
        await reports.ReadAsync(principal, key) is { MayDecide: true } reading
            ? new(reading, ReportComposer.Compose(reading, isDecided: true), OpenPointsOf(await checklist.ReadAsync(reading)))
            : null;

    /// <summary>Looks whether the decision can be recorded, before the files are made; nothing is written.</summary>
    /// <param name="principal">Who records the decision.</param>
    /// <param name="key">The report.</param>
    /// <param name="terms">What was decided.</param>
    /// <param name="seal">What was seen, as <see cref="ReportToDecide.Seal"/>.</param>
    /// <param name="why">Why although something is open.</param>
    /// <param name="site">The site's address, for links in the files.</param>
    /// <exception cref="AccessRefused">The user may not decide the report.</exception>
    /// <exception cref="RuleViolation">It is decided, it has changed since, or a motivation is missing.</exception>
    internal async Task<PreparedDecision> PrepareAsync(ClaimsPrincipal principal, ReportKey key, DecisionTerms terms, string? seal, string? why, Uri? site)
    {
        var user = await permissions.ForWritingAsync(principal);
        var now = await ReadAsync(principal, key) ?? throw new AccessRefused(NotYours);
        if (now.Seal != seal)
        {
            throw new RuleViolation(HasChanged);
        }

        await using var db = await databases.CreateDbContextAsync();
        (await OpenAsync(db, now.Reading)).Decide(terms, new("", []), now.OpenPoints, now.Reading.FollowUp.Terms.Through, plans.Today, user.Sign(clock.GetUtcNow(), why));
        return new(principal, user.Name, key, now, terms, why, site);
    }

    /// <summary>Makes the files of what is to be decided.</summary>
    /// <exception cref="RuleViolation">A file could not be made: a decided report has all of its files, for ever.</exception>
    internal async Task<DecidedContent> MakeAsync(PreparedDecision decision, IProgress<ReportFileProgress> progress, CancellationToken cancellation)
    {
        var reading = decision.Seen.Reading;
        var standing = $"Beslutad av {reading.DecidedBy} {ReportWords.Decided(decision.Terms.DecidedOn, decision.Terms.Reference)}";
        var made = await files.MakeAsync(
            decision.Seen.Document, new(ReportReading.RegionName, standing, decision.Site), $"{reading.FollowUp.Key}-{reading.Unit.Unit.Key}", progress, cancellation);
        return made.Failures is [var failure, ..]
            ? throw new RuleViolation($"{ReportFileWords.Name(failure.Format)}: {failure.Why} Rapporten är inte beslutad. Försök igen.")
            : new(ReportJson.Write(decision.Seen.Document), [.. made.Files.Select(f => new DecidedFile(f.FileName, f.ContentType, f.Content))]);
    }

    /// <summary>Writes the decision, all of it or nothing: what is decided is what was seen, looked at once more while nobody else can write.</summary>
    /// <exception cref="AccessRefused">The user may not decide the report any more.</exception>
    /// <exception cref="RuleViolation">It is decided, or it has changed since it was seen; nothing is written.</exception>
    internal async Task WriteAsync(PreparedDecision decision, DecidedContent content)
    {
        var user = await permissions.ForWritingAsync(decision.Principal);
        await databases.WriteSeriallyAsync(async db =>
        {
            var report = await OpenAsync(db, decision.Seen.Reading);
            report.RefuseDecided();
            var now = await ReadAsync(decision.Principal, decision.Key) ?? throw new AccessRefused(NotYours);
            return now.Seal == decision.Seen.Seal
                ? report.Decide(decision.Terms, content, now.OpenPoints, now.Reading.FollowUp.Terms.Through, plans.Today, user.Sign(clock.GetUtcNow(), decision.Why))
                : throw new RuleViolation(HasChanged);
        });
        LogDecided(user.Name, decision.Key.FollowUp, decision.Key.Unit, decision.Seen.OpenPoints.Count);
    }

    /// <summary>What is only good to know is not open.</summary>
    private static IReadOnlyList<string> OpenPointsOf(CheckedReport found) =>
        [.. found.Findings.Where(f => f.Severity != ChecklistSeverity.Note).Select(f => f.Message)];

    private static async Task<Report> OpenAsync(RegionPlanDb db, ReportReading reading)
    {
        var (followUp, unit) = (reading.FollowUp.Id, reading.Unit.Unit.Id);
        var report = await db.Reports.Include(r => r.Sections).Include(r => r.Decisions).SingleOrDefaultAsync(r => r.FollowUpId == followUp && r.UnitId == unit);
        if (report is null)
        {
            report = new(followUp, unit);
            db.Reports.Add(report);
        }

        return reading.Sections.All(s => report.Current(s.Template.Key)?.Version == s.Current?.Version) ? report : throw new RuleViolation(HasChanged);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} recorded the decision on {FollowUp} for {Unit} with {OpenPoints} open points")]
    private partial void LogDecided(string by, string followUp, string unit, int openPoints);
}
