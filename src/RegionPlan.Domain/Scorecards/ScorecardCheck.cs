using System.Globalization;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Scorecards;

/// <summary>Something to mend before a styrkort can be decided.</summary>
/// <param name="PartId">The perspective, goal, measure or activity it is about; null for the styrkort as a whole.</param>
/// <param name="Message">What is wrong and how to mend it, in Swedish.</param>
/// <param name="Field">The name of the part's property that is to be mended; null where it is the part as a whole.</param>
public sealed record ScorecardFinding(Guid? PartId, string Message, string? Field = null);

/// <summary>What a styrkort must fulfil before it is decided. A draft may be kept whatever this says.</summary>
public static class ScorecardCheck
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Everything there is to mend, in the order of the styrkort.</summary>
    /// <param name="content">The styrkort.</param>
    /// <param name="goalsAbove">The keys of all goals that one of its goals may break down.</param>
    /// <param name="terms">The terms of the measures that may be followed, by series.</param>
    public static IReadOnlyList<ScorecardFinding> Of(
        ScorecardContent content, IReadOnlySet<Guid> goalsAbove, IReadOnlyDictionary<Guid, MeasureTerms> terms)
    {
        var findings = new List<ScorecardFinding>();
        if (content.Goals.Count == 0)
        {
            findings.Add(new(null, "Styrkortet har inga mål. Lägg till minst ett."));
        }

        foreach (var text in content.Texts.Where(t => t.Text.Trim().Length > ScorecardGoal.MaxTextLength))
        {
            findings.Add(new(text.PerspectiveId, $"Texten till målområdet får vara högst {ScorecardGoal.MaxTextLength} tecken. Korta texten.", nameof(PerspectiveText.Text)));
        }

        foreach (var goal in content.Goals)
        {
            Length(findings, goal.Id, nameof(goal.Name), goal.Name, ScorecardGoal.MaxNameLength, "Målet", isNeeded: true);
            Length(findings, goal.Id, nameof(goal.Text), goal.Text, ScorecardGoal.MaxTextLength, "Målets text", isNeeded: false);
            if (goal.ParentGoalId is null && !goal.StandsAlone)
            {
                findings.Add(new(goal.Id, "Välj vilket mål ovanför som målet bryter ned, eller att det inte stöder något.", nameof(goal.ParentGoalId)));
            }
            else if (goal.ParentGoalId is { } parent && !goalsAbove.Contains(parent))
            {
                findings.Add(new(goal.Id, "Målet ovanför finns inte längre. Välj ett annat.", nameof(goal.ParentGoalId)));
            }

            foreach (var measure in goal.Measures)
            {
                CheckMeasure(findings, measure, terms.GetValueOrDefault(measure.SeriesId));
            }

            foreach (var twice in goal.Measures.GroupBy(m => m.SeriesId).Where(g => g.Count() > 1))
            {
                findings.Add(new(twice.Last().Id, "Måttet står redan under målet. Ta bort det ena."));
            }

            foreach (var activity in goal.Activities)
            {
                CheckActivity(findings, activity);
            }
        }

        return findings;
    }

    /// <summary>The målvärde as a number in the measure's unit; null where it is left out or cannot be read.</summary>
    public static decimal? Amount(ScorecardMeasure measure, MeasureTerms? terms) =>
        string.IsNullOrWhiteSpace(measure.Target) ? null
        : (terms is { IsYesNo: true } ? SwedishNumber.TryParseYesNo(measure.Target, out var amount) : SwedishNumber.TryParse(measure.Target, out amount)) ? amount
        : null;

    private static void CheckMeasure(List<ScorecardFinding> findings, ScorecardMeasure measure, MeasureTerms? terms)
    {
        if (terms is null)
        {
            findings.Add(new(measure.Id, "Måttet finns inte längre. Ta bort det eller välj ett annat."));
            return;
        }

        Length(findings, measure.Id, nameof(measure.Note), measure.Note, ScorecardMeasure.MaxNoteLength, "Anmärkningen", isNeeded: false);
        if (string.IsNullOrWhiteSpace(measure.Target))
        {
            return;
        }

        if (Amount(measure, terms) is not { } amount)
        {
            findings.Add(new(measure.Id, terms.IsYesNo ? "Skriv målvärdet som ja eller nej." : "Skriv målvärdet som ett tal, till exempel 78,5.", nameof(measure.Target)));
        }
        else if (amount < terms.LowestPossible || amount > terms.HighestPossible)
        {
            findings.Add(new(measure.Id, Bounds(terms.LowestPossible, terms.HighestPossible), nameof(measure.Target)));
        }
        else if (Math.Abs(amount) > OutcomeValue.Largest || decimal.Round(amount, OutcomeValue.MaxDecimals) != amount)
        {
            findings.Add(new(measure.Id, $"Målvärdet är för stort eller har fler än {OutcomeValue.MaxDecimals} decimaler.", nameof(measure.Target)));
        }
    }

    private static void CheckActivity(List<ScorecardFinding> findings, ScorecardActivity activity)
    {
        Length(findings, activity.Id, nameof(activity.Name), activity.Name, ScorecardActivity.MaxNameLength, "Aktiviteten", isNeeded: true);
        Length(findings, activity.Id, nameof(activity.Owner), activity.Owner, ScorecardActivity.MaxOwnerLength, "Vem som ansvarar för aktiviteten", isNeeded: true);
        Length(findings, activity.Id, nameof(activity.Text), activity.Text, ScorecardActivity.MaxTextLength, "Aktivitetens text", isNeeded: false);
        if (activity.Due is null)
        {
            findings.Add(new(activity.Id, "Ange när aktiviteten ska vara klar.", nameof(activity.Due)));
        }
        else if (IsFar(activity.Due) || IsFar(activity.Start))
        {
            findings.Add(new(
                activity.Id,
                $"Aktivitetens datum ska ligga mellan {Scorecard.EarliestYear} och {Scorecard.LatestYear}. Kontrollera årtalet.",
                IsFar(activity.Due) ? nameof(activity.Due) : nameof(activity.Start)));
        }
        else if (activity.Due < activity.Start)
        {
            findings.Add(new(activity.Id, "Aktiviteten ska vara klar före den börjar. Ändra ett av datumen.", nameof(activity.Due)));
        }
    }

    private static bool IsFar(DateOnly? day) => day is { Year: < Scorecard.EarliestYear or > Scorecard.LatestYear };

    private static string Bounds(decimal? lowest, decimal? highest) => (lowest, highest) switch
    {
        ({ } low, { } high) => $"Målvärdet ska ligga mellan {Number(low)} och {Number(high)}.",
        ({ } low, null) => $"Målvärdet ska vara lägst {Number(low)}.",
        (null, { } high) => $"Målvärdet ska vara högst {Number(high)}.",
        (null, null) => "",
    };

    private static string Number(decimal amount) => amount.ToString("0.######", Swedish);

    private static void Length(List<ScorecardFinding> findings, Guid part, string field, string text, int longest, string what, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            findings.Add(new(part, $"{what} saknas. Fyll i.", field));
        }
        else if (text.Trim().Length > longest)
        {
            findings.Add(new(part, $"{what} får vara högst {longest} tecken. Korta texten.", field));
        }
    }
}
