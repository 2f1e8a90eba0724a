namespace RegionPlan.Web.Access;

/// <summary>What a user is in the region; a role is held for a unit and counts there and below.</summary>
public enum Role
{
    /// <summary>Politiker.</summary>
    Politician,

    /// <summary>Controller.</summary>
    Controller,

    /// <summary>Chef.</summary>
    UnitHead,

    /// <summary>Nämndsekreterare.</summary>
    BoardSecretary,

    /// <summary>Regiondirektör och regionstab.</summary>
    Executive,

    /// <summary>Revisor.</summary>
    Auditor,

    /// <summary>Administratör.</summary>
    Administrator,
}

/// <summary>What can be allowed.</summary>
public enum Right
{
    /// <summary>See everything decided and recorded.</summary>
    ReadRecorded,

    /// <summary>See drafts of every unit.</summary>
    ReadDrafts,

    /// <summary>Write outcomes for the own unit and those below.</summary>
    WriteOutcomes,

    /// <summary>Write outcomes for every unit.</summary>
    WriteAllOutcomes,

    /// <summary>Hand in the economy of the own unit and those below.</summary>
    WriteEconomy,

    /// <summary>Approve figures for the own unit and those below.</summary>
    ApproveOutcomes,

    /// <summary>Record a nämnd's approval of figures.</summary>
    ApproveForBoard,

    /// <summary>Set up and change the follow-ups of a year.</summary>
    PlanFollowUps,

    /// <summary>Lock a follow-up.</summary>
    LockFollowUps,

    /// <summary>Write the reports of the own nämnd, or of the region and every nämnd.</summary>
    WriteReports,

    /// <summary>Record that the report of the own nämnd is decided, or any report.</summary>
    DecideReports,

    /// <summary>Write the styrkort of the own unit and those below.</summary>
    WriteScorecards,

    /// <summary>Decide the styrkort of the own unit and those below.</summary>
    DecideScorecards,

    /// <summary>Change the plan, its measures and targets.</summary>
    AdministratePlan,

    /// <summary>Set another status on a goal than the computed one, with a motivation.</summary>
    OverrideGoalStatus,

    /// <summary>Change the organisation from a date.</summary>
    AdministrateOrganization,

    /// <summary>Administrate users and settings.</summary>
    AdministrateUsers,
}

/// <summary>The one table of who may do what; the page on access in the documentation shows the same table.</summary>
public static class Rights
{
    /// <summary>The rights that come with a role.</summary>
    public static IReadOnlyList<Right> Of(Role role) => role switch
    {
        Role.Politician => [Right.ReadRecorded],
        Role.Controller => [Right.ReadRecorded, Right.WriteOutcomes, Right.WriteEconomy, Right.WriteScorecards],
        Role.UnitHead => [Right.ReadRecorded, Right.WriteOutcomes, Right.WriteEconomy, Right.ApproveOutcomes, Right.WriteScorecards, Right.DecideScorecards],
        Role.BoardSecretary => [Right.ReadRecorded, Right.ApproveForBoard, Right.WriteReports, Right.DecideReports, Right.WriteScorecards, Right.DecideScorecards],
        Role.Executive =>
        [
            Right.ReadRecorded, Right.ReadDrafts, Right.WriteAllOutcomes, Right.WriteEconomy, Right.ApproveOutcomes, Right.PlanFollowUps, Right.LockFollowUps, Right.WriteReports, Right.DecideReports,
            Right.AdministratePlan, Right.OverrideGoalStatus,
        ],
        Role.Auditor => [Right.ReadRecorded, Right.ReadDrafts],
        Role.Administrator => [Right.ReadRecorded, Right.AdministrateOrganization, Right.AdministrateUsers],
    };
}
