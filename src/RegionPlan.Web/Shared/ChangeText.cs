using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Reports;
using RegionPlan.Domain.Rollup;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>A change in words: what it is about, what it is now, and what it was before.</summary>
public sealed record ChangeText(string What, string Now, string? Before)
{
    /// <param name="change">The change.</param>
    /// <param name="unitNames">The names of the units that a change can point to.</param>
    /// <param name="regionId">The region, whose body is regionfullmäktige.</param>
    public static ChangeText Of(Change change, IReadOnlyDictionary<Guid, string> unitNames, Guid? regionId = null) => change.Fact switch
    {
        OutcomeEntry entry => new(
            $"Utfall {Sv.Period(entry.Period)}, {Sv.Sex(entry.Sex)}{Of(change.UnitId, unitNames)}", Outcome(entry, change), Earlier<OutcomeEntry>(change, e => Outcome(e, change))),
        TargetDecision decision => new(Slot(decision), Target(decision, change), Earlier<TargetDecision>(change, d => Target(d, change))),
        MeasureDefinition definition => Terms(
            "Mått",
            definition.HoldsFrom,
            Fields(definition.Terms, unitNames),
            change.Earlier is MeasureDefinition earlier ? Fields(earlier.Terms, unitNames) : null),
        SeriesDefinition definition => Terms(
            "Delmått", definition.HoldsFrom, Fields(definition.Terms), change.Earlier is SeriesDefinition earlier ? Fields(earlier.Terms) : null),
        Wording wording => new(change.Subject ?? "Plan", Worded(wording), Earlier<Wording>(change, Worded)),
        GoalOverride set => new(change.Subject ?? "Bedömning", Judged(set), Earlier<GoalOverride>(change, Judged)),
        GoalReview review => new($"{change.Subject}{Of(change.UnitId, unitNames)}", Judged(review), Earlier<GoalReview>(change, Judged)),
        ScorecardVersion version => new(
            $"{change.Subject}{Of(change.UnitId, unitNames)}", Decided(version), Earlier<ScorecardVersion>(change, Decided)),
        ActivityProgress progress => new(
            $"Aktivitet ”{change.Subject}”{Of(change.UnitId, unitNames)}", Stands(progress), Earlier<ActivityProgress>(change, Stands)),
        ValueChoice choice => new(
            $"Val av värde {Sv.Period(choice.Period)}{Of(change.UnitId, unitNames)}", Chosen(choice), Earlier<ValueChoice>(change, Chosen)),
        PlanStanding standing => new(change.Subject ?? "Regionplan", Stands(standing), Earlier<PlanStanding>(change, Stands)),
        GoalSuccession => new(
            change.Subject ?? "Mål", change.Parents?.Now is { } now ? $"fortsätter {now}" : "nytt mål",
            change.Earlier is null ? null : change.Parents?.Before is { } before ? $"fortsätter {before}" : "nytt mål"),
        MeasureSuccession succession => new(
            "Övergång från planen före", Continues(succession, change.Parents?.Now), Earlier<MeasureSuccession>(change, s => Continues(s, change.Parents?.Before))),
        MeasureEnding ending => new(change.Subject ?? "Övergång till nästa plan", Ends(ending), Earlier<MeasureEnding>(change, Ends)),
        FollowUpVersion version => Differing(
            $"Uppföljning {change.Subject}",
            Fields(version.Terms, unitNames, regionId),
            change.Earlier is FollowUpVersion before ? Fields(before.Terms, unitNames, regionId) : null),
        FollowUpLock locked => new($"Uppföljning {change.Subject}", locked.IsComplete ? "låst" : "låst, fast allt inte var inlämnat och godkänt", null),
        FollowUpWithdrawal => new($"Uppföljning {change.Subject}", "borttagen ur årshjulet", null),
        ReportDecision decision => new(
            $"{change.Subject}{Of(change.UnitId, unitNames)}", $"beslutad {Sv.Day(decision.DecidedOn)}{(decision.Reference is { } reference ? $", {reference}" : "")}", null),
        SubmissionStep step => new($"Inlämning {change.Subject}{Of(change.UnitId, unitNames)}", SubmissionText.Step(step.Kind, step.Level, step.MakesPublic), null),
        EconomyEntry or BudgetAmount or PostDefinition or PrintedSum or ResultGoal or ResultForecast => EconomyChangeText.Of(change, unitNames),
        Placement placement => Placed(placement, change.Earlier as Placement, change.Parents),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Fact, null),
    };

    public static string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Outcome => "Utfall",
        ChangeKind.Target => "Målvärden",
        ChangeKind.MeasureDefinition => "Måttens definitioner",
        ChangeKind.SeriesDefinition => "Delmått",
        ChangeKind.PlanWording => "Planens texter",
        ChangeKind.GoalStatus => "Bedömningar av mål",
        ChangeKind.Organization => "Organisation",
        ChangeKind.Scorecard => "Beslutade styrkort",
        ChangeKind.Activity => "Aktiviteter",
        ChangeKind.PlanTransition => "Övergång mellan planer",
        ChangeKind.Submission => "Inlämning",
        ChangeKind.FigureChoice => "Val mellan eget och beräknat värde",
        ChangeKind.FollowUp => "Uppföljning",
        ChangeKind.Report => "Rapporter",
        ChangeKind.Economy => "Ekonomi",
    };

    private static string? Earlier<T>(Change change, Func<T, string> text)
        where T : class => change.Earlier is T earlier ? text(earlier) : null;

    private static string Outcome(OutcomeEntry entry, Change change) => entry.Value switch
    {
        null => "borttaget",
        { Numerator: { } numerator, Denominator: { } denominator, Amount: var amount } =>
            $"{Sv.Value(amount, change.Measure!.Terms)} ({Plain(numerator)}/{Plain(denominator)})",
        { Amount: var amount } => Sv.Decided(amount, change.Measure!.Terms),
    } + (entry.IsExample ? " (exempel)" : "");

    private static string Slot(TargetDecision decision) => decision.Term switch
    {
        TargetTerm.ShortTerm => $"Målvärde {decision.Slot}",
        TargetTerm.LongTerm => decision.Year is { } year ? $"Långsiktigt målvärde {year}" : "Långsiktigt målvärde",
    };

    private static string Target(TargetDecision decision, Change change) =>
        Sv.Target(decision.Target, change.Measure!.Terms)
        + (decision.Target is Domain.Measures.Target.None none ? $" ({Sv.NoTarget(none.Reason)})" : "")
        + (decision.IsExample ? " (exempel)" : "");

    private static string Of(Guid? unitId, IReadOnlyDictionary<Guid, string> unitNames) =>
        unitId is { } id && unitNames.TryGetValue(id, out var name) ? $", {name}" : "";

    private static string Decided(ScorecardVersion version) =>
        $"version {version.Version}, beslutad av {version.Decision.By} {Sv.Day(version.Decision.On)}"
        + $"{(version.Decision.Paragraph is { } paragraph ? $", {paragraph}" : "")}: {Sv.Count(version.Content.Goals.Count, "mål", "mål")}, "
        + Sv.Count(version.Content.Activities.Count(), "aktivitet", "aktiviteter")
        + (version.IsExample ? " (exempel)" : "");

    private static string Stands(ActivityProgress progress) =>
        ScorecardText.Of(progress.State).ToLower(Sv.Culture) + (progress.Note is { } note ? $": {note}" : "");

    private static string Stands(PlanStanding standing) => standing.IsInForce ? "gäller" : "förbereds";

    private static string Ends(MeasureEnding ending) => ending.IsEnded ? "upphör" : "upphör inte";

    private static string Continues(MeasureSuccession succession, string? predecessor) => succession.Continuation is not { } continuation ? "nytt mått" : continuation switch
    {
        Continuation.Kept => $"{predecessor} behålls",
        Continuation.Changed => $"{predecessor} ändras från {succession.BreakYear?.ToString(Sv.Culture)}: {succession.Text}",
    };

    private static string Chosen(ValueChoice choice) => choice.Chosen switch
    {
        FigureOrigin.Own => "enhetens eget värde gäller",
        FigureOrigin.Derived => "det beräknade värdet gäller",
    };

    private static string Judged(GoalOverride set) => set.Status is { } status ? StatusMark.Of(status).Word : "enligt beräkningen";

    private static string Judged(GoalReview review) => string.Join(". ", new[]
    {
        review.Terms.Status is { } status ? $"{StatusMark.Of(status).Word} (beräknat {StatusMark.Of(review.Computed).Word.ToLower(Sv.Culture)})" : $"Enligt beräkningen: {StatusMark.Of(review.Computed).Word.ToLower(Sv.Culture)}",
        review.Terms.Forecast is { } forecast ? $"Helårsprognos: {FollowUpText.Forecast(forecast)}" : null,
        review.Terms.Analysis,
        review.Terms.Actions is { } actions ? $"Åtgärder: {actions}" : null,
    }.OfType<string>());

    private static string Worded(Wording wording) => wording.Text is { } text ? $"{wording.Name}: {text}" : wording.Name;


    /// <summary>The first version by its name; a later one by the fields that differ.</summary>
    private static ChangeText Terms(
        string what, DateOnly holdsFrom, List<(string Name, string Value)> now, List<(string Name, string Value)>? before) =>
        Differing($"{what}, gäller från {Sv.Day(holdsFrom)}", now, before);

    private static ChangeText Differing(string title, List<(string Name, string Value)> now, List<(string Name, string Value)>? before)
    {
        if (before is null)
        {
            return new(title, now[0].Value.Length > 0 ? now[0].Value : "tillagt", null);
        }

        var changed = now.Zip(before).Where(p => p.First.Value != p.Second.Value).ToList();
        return changed.Count == 0
            ? new(title, "oförändrat innehåll, nytt datum", "")
            : new(
                title,
                string.Join("; ", changed.Select(p => $"{p.First.Name}: {Shown(p.First.Value)}")),
                string.Join("; ", changed.Select(p => $"{p.Second.Name}: {Shown(p.Second.Value)}")));
    }

    private static string Shown(string value) => value.Length == 0 ? "inget" : value;

    private static List<(string, string)> Fields(MeasureTerms terms, IReadOnlyDictionary<Guid, string> unitNames) =>
    [
        ("namn", terms.Name),
        ("definition", terms.Definition ?? ""),
        ("enhet", terms.UnitText),
        ("decimaler", Plain(terms.Decimals)),
        ("riktning", Sv.Desired(terms.Desired)),
        ("mäts", Sv.Frequency(terms.Frequency)),
        ("kön", Sv.SexSplit(terms.SexSplit)),
        ("källa", terms.Source ?? ""),
        ("ansvarig enhet", unitNames.GetValueOrDefault(terms.ResponsibleUnitId, "")),
        ("lägsta möjliga", Plain(terms.LowestPossible)),
        ("högsta möjliga", Plain(terms.HighestPossible)),
        ("faktor för täljare/nämnare", Plain(terms.RatioScale)),
        ("summeras", Summed(terms)),
        ("tolerans", Plain(terms.Tolerance)),
        ("tröskel för trend", Plain(terms.TrendThreshold)),
        ("största ändring utan kommentar", Plain(terms.LargestChange)),
        ("historiskt band", Plain(terms.BandWidth)),
        ("anmärkning", terms.Note ?? ""),
    ];

    private static string Summed(MeasureTerms terms) => terms.Summed switch
    {
        Aggregation.None => "nej",
        Aggregation.Ratio => "täljare och nämnare",
        Aggregation.Sum => "antal",
    };

    private static List<(string, string)> Fields(SeriesTerms terms) =>
    [
        ("namn", terms.Name ?? ""),
        ("förkortning", terms.Abbreviation ?? ""),
        ("mäts", terms.Frequency is { } frequency ? Sv.Frequency(frequency) : ""),
        ("mäts till och med", Plain(terms.MeasuredThrough)),
    ];

    private static List<(string, string)> Fields(FollowUpTerms terms, IReadOnlyDictionary<Guid, string> unitNames, Guid? regionId) =>
    [
        ("namn", terms.Name),
        ("periodens slut", Sv.Day(terms.Through)),
        ("öppnar", Sv.Day(terms.OpensOn)),
        .. Enum.GetValues<ApprovalLevel>().Select(l => ($"{FollowUpText.OfLevel(l)} sista dag", Sv.Day(terms.DueFor(l)))),
        ("beslut", terms.DecidedOn is { } day ? Sv.Day(day) : ""),
        ("beslutas av", FollowUpText.DecidedBy(terms.DecidedByUnitId, unitNames, regionId)),
        ("visas när det har godkänts av", FollowUpText.TheLevel(terms.Requires)),
        ("samlar in", FollowUpText.Collects(terms)),
        ("analys", terms.AsksForAnalysis ? "ja" : "nej"),
        ("helårsprognos", terms.AsksForForecast ? "ja" : "nej"),
    ];

    /// <summary>What happened to a unit: from what name to what, from where to where, or that it ended.</summary>
    private static ChangeText Placed(Placement now, Placement? before, ParentNames? parents)
    {
        var title = $"Enhet {now.Name}, gäller från {Sv.Day(now.HoldsFrom)}";
        if (before is null)
        {
            var place = now.ParentId is null ? now.Name : $"under {parents?.Now}";
            return new(title, now.ReorganizationId is null ? place : $"ny {place}", null);
        }

        List<(string Now, string Before)> parts = [];
        if (now.IsClosed != before.IsClosed)
        {
            parts.Add(now.IsClosed ? ("avvecklad", $"under {parents?.Before}") : ($"finns igen under {parents?.Now}", "avvecklad"));
        }
        else if (now.ParentId != before.ParentId)
        {
            parts.Add(($"flyttad från {parents?.Before} till {parents?.Now}", $"under {parents?.Before}"));
        }

        if (now.Name != before.Name)
        {
            parts.Add(($"namnbyte från {before.Name} till {now.Name}", before.Name));
        }

        if (now.AboutStaff != before.AboutStaff)
        {
            parts.Add(($"antal anställda, cirka: {Shown(Plain(now.AboutStaff))}", $"antal anställda, cirka: {Shown(Plain(before.AboutStaff))}"));
        }

        return parts.Count == 0
            ? new(title, "oförändrat innehåll, nytt datum", "")
            : new(title, string.Join("; ", parts.Select(p => p.Now)), string.Join("; ", parts.Select(p => p.Before)));
    }

    private static string Plain(decimal? number) => number?.ToString("#,##0.######", Sv.Culture) ?? "";
}
