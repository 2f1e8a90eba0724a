using RegionPlan.Domain;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>The decision as it is typed.</summary>
public sealed class DecisionForm
{
    public string By { get; set; } = "";

    public DateOnly? On { get; set; }

    public string Paragraph { get; set; } = "";

    public string Why { get; set; } = "";

    /// <exception cref="RuleViolation">The day is missing, nobody is named, or a text is too long.</exception>
    internal ScorecardDecision Decision => new(By, On ?? throw new RuleViolation("Ange dagen då beslutet fattades."), Paragraph);
}
