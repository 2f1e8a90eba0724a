using FluentValidation;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Reporting;

/// <summary>
/// The one place where typed outcomes are validated, whether typed in a grid or read from a file: first that everything can be read, then
/// the domain's own rules, and last what is possible but must be corrected or explained.
/// </summary>
internal sealed class OutcomeInputValidator : AbstractValidator<OutcomeInput>
{
    public OutcomeInputValidator() => RuleFor(i => i).Custom((input, context) =>
    {
        var unreadable = Enum.GetValues<Sex>().Where(sex => input.Read(sex).Problem is not null).ToHashSet();

        // A cell that cannot be read counts as empty to the domain; what it would say of that cell is not told.
        List<Finding> refused =
        [
            .. unreadable.Select(sex => new Finding(sex, FindingSeverity.Error, input.Read(sex).Problem!)),
            .. Refused(input).Where(f => f.Cell is not { } cell || !unreadable.Contains(cell)),
        ];
        var wrong = refused.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.Cell).OfType<Sex>().ToHashSet();
        Finding[] all = [.. refused, .. Odd(input).Where(f => f.Cell is not { } cell || !wrong.Contains(cell)), .. Texts(input), .. Prognos(input)];
        foreach (var finding in all)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(finding.Cell?.ToString() ?? "", finding.Message) { CustomState = finding });
        }
    });

    /// <summary>The findings of a row, worst first.</summary>
    internal IReadOnlyList<Finding> Findings(OutcomeInput input) =>
        [.. Validate(input).Errors.Select(e => (Finding)e.CustomState).OrderBy(f => f.Severity)];

    private static IEnumerable<Finding> Refused(OutcomeInput input)
    {
        var report = input.Report;
        var hasReason = input.Texts.Reason.Trim().Length > 0;
        foreach (var finding in input.Row.Check(report, input.Today, hasReason || input.Demands.AskedReason is not null))
        {
            yield return finding;
        }

        if (input.Demands.AskedReason is { } asked && !hasReason)
        {
            yield return new(null, FindingSeverity.NeedsReason, asked);
        }

        if (input.Demands.Returned is { } back)
        {
            foreach (var sex in Enum.GetValues<Sex>().Where(sex => !back.ReturnedCells.Contains(sex) && report.For(sex) != back.Row.Report.For(sex)))
            {
                yield return new(sex, FindingSeverity.Error, "Bara de rutor som skickades tillbaka kan ändras.");
            }
        }

        if (!input.Demands.IsForecast
            && string.IsNullOrWhiteSpace(input.Texts.Comment)
            && Enum.GetValues<Sex>().All(sex => input.Texts.For(sex).Trim().Length == 0 && input.Row.Current(sex)?.Value is null))
        {
            yield return new(Sex.Total, FindingSeverity.Error, "Fyll i ett värde, eller ångra det du har skrivit på raden.");
        }
    }

    private static IEnumerable<Finding> Odd(OutcomeInput input)
    {
        var (report, demands) = (input.Report, input.Demands);
        foreach (var finding in Plausibility.Check(report, demands.Period, input.Terms, demands.Frequency, demands.History, demands.BreakYears))
        {
            yield return finding;
        }

        if (demands is { AsksForAnalysis: true, IsForecast: false }
            && string.IsNullOrWhiteSpace(input.Texts.Analysis)
            && Plausibility.Deviation(report, demands.Period, demands.Target, input.Terms) is { } deviation)
        {
            yield return deviation;
        }
    }

    private static IEnumerable<Finding> Texts(OutcomeInput input)
    {
        var texts = input.Texts;
        (string Text, int Most, string Name)[] limited =
        [
            (texts.Reason, Recording.MaxWhyLength, "Motiveringen"),
            (texts.Analysis, RowNarrative.MaxTextLength, "Analysen"),
            (texts.Action, RowNarrative.MaxTextLength, "Åtgärden"),
            (texts.ActionOwner, RowNarrative.MaxOwnerLength, "Ansvarig för åtgärden"),
            (texts.ForecastReason, RowNarrative.MaxTextLength, "Motiveringen till prognosen"),
        ];
        foreach (var (_, most, name) in limited.Where(l => l.Text.Length > l.Most))
        {
            yield return new(null, FindingSeverity.Error, string.Create(Sv.Culture, $"{name} får vara högst {most} tecken. Korta den."));
        }

        if (!input.CanReadDue)
        {
            yield return new(null, FindingSeverity.Error, "Skriv åtgärdens sista dag som år-månad-dag, till exempel 2026-12-31.");
        }

        if (string.IsNullOrWhiteSpace(texts.Action) && (texts.ActionOwner + texts.ActionDue).Trim().Length > 0)
        {
            yield return new(null, FindingSeverity.Error, "Skriv vad åtgärden är, eller ta bort ansvarig och datum.");
        }
    }

    private static IEnumerable<Finding> Prognos(OutcomeInput input)
    {
        if (input.Forecast is null && (input.Demands.IsForecast || input.Texts.ForecastReason.Trim().Length > 0))
        {
            yield return new(null, FindingSeverity.NeedsForecast, "Välj en helårsprognos.");
        }

        if (input.Forecast is not (null or YearForecast.WillBeAchieved) && string.IsNullOrWhiteSpace(input.Texts.ForecastReason))
        {
            yield return new(null, FindingSeverity.NeedsForecast, "Skriv en motivering till prognosen.");
        }
    }
}
