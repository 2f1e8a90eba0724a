namespace RegionPlan.Domain.History;

/// <summary>
/// Something recorded: appended, never changed or removed. Facts about the same thing are numbered 1, 2, 3 …; the pair of thing and
/// number is unique in the database, so that of two people who write the same next version only one succeeds.
/// </summary>
public abstract class Fact
{
    protected Fact() => Recorded = null!;

    protected Fact(int version, Recording recorded)
    {
        Id = Guid.CreateVersion7();
        Version = version;
        Recorded = recorded;
    }

    public Guid Id { get; private init; }

    /// <summary>1 for the first fact about the thing, then one more for each.</summary>
    public int Version { get; private init; }

    public Recording Recorded { get; private init; }
}
