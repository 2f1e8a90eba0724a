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
    private readonly List<MeasureEnding> endings = [];

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

    /// <summary>What has been said of which plans it is not in.</summary>
    public IReadOnlyList<MeasureEnding> Endings => endings;

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
            throw new RuleViolation($"Inget av delmåtten i {Code} finns i {predecessor.Code}. Välj ett mått med samma delmått, eller låt måttet vara nytt.");
        }

        var isChanged = continuation == Continuation.Changed;
        if (isChanged && (breakYear is null || string.IsNullOrWhiteSpace(text)))
        {
            throw new RuleViolation("Ange från vilket år måttet mäts på ett nytt sätt, och vad som är ändrat.");
        }

        return Succeed(predecessor.Id, continuation, isChanged ? breakYear : null, isChanged ? text : null, recorded);
    }

    /// <summary>Says that the measure is new: it continues no earlier one.</summary>
    /// <exception cref="RuleViolation">An earlier mapping is changed without a motivation.</exception>
    public MeasureSuccession BeginAnew(Recording recorded) => Succeed(null, null, null, null, recorded);

    /// <summary>The measure of an earlier plan that this one continues, as known at an instant; null where it is new.</summary>
    public Guid? PredecessorId(DateTimeOffset? asOf = null) => successions.Latest(asOf)?.PredecessorId;

    /// <summary>Ends the measure with its plan, so that the next one goes on without it, or leaves it out of its own plan; or takes that back.</summary>
    /// <param name="planId">The plan that the measure is not in.</param>
    /// <param name="ends">False to take an ending back.</param>
    /// <param name="recorded">Who, when and, which is needed, why.</param>
    /// <exception cref="RuleViolation">The motivation is missing, or it stands so already.</exception>
    public MeasureEnding End(Guid planId, bool ends, Recording recorded)
    {
        if (recorded.Why is null)
        {
            throw new RuleViolation(ends ? $"Skriv varför {Code} upphör." : $"Skriv varför {Code} inte upphör.");
        }

        if (EndingIn(planId) is not null == ends)
        {
            throw new RuleViolation(ends ? $"{Code} upphör redan." : $"{Code} upphör inte, så det finns inget att ta tillbaka.");
        }

        var ending = new MeasureEnding(Id, planId, ends, endings.Where(e => e.PlanId == planId).NextVersion(), recorded);
        endings.Add(ending);
        return ending;
    }

    /// <summary>The ending that keeps the measure out of a plan, as known at an instant; null where it is not kept out.</summary>
    public MeasureEnding? EndingIn(Guid planId, DateTimeOffset? asOf = null) =>
        endings.Where(e => e.PlanId == planId).Latest(asOf) is { IsEnded: true } ending ? ending : null;

    /// <summary>Whether it was left out of its own plan, as known at an instant.</summary>
    public bool IsLeftOut(DateTimeOffset? asOf = null) => PlanId is { } own && EndingIn(own, asOf) is not null;

    private MeasureSuccession Succeed(Guid? predecessorId, Continuation? continuation, int? breakYear, string? text, Recording recorded)
    {
        if (successions.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför kopplingen till det tidigare måttet ändras.");
        }

        var succession = new MeasureSuccession(Id, predecessorId, continuation, breakYear, text, successions.NextVersion(), recorded);
        successions.Add(succession);
        return succession;
    }
}
