using System.Globalization;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Domain.Measures;

/// <summary>
/// A mått of a plan's goal, or of a unit's own: its definition over time, and one series for each delmått (one unnamed series where it has none).
/// </summary>
public sealed class Measure
{
    public const int MaxCodeLength = 10;

    private readonly List<MeasureDefinition> definitions = [];
    private readonly List<MeasureSeries> series = [];
    private readonly List<MeasureSuccession> successions = [];

    private Measure() => Code = "";

    /// <exception cref="RuleViolation">The goal is not the plan's, or the direction not the goal's.</exception>
    public Measure(Plan plan, Goal goal, Direction direction, int order)
    {
        if (goal.PlanId != plan.Id)
        {
            throw new RuleViolation("Målet hör till en annan plan. Välj ett av planens egna.");
        }

        if (direction.GoalId != goal.Id)
        {
            throw new RuleViolation("Inriktningen hör till ett annat mål. Välj en av målets egna.");
        }

        Id = Guid.CreateVersion7();
        PlanId = plan.Id;
        GoalId = goal.Id;
        DirectionId = direction.Id;
        Order = order;
        Code = string.Create(CultureInfo.InvariantCulture, $"{goal.Order}.{order}");
    }

    /// <summary>A measure of a unit's own, which its styrkort may follow beside those of the plan.</summary>
    /// <param name="unit">The unit that owns it.</param>
    /// <param name="order">1-based among the unit's own.</param>
    public Measure(OrganizationUnit unit, int order)
    {
        Id = Guid.CreateVersion7();
        UnitId = unit.Id;
        Order = order;
        Code = string.Create(CultureInfo.InvariantCulture, $"E{order}");
    }

    public Guid Id { get; private init; }

    /// <summary>The plan it is a measure of; null for a unit's own, as are its goal and direction.</summary>
    public Guid? PlanId { get; private init; }

    public Guid? GoalId { get; private init; }

    public Guid? DirectionId { get; private init; }

    /// <summary>The unit that owns it; null for a plan's.</summary>
    public Guid? UnitId { get; private init; }

    /// <summary>1-based within the goal, in the plan's own order across its directions; or among the unit's own.</summary>
    public int Order { get; private init; }

    /// <summary>Goal order.measure order, such as <c>3.11</c>, or E and a number for a unit's own; never changes within its plan or unit.</summary>
    public string Code { get; private init; }

    public IReadOnlyList<MeasureDefinition> Definitions => definitions;

    public IReadOnlyList<MeasureSeries> Series => series;

    /// <summary>What has been said of which earlier measure this one continues.</summary>
    public IReadOnlyList<MeasureSuccession> Successions => successions;

    /// <summary>Defines the measure from a date; a change of an existing definition must say why.</summary>
    /// <exception cref="RuleViolation">The terms are not valid, or a change has no motivation.</exception>
    public MeasureDefinition Define(MeasureTerms terms, DateOnly holdsFrom, Recording recorded)
    {
        terms.Check();
        if (definitions.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför definitionen ändras.");
        }

        var definition = new MeasureDefinition(definitions.NextVersion(), terms, holdsFrom, recorded);
        definitions.Add(definition);
        return definition;
    }

    /// <summary>Adds a series.</summary>
    /// <exception cref="RuleViolation">The measure already has a series with that key, or one of several would be unnamed.</exception>
    public MeasureSeries AddSeries(string key, SeriesTerms terms, DateOnly holdsFrom, Recording recorded)
    {
        var added = new MeasureSeries(Id, key, series.Count + 1);
        if (series.Any(s => s.Key == added.Key))
        {
            throw new RuleViolation($"Måttet {Code} har redan ett delmått {added.Key}.");
        }

        added.Define(terms, holdsFrom, recorded);
        if (series.Count > 0 && series.Append(added).Any(s => s.Definitions.Latest()?.Terms.Name is null))
        {
            throw new RuleViolation($"Måttet {Code} kan inte ha både namngivna och namnlösa delmått. Ge varje delmått ett namn.");
        }

        series.Add(added);
        return added;
    }

    /// <summary>Continues a measure of an earlier plan: its delmått by their keys, with their history.</summary>
    /// <param name="predecessor">The earlier measure.</param>
    /// <param name="continuation">Whether it is the same measure or measured another way.</param>
    /// <param name="breakYear">The first year measured the new way; only where it is changed.</param>
    /// <param name="text">What changed; only where it is changed.</param>
    /// <param name="recorded">Who maps it, when and, for a change of mind, why.</param>
    /// <exception cref="RuleViolation">The measures are of the same plan, no delmått is shared, or the change is not described.</exception>
    public MeasureSuccession Continue(Measure predecessor, Continuation continuation, int? breakYear, string? text, Recording recorded)
    {
        if (PlanId is null || predecessor.PlanId is null || predecessor.PlanId == PlanId)
        {
            throw new RuleViolation("Ett mått fortsätter ett mått i en annan plan. Välj ett i den tidigare planen.");
        }

        if (!series.Any(s => predecessor.Series.Any(p => p.Key == s.Key)))
        {
            throw new RuleViolation($"Inget av delmåtten i {Code} finns i {predecessor.Code}. Ge dem samma nycklar eller låt måttet vara nytt.");
        }

        var isChanged = continuation == Continuation.Changed;
        if (isChanged && (breakYear is null || string.IsNullOrWhiteSpace(text)))
        {
            throw new RuleViolation("Ange från vilket år måttet mäts på ett nytt sätt, och vad som är ändrat.");
        }

        if (successions.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför kopplingen till det tidigare måttet ändras.");
        }

        var succession = new MeasureSuccession(
            Id, predecessor.Id, continuation, isChanged ? breakYear : null, isChanged ? text : null, successions.NextVersion(), recorded);
        successions.Add(succession);
        return succession;
    }
}
