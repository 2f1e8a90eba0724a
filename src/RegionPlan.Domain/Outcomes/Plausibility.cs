using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Domain.Outcomes;

/// <summary>
/// The rules that make a figure worth a second look: not refused, but to be corrected or commented. They are data of the measure
/// (<see cref="MeasureTerms.BandWidth"/>, <see cref="MeasureTerms.LargestChange"/>) with defaults; every finding tells its rule and numbers.
/// </summary>
public static class Plausibility
{
    /// <summary>As many earlier values are needed to speak of a band.</summary>
    public const int LeastValues = 4;

    /// <summary>How far outside its earlier values a value may lie, as a multiple of their spread.</summary>
    public const decimal DefaultBandWidth = 0.5m;

    /// <summary>The largest change against the same period earlier, as a share of the earlier value.</summary>
    public const decimal DefaultLargestChange = 0.25m;

    /// <summary>What is asked of the one who enters; the last sentence of every finding.</summary>
    public const string Ask = "Kontrollera värdet eller skriv en kommentar.";
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>What deserves a comment when a report is held against the series' own past; nothing where it has one.</summary>
    /// <param name="report">What is reported.</param>
    /// <param name="period">The period.</param>
    /// <param name="terms">The measure's terms.</param>
    /// <param name="frequency">How often the series is measured.</param>
    /// <param name="history">The series' outcomes by period.</param>
    /// <param name="breakYears">The first year of each new method: what was before is not compared.</param>
    public static IReadOnlyList<Finding> Check(
        OutcomeReport report, Period period, MeasureTerms terms, Frequency frequency, IEnumerable<PeriodOutcomes> history, IEnumerable<int> breakYears)
    {
        if (terms.IsYesNo || !string.IsNullOrWhiteSpace(report.Comment))
        {
            return [];
        }

        var from = breakYears.Where(y => y <= period.Year).DefaultIfEmpty(int.MinValue).Max();
        var earlier = history.Where(h => h.Period.Kind == period.Kind && h.Period.End < period.Start && h.Period.Year >= from).ToList();
        return [.. Enum.GetValues<Sex>().SelectMany(sex => report.For(sex) is { Amount: var amount } ? Of(sex, amount) : [])];

        IEnumerable<Finding> Of(Sex sex, decimal amount)
        {
            var values = earlier.SelectMany(h => Entry(h, sex)?.Amount is { } value ? new[] { new PeriodValue(h.Period, value) } : []).ToList();
            string?[] told = [OutsideBand(amount, values, terms), TooLargeChange(amount, values.Find(v => v.Period == period.Before(frequency)), terms)];
            return told.OfType<string>().Select(message => new Finding(sex, FindingSeverity.NeedsComment, message));
        }
    }

    /// <summary>That a målvärde is not reached and must be explained; null where it is reached, or nearly, or there is nothing to judge.</summary>
    public static Finding? Deviation(OutcomeReport report, Period period, Target? target, MeasureTerms terms) =>
        report.Total is { Amount: var amount }
        && OutcomeAssessment.Of(JudgingRule.Of(terms), target, new(period, amount), null, MissingReason.NotReported)
            is { Status: OutcomeStatus.NotAchieved, Reason: OutcomeReason.Compared { Outcome: var outcome, Target: var wanted } }
            ? new(
                Sex.Total,
                FindingSeverity.NeedsAnalysis,
                $"Ej uppnått: {Judged(outcome)} mot målvärdet {Judged(wanted)}. Skriv en analys, och gärna en åtgärd.")
            : null;

    private static string? OutsideBand(decimal amount, List<PeriodValue> values, MeasureTerms terms)
    {
        if (values.Count < LeastValues)
        {
            return null;
        }

        var (lowest, highest) = (values.Min(v => v.Amount), values.Max(v => v.Amount));
        var rule = JudgingRule.Of(terms);
        var margin = Math.Max((highest - lowest) * (terms.BandWidth ?? DefaultBandWidth), rule.TrendThreshold);
        var (from, to) = (rule.Shown(Possible(lowest - margin, terms)), rule.Shown(Possible(highest + margin, terms)));
        var (first, last) = (values.Min(v => v.Period.Year), values.Max(v => v.Period.Year));
        var years = first == last ? Plain(first) : $"{Plain(first)}–{Plain(last)}";
        return rule.Shown(amount) >= from && rule.Shown(amount) <= to ? null
            : $"Utanför seriens historiska band {Shown(from, terms)}–{Shown(to, terms)} (utfallen {years} var {Shown(lowest, terms)}–{Shown(highest, terms)}). {Ask}";
    }

    private static string? TooLargeChange(decimal amount, PeriodValue? before, MeasureTerms terms)
    {
        if (before is null or { Amount: 0 })
        {
            return null;
        }

        var limit = terms.LargestChange ?? DefaultLargestChange;
        var change = Math.Abs(amount - before.Amount);
        return change <= Math.Abs(before.Amount) * limit || change <= JudgingRule.Of(terms).TrendThreshold ? null
            : $"{(amount > before.Amount ? "Ökat" : "Minskat")} {Percent(change / Math.Abs(before.Amount))} från {before.Period} ({Shown(before.Amount, terms)}); "
                + $"mer än {Percent(limit)} ska förklaras. {Ask}";
    }

    private static OutcomeEntry? Entry(PeriodOutcomes outcomes, Sex sex) => sex switch
    {
        Sex.Total => outcomes.Total,
        Sex.Women => outcomes.Women,
        Sex.Men => outcomes.Men,
    };

    private static decimal Possible(decimal limit, MeasureTerms terms) =>
        limit < terms.LowestPossible ? terms.LowestPossible.Value : limit > terms.HighestPossible ? terms.HighestPossible.Value : limit;

    private static string Shown(decimal value, MeasureTerms terms) =>
        Math.Round(value, terms.Decimals, MidpointRounding.AwayFromZero).ToString("N" + terms.Decimals.ToString(CultureInfo.InvariantCulture), Swedish);

    private static string Judged(decimal value) => value.ToString("#,##0.######", Swedish);

    private static string Percent(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("#,##0.#", Swedish) + "\u00a0%";

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
