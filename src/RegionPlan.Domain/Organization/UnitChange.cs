namespace RegionPlan.Domain.Organization;

/// <summary>A change of the organisation that can be tried, looked at and then decided.</summary>
public abstract record UnitChange
{
    private UnitChange()
    {
    }

    /// <summary>What it does, in one word.</summary>
    public ReorganizationKind Kind => this switch
    {
        Found => ReorganizationKind.Founded,
        Rename => ReorganizationKind.Renamed,
        Move => ReorganizationKind.Moved,
        Merge or MergeInto => ReorganizationKind.Merged,
        Split => ReorganizationKind.Split,
        Close => ReorganizationKind.Closed,
        Revert => ReorganizationKind.Reverted,
        _ => throw new InvalidOperationException($"{GetType().Name} is not a change of the organisation."),
    };

    /// <summary>A new unit under a parent.</summary>
    public sealed record Found(NewUnit Unit) : UnitChange;

    /// <summary>Another name.</summary>
    public sealed record Rename(Guid UnitId, string Name) : UnitChange;

    /// <summary>Another parent; everything below the unit goes with it.</summary>
    public sealed record Move(Guid UnitId, Guid ParentId) : UnitChange;

    /// <summary>Units that are closed and go up in a new one, which takes over what is below them.</summary>
    public sealed record Merge(IReadOnlyList<Guid> UnitIds, NewUnit Into) : UnitChange;

    /// <summary>Units that are closed and go up in one that is there already, which takes over what is below them.</summary>
    public sealed record MergeInto(IReadOnlyList<Guid> UnitIds, Guid SuccessorId) : UnitChange;

    /// <summary>A unit that is closed and replaced by new ones; what is below it goes under the first of them.</summary>
    public sealed record Split(Guid UnitId, IReadOnlyList<NewUnit> Parts) : UnitChange;

    /// <summary>A unit that ends; nothing may stand below it.</summary>
    public sealed record Close(Guid UnitId) : UnitChange;

    /// <summary>An earlier change taken back from its own date.</summary>
    public sealed record Revert(Guid ReorganizationId) : UnitChange;
}

/// <summary>A unit to found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is in the hierarchy.</param>
/// <param name="ParentId">The unit it stands under.</param>
public sealed record NewUnit(string Name, UnitKind Kind, Guid ParentId);
