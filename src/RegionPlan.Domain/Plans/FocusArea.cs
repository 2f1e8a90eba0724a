using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Plans;

/// <summary>A fokusområde that the plan lifts for one year.</summary>
public sealed class FocusArea
{
    private readonly List<Wording> wordings = [];

    private FocusArea()
    {
    }

    internal FocusArea(Guid planId, int year, int order)
    {
        Id = Guid.CreateVersion7();
        PlanId = planId;
        Year = year;
        Order = order;
    }

    public Guid Id { get; private init; }

    public Guid PlanId { get; private init; }

    public int Year { get; private init; }

    public int Order { get; private init; }

    public IReadOnlyList<Wording> Wordings => wordings;

    public Wording Word(string name, string? text, DateOnly holdsFrom, Recording recorded)
    {
        var wording = Wording.Next(wordings, name, text, holdsFrom, recorded);
        wordings.Add(wording);
        return wording;
    }
}
