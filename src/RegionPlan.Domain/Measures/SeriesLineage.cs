using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>A part of a series' history: the figures of one recorded series, up to a year where a later definition takes over.</summary>
/// <param name="SeriesId">The series that the figures are recorded on.</param>
/// <param name="Before">Only figures of earlier years than this; null for all.</param>
public readonly record struct SeriesSpan(Guid SeriesId, int? Before);

/// <summary>
/// How series continue from plan to plan. A kept measure's figures are recorded on its first series, so that both plans show one value; a
/// changed one has figures of its own from the year of the change, with the older ones before a mark.
/// </summary>
public sealed class SeriesLineage
{
    private readonly Dictionary<Guid, (Measure Measure, MeasureSeries Series)> series;
    private readonly Dictionary<Guid, Measure> measures;
    private readonly DateTimeOffset? asOf;

    /// <param name="measures">The measures of all plans that are connected, with their series and successions.</param>
    /// <param name="asOf">Only what was recorded by then; null for everything.</param>
    public SeriesLineage(IEnumerable<Measure> measures, DateTimeOffset? asOf = null)
    {
        this.measures = measures.ToDictionary(m => m.Id);
        this.asOf = asOf;
        series = this.measures.Values.SelectMany(m => m.Series, (m, s) => (m, s)).ToDictionary(x => x.s.Id);
    }

    /// <summary>The parts of a series' history, its own first.</summary>
    public IReadOnlyList<SeriesSpan> SpansOf(Guid seriesId)
    {
        List<SeriesSpan> spans = [new(seriesId, null)];
        foreach (var (from, succession) in Back(seriesId))
        {
            var before = spans[^1].Before;
            spans.Add(new(from, succession.BreakYear is { } year && !(before < year) ? year : before));
        }

        return spans;
    }

    /// <summary>The series that a series' new figures are recorded on: the first of those that were kept.</summary>
    public Guid RecordedOn(Guid seriesId) =>
        Back(seriesId).TakeWhile(step => step.Succession.Continuation == Continuation.Kept).Select(step => step.SeriesId).LastOrDefault(seriesId);

    /// <summary>The series itself and those that it keeps the definition of, latest first.</summary>
    public IEnumerable<MeasureSeries> KeptWith(MeasureSeries own) =>
        Back(own.Id).TakeWhile(step => step.Succession.Continuation == Continuation.Kept).Select(step => series[step.SeriesId].Series).Prepend(own);

    /// <summary>The changes of method of the whole history: the series' own, those before it, and where a changed measure took over.</summary>
    public IEnumerable<SeriesBreak> BreaksOf(MeasureSeries own)
    {
        foreach (var mark in own.Breaks)
        {
            yield return mark;
        }

        int? before = null;
        foreach (var (from, succession) in Back(own.Id))
        {
            if (succession is { Continuation: Continuation.Changed, BreakYear: { } year, Text: { } text })
            {
                yield return new(succession.Version, year, text, succession.Recorded);
                before = before < year ? before : year;
            }

            foreach (var mark in series[from].Series.Breaks.Where(b => !(b.Year >= before)))
            {
                yield return mark;
            }
        }
    }

    private List<(Guid SeriesId, MeasureSuccession Succession)> Back(Guid seriesId)
    {
        List<(Guid, MeasureSuccession)> steps = [];
        var seen = new HashSet<Guid> { seriesId };
        while (series.TryGetValue(seriesId, out var at)
            && at.Measure.Successions.Latest(asOf) is { } succession
            && succession.PredecessorId is { } predecessor
            && measures.TryGetValue(predecessor, out var earlier)
            && earlier.Series.FirstOrDefault(s => s.Key == at.Series.Key) is { } from
            && seen.Add(from.Id))
        {
            steps.Add((from.Id, succession));
            seriesId = from.Id;
        }

        return steps;
    }
}
