namespace RegionPlan.Domain.Outcomes;

/// <summary>Whose outcome it is.</summary>
public enum Sex
{
    Total,
    Women,
    Men,
}
