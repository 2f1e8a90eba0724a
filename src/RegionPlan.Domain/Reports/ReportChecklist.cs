using System.Globalization;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Reports;

/// <summary>What there is to mend or to know before a report is decided. A pure function of what it is given; it blocks nothing.</summary>
public static class ReportChecklist
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Everything there is to mend first, then to look at, then to know; within each in the order of the kinds and of the report.</summary>
    public static IReadOnlyList<ChecklistFinding> Of(ChecklistFacts facts) =>
    [
        .. new[] { OfSections(facts), OfFigures(facts), OfBoards(facts), OfDuties(facts), OfFollowUp(facts) }
            .SelectMany(f => f).OrderBy(f => f.Severity).ThenBy(f => f.Kind),
    ];

    /// <summary>What is wrong with the live blocks of a text: each that is none, or that shows what the plan does not have.</summary>
    /// <param name="text">A section's text.</param>
    /// <param name="plan">The plan of the year; null where there is none.</param>
    public static IReadOnlyList<string> ProblemsOf(string text, AssessedPlan? plan) => [.. ReportText.PartsOf(text).Select(p => ProblemOf(p, plan)).OfType<string>()];

    private static IEnumerable<ChecklistFinding> OfSections(ChecklistFacts facts)
    {
        var figures = facts.Plan is { } plan ? new FigureCheck(plan, facts.DayOf) : null;
        var amounts = facts.Period is { } period ? new AmountCheck(period, facts.Published) : null;
        foreach (var section in facts.Sections)
        {
            foreach (var finding in OfState(section).Concat(OfBlocks(section, facts.Plan)))
            {
                yield return finding with { Section = section.Template.Key };
            }

            foreach (var finding in section.Current is { } current ? [.. figures?.Of(section.Template.Title, current) ?? [], .. amounts?.Of(section.Template.Title, current) ?? []] : Array.Empty<ChecklistFinding>())
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<ChecklistFinding> OfState(CheckedSection section)
    {
        var (title, source) = (section.Template.Title, section.Template.Source);
        if (section is { Current: null, DraftBy: null, Template: { IsRequired: true, IsFilled: true } })
        {
            yield return Mend(ChecklistKind.SectionBegun, $"Avsnittet {title} är inte markerat som klart: det fylls av systemet. Läs igenom och spara det som klart.");
        }
        else if (section.Current is null && section.Template.IsRequired)
        {
            yield return Mend(
                ChecklistKind.SectionMissing,
                $"Avsnittet {title} är inte skrivet. Det krävs av {source.TrimEnd('.')}. {(section.DraftBy is { } typing ? $"{typing} har ett utkast: spara det som klart." : "Skriv det och spara det som klart.")}");
        }
        else if (section.Current is { State: SectionState.Begun })
        {
            yield return Mend(ChecklistKind.SectionBegun, $"Avsnittet {title} är påbörjat men inte klart. Skriv färdigt och spara det som klart.");
        }
        else if (section is { Current: not null, DraftBy: { } by })
        {
            yield return Mend(ChecklistKind.SectionUnsaved, $"Avsnittet {title} är klart, men {by} har ändringar som inte är sparade. Spara dem eller ta bort dem.");
        }

        if (section.OpenComments > 0)
        {
            yield return Check(
                ChecklistKind.CommentOpen,
                $"Avsnittet {title} har {(section.OpenComments == 1 ? "en kommentar" : $"{section.OpenComments.ToString(Swedish)} kommentarer")} som inte är åtgärdad{(section.OpenComments == 1 ? "" : "e")}. Ändra texten eller stäng kommentaren.");
        }
    }

    private static IEnumerable<ChecklistFinding> OfBlocks(CheckedSection section, AssessedPlan? plan) =>
        ProblemsOf(section.Current?.Text ?? "", plan).Select(p => Mend(ChecklistKind.BlockUnknown, $"Avsnittet {section.Template.Title}: {p}"));

    private static string? ProblemOf(ReportPart part, AssessedPlan? plan) => part switch
    {
        ReportPart.Prose { Markdown: var prose } when ReportText.BlockAmongWords(prose) is { } block => $"{block} står bland andra ord och hämtar inget. Ställ det på en egen rad, eller ta bort det.",
        ReportPart.Unknown unknown => $"{unknown.Written} är inget som kan hämtas. Rätta raden eller ta bort den.",
        ReportPart.Live { Kind: LiveBlockKind.Measures, Of: { } code } when plan?.Measure(code) is null => $"[[mått {code}]] visar inget, för årets plan har inget mått {code}. Byt mått eller ta bort raden.",
        ReportPart.Live { Kind: LiveBlockKind.Goals, Of: { } number } when plan?.Goals.Any(g => g.Goal.Order.ToString(CultureInfo.InvariantCulture) == number) != true =>
            $"[[mål {number}]] visar inget, för årets plan har inget mål {number}. Byt mål eller ta bort raden.",
        _ => null,
    };

    private static IEnumerable<ChecklistFinding> OfFigures(ChecklistFacts facts)
    {
        foreach (var series in facts.Series)
        {
            if (DueWithout(series, facts.FollowUp) is { } period)
            {
                yield return Mend(ChecklistKind.OutcomeMissing, $"Mått {NameOf(series)}: utfall för {Written(period)} saknas. {MissingHelp(series)}") with
                {
                    Measure = series.Measure.Code,
                    UnitId = series.MeasureTerms.ResponsibleUnitId,
                };
            }

            if (series.Assessment.Status == OutcomeStatus.NotAchieved && Unexplained(series, facts.Told.GetValueOrDefault(series.Series.Id)) is { } unexplained)
            {
                yield return unexplained with { Measure = series.Measure.Code, UnitId = series.MeasureTerms.ResponsibleUnitId };
            }
        }

        var examples = facts.Series.Where(s => s.Outcome is { IsExample: true } || s.ShortTerm is { IsExample: true }).Select(s => s.Measure.Code).Distinct().ToList();
        if (examples.Count > 0)
        {
            yield return new(
                ChecklistKind.ExampleFigure,
                ChecklistSeverity.Note,
                $"Påhittade exempel visas för {(examples.Count == 1 ? "mått" : $"{examples.Count.ToString(Swedish)} mått:")} {string.Join(", ", examples)}. De är märkta exempel i rapporten.");
        }
    }

    private static string MissingHelp(AssessedSeries series) => series.Partial is { Reported: var reported, Missing: var missing }
        ? $"{reported.ToString(Swedish)} av {(reported + missing).ToString(Swedish)} enheter har lämnat sina värden. Påminn dem som återstår."
        : "Registrera det, eller skriv i rapporten varför det saknas.";

    /// <summary>The latest period of a målsatt series that is over by the follow-up's last day and has no outcome; null where nothing is due.</summary>
    private static Period? DueWithout(AssessedSeries series, FollowUp followUp)
    {
        if (series.ShortTerm?.Amount is null || series.Terms.MeasuredThrough < followUp.Year)
        {
            return null;
        }

        var due = PeriodsOf(series.Frequency, followUp.Year).Where(p => p.End <= followUp.Terms.Through).Select(p => (Period?)p).LastOrDefault();
        return due is { } period && !(series.Outcome?.Period.End >= period.End) ? due : null;
    }

    private static IEnumerable<Period> PeriodsOf(Frequency frequency, int year) => frequency switch
    {
        Frequency.Month => Enumerable.Range(1, 12).Select(n => Period.OfMonth(year, n)),
        Frequency.Tertial => Enumerable.Range(1, 3).Select(n => Period.OfTertial(year, n)),
        Frequency.Year or Frequency.EverySecondYear => [Period.OfYear(year)],
    };

    private static ChecklistFinding? Unexplained(AssessedSeries series, RowNarrative? told) => told switch
    {
        { Analysis: not null, Action: not null } => null,
        { Analysis: not null } => Check(ChecklistKind.DeviationUnexplained, $"Mått {NameOf(series)} är ej uppnått och har analys men ingen åtgärd. Lägg till åtgärden där utfallet registreras, om något görs."),
        { Action: not null } => Mend(ChecklistKind.DeviationUnexplained, $"Mått {NameOf(series)} är ej uppnått och har åtgärd men ingen analys. Lägg till analysen där utfallet registreras."),
        _ => Mend(ChecklistKind.DeviationUnexplained, $"Mått {NameOf(series)} är ej uppnått utan analys och åtgärd. Lägg till dem där utfallet registreras."),
    };

    private static IEnumerable<ChecklistFinding> OfBoards(ChecklistFacts facts)
    {
        if (facts.Plan is not { } plan)
        {
            yield break;
        }

        foreach (var board in facts.Boards)
        {
            var by = facts.Assessments.Where(a => a.UnitId == board.UnitId).ToDictionary(a => a.GoalId);
            var without = plan.Goals.Where(g => !by.ContainsKey(g.Goal.Id)).Select(g => g.Goal.Order.ToString(Swedish)).ToList();
            if (without.Count > 0)
            {
                yield return Mend(ChecklistKind.AssessmentMissing, $"{board.Name} har inte lämnat bedömning av mål {Listed(without)}. Skriv och lämna den.") with { UnitId = board.UnitId };
            }

            foreach (var goal in plan.Goals)
            {
                var computed = ComputedOf(goal, board, plan);
                if (by.GetValueOrDefault(goal.Goal.Id) is { Recorded.Why: null } review && review.Status != computed)
                {
                    yield return Mend(
                        ChecklistKind.StatusUnmotivated,
                        $"{board.Name} bedömer mål {goal.Goal.Order.ToString(Swedish)} som {Word(review.Status)}, men beräkningen ger nu {Word(computed)}. Skriv varför, eller ändra bedömningen.") with
                    {
                        Goal = goal.Goal.Order,
                        UnitId = board.UnitId,
                    };
                }
            }
        }
    }

    private static GoalStatus ComputedOf(AssessedGoal goal, AssessingBoard board, AssessedPlan plan) => board.Units is not { } units
        ? goal.Assessment.Status
        : GoalAssessment.Of(goal.Series.Where(s => units.Contains(s.MeasureTerms.ResponsibleUnitId)).Select(s => s.Assessment.Status), plan.Plan.Thresholds).Status;

    private static IEnumerable<ChecklistFinding> OfDuties(ChecklistFacts facts)
    {
        var figures = facts.Duties.Where(d => !d.Standing.Duty.IsForecast).Select(d => (Standing: (OwedStanding)d.Standing, d.Unit));
        foreach (var reporter in Open(figures))
        {
            yield return DutyOf(reporter, n => $"{n.ToString(Swedish)} {(n == 1 ? "värde" : "värden")}");
        }

        foreach (var reporter in Open(facts.Economy.Select(d => (Standing: (OwedStanding)d.Standing, d.Unit))))
        {
            yield return DutyOf(reporter, n => $"{n.ToString(Swedish)} {(n == 1 ? "budgetpost" : "budgetposter")}");
        }

        foreach (var one in facts.Duties.Where(d => d.Standing.Duty is { IsForecast: true, Series.IsRegional: true } && d.Standing.Stage != DutyStage.Done))
        {
            yield return new(ChecklistKind.ForecastMissing, ChecklistSeverity.Note, $"Mått {one.Code} {one.Name} mäts en gång om året och har ingen godkänd helårsprognos. {one.Unit} lämnar den.")
            {
                Measure = one.Code,
                UnitId = one.Standing.Duty.Series.ReporterId,
            };
        }
    }

    /// <summary>What is not done, by the unit that owes it.</summary>
    private static IEnumerable<IGrouping<(Guid ReporterId, string Unit), OwedStanding>> Open(IEnumerable<(OwedStanding Standing, string Unit)> owed) =>
        owed.Where(d => d.Standing.Stage != DutyStage.Done).GroupBy(d => (d.Standing.ReporterId, d.Unit), d => d.Standing);

    private static ChecklistFinding DutyOf(IGrouping<(Guid ReporterId, string Unit), OwedStanding> reporter, Func<int, string> count)
    {
        var waiting = reporter.Count(d => d.Stage == DutyStage.Submitted);
        var missed = reporter.Count(d => d.Stage == DutyStage.Missed);
        var left = reporter.Count() - waiting - missed;
        (int Count, string What)[] stages = [(left, "att lämna in"), (waiting, "som väntar på godkännande"), (missed, "som inte lämnades in före låsningen")];
        var told = stages.Where(t => t.Count > 0).Select((t, place) => $"{(place == 0 ? count(t.Count) : t.Count.ToString(Swedish))} {t.What}");
        var message = $"{reporter.Key.Unit} har {Listed([.. told])}. {(left > 0 ? "Påminn enheten." : waiting > 0 ? "Påminn den som godkänner." : "Skriv i rapporten att de saknas.")}";
        return (left + waiting > 0 ? Mend(ChecklistKind.DutyOpen, message) : Check(ChecklistKind.DutyOpen, message)) with { UnitId = reporter.Key.ReporterId };
    }

    private static IEnumerable<ChecklistFinding> OfFollowUp(ChecklistFacts facts)
    {
        if (facts.FollowUp is { Terms.Collects: true, Locked: null })
        {
            yield return Check(ChecklistKind.NotLocked, "Uppföljningen är inte låst, så värden kan ändras utan rättelse. Lås den i Insamling när allt är godkänt.");
        }

        if (facts.Clock is { IsPassed: true } passed)
        {
            yield return Check(
                ChecklistKind.LateByLaw,
                $"Lagens sista dag, {Day(passed.Latest)}, har passerat ({StatutoryClock.Source}). Skriv i protokollet varför rapporten är sen, och lämna den till fullmäktige och revisorerna.");
        }
        else if (facts.Clock is { Decided: null, IsPlannedAfter: true } planned)
        {
            yield return Check(
                ChecklistKind.LateByLaw,
                $"Beslutet är planerat till {Day(planned.PlannedDecision!.Value)}, efter lagens sista dag {Day(planned.Latest)} ({StatutoryClock.Source}). Lämna rapporten till fullmäktige och revisorerna före den dagen, eller flytta beslutet i årshjulet.");
        }
    }

    private static ChecklistFinding Mend(ChecklistKind kind, string message) => new(kind, ChecklistSeverity.Mend, message);

    private static ChecklistFinding Check(ChecklistKind kind, string message) => new(kind, ChecklistSeverity.Check, message);

    private static string NameOf(AssessedSeries series) => $"{series.Measure.Code} {series.FullName}";

    private static string Listed(IReadOnlyList<string> all) => all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} och {all[^1]}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(Period period) => period.Kind switch
    {
        PeriodKind.Year => $"helåret {Plain(period.Year)}",
        PeriodKind.Tertial => $"tertial {Plain(period.Number)} {Plain(period.Year)}",
        PeriodKind.Month => period.Start.ToString("MMMM yyyy", Swedish),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word(GoalStatus status) => status switch
    {
        GoalStatus.Achieved => "uppnått",
        GoalStatus.PartlyAchieved => "delvis uppnått",
        GoalStatus.NotAchieved => "ej uppnått",
        GoalStatus.InsufficientBasis => "otillräckligt underlag",
        GoalStatus.NotAssessed => "ingen bedömning",
    };
}
