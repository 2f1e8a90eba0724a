using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>
/// The figures of every unit for one series, period and sex, summed up the tree: numerators and denominators each for themselves, never a
/// mean of percentages. A unit that has recorded a figure stands by it, and what is above sums that figure, unless somebody has chosen
/// otherwise; so a figure is the same wherever it is shown. Invented figures are never summed into the region's.
/// </summary>
public sealed class UnitFigures
{
    private readonly MeasureTerms terms;
    private readonly OrganizationTree tree;
    private readonly Dictionary<Guid, OutcomeEntry> recorded;
    private readonly Dictionary<Guid, ValueChoice> choices;
    private readonly IReadOnlySet<Guid> expected;
    private readonly IReadOnlyDictionary<Guid, (decimal Denominator, bool IsExample)> earlier;
    private readonly Dictionary<Guid, UnitFigure> figures = [];
    private UnitFigures? real;

    /// <param name="terms">The measure's terms for the period: how it is summed, its scale and decimals.</param>
    /// <param name="tree">The organisation through the period.</param>
    /// <param name="recorded">The current entry, with a value, of each unit that has one.</param>
    /// <param name="choices">The latest choice of each unit where one was made.</param>
    /// <param name="expected">The units that should report.</param>
    /// <param name="earlier">The denominator that each unit last had before the period, to judge what is missing by, and whether it was invented.</param>
    public UnitFigures(
        MeasureTerms terms,
        OrganizationTree tree,
        IEnumerable<OutcomeEntry> recorded,
        IEnumerable<ValueChoice> choices,
        IReadOnlySet<Guid> expected,
        IReadOnlyDictionary<Guid, (decimal Denominator, bool IsExample)> earlier)
    {
        this.terms = terms;
        this.tree = tree;
        this.recorded = recorded.Where(r => r.Value is not null).ToDictionary(r => r.UnitId);
        this.choices = choices.ToDictionary(c => c.UnitId);
        this.expected = expected;
        this.earlier = earlier;
    }

    /// <summary>What a unit shows; empty where neither it nor anything below has a figure.</summary>
    public UnitFigure Of(Guid unitId)
    {
        if (!figures.TryGetValue(unitId, out var figure))
        {
            figures[unitId] = figure = IsRegion(unitId) && HasExamplesBelow ? Real.Of(unitId) : Sum(unitId);
        }

        return figure;
    }

    private bool HasExamplesBelow => recorded.Values.Any(IsExampleBelow);

    /// <summary>The same figures as if nothing below the region were invented: what the region's sum is made of.</summary>
    private UnitFigures Real => real ??= new(terms, tree, recorded.Values.Where(r => !IsExampleBelow(r)), choices.Values, expected, earlier);

    private bool IsExampleBelow(OutcomeEntry entry) => entry.IsExample && !IsRegion(entry.UnitId);

    private bool IsRegion(Guid unitId) => tree.Find(unitId)?.Unit.Kind == UnitKind.Region;

    private UnitFigure Sum(Guid unitId)
    {
        var below = tree.ChildrenOf(unitId).Select(c => Of(c.Unit.Id)).ToList();
        List<OutcomeEntry> sources = [];
        List<MissingFigure> missing = [];
        foreach (var child in below)
        {
            var counted = Counted(child).ToList();
            if (counted.Count > 0)
            {
                sources.AddRange(counted);
                missing.AddRange(child.Origin == FigureOrigin.Derived ? child.Missing : []);
            }
            else if (child.Value is not null)
            {
                missing.Add(new(child.UnitId, MissingFigureReason.OnlyValue));
            }
            else
            {
                missing.AddRange(child.Missing);
            }
        }

        var own = recorded.GetValueOrDefault(unitId);
        var derived = sources.Count == 0 ? null : new DerivedFigure(DerivedFigure.Total(sources, terms), sources, Covered(sources, missing));
        if (own is null && derived is null && missing.Count == 0 && expected.Contains(unitId))
        {
            missing.Add(new(unitId, MissingFigureReason.NotReported));
        }

        var differs = own is not null && derived is not null && own.IsExample == derived.IsExample && Differ(own.Value!, derived.Value);
        var choice = differs && choices.GetValueOrDefault(unitId) is { } made && made.IsBetween(own!, derived!) ? made : null;
        return new(unitId, own, derived, choice, differs, missing);
    }

    /// <summary>The recorded figures that stand for a unit in a sum above it; empty where it has none that can be summed.</summary>
    private IEnumerable<OutcomeEntry> Counted(UnitFigure figure) => figure.Origin is not { } origin ? [] : origin switch
    {
        FigureOrigin.Derived => figure.Derived!.Sources,
        FigureOrigin.Own => terms.Summed switch
        {
            Aggregation.Ratio => figure.Own!.Denominator is null ? [] : [figure.Own],
            Aggregation.Sum => [figure.Own!],
            Aggregation.None => [],
        },
    };

    private decimal? Covered(List<OutcomeEntry> sources, List<MissingFigure> missing)
    {
        if (missing.Count == 0)
        {
            return 1;
        }

        // An invented size says nothing of what a real sum lacks.
        var isExample = sources.Exists(s => s.IsExample);
        if (terms.Summed != Aggregation.Ratio
            || missing.Exists(m => !earlier.TryGetValue(m.UnitId, out var last) || (last.IsExample && !isExample)))
        {
            return null;
        }

        var covered = sources.Sum(s => s.Denominator!.Value);
        return covered / (covered + missing.Sum(m => earlier[m.UnitId].Denominator));
    }

    /// <summary>Whether two figures are read as different, or would weigh differently in a sum.</summary>
    private bool Differ(OutcomeValue own, OutcomeValue derived) =>
        Shown(own.Amount) != Shown(derived.Amount)
        || (own.Denominator is not null && (own.Numerator, own.Denominator) != (derived.Numerator, derived.Denominator));

    private decimal Shown(decimal amount) => Math.Round(amount, terms.Decimals, MidpointRounding.AwayFromZero);
}
