namespace RegionPlan.Web.Shared;

/// <summary>What a line in a chart stands for; decides its marker, dash pattern and colour.</summary>
public enum LineKind
{
    Outcome,
    Women,
    Men,
    Comparison,
}
