using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>Varför denna färg: the rule in words and the figures that were put into it.</summary>
/// <param name="Rule">The rule that was used.</param>
/// <param name="Inputs">Name and value of each input.</param>
public sealed record Explanation(string Rule, IReadOnlyList<(string Name, string Value)> Inputs)
{
    /// <summary>Explains the status of a series.</summary>
    public static Explanation Of(AssessedSeries series, int year) =>
        Of(
            series.Assessment.Reason,
            series.MeasureTerms,
            year,
            series.Outcome?.Total is { } entry ? SourceOf(entry) : [],
            OfUnits(series),
            series.ShortTerm?.IsExample ?? false,
            series.Outcome?.Total?.IsExample ?? false);

    /// <summary>Explains a status by the reason that was given with it.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="terms">The measure's terms.</param>
    /// <param name="year">The year that is judged.</param>
    /// <param name="source">Where an outcome that is compared is from.</param>
    /// <param name="otherwise">What is told where nothing is compared.</param>
    /// <param name="isExampleTarget">Whether the målvärde is invented for demonstration.</param>
    /// <param name="isExampleOutcome">Whether the outcome that is compared is.</param>
    internal static Explanation Of(
        OutcomeReason reason,
        MeasureTerms terms,
        int year,
        IEnumerable<(string Name, string Value)> source,
        IEnumerable<(string Name, string Value)> otherwise,
        bool isExampleTarget = false,
        bool isExampleOutcome = false) => reason switch
        {
            OutcomeReason.Compared compared => new(RuleOf(compared.Desired), [.. Compared(compared, terms, isExampleTarget, isExampleOutcome), .. source]),
            OutcomeReason.WithoutTarget without => new(
                $"Utan målvärde för {year} ges ingen färg: {Sv.NoTarget(without.Reason)}.",
                [
                    ("Utfall", without.Outcome is { } outcome ? Told(outcome, terms) : "saknas"),
                    .. otherwise,
                ]),
            OutcomeReason.WithoutOutcome without => new(
                $"Utan utfall för {year} ges ingen färg: {Missing(without.Reason)}.",
                [
                    ("Målvärde", Sv.Decided(without.Target, terms) + Example(isExampleTarget)),
                    ("Senaste utfall", without.LatestOlder is { } older ? Told(older, terms) : "saknas"),
                    .. otherwise,
                ]),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    /// <summary>Where an outcome was recorded from, when and by whom.</summary>
    internal static IEnumerable<(string Name, string Value)> SourceOf(OutcomeEntry entry) =>
    [
        ("Källa", entry.SourceReference is { } reference ? $"{entry.Source}, {reference}" : entry.Source),
        ("Registrerat", $"{Sv.Time(entry.Recorded.At)} av {entry.Recorded.By}"),
    ];

    /// <summary>The same with who handed the figure in and who approved it, where it went that way.</summary>
    public Explanation With(FigureApproval? approval) => approval is null ? this : this with
    {
        Inputs =
        [
            .. Inputs,
            ("Inlämnat", $"{Sv.Time(approval.Entered.At)} av {approval.Entered.By}, till {approval.FollowUp}"),
            .. approval.Approvals.Select(a => ($"Godkänt av {SubmissionText.Level(a.Level)}", $"{Sv.Time(a.At)} av {a.By}")),
            .. approval.Correction is { } why ? [("Rättelse", why)] : Array.Empty<(string, string)>(),
        ],
    };

    /// <summary>Explains the status of a goal.</summary>
    public static Explanation Of(GoalAssessment goal)
    {
        var rule = goal.Status switch
        {
            GoalStatus.NotAssessed => "Målet har inga målsatta serier, så det bedöms inte.",
            GoalStatus.InsufficientBasis =>
                $"Minst hälften av de målsatta serierna saknar utfall. Bedömningen kräver utfall för mer än {Share(goal.Thresholds.Coverage)} av dem.",
            GoalStatus.Achieved or GoalStatus.PartlyAchieved or GoalStatus.NotAchieved =>
                $"Varje målsatt serie med utfall ger 1 poäng om den är uppnådd, 0,5 om den är delvis uppnådd och annars 0. Medelvärdet ger uppnått från {Number(goal.Thresholds.Achieved)}, delvis uppnått från {Number(goal.Thresholds.PartlyAchieved)} och annars ej uppnått."
                + (goal.CappedByMissing ? " Medelvärdet räcker för uppnått, men inte om serierna som saknar utfall räknas som 0; därför delvis uppnått." : ""),
        };
        List<(string, string)> inputs =
        [
            ("Målsatta serier med utfall", $"{goal.Counts.WithOutcome} av {goal.Counts.Targeted}"),
            ("Uppnådda, delvis, ej uppnådda", $"{goal.Counts.Achieved}, {goal.Counts.PartlyAchieved}, {goal.Counts.NotAchieved}"),
        ];
        if (goal.Mean is { } mean)
        {
            inputs.Add(("Medelvärde", Number(mean)));
        }

        if (goal.MeanWithMissingAsZero is { } cautious && goal.Counts.OutcomeMissing > 0)
        {
            inputs.Add(("Medelvärde om det som saknas räknas som 0", Number(cautious)));
        }

        return new(rule, inputs);
    }

    internal static string? WithoutColour(AssessedSeries series) => series.Assessment.Reason switch
    {
        OutcomeReason.WithoutTarget without => Sv.NoTarget(without.Reason),
        OutcomeReason.WithoutOutcome { Reason: not MissingReason.NotReported } without => Missing(without.Reason),
        _ => null,
    };

    public static string Missing(MissingReason reason) => reason switch
    {
        MissingReason.NotDueYet => "ännu inte aktuellt",
        MissingReason.NotReported => "inget är registrerat",
        MissingReason.MeasuringEnded => "mätningen har upphört",
        MissingReason.UnitsMissing => "enheter saknas i summan",
    };

    public static string NoComparison(NoComparisonReason reason) => reason switch
    {
        NoComparisonReason.NoOutcome => "året saknar utfall",
        NoComparisonReason.Gap => "utfall saknas för jämförelseperioden",
        NoComparisonReason.DefinitionBreak => "metoden ändrades däremellan",
        NoComparisonReason.YesNo => "ja eller nej har ingen trend",
    };

    /// <summary>What some units have reported while others are missing: no outcome to judge by.</summary>
    private static IEnumerable<(string Name, string Value)> OfUnits(AssessedSeries series) => series.Partial is { } partial
        ? [("Enheternas värden", $"{Sv.Count(partial.Reported, "enhet", "enheter")} har rapporterat {Sv.Period(partial.Period)}, {partial.Missing} saknas")]
        : [];

    private static string RuleOf(DesiredDirection desired) => desired switch
    {
        DesiredDirection.High =>
            "Högt värde är bra. Uppnått när utfallet är minst målvärdet, delvis uppnått när det är minst målvärdet minus toleransen, annars ej uppnått.",
        DesiredDirection.Low =>
            "Lågt värde är bra. Uppnått när utfallet är högst målvärdet, delvis uppnått när det är högst målvärdet plus toleransen, annars ej uppnått.",
        DesiredDirection.Yes => "Uppnått när svaret är detsamma som målvärdet, annars ej uppnått.",
    };

    private static List<(string Name, string Value)> Compared(OutcomeReason.Compared compared, MeasureTerms terms, bool isExampleTarget, bool isExampleOutcome)
    {
        List<(string Name, string Value)> inputs =
        [
            ("Utfall", Told(new(compared.Period, compared.Outcome, isExampleOutcome), terms)),
            ("Målvärde", Sv.Decided(compared.Target, terms) + Example(isExampleTarget)),
        ];
        if (compared.ToleranceOrigin != ToleranceOrigin.NotUsed)
        {
            inputs.Add(("Tolerans", $"{Plain(compared.Tolerance)} ({Origin(compared.ToleranceOrigin)})"));
            inputs.Add((compared.Desired == DesiredDirection.Low ? "Delvis till och med" : "Delvis från", Sv.Decided(compared.PartlyLimit, terms)));
        }

        return inputs;
    }

    private static string Told(PeriodValue value, MeasureTerms terms) => $"{Sv.Value(value.Amount, terms)}, {Sv.Period(value.Period)}{Example(value.IsExample)}";

    private static string Example(bool isExample) => isExample ? " (exempel)" : "";

    private static string Origin(ToleranceOrigin origin) => origin switch
    {
        ToleranceOrigin.DefaultShare => "5 % av målvärdet",
        ToleranceOrigin.Measure => "måttets egen",
        ToleranceOrigin.ZeroTarget => "målvärdet är 0",
        ToleranceOrigin.NotUsed => "används inte",
    };

    private static string Plain(decimal value) => value.ToString("#,##0.####", Sv.Culture);

    private static string Number(decimal value) => value.ToString("0.##", Sv.Culture);

    private static string Share(decimal value) => value.ToString("0 %", Sv.Culture);
}
