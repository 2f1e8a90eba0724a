using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Takes the follow-up out of its year: what it would mean, and then that it is done.</summary>
public sealed partial class ChangeFollowUpPage
{
    private const string Asked = "ja";

    private FollowUpUse use = new(0, 0, 0, 0, 0);
    private Consequences? withdrawal;

    /// <summary>Whether it is asked what taking it out would mean.</summary>
    [SupplyParameterFromQuery(Name = "ta-bort")]
    private string? Withdraws { get; set; }

    [SupplyParameterFromForm(Name = "WithdrawForm", FormName = "withdraw")]
    private WithdrawForm? WithdrawForm { get; set; }

    [Inject]
    private WithdrawFollowUp Withdrawer { get; set; } = null!;

    private string WithdrawPath => $"{Path}?ta-bort={Asked}";

    private bool ShowsWithdrawal => mayPlan && followUp!.Locked is null;

    /// <summary>What would become of it is told to those who may, and to whoever has posted it, whatever has happened since.</summary>
    private async Task OpenWithdrawalAsync()
    {
        use = await Withdrawer.UseOfAsync(followUp!.Id);
        if (WithdrawForm is not null || (Withdraws == Asked && mayPlan && !use.IsUsed && followUp.Locked is null))
        {
            withdrawal = await Consequence.OfWithdrawalAsync(followUp);
        }
    }

    private async Task WithdrawAsync()
    {
        if (followUp is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(WithdrawForm!.Why))
        {
            errors = FormErrors.Of(new([new ValidationFailure("Why", "Skriv varför uppföljningen tas bort.")]), nameof(WithdrawForm));
            return;
        }

        try
        {
            await Withdrawer.WithdrawAsync(HttpContext!.User, followUp.Id, WithdrawForm.Version, WithdrawForm.Why);
            Navigation.NavigateTo($"/arshjul?ar={followUp.Year.ToString(Sv.Culture)}");
        }
        catch (Exception exception) when (exception is RuleViolation or AccessRefused)
        {
            isChangedByAnother = exception.Message == PlanFollowUps.ChangedByAnother;
            WithdrawForm.Version = Latest.Version;
            errors.Add(exception.Message);
        }
    }
}

/// <summary>A withdrawal as it is posted.</summary>
internal sealed class WithdrawForm
{
    /// <summary>The version of the terms that was looked at.</summary>
    public int Version { get; set; }

    public string? Why { get; set; }
}
