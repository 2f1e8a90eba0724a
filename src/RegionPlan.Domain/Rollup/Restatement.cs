using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Rollup;

/// <summary>
/// A period's figures as they would have been in the organisation of another day: each closed unit's figure counts to the unit that took
/// over after it. What was split between several, what nobody took over, and percentages that cannot be put together cannot be placed and are told.
/// </summary>
/// <param name="Entries">The figures, one for each unit that stands on the day; summed where several units became one.</param>
/// <param name="NotPlaced">The units whose figure cannot be placed.</param>
public sealed record Restatement(IReadOnlyList<OutcomeEntry> Entries, IReadOnlyList<Guid> NotPlaced)
{
    /// <param name="entries">The current entries of one series, period and sex, one for each unit.</param>
    /// <param name="terms">The measure's terms for the period: how it is summed.</param>
    /// <param name="ledger">All units and who took over after whom.</param>
    /// <param name="day">The day whose organisation it is restated on.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    public static Restatement Of(
        IEnumerable<OutcomeEntry> entries, MeasureTerms terms, OrganizationLedger ledger, DateOnly day, DateTimeOffset? asOf = null)
    {
        var units = ledger.Units.ToDictionary(u => u.Id);
        var placed = entries.Select(e => (Entry: e, At: StandsFor(units[e.UnitId], ledger, day, asOf))).ToList();
        var stated = placed.Where(p => p.At is not null)
            .GroupBy(p => p.At!.Value, p => p.Entry)
            .Select(g => (Sources: g.ToList(), Together: Together(g.Key, [.. g], terms)))
            .ToList();
        return new(
            [.. stated.Select(s => s.Together).OfType<OutcomeEntry>()],
            [.. placed.Where(p => p.At is null).Select(p => p.Entry.UnitId), .. stated.Where(s => s.Together is null).SelectMany(s => s.Sources).Select(e => e.UnitId)]);
    }

    /// <summary>The unit that stands on the day for another; itself where it stands, null where several took over or nobody did.</summary>
    /// <param name="unit">The unit that reported.</param>
    /// <param name="ledger">All units and who took over after whom.</param>
    /// <param name="day">The day.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    public static Guid? StandsFor(OrganizationUnit unit, OrganizationLedger ledger, DateOnly day, DateTimeOffset? asOf = null)
    {
        for (var steps = 0; steps <= ledger.Units.Count; steps++)
        {
            if (unit.On(day, asOf) is not { IsClosed: true })
            {
                return unit.Id;
            }

            if (ledger.SuccessorsOf(unit, day, asOf) is not [var only])
            {
                return null;
            }

            unit = only;
        }

        return null;
    }

    /// <summary>Several units' figures as one; null where they cannot be summed.</summary>
    private static OutcomeEntry? Together(Guid unitId, List<OutcomeEntry> entries, MeasureTerms terms)
    {
        if (entries is [var only])
        {
            return only.UnitId == unitId ? only : DerivedFigure.Entry(only.Key with { UnitId = unitId }, only.Value!, entries);
        }

        var canBeSummed = terms.Summed switch
        {
            Aggregation.Ratio => entries.TrueForAll(e => e.Denominator is not null),
            Aggregation.Sum => true,
            Aggregation.None => false,
        };
        return canBeSummed ? DerivedFigure.Entry(entries[0].Key with { UnitId = unitId }, DerivedFigure.Total(entries, terms), entries) : null;
    }
}
