using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Those who hand in and approve in the demonstration, named by role.</summary>
internal static class DemoSigning
{
    internal static readonly SubmissionActor Everyone = new(MayEnter: true, Enum.GetValues<ApprovalLevel>().ToHashSet(), MayLock: true) { MayEnterAmounts = true };

    internal static Recording Controller(string unit, DateTimeOffset now) => new(now, $"Controller, {unit}");

    internal static Recording Approver(ApprovalLevel level, string unit, DateTimeOffset now, string? why = null) => new(now, NameOf(level, unit), why: why);

    private static string NameOf(ApprovalLevel level, string unit) => level switch
    {
        ApprovalLevel.Unit or ApprovalLevel.Administration => $"Chef, {unit}",
        ApprovalLevel.Board => $"Nämndsekreterare, {unit}",
        ApprovalLevel.Region => "Regiondirektör",
    };
}
