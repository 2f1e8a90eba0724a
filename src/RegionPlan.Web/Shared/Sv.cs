using System.Globalization;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>Swedish words and sv-SE formats for the domain's values: the one place where they are turned into text.</summary>
public static class Sv
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>An outcome as it is shown and judged, with its unit where that is a sign: 89,5 %; −0,3 %; Ja.</summary>
    public static string Value(decimal value, MeasureTerms terms) => terms.IsYesNo
        ? YesNo(value)
        : WithUnit(ChartText.Number(Math.Round(value, terms.Decimals, MidpointRounding.AwayFromZero), terms.Decimals), terms);

    /// <summary>A decided value without decimals that say nothing: 87 %; 0,5.</summary>
    public static string Decided(decimal value, MeasureTerms terms) =>
        terms.IsYesNo ? YesNo(value) : WithUnit(value.ToString("#,##0.######", Culture).Replace('-', '−'), terms);

    /// <summary>A target in words: 87 %; Netto noll; Ej målsatt.</summary>
    public static string Target(Domain.Measures.Target target, MeasureTerms terms) => target switch
    {
        Domain.Measures.Target.Value { Amount: var amount } => Decided(amount, terms),
        Domain.Measures.Target.Words { Text: var text } => text,
        Domain.Measures.Target.None => "Ej målsatt",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, null),
    };

    /// <summary>A change with its sign: +1,8; −1,2; 0,0.</summary>
    public static string Change(decimal change, MeasureTerms terms) => (change > 0 ? "+" : "") + ChartText.Number(change, terms.Decimals);

    /// <summary>How far an outcome is from its target: 11,7 procentenheter under målvärdet; på målvärdet.</summary>
    public static string Distance(decimal distance, MeasureTerms terms)
    {
        if (terms.IsYesNo)
        {
            return distance == 0 ? "som målvärdet" : "inte som målvärdet";
        }

        var size = ChartText.Number(Math.Abs(distance), terms.Decimals);
        var unit = terms.UnitText == "%" ? " procentenheter" : "";
        return distance switch
        {
            > 0 => $"{size}{unit} över",
            < 0 => $"{size}{unit} under",
            0 => "på målvärdet",
        };
    }

    /// <summary>The period as it stands in running text: helår 2024; tertial 2 2024; augusti 2024.</summary>
    public static string Period(Period period) => period.Kind switch
    {
        PeriodKind.Year => string.Create(Culture, $"helår {period.Year}"),
        PeriodKind.Tertial => string.Create(Culture, $"tertial {period.Number} {period.Year}"),
        PeriodKind.Month => period.Start.ToString("MMMM yyyy", Culture),
    };

    /// <summary>A period in a narrow place: 2024; T2 2024; aug 2024.</summary>
    public static string ShortPeriod(Period period) => period.Kind switch
    {
        PeriodKind.Year => string.Create(Culture, $"{period.Year}"),
        PeriodKind.Tertial => string.Create(Culture, $"T{period.Number} {period.Year}"),
        PeriodKind.Month => period.Start.ToString("MMM yyyy", Culture),
    };

    public static string Sex(Sex sex) => sex switch
    {
        Domain.Outcomes.Sex.Total => "totalt",
        Domain.Outcomes.Sex.Women => "kvinnor",
        Domain.Outcomes.Sex.Men => "män",
    };

    public static string Desired(DesiredDirection desired) => desired switch
    {
        DesiredDirection.High => "högt värde är bra",
        DesiredDirection.Low => "lågt värde är bra",
        DesiredDirection.Yes => "ja är bra",
    };

    public static string Frequency(Frequency frequency) => frequency switch
    {
        Domain.Measures.Frequency.Month => "varje månad",
        Domain.Measures.Frequency.Tertial => "varje tertial",
        Domain.Measures.Frequency.Year => "varje år",
        Domain.Measures.Frequency.EverySecondYear => "vartannat år",
    };

    public static string SexSplit(SexSplit split) => split switch
    {
        Domain.Measures.SexSplit.Allowed => "kan delas upp på kvinnor och män",
        Domain.Measures.SexSplit.Expected => "följs upp för kvinnor och män",
        Domain.Measures.SexSplit.None => "delas inte upp",
    };

    public static string NoTarget(NoTargetReason reason) => reason switch
    {
        NoTargetReason.Biennial => "mäts vartannat år",
        NoTargetReason.NotDecided => "inte beslutat",
        NoTargetReason.MissingInSource => "målvärde saknas i underlaget",
    };

    /// <summary>A day: 2024-08-31.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", Culture);

    /// <summary>A time in the region's own clock: 2024-08-31 14:05.</summary>
    public static string Time(DateTimeOffset at) => RegionTime.Local(at).ToString("yyyy-MM-dd HH:mm", Culture);

    /// <summary>A number of things, singular or plural: 1 uppnått; 3 uppnådda.</summary>
    public static string Count(int number, string one, string several) => string.Create(Culture, $"{number:#,0} {(number == 1 ? one : several)}");

    /// <summary>A text with its first letter large, as a heading begins.</summary>
    public static string Capital(string text) => char.ToUpper(text[0], Culture) + text[1..];

    private static string YesNo(decimal value) => value == 1 ? "Ja" : "Nej";

    private static string WithUnit(string number, MeasureTerms terms) => terms.UnitText == "%" ? number + "\u00a0%" : number;
}
