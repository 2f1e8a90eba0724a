using System.Security.Claims;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>One user: roles, name and address, password and lock, each a form of its own.</summary>
public sealed partial class UserPage
{
    private FormErrors errors = new();
    private UserDetails? user;
    private bool isChangedByAnother;
    private IReadOnlyList<(string Key, string Text)> units = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "klart")]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "User", FormName = "user")]
    private UserForm? Details { get; set; }

    [SupplyParameterFromForm(Name = "Secret", FormName = "password")]
    private PasswordForm? Secret { get; set; }

    [SupplyParameterFromForm(Name = "Grant", FormName = "grant-role")]
    private RoleForm? Grant { get; set; }

    [SupplyParameterFromForm(Name = "assignment", FormName = "end-role")]
    private string? Ending { get; set; }

    [SupplyParameterFromForm(Name = "lock", FormName = "lock")]
    private string? Lock { get; set; }

    [Inject]
    private UserQuery Users { get; set; } = null!;

    [Inject]
    private ChangeUser Changer { get; set; } = null!;

    [Inject]
    private ChangePassword PasswordChanger { get; set; } = null!;

    [Inject]
    private GrantRole Granter { get; set; } = null!;

    [Inject]
    private EndRole Ender { get; set; } = null!;

    [Inject]
    private LockUser Locker { get; set; } = null!;

    [Inject]
    private UnlockUser Unlocker { get; set; } = null!;

    [Inject]
    private SignInManager<AppUser> SignIn { get; set; } = null!;

    private string Path => $"/administration/anvandare/{Id}";

    private string? Told => Done switch
    {
        "skapad" => "Användaren är tillagd och kan logga in.",
        "sparad" => "Namn och e-post är sparade.",
        "roll" => "Rollen är given och gäller genast.",
        "avslutad" => "Rollen är avslutad och gäller inte längre.",
        "losenord" => "Lösenordet är bytt.",
        "last" => "Kontot är låst och användaren loggas ut.",
        "upplast" => "Kontot är upplåst.",
        _ => null,
    };

    protected override async Task LoadAsync()
    {
        user = await Users.OfAsync(Id);
        if (user is null)
        {
            NotFound();
            return;
        }

        units = await Users.UnitsAsync();
        Details ??= UserForm.Of(user);
        Grant ??= new();
    }

    private Task ChangeUserAsync() => SubmitAsync("sparad", async principal =>
    {
        switch (await Changer.ChangeAsync(principal, Id, Details!))
        {
            case UserChanged.NotYet notYet:
                errors = FormErrors.Of(notYet.Found, "User");
                return false;
            case UserChanged.ChangedByAnother:
                isChangedByAnother = true;
                return false;
            default:
                return true;
        }
    });

    private Task ChangePasswordAsync() => SubmitAsync("losenord", async principal =>
    {
        if (!IsAccepted(await PasswordChanger.ChangeAsync(principal, Id, Secret ?? new()), "Secret"))
        {
            return false;
        }

        // The administrator who changes the own password stays signed in here, and is signed out elsewhere.
        if (Id == Administrator?.UserId && await SignIn.UserManager.GetUserAsync(principal) is { } own)
        {
            await SignIn.RefreshSignInAsync(own);
        }

        return true;
    });

    private Task GrantRoleAsync() =>
        SubmitAsync("roll", async principal => IsAccepted(await Granter.GrantAsync(principal, Id, Grant!), "Grant"));

    private Task EndRoleAsync() => SubmitAsync("avslutad", async principal =>
    {
        await Ender.EndAsync(principal, Id, Guid.TryParse(Ending, out var assignment) ? assignment : Guid.Empty);
        return true;
    });

    private Task LockAsync() => Lock == LockChoice.Open
        ? SubmitAsync("upplast", async principal =>
        {
            await Unlocker.UnlockAsync(principal, Id);
            return true;
        })
        : SubmitAsync("last", async principal =>
        {
            await Locker.LockAsync(principal, Id);
            return true;
        });

    private bool IsAccepted(ValidationResult found, string form)
    {
        errors = FormErrors.Of(found, form);
        return found.IsValid;
    }

    /// <summary>Runs a write and goes on to the page as it is then, or stays with what was typed and why it was not done.</summary>
    private async Task SubmitAsync(string done, Func<ClaimsPrincipal, Task<bool>> write)
    {
        var isDone = false;
        try
        {
            isDone = await write(HttpContext!.User);
        }
        catch (Exception exception) when (exception is AccessRefused or RuleViolation)
        {
            errors.Add(exception.Message);
        }

        if (isDone)
        {
            Navigation.NavigateTo($"{Path}?klart={done}");
            return;
        }

        user = await Users.OfAsync(Id);
        if (isChangedByAnother && user is not null)
        {
            // The next save is over what stands now, which the page shows.
            (Details!.Stamp, Details.SeenName, Details.SeenEmail) = (user.Stamp, user.Name, user.Email);
        }
    }
}
