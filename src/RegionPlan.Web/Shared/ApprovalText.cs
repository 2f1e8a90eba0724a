using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>Who handed in and approved what is public, in Swedish.</summary>
public static class ApprovalText
{
    /// <summary>Inlämnat 2026-11-22 10:00 av Controller, till Årsredovisning 2025. Godkänt av förvaltningen 2026-11-22 11:00 av Chef.</summary>
    public static string Who(FigureApproval approval) =>
        $"Inlämnat {Sv.Time(approval.Entered.At)} av {approval.Entered.By}, till {approval.FollowUp}. "
        + string.Join(" ", approval.Approvals.Select(a => $"Godkänt av {SubmissionText.Level(a.Level)} {Sv.Time(a.At)} av {a.By}."));
}
