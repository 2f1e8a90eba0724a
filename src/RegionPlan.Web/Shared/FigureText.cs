using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Shared;

/// <summary>How a unit's figure came about, in Swedish.</summary>
public static class FigureText
{
    private const int MostNamed = 6;

    /// <summary>Where the shown figure is from: Eget värde; Beräknat ur 3 enheter: A, B, C (17/19).</summary>
    public static string Origin(UnitFigure figure, OrganizationTree tree) =>
        figure is { Origin: FigureOrigin.Derived, Derived: { } derived }
            ? $"Beräknat ur {Units(derived)}: {Names(derived.Sources.Select(s => s.UnitId), tree)}{InBrackets(derived.Value)}"
            : ShortOrigin(figure);

    /// <summary>The same without the units' names, for where they stand below: Beräknat ur 3 enheter (17/19).</summary>
    public static string ShortOrigin(UnitFigure figure) => figure.Origin is not { } origin ? "Inget värde" : origin switch
    {
        FigureOrigin.Own when DerivedFigure.IsCalculated(figure.Own!) => figure.Own!.Source + InBrackets(figure.Own.Value!),
        FigureOrigin.Own => Parts(figure.Own!.Value!) is { } parts ? $"Eget värde, {parts}" : "Eget värde",
        FigureOrigin.Derived => $"Beräknat ur {Units(figure.Derived!)}{InBrackets(figure.Derived!.Value)}",
    };

    /// <summary>Which units are missing in the sum and how much it covers; null where nothing is missing or nothing is summed.</summary>
    public static string? Missing(UnitFigure figure, OrganizationTree tree)
    {
        if (figure.Missing.Count == 0 || figure.Derived is not { } derived)
        {
            return null;
        }

        return string.Join(' ', new[]
        {
            Told("Har inte redovisat", MissingFigureReason.NotReported),
            Told("Har bara procent, utan täljare och nämnare", MissingFigureReason.OnlyValue),
            derived.CoveredShare is { } share ? $"Summan täcker {Share(share)} av nämnaren, om de som saknas är lika stora som när de senast redovisade."
                : derived.Value.Denominator is null ? null
                : "Hur stor del av nämnaren summan täcker är inte känt.",
        }.OfType<string>());

        string? Told(string what, MissingFigureReason reason) =>
            figure.Missing.Where(m => m.Reason == reason).Select(m => m.UnitId).ToList() is { Count: > 0 } units ? $"{what}: {Names(units, tree)}." : null;
    }

    /// <summary>The two figures that differ, in words; null where they do not.</summary>
    public static string? Difference(UnitFigure figure, MeasureTerms terms) => figure is { Differs: true, Own.Value: { } own, Derived.Value: { } derived }
        ? $"Eget värde {WithParts(own, terms)}, beräknat ur enheterna under {WithParts(derived, terms)}."
        : null;

    /// <summary>Which of the two holds, who chose it and why; null where nobody has.</summary>
    public static string? Choice(UnitFigure figure) =>
        figure.Choice is { } choice ? $"{Of(choice.Chosen)} gäller, valt av {choice.Recorded.By}: {choice.Recorded.Why}" : null;

    /// <summary>Det egna värdet; Det beräknade värdet.</summary>
    public static string Of(FigureOrigin origin) => origin switch
    {
        FigureOrigin.Own => "Det egna värdet",
        FigureOrigin.Derived => "Det beräknade värdet",
    };

    /// <summary>How the units' figures are put together.</summary>
    public static string HowSummed(Aggregation summed) => summed switch
    {
        Aggregation.Ratio => "Enheternas täljare och nämnare summeras var för sig; det är aldrig ett medelvärde av procenttal.",
        Aggregation.Sum => "Enheternas antal summeras.",
        Aggregation.None => "Måttet kan inte summeras; varje enhet visar det den har registrerat.",
    };

    /// <summary>A value with its numerator and denominator: 89,5 % (17/19).</summary>
    public static string WithParts(OutcomeValue value, MeasureTerms terms) => Sv.Value(value.Amount, terms) + InBrackets(value);

    private static string Units(DerivedFigure derived) => Sv.Count(derived.Sources.Count, "enhet", "enheter");

    private static string InBrackets(OutcomeValue value) => Parts(value) is { } parts ? $" ({parts})" : "";

    private static string? Parts(OutcomeValue value) =>
        value is { Numerator: { } numerator, Denominator: { } denominator } ? $"{Plain(numerator)}/{Plain(denominator)}" : null;

    /// <summary>A part is never told as the whole, nor as nothing.</summary>
    private static string Share(decimal share) => share switch
    {
        > 0.99m => "mer än 99 %",
        < 0.01m => "mindre än 1 %",
        _ => $"{ChartText.Number(share * 100, 0)} %",
    };

    private static string Names(IEnumerable<Guid> ids, OrganizationTree tree)
    {
        var names = ids.Select(id => tree.NameOf(id) ?? "okänd enhet").ToList();
        return names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} och {names.Count - MostNamed} till";
    }

    private static string Plain(decimal number) => number.ToString("#,##0.######", Sv.Culture).Replace('-', '−');
}
