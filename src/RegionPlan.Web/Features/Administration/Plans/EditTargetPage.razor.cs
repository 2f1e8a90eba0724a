using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>Decides one target anew, from a date, with a motivation.</summary>
public sealed partial class EditTargetPage
{
    private FormErrors errors = new();
    private AssessedMeasure? measure;
    private AssessedSeries? series;

    [Parameter] public string PlanKey { get; set; } = "";

    [Parameter] public string Code { get; set; } = "";

    [Parameter] public string SeriesKey { get; set; } = "";

    /// <summary>kort or lang.</summary>
    [Parameter] public string TermText { get; set; } = "";

    /// <summary>The year of a short-term target, the step of a long-term one.</summary>
    [Parameter] public int Slot { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "target")] private TargetForm? Form { get; set; }

    [CascadingParameter] private HttpContext? HttpContext { get; set; }

    [Inject] private PlanReader Plans { get; set; } = null!;

    [Inject] private PlanWriting Writing { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private static IEnumerable<(string Key, string Text)> Reasons =>
        Enum.GetValues<NoTargetReason>().Select(r => (r.ToString(), Sv.NoTarget(r))).Prepend(("", "–"));

    private TargetTerm Term => TermText == "lang" ? TargetTerm.LongTerm : TargetTerm.ShortTerm;

    private string Back => $"/administration/matt/{PlanKey}/{Code}";

    private string Path => $"/administration/malvarde/{PlanKey}/{Code}/{SeriesKey}/{TermText}/{Slot}";

    private TargetDecision? Latest => Decisions(series!.Series).MaxBy(t => t.Version);

    protected override async Task OnInitializedAsync()
    {
        var plan = (await Plans.ReadAsync(new(PlanKey, ValidOn: DateOnly.MaxValue))).Plan;
        measure = plan?.Measure(Code);
        series = measure?.Series.FirstOrDefault(s => s.Series.Key == SeriesKey);
        var isSlot = TermText is "kort" or "lang" && (Term == TargetTerm.ShortTerm ? Slot >= plan?.Plan.FirstYear && Slot <= plan.Plan.LastYear : Slot >= 1 && Slot <= series?.LongTerm.Count + 1);
        if (series is null || !isSlot)
        {
            series = null;
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
            return;
        }

        Form ??= TargetForm.Of(Latest, Latest?.Version ?? 0, measure!.Terms, HoldsFrom(plan!.Plan.FirstDay));
    }

    /// <summary>A new target holds from the plan's start; a changed one from today, or all of its year once that is over.</summary>
    private DateOnly HoldsFrom(DateOnly planStart) => Latest is not { } latest ? planStart
        : latest.Year < Plans.Today.Year ? latest.HoldsFrom
        : Plans.Today;

    private IEnumerable<TargetDecision> Decisions(MeasureSeries of) => of.Targets.Where(t => t.Term == Term && t.Slot == Slot);

    private async Task SaveAsync()
    {
        errors = FormErrors.Of(new TargetFormValidator(measure!.Terms, Term).Validate(Form!), "Form");
        if (errors.All.Count > 0)
        {
            return;
        }

        try
        {
            await Writing.ChangeMeasureAsync(HttpContext!.User, PlanKey, Code, Form!.Why!, (changed, recording) =>
            {
                var changedSeries = changed.Series.Single(s => s.Key == SeriesKey);
                if ((Decisions(changedSeries).Max(t => (int?)t.Version) ?? 0) != Form.Version)
                {
                    throw new RuleViolation(PlanWriting.ChangedByAnother);
                }

                var target = Form.Target(measure.Terms, Term);
                var holdsFrom = FieldRules.Day(Form.HoldsFrom);
                var note = FieldRules.Text(Form.Note);
                if (Term == TargetTerm.ShortTerm)
                {
                    changedSeries.SetShortTerm(Slot, target, holdsFrom, recording, note);
                }
                else
                {
                    changedSeries.SetLongTerm(Slot, FieldRules.Text(Form.Year) is { } year ? FieldRules.Whole(year) : null, target, holdsFrom, recording, note);
                }
            });
            Navigation.NavigateTo(Back);
        }
        catch (RuleViolation violation)
        {
            errors.Add(violation.Message);
            Form!.Version = Latest?.Version ?? 0;
        }
        catch (AccessRefused refused)
        {
            errors.Add(refused.Message);
        }
    }
}
