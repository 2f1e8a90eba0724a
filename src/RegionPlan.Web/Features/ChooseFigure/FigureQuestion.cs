using System.Globalization;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.ChooseFigure;

/// <summary>The two figures of a unit for one series and period, with what was chosen before.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Series">The series.</param>
/// <param name="Period">The period.</param>
/// <param name="Figure">The figures; one or both may be missing.</param>
/// <param name="Earlier">Every choice made, latest last.</param>
/// <param name="Tree">The organisation through the year.</param>
internal sealed record FigureQuestion(
    OrganizationTree.Branch Unit, FollowedSeries Series, Period Period, UnitFigure Figure, IReadOnlyList<ValueChoice> Earlier, OrganizationTree Tree)
{
    internal OutcomeKey Key => Figure.Own?.Key ?? new(Series.Series.Id, Unit.Unit.Id, Period, Sex.Total);

    internal int Version => Earlier.Select(c => c.Version).DefaultIfEmpty().Max();

    /// <summary>Whether a form was filled in with the figures and the choice in view that stand now.</summary>
    internal bool IsSeen(FigureForm form) => form.Version == Version && form.Seen == Seen;

    /// <summary>The pair of figures as one text, the same as long as both are the same.</summary>
    internal string Seen => string.Create(
        CultureInfo.InvariantCulture, $"{Figure.Own?.Version}|{Figure.Derived?.Value.Amount}|{Figure.Derived?.Value.Denominator}");
}
