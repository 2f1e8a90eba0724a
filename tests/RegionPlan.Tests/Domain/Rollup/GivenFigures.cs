using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Tests.Domain.Rollup;

/// <summary>An organisation and the figures its units have recorded for one series, to be summed.</summary>
internal sealed class GivenFigures
{
    private static readonly DateOnly Founded = Given.Day("2024-01-01");

    private readonly Dictionary<string, OrganizationUnit> units = [];
    private readonly Dictionary<(Guid Unit, Period Period), OutcomeEntry> entries = [];
    private readonly List<ValueChoice> choices = [];
    private readonly List<Reorganization> reorganizations = [];
    private readonly HashSet<Guid> expected = [];
    private readonly Dictionary<Guid, (decimal Denominator, bool IsExample)> earlier = [];
    private readonly Guid seriesId = Guid.CreateVersion7();

    public GivenFigures(MeasureTerms? terms = null)
    {
        Terms = terms ?? Given.Percent();
        Unit("region", UnitKind.Region, null);
        Unit("namnd", UnitKind.Board, "region");
        Unit("forvaltning", UnitKind.Administration, "namnd");
    }

    public MeasureTerms Terms { get; }

    public Period Period { get; set; } = Period.OfYear(2025);

    public OrganizationUnit this[string key] => units[key];

    public GivenFigures Unit(string key, UnitKind kind, string? parent, string from = "2024-01-01")
    {
        var unit = new OrganizationUnit(key, kind);
        unit.Place(key, parent is null ? null : units[parent], null, Given.Day(from), Given.Recorded());
        units.Add(key, unit);
        return this;
    }

    public GivenFigures Move(string key, string parent, string from)
    {
        units[key].Place(key, units[parent], null, Given.Day(from), Given.Recorded(why: "Beslut"));
        return this;
    }

    /// <summary>Changes the organisation; units that are founded are known by their names.</summary>
    public GivenFigures Change(UnitChange change, string from)
    {
        var ledger = Ledger;
        reorganizations.Add(ledger.Change(change, Given.Day(from), Given.Recorded(from, "Beslut")));
        foreach (var unit in ledger.Founded)
        {
            units.Add(unit.Placements[0].Name, unit);
        }

        return this;
    }

    /// <summary>Records numerator/denominator, or a plain number where there is no denominator.</summary>
    public GivenFigures Records(string key, decimal numerator, decimal? denominator = null, bool isExample = false, Period? period = null)
    {
        var at = period ?? Period;
        var value = denominator is { } below ? OutcomeValue.OfRatio(numerator, below, Terms.RatioScale) : OutcomeValue.Of(numerator);
        var row = new OutcomeRow(seriesId, units[key].Id, at, Terms, []);
        entries[(units[key].Id, at)] = row.Record(
            new(value), units[key].Id, new("Test", IsExample: isExample), Given.Recorded("2026-01-10"), Given.Day("2026-02-01")).Single();
        return this;
    }

    public GivenFigures Expects(string key, decimal? earlierDenominator = null, bool isExample = false)
    {
        expected.Add(units[key].Id);
        if (earlierDenominator is { } denominator)
        {
            earlier[units[key].Id] = (denominator, isExample);
        }

        return this;
    }

    public GivenFigures Chooses(string key, FigureOrigin chosen)
    {
        var figure = Of(key);
        choices.Add(new(figure.Own!.Key, choices.Where(c => c.UnitId == units[key].Id), chosen, figure.Own!, figure.Derived!, Given.Recorded("2026-01-15", "Kontrollerat mot källan")));
        return this;
    }

    public OrganizationLedger Ledger => new(units.Values, reorganizations);

    /// <summary>The period's figures restated on the organisation of a day.</summary>
    public Restatement On(string day) => Restatement.Of(entries.Where(e => e.Key.Period == Period).Select(e => e.Value), Terms, Ledger, Given.Day(day));

    public UnitFigures Figures => new(
        Terms,
        OrganizationTree.During(units.Values, Period.Start, Period.End),
        entries.Where(e => e.Key.Period == Period).Select(e => e.Value),
        choices.GroupBy(c => c.UnitId).Select(g => g.Latest()!),
        expected,
        earlier);

    public UnitFigure Of(string key) => Figures.Of(units[key].Id);

    public IEnumerable<string> Names(IEnumerable<Guid> ids) => ids.Select(id => units.Single(u => u.Value.Id == id).Key);
}
