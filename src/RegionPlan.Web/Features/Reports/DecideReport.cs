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

    /// <summary>The report as it would be decided now; null where the user may not decide it.</summary>
    internal async Task<ReportToDecide?> ReadAsync(ClaimsPrincipal? principal, ReportKey key) =>
        await reports.ReadAsync(principal, key) is { MayDecide: true } reading
            ? new(reading, ReportComposer.Compose(reading), OpenPointsOf(await checklist.ReadAsync(reading)))
            : null;

    /// <param name="principal">Who records the decision.</param>
    /// <param name="key">The report.</param>
    /// <param name="terms">What was decided.</param>
    /// <param name="seal">What was seen, as <see cref="ReportToDecide.Seal"/>.</param>
    /// <param name="why">Why although something is open.</param>
    /// <param name="site">The site's address, for links in the files.</param>
    /// <exception cref="AccessRefused">The user may not decide the report.</exception>
    /// <exception cref="RuleViolation">It is decided, it has changed since, or a motivation is missing; nothing is written.</exception>
    internal async Task DecideAsync(ClaimsPrincipal principal, ReportKey key, DecisionTerms terms, string? seal, string? why, Uri? site)
    {
        var user = await permissions.ForWritingAsync(principal);
        var now = await ReadAsync(principal, key) ?? throw new AccessRefused("Du registrerar inte beslut om rapporten. Det gör nämndens sekreterare och regionstaben.");
        if (now.Seal != seal)
        {
            throw new RuleViolation(HasChanged);
        }

        var recorded = user.Sign(clock.GetUtcNow(), why);
        var content = new DecidedContent(ReportJson.Write(now.Document), await FilesAsync(now, terms, site));
        await databases.WriteSeriallyAsync(async db =>
        {
            var report = await OpenAsync(db, now.Reading);
            return report.Decide(terms, content, now.OpenPoints, now.Reading.FollowUp.Terms.Through, plans.Today, recorded);
        });
        LogDecided(user.Name, key.FollowUp, key.Unit, now.OpenPoints.Count);
    }

    /// <summary>What is only good to know is not open.</summary>
    private static IReadOnlyList<string> OpenPointsOf(CheckedReport found) =>
        [.. found.Findings.Where(f => f.Severity != ChecklistSeverity.Note).Select(f => f.Message)];

    private async Task<IReadOnlyList<DecidedFile>> FilesAsync(ReportToDecide now, DecisionTerms terms, Uri? site)
    {
        var imprint = new DocumentImprint(ReportReading.RegionName, $"Beslutad av {now.Reading.DecidedBy} {ReportWords.Decided(terms.DecidedOn, terms.Reference)}", site);
        var name = $"{now.Reading.FollowUp.Key}-{now.Reading.Unit.Unit.Key}";
        var made = await files.MakeAsync(now.Document, imprint, name, null, CancellationToken.None);
        return [.. made.Files.Select(f => new DecidedFile(f.FileName, f.ContentType, f.Content))];
    }

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
