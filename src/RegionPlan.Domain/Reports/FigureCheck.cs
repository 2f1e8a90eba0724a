using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Reports;

/// <summary>
/// Holds the numbers that a section tells of measures against what is recorded: outcomes of all years with women's and men's, målvärden,
/// others' published values, and the differences to them. What it cannot be sure of is to be looked at, not to be mended.
/// </summary>
internal sealed class FigureCheck
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Words before a number that make it a limit, not a figure.</summary>
    internal static readonly HashSet<string> Limits = ["över", "under", "minst", "högst", "än", "inom", "max", "mellan"];

    internal static readonly HashSet<string> About = ["cirka", "ca", "ungefär", "omkring", "runt", "drygt", "knappt", "nästan", "närmare", "kring"];

    /// <summary>How the words begin after a number that is of something else than a share.</summary>
    private static readonly string[] OtherThings =
        ["mnkr", "tkr", "mkr", "kr", "miljon", "miljard", "år", "månad", "veck", "dag", "dygn", "timm", "minut", "besök", "person", "årsarb", "heltid", "tjänst", "invånare", "km", "mil", "ton", "grader"];

    private readonly ILookup<string, AssessedSeries> byCode;
    private readonly Dictionary<string, string> names;
    private readonly int year;
    private readonly Func<DateTimeOffset, DateOnly> dayOf;

    /// <param name="plan">The plan of the year, with outcomes to the follow-up's last day.</param>
    /// <param name="dayOf">The region's day at an instant.</param>
    internal FigureCheck(AssessedPlan plan, Func<DateTimeOffset, DateOnly> dayOf)
    {
        this.dayOf = dayOf;
        year = plan.Viewpoint.Year;
        byCode = plan.Series.Where(s => !s.MeasureTerms.IsYesNo).ToLookup(s => s.Measure.Code);
        names = plan.Measures.Where(m => !m.Terms.IsYesNo).ToDictionary(m => m.Measure.Code, m => m.Terms.Name);
    }

    internal IEnumerable<ChecklistFinding> Of(string title, ReportSection section)
    {
        var quotes = ReportText.PartsOf(section.Text).OfType<ReportPart.Prose>().SelectMany(p => MeasureQuotes.Of(p.Markdown, names)).ToList();
        var corrected = quotes.SelectMany(q => q.Codes.SelectMany(c => byCode[c])).Distinct().SelectMany(s => CorrectedSince(s, section)).ToList();
        return
        [
            .. corrected.Select(c => Corrected(title, section, c, quotes)),
            .. quotes.SelectMany(q => Differing(title, section, q, corrected)).DistinctBy(f => f.Message),
        ];
    }

    private IEnumerable<(AssessedSeries Series, PeriodOutcomes Outcome)> CorrectedSince(AssessedSeries series, ReportSection section) => series.History
        .Where(h => h.Period.Year == year && h.Corrected is not null && h.Total!.Recorded.At > section.Recorded.At)
        .Select(h => (series, h));

    private ChecklistFinding Corrected(string title, ReportSection section, (AssessedSeries Series, PeriodOutcomes Outcome) one, List<MeasureQuote> quotes)
    {
        var (series, outcome) = one;
        var (before, now) = (outcome.Corrected!.Amount!.Value, outcome.Total!.Amount!.Value);
        var isKept = quotes.Where(q => q.Codes.Contains(series.Measure.Code)).SelectMany(q => q.Numbers).Any(n => Says(n, before, series) && !Says(n, now, series));
        var what = $"Mått {series.Measure.Code} rättades {Day(outcome.Total)} från {Shown(before, series)} till {Shown(now, series)}, efter att avsnittet {title} sparades.";
        return new(
            ChecklistKind.FigureCorrected,
            isKept ? ChecklistSeverity.Mend : ChecklistSeverity.Check,
            isKept ? $"{what} Texten har kvar {Shown(before, series)}: ändra den." : $"{what} Läs igenom avsnittet och spara det igen.")
        {
            Section = section.Key,
            Measure = series.Measure.Code,
        };
    }

    private IEnumerable<ChecklistFinding> Differing(
        string title, ReportSection section, MeasureQuote quote, List<(AssessedSeries Series, PeriodOutcomes Outcome)> corrected)
    {
        var series = quote.Codes.SelectMany(c => byCode[c]).ToList();
        var old = corrected.Where(c => series.Contains(c.Series)).ToList();
        var figures = quote.Numbers.Where(n => series.Exists(s => IsFigureOf(n, s))).ToList();
        var saysOutcome = figures.Exists(n => series.Exists(s => s.Outcome?.Total?.Amount is { } amount && Says(n, amount, s)));
        return from number in figures
               where !series.Exists(s => IsKnown(number, s)) && !old.Exists(o => Says(number, o.Outcome.Corrected!.Amount!.Value, o.Series))
               let isSure = quote.Codes.Count == 1 && !saysOutcome && series.Exists(s => IsPlainly(number, s))
               select Finding(title, section, quote, number, series, isSure);
    }

    private ChecklistFinding Finding(string title, ReportSection section, MeasureQuote quote, QuotedNumber number, List<AssessedSeries> series, bool isSure)
    {
        var recorded = string.Join("; ", series.Select(Recorded).Distinct().Take(3));
        var what = $"Avsnittet {title} skriver {number.Written} om mått {string.Join(" och ", quote.Codes)}. {recorded}.";
        return new(
            ChecklistKind.NumberDiffers,
            isSure ? ChecklistSeverity.Mend : ChecklistSeverity.Check,
            isSure ? $"{what} Rätta talet i texten, eller rätta utfallet om det är fel." : $"{what} Kontrollera att talet är rätt.")
        {
            Section = section.Key,
            Measure = quote.Codes[0],
        };
    }

    private string Recorded(AssessedSeries series)
    {
        var name = series.Terms.Name is { } part ? $"{part}: utfall" : "Registrerat utfall";
        var outcome = series.Outcome?.Total?.Amount is { } amount ? Shown(amount, series) : "saknas";
        return $"{name} {year.ToString(CultureInfo.InvariantCulture)} {outcome}{(series.ShortTerm?.Amount is { } target ? $", målvärde {Shown(target, series)}" : "")}";
    }

    /// <summary>Whether a number can be a figure of the series: in its unit, or with decimals and of nothing else; a bare count is not.</summary>
    private static bool IsFigureOf(QuotedNumber number, AssessedSeries series)
    {
        if (Limits.Contains(number.Before))
        {
            return false;
        }

        var isShare = series.MeasureTerms.UnitText == "%";
        if (number.IsPercent || IsPoints(number))
        {
            return isShare;
        }

        return !Array.Exists(OtherThings, t => number.After.StartsWith(t, StringComparison.Ordinal)) && (number.IsCell || number.Decimals > 0);
    }

    /// <summary>Whether it is written as the series' outcome would be.</summary>
    private static bool IsPlainly(QuotedNumber number, AssessedSeries series) =>
        !IsDifference(number) && !About.Contains(number.Before)
        && (number.IsPercent || (number.Decimals > 0 && number.Decimals == series.MeasureTerms.Decimals));

    private static bool IsPoints(QuotedNumber number) => number.After.StartsWith("procentenhet", StringComparison.Ordinal) || number.After is "p.e." or "pe";

    private static bool IsDifference(QuotedNumber number) => IsPoints(number) || number.Before is "med" or "skillnaden" or "skillnad" || number.Written[0] == '+';

    private bool IsKnown(QuotedNumber number, AssessedSeries series) =>
        ValuesOf(series).Any(v => Says(number, v, series)) || DifferencesOf(series).Any(d => Says(number, d, series) || Says(number, -d, series))
        || (number.IsPercent && IsDifference(number) && SharesOf(series).Any(d => Says(number, d, series) || Says(number, -d, series)));

    private static IEnumerable<decimal> ValuesOf(AssessedSeries series) =>
    [
        .. series.History.SelectMany(h => new[] { h.Total, h.Women, h.Men }).Select(o => o?.Amount).OfType<decimal>(),
        .. series.ShortTerms.Select(t => t.Amount).OfType<decimal>(),
        .. series.LongTerm.Select(t => t.Decision.Amount).OfType<decimal>(),
        .. series.Comparisons.Select(c => c.Amount),
        .. series.Assessment.Reason is OutcomeReason.Compared compared ? new[] { compared.PartlyLimit } : [],
    ];

    /// <summary>How far the year's outcome, its women's and its men's, is from every other value, and every change from one year to the next.</summary>
    private static IEnumerable<decimal> DifferencesOf(AssessedSeries series)
    {
        var rule = JudgingRule.Of(series.MeasureTerms);
        var values = ValuesOf(series).ToList();
        var own = new[] { series.Outcome?.Total, series.Outcome?.Women, series.Outcome?.Men }.Select(o => o?.Amount).OfType<decimal>().ToList();
        var totals = series.History.Select(h => h.Total?.Amount).OfType<decimal>().ToList();
        return own.SelectMany(o => values.SelectMany(v => new[] { o - v, rule.Shown(o) - rule.Shown(v) }))
            .Concat(totals.Zip(totals.Skip(1), (a, b) => rule.Shown(b) - rule.Shown(a)));
    }

    /// <summary>The same as shares in percent.</summary>
    private static IEnumerable<decimal> SharesOf(AssessedSeries series) => series.Outcome?.Total?.Amount is { } own
        ? ValuesOf(series).Where(v => v != 0).Select(v => (own - v) / Math.Abs(v) * 100)
        : [];

    /// <summary>Whether a number says a value: as it is recorded or as it is shown, rounded to the decimals that it is written with.</summary>
    private static bool Says(QuotedNumber number, decimal value, AssessedSeries series)
    {
        var shown = JudgingRule.Of(series.MeasureTerms).Shown(value);
        return number.Value == shown || number.Value == Rounded(value, number.Decimals) || number.Value == Rounded(shown, number.Decimals);
    }

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string Shown(decimal value, AssessedSeries series) =>
        JudgingRule.Of(series.MeasureTerms).Shown(value).ToString("N" + series.MeasureTerms.Decimals.ToString(CultureInfo.InvariantCulture), Swedish).Replace('-', '−')
        + (series.MeasureTerms.UnitText == "%" ? "\u00a0%" : "");

    private string Day(Fact fact) => dayOf(fact.Recorded.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
