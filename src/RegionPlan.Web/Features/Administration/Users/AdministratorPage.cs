using Microsoft.AspNetCore.Components;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>A page for those who administrate. Without the right a visitor is told so with 403; the writes check again.</summary>
public abstract class AdministratorPage : ComponentBase
{
    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    [Inject]
    protected PermissionReader Reader { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What the visitor may do; null until it is known that they may enter.</summary>
    protected Permissions? Administrator { get; private set; }

    protected bool IsRefused { get; private set; }

    protected bool IsLoaded { get; private set; }

    protected virtual bool MayEnter(Permissions permissions) => permissions.Has(Right.AdministrateUsers);

    /// <summary>Reads what the page shows.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    protected sealed override async Task OnInitializedAsync()
    {
        if (await Reader.OfAsync(HttpContext?.User) is { } permissions && MayEnter(permissions))
        {
            Administrator = permissions;
            await LoadAsync();
            IsLoaded = true;
        }
        else
        {
            IsRefused = true;
            PageStatus.Set(HttpContext, StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>Tells the browser that what the address names does not exist.</summary>
    protected void NotFound() => PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
}
