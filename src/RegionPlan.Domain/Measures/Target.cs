namespace RegionPlan.Domain.Measures;

/// <summary>What is decided as målvärde: a value, a text that cannot be compared, or that there is none and why.</summary>
public abstract record Target
{
    private Target()
    {
    }

    /// <summary>A value in the measure's unit; for a yes/no measure 1 is yes and 0 is no.</summary>
    public sealed record Value(decimal Amount) : Target;

    /// <summary>A target in words, such as 'Netto noll'; only a long-term target can be one.</summary>
    public sealed record Words(string Text) : Target;

    /// <summary>Ej målsatt, with the reason.</summary>
    public sealed record None(NoTargetReason Reason) : Target;
}
