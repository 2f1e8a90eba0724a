using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Economy;

/// <summary>What a budget post is called and whose it is, from a date.</summary>
public sealed class PostDefinition : DatedFact
{
    public const int MaxNameLength = 200;
    public const int MaxNoteLength = 1000;

    private PostDefinition() => Name = "";

    internal PostDefinition(int version, PostTerms terms, DateOnly holdsFrom, Recording recorded)
        : base(version, holdsFrom, recorded)
    {
        Name = TextLimit.Needed(terms.Name, MaxNameLength, "Budgetpostens namn");
        BoardId = terms.BoardId;
        UnitId = terms.UnitId;
        Note = TextLimit.Optional(terms.Note, MaxNoteLength, "Förklaringen");
    }

    public string Name { get; private init; }

    /// <summary>The nämnd that answers for the post; null where the region as a whole does.</summary>
    public Guid? BoardId { get; private init; }

    /// <summary>The förvaltning or other unit whose money it is; null where the organisation has none.</summary>
    public Guid? UnitId { get; private init; }

    /// <summary>What the post holds, or how its source tells it.</summary>
    public string? Note { get; private init; }
}

/// <summary>Everything that a definition of a budget post says.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="BoardId">The nämnd that answers for it.</param>
/// <param name="UnitId">The unit whose money it is.</param>
/// <param name="Note">What it holds, or how its source tells it.</param>
public sealed record PostTerms(string Name, Guid? BoardId = null, Guid? UnitId = null, string? Note = null);
