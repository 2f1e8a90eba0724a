namespace RegionPlan.Web.Layout;

/// <summary>Marks a page that has an interactive island: only such a page loads the script that opens a circuit.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensCircuitAttribute : Attribute;
