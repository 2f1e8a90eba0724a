using System.Globalization;
using System.Text;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Measures;

/// <summary>One line of figures: a delmått of a measure, or the measure itself where it has none. Targets and outcomes belong to it.</summary>
public sealed class MeasureSeries
{
    public const int MaxKeyLength = 40;

    /// <summary>The key of the only series of a measure without delmått.</summary>
    public const string TotalKey = "total";

    private readonly List<SeriesDefinition> definitions = [];
    private readonly List<TargetDecision> targets = [];
    private readonly List<SeriesBreak> breaks = [];
    private readonly List<SeriesSource> sources = [];

    private MeasureSeries() => Key = "";

    internal MeasureSeries(Guid measureId, string key, int order)
    {
        Id = Guid.CreateVersion7();
        MeasureId = measureId;
        Key = TextLimit.Needed(key, MaxKeyLength, "Delmåttets nyckel");
        Order = order;
    }

    public Guid Id { get; private init; }

    public Guid MeasureId { get; private init; }

    /// <summary>Stable within the measure, such as <c>pv</c>; <see cref="TotalKey"/> for the only series of a measure.</summary>
    public string Key { get; private init; }

    public int Order { get; private init; }

    public IReadOnlyList<SeriesDefinition> Definitions => definitions;

    public IReadOnlyList<TargetDecision> Targets => targets;

    public IReadOnlyList<SeriesBreak> Breaks => breaks;

    public IReadOnlyList<SeriesSource> Sources => sources;

    /// <summary>The key that a delmått gets by its name: <c>Psykiatri, öppenvård</c> gives <c>psykiatri-oppenvard</c>.</summary>
    public static string KeyOf(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ');
        var key = string.Join('-', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return key.Length > MaxKeyLength ? key[..MaxKeyLength].TrimEnd('-') : key;
    }

    /// <summary>Defines the series from a date; a change of an existing definition must say why.</summary>
    /// <exception cref="RuleViolation">A text is too long, or a change has no motivation.</exception>
    public SeriesDefinition Define(SeriesTerms terms, DateOnly holdsFrom, Recording recorded)
    {
        if (definitions.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför delmåttet ändras.");
        }

        var definition = new SeriesDefinition(definitions.NextVersion(), terms.Checked(), holdsFrom, recorded);
        definitions.Add(definition);
        return definition;
    }

    /// <summary>Decides the short-term target of a year, or that the year has none.</summary>
    /// <exception cref="RuleViolation">The target is in words, or changes an earlier one without a motivation.</exception>
    public TargetDecision SetShortTerm(int year, Target target, DateOnly holdsFrom, Recording recorded, string? note = null, bool isExample = false)
    {
        if (target is Target.Words)
        {
            throw new RuleViolation("Ett kortsiktigt målvärde ska vara ett tal, så att utfallet kan jämföras med det.");
        }

        return Decide(TargetTerm.ShortTerm, year, year, target, note, isExample, holdsFrom, recorded);
    }

    /// <summary>Decides one step of the long-term target; steps are numbered from 1 in the plan's order.</summary>
    public TargetDecision SetLongTerm(int step, int? year, Target target, DateOnly holdsFrom, Recording recorded, string? note = null) =>
        Decide(TargetTerm.LongTerm, step, year, target, note, isExample: false, holdsFrom, recorded);

    public SeriesBreak MarkBreak(int year, string text, Recording recorded)
    {
        var mark = new SeriesBreak(breaks.NextVersion(), year, text, recorded);
        breaks.Add(mark);
        return mark;
    }

    public SeriesSource AddSource(
        string system, string reference, string title, string? definition, string? difference, int? lastYear, Recording recorded)
    {
        var source = new SeriesSource(sources.NextVersion(), system, reference, title, definition, difference, lastYear, recorded);
        sources.Add(source);
        return source;
    }

    private TargetDecision Decide(
        TargetTerm term, int slot, int? year, Target target, string? note, bool isExample, DateOnly holdsFrom, Recording recorded)
    {
        if (target is Target.Words { Text: var text } && (string.IsNullOrWhiteSpace(text) || text.Length > TargetDecision.MaxTextLength))
        {
            throw new RuleViolation($"Målvärdet i ord ska vara 1 till {TargetDecision.MaxTextLength} tecken.");
        }

        var earlier = targets.Where(t => t.Term == term && t.Slot == slot).ToList();
        if (earlier.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför målvärdet ändras.");
        }

        var decision = new TargetDecision(earlier.NextVersion(), term, slot, year, target, note, isExample, holdsFrom, recorded);
        targets.Add(decision);
        return decision;
    }
}
