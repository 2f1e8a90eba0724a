namespace RegionPlan.Web.Features.YearWheel;

/// <summary>What a change of a follow-up would bring with it.</summary>
/// <param name="Moved">The dates that would move.</param>
/// <param name="Changed">What else would change, in words.</param>
/// <param name="Duties">The duties that would go to another follow-up, fall away or arise.</param>
/// <param name="Warnings">What to think about before saving.</param>
public sealed record Consequences(
    IReadOnlyList<MovedDay> Moved, IReadOnlyList<string> Changed, IReadOnlyList<MovedDuties> Duties, IReadOnlyList<string> Warnings)
{
    internal bool IsNothing => Moved.Count == 0 && Changed.Count == 0 && Duties.Count == 0;
}

/// <summary>A date that would move; null where there was none or will be none.</summary>
public sealed record MovedDay(string Name, DateOnly? From, DateOnly? To)
{
    /// <summary>How many days later; fewer than 0 for earlier, null where one of the days is missing.</summary>
    internal int? Days => To?.DayNumber - From?.DayNumber;
}

/// <summary>Duties that would go from one follow-up to another.</summary>
/// <param name="IsForecast">Whether they are prognoser.</param>
/// <param name="From">The name of the follow-up they were owed to; null where they arise.</param>
/// <param name="To">The name of the follow-up they would be owed to; null where they fall away.</param>
/// <param name="Items">Each of them, in words.</param>
public sealed record MovedDuties(bool IsForecast, string? From, string? To, IReadOnlyList<string> Items);
