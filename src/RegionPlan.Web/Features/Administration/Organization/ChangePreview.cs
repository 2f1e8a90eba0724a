using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>What a change of the organisation would touch, before anything is written.</summary>
/// <param name="Made">The change, not saved.</param>
/// <param name="Sentence">What it does.</param>
/// <param name="Seen">The number of the latest change that the preview is made over.</param>
/// <param name="IsPast">Whether it holds from a day before today.</param>
/// <param name="Units">Every unit that is founded, closed, moved or renamed.</param>
/// <param name="Roles">Roles that lose or gain reach.</param>
/// <param name="Measures">Measures that a closed unit answers for or owns.</param>
/// <param name="Scorecards">Styrkort of the year and later, decided and drafts.</param>
/// <param name="Outcomes">Outcomes for periods that end on the day or later.</param>
/// <param name="Later">Changes of the same units that are decided for a later day.</param>
/// <param name="After">The organisation on the day, with the change.</param>
public sealed record ChangePreview(
    Reorganization Made,
    string Sentence,
    int Seen,
    bool IsPast,
    IReadOnlyList<TouchedUnit> Units,
    IReadOnlyList<TouchedRole> Roles,
    IReadOnlyList<TouchedMeasure> Measures,
    IReadOnlyList<TouchedScorecard> Scorecards,
    IReadOnlyList<TouchedOutcomes> Outcomes,
    IReadOnlyList<(DateOnly From, string Sentence)> Later,
    OrganizationTree After)
{
    public IEnumerable<TouchedUnit> Of(UnitTouch touch) => Units.Where(u => u.Touch == touch);
}

/// <summary>What happens to a unit.</summary>
public enum UnitTouch
{
    /// <summary>It ends.</summary>
    Closed,

    /// <summary>It is new, or stands again.</summary>
    Founded,

    /// <summary>It goes under another unit.</summary>
    Moved,

    /// <summary>It gets another name.</summary>
    Renamed,
}

/// <summary>A unit that a change touches.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Touch">What happens to it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Before">Its name, or its parent's where it is moved, before; null where it is new.</param>
/// <param name="Name">Its name after; for a closed unit its last.</param>
/// <param name="Parent">The name of the unit it stands under after; for a closed unit the last.</param>
/// <param name="Successors">Who takes over after it.</param>
/// <param name="Below">The names of all units that go with it.</param>
public sealed record TouchedUnit(
    Guid Id, UnitTouch Touch, UnitKind Kind, string? Before, string Name, string? Parent, IReadOnlyList<string> Successors, IReadOnlyList<string> Below);

/// <summary>A role that someone holds, and the units it reaches no more or reaches anew.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Role">The role.</param>
/// <param name="Unit">The name of the unit it is held for.</param>
/// <param name="IsUnitClosed">Whether that unit ends.</param>
/// <param name="Loses">Units, standing after too, that it reaches no more.</param>
/// <param name="Gains">Units, standing before too, that it reaches anew.</param>
public sealed record TouchedRole(string User, Role Role, string Unit, bool IsUnitClosed, IReadOnlyList<string> Loses, IReadOnlyList<string> Gains);

/// <summary>A measure whose unit ends.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The unit that ends.</param>
/// <param name="IsOwn">Whether it is the unit's own and not a plan's.</param>
public sealed record TouchedMeasure(string Code, string Name, string Unit, bool IsOwn);

/// <summary>A styrkort of a unit that is touched.</summary>
public sealed record TouchedScorecard(string UnitKey, string Unit, int Year, bool IsDecided, bool HasDraft);

/// <summary>How many outcomes of a unit are for periods that end on the day or later.</summary>
public sealed record TouchedOutcomes(string Unit, int Count, IReadOnlyList<string> Periods);
