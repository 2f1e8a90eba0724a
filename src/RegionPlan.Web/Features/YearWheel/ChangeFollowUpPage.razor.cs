using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Changes one follow-up: its form, what the change would bring with it, and then that it is saved.</summary>
public sealed partial class ChangeFollowUpPage
{
    private const string LookFirst = "Du har ändrat något sedan följderna visades. Se dem nedan och spara igen.";

    private readonly List<string> notices = [];
    private FormErrors errors = new();
    private WheelYear wheel = null!;
    private FollowUp? followUp;
    private Consequences? consequences;
    private bool mayPlan;
    private bool isChangedByAnother;

    [Parameter]
    public string Key { get; set; } = "";

    /// <summary>A date that was moved in the wheel: which field.</summary>
    [SupplyParameterFromQuery(Name = "falt")]
    private string? MovedField { get; set; }

    /// <summary>To which day.</summary>
    [SupplyParameterFromQuery(Name = "dag")]
    private string? MovedDay { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "follow-up")]
    private FollowUpForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private WheelQuery Query { get; set; } = null!;

    [Inject]
    private ConsequenceQuery Consequence { get; set; } = null!;

    [Inject]
    private PlanFollowUps Planner { get; set; } = null!;

    [Inject]
    private PermissionReader PermissionReader { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Path => $"/arshjul/{Key}/andra";

    private string Back => $"/arshjul?ar={followUp!.Year.ToString(Sv.Culture)}#{followUp.Key}";

    /// <summary>What is posted is always answered and kept on the page, also where the right is gone.</summary>
    private bool IsPosted => HttpMethods.IsPost(HttpContext?.Request.Method ?? "");

    private FollowUpVersion Latest => followUp!.Versions.Latest()!;

    protected override async Task OnInitializedAsync()
    {
        wheel = await Query.ReadAsync(WheelQuery.YearOf(Key));
        followUp = wheel.Find(Key);
        if (followUp is null)
        {
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
            return;
        }

        mayPlan = (await PermissionReader.OfAsync(HttpContext?.User))?.Has(Right.PlanFollowUps) == true;
        if (!mayPlan)
        {
            PageStatus.Set(HttpContext, StatusCodes.Status403Forbidden);
        }
        else if (followUp.Locked is not null)
        {
            notices.Add("Uppföljningen är låst och kan inte ändras.");
        }

        await OpenWithdrawalAsync();

        if (Form is null)
        {
            await OpenAsync();
        }
    }

    /// <summary>Fills the form with what holds, and with the date that was moved.</summary>
    private async Task OpenAsync()
    {
        Form = FollowUpForm.Of(followUp!.Terms, Latest.Version);
        if (!mayPlan || MovedField is null || followUp.Locked is not null)
        {
            return;
        }

        if (Form.Move(MovedField, MovedDay))
        {
            await LookAsync();
        }
        else
        {
            notices.Add("Det flyttade datumet i adressen går inte att läsa. Här står det som gäller.");
        }
    }

    private async Task SubmitAsync()
    {
        if (followUp is null)
        {
            return;
        }

        errors = FormErrors.Of(new FollowUpFormValidator(wheel.Bodies.Select(b => b.Id).ToHashSet(), isNew: false).Validate(Form!), "Form");
        if (errors.All.Count > 0)
        {
            if (errors.All is [{ Field: "Form.Why" }])
            {
                await LookAsync();
            }

            return;
        }

        if (Form!.Version != Latest.Version)
        {
            await TellOfAnotherAsync();
        }
        else if (Form is { IsSaving: true, IsSeen: true })
        {
            await SaveAsync();
        }
        else
        {
            await LookAsync();
            if (Form.IsSaving)
            {
                notices.Add(LookFirst);
            }
        }
    }

    private async Task SaveAsync()
    {
        try
        {
            await Planner.ChangeAsync(HttpContext!.User, followUp!.Id, Form!.Version, Form.Terms(), Form.Why);
            Navigation.NavigateTo(Back);
        }
        catch (RuleViolation violation) when (violation.Message == PlanFollowUps.ChangedByAnother)
        {
            wheel = await Query.ReadAsync(followUp!.Year);
            followUp = wheel.Find(Key);
            await TellOfAnotherAsync();
        }
        catch (Exception exception) when (exception is RuleViolation or AccessRefused)
        {
            errors.Add(exception.Message);
        }
    }

    private async Task TellOfAnotherAsync()
    {
        isChangedByAnother = true;
        errors.Add(PlanFollowUps.ChangedByAnother);
        Form!.Version = Latest.Version;
        await LookAsync();
    }

    private async Task LookAsync()
    {
        try
        {
            consequences = await Consequence.OfChangeAsync(followUp!, Form!.Terms());
        }
        catch (RuleViolation violation)
        {
            errors.Add(violation.Message);
        }
    }
}
