using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Shared;

/// <summary>Swedish words for what stands in a styrkort and for the units that make them.</summary>
public static class ScorecardText
{
    private const string Ring = "M8 3.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z";

    public static string Of(ActivityState state) => Mark(state).Word;

    /// <summary>How a state looks: each has a shape of its own.</summary>
    public static StatusMark Mark(ActivityState state) => state switch
    {
        ActivityState.NotStarted => new("notstarted", "Ej påbörjad", Ring, ""),
        ActivityState.Ongoing => new("ongoing", "Pågår", "", "M4.5 2.5 13.5 8l-9 5.5z"),
        ActivityState.Done => new("done", "Klar", "M2.8 8.6l3.4 3.4L13.2 4.6", ""),
        ActivityState.Delayed => new("delayed", "Försenad", Ring + "M8 5.4V8l2 1.6", ""),
        ActivityState.Cancelled => new("cancelled", "Avbruten", Ring + "M4.8 11.2l6.4-6.4", ""),
    };

    /// <summary>What a unit is, in singular.</summary>
    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Region => "Region",
        UnitKind.Board => "Nämnd",
        UnitKind.Administration => "Förvaltning",
        UnitKind.Division => "Förvaltningsområde",
        UnitKind.Department => "Basenhet",
        UnitKind.Unit => "Enhet",
    };

    /// <summary>What units are, in plural.</summary>
    public static string Several(UnitKind kind) => kind switch
    {
        UnitKind.Region => "Regioner",
        UnitKind.Board => "Nämnder",
        UnitKind.Administration => "Förvaltningar",
        UnitKind.Division => "Förvaltningsområden",
        UnitKind.Department => "Basenheter",
        UnitKind.Unit => "Enheter",
    };

    /// <summary>How many activities stand how: 12 aktiviteter: 3 klara, 5 pågår, 1 försenad, 3 ej påbörjade.</summary>
    public static string Of(ActivityCounts counts)
    {
        (int Number, string One, string Several)[] parts =
        [
            (counts.Done, "klar", "klara"),
            (counts.Ongoing, "pågår", "pågår"),
            (counts.Delayed, "försenad", "försenade"),
            (counts.NotStarted, "ej påbörjad", "ej påbörjade"),
            (counts.Cancelled, "avbruten", "avbrutna"),
        ];
        return counts.Total == 0
            ? "Inga aktiviteter"
            : $"{Sv.Count(counts.Total, "aktivitet", "aktiviteter")}: "
                + string.Join(", ", parts.Where(p => p.Number > 0).Select(p => Sv.Count(p.Number, p.One, p.Several)));
    }

    /// <summary>When an activity is done: 2025-01-15 till 2025-06-30; klar senast 2025-06-30.</summary>
    public static string Days(ScorecardActivity activity) => (activity.Start, activity.Due) switch
    {
        ({ } start, { } due) => $"{Sv.Day(start)} till {Sv.Day(due)}",
        (null, { } due) => $"klar senast {Sv.Day(due)}",
        ({ } start, null) => $"från {Sv.Day(start)}",
        (null, null) => "utan datum",
    };

    /// <summary>The unit's own målvärde as it is shown; what was typed where that is no number, null where there is none.</summary>
    public static string? Target(ScorecardMeasure measure, Domain.Measures.MeasureTerms? terms) =>
        string.IsNullOrWhiteSpace(measure.Target) ? null
        : terms is not null && ScorecardCheck.Amount(measure, terms) is { } amount ? Sv.Decided(amount, terms)
        : measure.Target.Trim();
}
