namespace RegionPlan.Web.Access;

/// <summary>A user holds a role for a unit from one time until, perhaps, another. Ended assignments stay, so that it can be seen who could do what.</summary>
public sealed class RoleAssignment
{
    private RoleAssignment() => GrantedBy = "";

    public RoleAssignment(Guid userId, Role role, Guid unitId, DateTimeOffset grantedAt, string grantedBy)
    {
        Id = Guid.CreateVersion7();
        UserId = userId;
        Role = role;
        UnitId = unitId;
        GrantedAt = grantedAt;
        GrantedBy = grantedBy;
    }

    public Guid Id { get; private init; }

    public Guid UserId { get; private init; }

    public Role Role { get; private init; }

    public Guid UnitId { get; private init; }

    public DateTimeOffset GrantedAt { get; private init; }

    public string GrantedBy { get; private init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public void End(DateTimeOffset at, string by)
    {
        EndedAt ??= at;
        EndedBy ??= by;
    }
}
