using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Administration.Plans;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>One change of the organisation: its form, what it would touch, and then that it is carried out.</summary>
public sealed partial class ChangePage
{
    private FormErrors errors = new();
    private ReorganizationKind? kind;
    private OrganizationLedger ledger = new([], []);
    private UnitChoices units = null!;
    private Reorganization? reverted;
    private ChangePreview? preview;
    private bool isChangedByAnother;

    [Parameter]
    public string Action { get; set; } = "";

    [SupplyParameterFromQuery(Name = "enhet")]
    private string? UnitKey { get; set; }

    /// <summary>The number of the change to take back.</summary>
    [SupplyParameterFromQuery(Name = "andring")]
    private string? RevertedText { get; set; }

    [SupplyParameterFromForm(Name = "Form", FormName = "change")]
    private ChangeForm? Form { get; set; }

    [Inject]
    private PreviewQuery Queries { get; set; } = null!;

    [Inject]
    private ChangeOrganization Changer { get; set; } = null!;

    private string Path => $"{ChangeWords.Home}/{Action}{(kind == ReorganizationKind.Reverted ? $"?andring={RevertedText}" : "")}";

    private DateOnly From => reverted?.HoldsFrom ?? FieldRules.Day(Form!.From);

    protected override bool MayEnter(Permissions permissions) => permissions.Has(Right.AdministrateOrganization);

    protected override async Task LoadAsync()
    {
        await ReadAsync();
        kind = ChangeWords.Kind(Action);
        reverted = kind == ReorganizationKind.Reverted && int.TryParse(RevertedText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ledger.Changes.FirstOrDefault(c => c.Version == number)
            : null;
        if (kind is not { } chosen || (kind == ReorganizationKind.Reverted && reverted is null))
        {
            kind = null;
            NotFound();
            return;
        }

        Form ??= ChangeForm.For(chosen, UnitKey);
    }

    private async Task ReadAsync()
    {
        ledger = await Queries.LedgerAsync();
        units = new(ledger, Queries.Today);
    }

    private async Task SubmitAsync()
    {
        if (Form!.Step is ChangeForm.Edit or ChangeForm.MoreRows)
        {
            return;
        }

        errors = FormErrors.Of(new ChangeFormValidator(kind!.Value, units).Validate(Form), "Form");
        if (errors.All.Count > 0)
        {
            return;
        }

        try
        {
            if (Form.Step == ChangeForm.CarryOut && await CarryOutAsync())
            {
                return;
            }

            preview = await Queries.OfAsync(Form.Read(kind.Value, units, reverted), From, Form.Why, Administrator!);
        }
        catch (Exception exception) when (exception is AccessRefused or RuleViolation)
        {
            errors.Add(exception.Message);
        }
    }

    /// <summary>Goes on to the list where it is done; stays where somebody else was before.</summary>
    private async Task<bool> CarryOutAsync()
    {
        var changed = await Changer.ChangeAsync(HttpContext!.User, Form!.Read(kind!.Value, units, reverted), From, Form.Why, Form.Seen);
        if (changed is OrganizationChanged.Done { Change: var made })
        {
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{ChangeWords.Home}?klart={made.Version}"));
            return true;
        }

        isChangedByAnother = true;
        await ReadAsync();
        return false;
    }
}
