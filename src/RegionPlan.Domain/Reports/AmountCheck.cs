using System.Globalization;
using System.Text.RegularExpressions;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Reports;

/// <summary>
/// Holds the amounts that a section tells of the region's result, balanskravsresultat and nettokostnader against what is derived: budget,
/// outcome, the same a year before, forecast, the published forecasts, and the differences between them. It looks only at clauses that
/// plainly are about these sums and about this year, so what it finds is to be looked at, not to be mended.
/// </summary>
internal sealed partial class AmountCheck
{
    /// <summary>How far from the amount, as a share of it, drygt or cirka may be.</summary>
    private const decimal NearEnough = 0.05m;

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private readonly EconomyPeriod period;
    private readonly IReadOnlyList<ResultForecast> published;
    private readonly List<string> otherNames;
    private readonly List<decimal> results;
    private readonly List<decimal> costs;

    /// <param name="period">The region's economy through the report's last month.</param>
    /// <param name="published">The published forecasts through the same day.</param>
    internal AmountCheck(EconomyPeriod period, IReadOnlyList<ResultForecast> published)
    {
        this.period = period;
        this.published = published;
        var budget = period.Budget;
        otherNames = [.. Enum.GetValues<BudgetSection>().SelectMany(budget.RowsIn).Select(r => r.Definition.Name).Distinct()];
        results = WithDifferences(
        [
            .. ValuesOf(budget.Result), .. ValuesOf(budget.Bridge.Adjusted), .. ValuesOf(budget.Bridge.BalanceResult),
            .. published.SelectMany(f => new[] { f.Figures.Result, f.Figures.Budget, f.Figures.BalanceResult }).OfType<decimal>(),
        ]);
        costs = WithDifferences([.. ValuesOf(budget.NetCost)]);
    }

    internal IEnumerable<ChecklistFinding> Of(string title, ReportSection section) => ReportText.PartsOf(section.Text).OfType<ReportPart.Prose>()
        .SelectMany(p => MeasureQuotes.PassagesOf(p.Markdown))
        .SelectMany(p => p.IsRow ? [p.Text] : ClauseEnd().Split(p.Text))
        .SelectMany(clause => Differing(clause, title, section))
        .DistinctBy(f => f.Message);

    private IEnumerable<ChecklistFinding> Differing(string clause, string title, ReportSection section)
    {
        if (SubjectOf(clause) is not { } subject || !IsOfThisYear(clause))
        {
            return [];
        }

        return from number in Amount().Matches(clause)
               let digits = number.Groups["number"].Value
               let before = LastWord().Match(clause[..number.Index]).Groups["word"].Value.ToLowerInvariant()
               where !FigureCheck.Limits.Contains(before)
               where SwedishNumber.TryParse(digits, out _) && !IsKnown(digits, FigureCheck.About.Contains(before), subject.Known)
               select new ChecklistFinding(
                   ChecklistKind.NumberDiffers,
                   ChecklistSeverity.Check,
                   $"Avsnittet {title} skriver {number.Value.Trim()} om {subject.Name}. {subject.Told()}. Kontrollera att talet är rätt.")
               {
                   Section = section.Key,
               };
    }

    /// <summary>What a clause is about; null where it is not plainly about a sum of the region's.</summary>
    private Subject? SubjectOf(string clause)
    {
        if (SomebodyElses().IsMatch(clause) || otherNames.Exists(n => clause.Contains(n, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return NetCost().IsMatch(clause) ? new("nettokostnaden", costs, () => Told("Verksamhetens nettokostnader", period.Budget.NetCost))
            : BalanceResult().IsMatch(clause) ? new("balanskravsresultatet", results, () => Told("Balanskravsresultat", period.Budget.Bridge.BalanceResult))
            : Result().IsMatch(clause) || (Forecast().IsMatch(clause) && !OtherForecast().IsMatch(clause)) ? new("resultatet", results, () => Told("Årets resultat", period.Budget.Result))
            : null;
    }

    /// <summary>A clause that names another year, or the one before, is of figures that are not looked at here.</summary>
    private bool IsOfThisYear(string clause) => !YearBefore().IsMatch(clause) && Year().Matches(clause).All(y => y.Value == Plain(period.Through.Year));

    private IEnumerable<decimal> ValuesOf(DerivedSum sum) => Enum.GetValues<EconomyColumn>().Select(c => period.SumOf(sum, c).Amount).OfType<decimal>();

    private static List<decimal> WithDifferences(List<decimal> values) =>
        [.. values.Concat(values.SelectMany((a, i) => values.Skip(i + 1).SelectMany(b => new[] { a - b, Mnkr.Rounded(a, 1) - Mnkr.Rounded(b, 1) }))).Select(Math.Abs).Distinct()];

    /// <summary>Whether an amount is known, rounded to the decimals that it is written with; a loss is often written without its sign.</summary>
    private static bool IsKnown(string digits, bool isAbout, List<decimal> known)
    {
        _ = SwedishNumber.TryParse(digits, out var value);
        var point = digits.IndexOf(',', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        return known.Exists(k => (isAbout && Math.Abs(Math.Abs(value) - k) <= NearEnough * k)
            || Math.Abs(value) == Mnkr.Rounded(k, decimals) || Math.Abs(value) == Mnkr.Rounded(Mnkr.Rounded(k, 1), decimals));
    }

    private string Told(string name, DerivedSum sum)
    {
        var told = Enum.GetValues<EconomyColumn>().Where(c => c != EconomyColumn.OutcomeBefore && !(c == EconomyColumn.Forecast && period.IsWholeYear))
            .Select(c => (Name: NameOf(c), period.SumOf(sum, c).Amount)).Where(c => c.Amount is not null)
            .Select(c => $"{c.Name} {Shown(c.Amount!.Value)}")
            .Concat(published.MaxBy(f => f.Through.End) is { } last && sum.Sum == BudgetSum.Result ? [$"publicerad prognos {Shown(last.Figures.Result)}"] : []);
        return $"{name} {Plain(period.Through.Year)}, mnkr: {string.Join(", ", told)}";
    }

    private string NameOf(EconomyColumn column) => column switch
    {
        EconomyColumn.Budget => "budget",
        EconomyColumn.Outcome => period.IsWholeYear ? "utfall" : $"utfall till och med {period.Through.Start.ToString("MMMM", Swedish)}",
        EconomyColumn.OutcomeBefore => "utfall året före",
        EconomyColumn.Forecast => "prognos",
    };

    private static string Shown(decimal amount) => Mnkr.Rounded(amount, 1).ToString("#,##0.0", Swedish).Replace('-', '−');

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <param name="Name">What it is called in running text.</param>
    /// <param name="Known">The amounts that can be told of it, without signs.</param>
    /// <param name="Told">What is known of it, in words.</param>
    private sealed record Subject(string Name, List<decimal> Known, Func<string> Told);

    /// <summary>What comes after a comma, or after och or men, may be about something else.</summary>
    [GeneratedRegex(@"[,;:]\s+|\s+(?:och|men|samt|medan|varav)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(
        @"(?<![\p{L}\d.,])(?<number>[+−–-]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)(,\d+)?)[ \u00a0\u202f]*(mnkr|mkr|msek|miljoner([ \u00a0]+kr(onor)?|(?![ \u00a0]*\p{L})))(?!\p{L})(?![ \u00a0]*/)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<word>\p{L}+)[\s(]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\bnettokostnad(en|er|erna|ernas)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NetCost();

    [GeneratedRegex(@"\bbalanskravsresultat", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BalanceResult();

    [GeneratedRegex(@"\b(helårs)?resultat(et|ets|prognos|prognosen)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Result();

    [GeneratedRegex(@"\b(helårs)?prognos(en|ens)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forecast();

    /// <summary>A forecast of something, such as skatter or köpt vård.</summary>
    [GeneratedRegex(@"\bprognos\p{L}*\s+(för|av|om)\s+(?!hel|år|\d)|invest|skatt|bidrag|intäkt|kostnad|finans|pension|\blån|ränt", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherForecast();

    /// <summary>Somebody else's result, or another result than the year's.</summary>
    [GeneratedRegex(@"nämnd|förvaltning|bolag|koncern|stiftelse|förbund|fastighet|verksamhetens\s+resultat|finansiell|jämförelsestör|engångs|resultatmål|målet", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SomebodyElses();

    [GeneratedRegex(@"förra|föregående|i\s+fjol|året\s+(före|innan)|tidigare|nästa\s+år", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}(?!\d|[ \u00a0]*(mnkr|mkr|miljoner))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
