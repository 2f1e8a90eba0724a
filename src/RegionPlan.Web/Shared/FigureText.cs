using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Shared;

/// <summary>How a unit's figure came about, in Swedish.</summary>
public static class FigureText
{
    private const int MostNamed = 6;

    /// <summary>Where the shown figure is from: Eget värde; Beräknat ur 3 enheter: A, B, C.</summary>
    public static string Origin(UnitFigure figure, OrganizationTree tree) => figure.Origin is not { } origin ? "Inget värde" : origin switch
    {
        FigureOrigin.Own => Parts(figure.Own!.Value!) is { } parts ? $"Eget värde, {parts}" : "Eget värde",
        FigureOrigin.Derived =>
            $"Beräknat ur {Sv.Count(figure.Derived!.Sources.Count, "enhet", "enheter")}: {Names(figure.Derived.Sources.Select(s => s.UnitId), tree)}"
            + (Parts(figure.Derived.Value) is { } parts ? $" ({parts})" : ""),
    };

    /// <summary>Which units are missing in the sum and how much it covers; null where nothing is missing or nothing is summed.</summary>
    public static string? Missing(UnitFigure figure, OrganizationTree tree)
    {
        if (figure.Missing.Count == 0 || figure is { Own: not null, Derived: null })
        {
            return null;
        }

        var silent = figure.Missing.Where(m => m.Reason == MissingFigureReason.NotReported).Select(m => m.UnitId).ToList();
        var unsummed = figure.Missing.Where(m => m.Reason == MissingFigureReason.OnlyValue).Select(m => m.UnitId).ToList();
        var covered = figure.Derived?.CoveredShare is { } share ? $" Summan täcker {ChartText.Number(share * 100, 0)} % av nämnaren, räknat på de saknades senaste." : "";
        return string.Join(' ', new[]
        {
            silent.Count > 0 ? $"Har inte redovisat: {Names(silent, tree)}." : null,
            unsummed.Count > 0 ? $"Har bara procent, utan täljare och nämnare: {Names(unsummed, tree)}." : null,
        }.OfType<string>()) + covered;
    }

    /// <summary>The two figures that differ, in words; null where they do not.</summary>
    public static string? Difference(UnitFigure figure, MeasureTerms terms) => figure is { Differs: true, Own.Value: { } own, Derived.Value: { } derived }
        ? $"Eget värde {WithParts(own, terms)}, beräknat ur enheterna under {WithParts(derived, terms)}."
        : null;

    /// <summary>A value with its numerator and denominator: 89,5 % (17/19).</summary>
    public static string WithParts(OutcomeValue value, MeasureTerms terms) =>
        Sv.Value(value.Amount, terms) + (Parts(value) is { } parts ? $" ({parts})" : "");

    private static string? Parts(OutcomeValue value) =>
        value is { Numerator: { } numerator, Denominator: { } denominator } ? $"{Plain(numerator)}/{Plain(denominator)}" : null;

    private static string Names(IEnumerable<Guid> ids, OrganizationTree tree)
    {
        var names = ids.Select(id => tree.NameOf(id) ?? "okänd enhet").ToList();
        return names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} och {names.Count - MostNamed} till";
    }

    private static string Plain(decimal number) => number.ToString("#,##0.######", Sv.Culture).Replace('-', '−');
}
