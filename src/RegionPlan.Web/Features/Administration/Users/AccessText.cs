using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>Swedish words for roles, rights and locks.</summary>
public static class AccessText
{
    /// <summary>A role as it stands in lists and choices.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Politician => "Politiker",
        Role.Controller => "Controller",
        Role.UnitHead => "Chef",
        Role.BoardSecretary => "Nämndsekreterare",
        Role.Executive => "Regiondirektör och regionstab",
        Role.Auditor => "Revisor",
        Role.Administrator => "Administratör",
    };

    /// <summary>What a right lets someone do.</summary>
    public static string Of(Right right) => right switch
    {
        Right.ReadRecorded => "Läsa allt som är beslutat och registrerat",
        Right.ReadDrafts => "Läsa alla enheters utkast",
        Right.WriteOutcomes => "Registrera utfall för den egna enheten och enheterna under den",
        Right.WriteAllOutcomes => "Registrera utfall för alla enheter",
        Right.WriteEconomy => "Lämna in ekonomin för den egna enheten och enheterna under den",
        Right.ApproveOutcomes => "Godkänna utfall för den egna enheten och enheterna under den",
        Right.ApproveForBoard => "Registrera nämndens godkännande av utfall",
        Right.PlanFollowUps => "Lägga upp och ändra årets uppföljningar",
        Right.LockFollowUps => "Låsa en uppföljning",
        Right.WriteReports => "Skriva nämndens rapporter; regionstaben även regionens",
        Right.DecideReports => "Registrera att en rapport är beslutad",
        Right.WriteScorecards => "Skriva styrkort för den egna enheten och enheterna under den",
        Right.DecideScorecards => "Besluta styrkort för den egna enheten och enheterna under den",
        Right.AdministratePlan => "Ändra plan, mått och målvärden",
        Right.OverrideGoalStatus => "Ändra bedömningen av ett mål, med motivering",
        Right.AdministrateOrganization => "Ändra organisationen från ett datum",
        Right.AdministrateUsers => "Administrera användare och roller",
    };

    /// <summary>How long an account is locked: until further notice where an administrator locked it.</summary>
    public static string Lock(DateTimeOffset until) => LockUser.IsUntilFurtherNotice(until) ? "Låst tills vidare" : $"Låst till {Sv.Time(until)}";
}
