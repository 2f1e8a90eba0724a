using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>Changes a measure's definition from a date, with a motivation.</summary>
public sealed partial class EditMeasurePage
{
    private FormErrors errors = new();
    private AssessedMeasure? measure;
    private IReadOnlyList<(Guid Id, string Name)> units = [];
    private int firstYear;
    private int lastYear;
    private bool changedByAnother;

    [Parameter] public string PlanKey { get; set; } = "";

    [Parameter] public string Code { get; set; } = "";

    [SupplyParameterFromForm(Name = "Form", FormName = "measure")] private MeasureForm? Form { get; set; }

    [CascadingParameter] private HttpContext? HttpContext { get; set; }

    [Inject] private PlanReader Plans { get; set; } = null!;

    [Inject] private PlanWriting Writing { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IDbContextFactory<RegionPlanDb> Databases { get; set; } = null!;

    /// <summary>The definition that was saved last, from whatever day it holds.</summary>
    private MeasureDefinition Latest => measure!.Measure.Definitions.MaxBy(d => d.Version)!;

    private string Path => $"/administration/matt/{PlanKey}/{Code}";

    protected override async Task OnInitializedAsync()
    {
        var plan = (await Plans.ReadAsync(new(PlanKey, ValidOn: DateOnly.MaxValue))).Plan;
        measure = plan?.Measure(Code);
        if (measure is null)
        {
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
            return;
        }

        (firstYear, lastYear) = (plan!.Plan.FirstYear, plan.Plan.LastYear);
        units = await ResponsibleUnits.ReadAsync(Databases, Plans.Today);
        Form ??= MeasureForm.Of(measure, Plans.Today);
    }

    private async Task SaveAsync()
    {
        errors = FormErrors.Of(new MeasureFormValidator(units.Select(u => u.Id).ToHashSet()).Validate(Form!), "Form");
        if (errors.All.Count > 0)
        {
            return;
        }

        try
        {
            await Writing.ChangeMeasureAsync(HttpContext!.User, PlanKey, Code, Form!.Why!, (changed, recording) =>
            {
                if (changed.Definitions.Max(d => d.Version) != Form.Version)
                {
                    changedByAnother = true;
                    throw new RuleViolation(PlanWriting.ChangedByAnother);
                }

                changed.Define(Form.Terms(), FieldRules.Day(Form.HoldsFrom), recording);
            });
            Navigation.NavigateTo($"/matt/{Code}?plan={PlanKey}");
        }
        catch (RuleViolation violation)
        {
            errors.Add(violation.Message);
            Form!.Version = measure!.Measure.Definitions.Max(d => d.Version);
        }
        catch (AccessRefused refused)
        {
            errors.Add(refused.Message);
        }
    }
}
