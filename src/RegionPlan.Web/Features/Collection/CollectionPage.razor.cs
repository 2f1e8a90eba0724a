using System.Globalization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Collection;

/// <summary>How far a follow-up has come; from here units are reminded and the follow-up is locked.</summary>
public sealed partial class CollectionPage
{
    private Collection? collection;
    private FormErrors errors = new();
    private IReadOnlyList<string> writtenTo = [];
    private bool isRefused;
    private string? posted;

    [SupplyParameterFromQuery(Name = "uppfoljning")]
    private string? Key { get; set; }

    [SupplyParameterFromQuery(Name = "ar")]
    private string? YearText { get; set; }

    /// <summary>How many were just reminded, so that the page can say so.</summary>
    [SupplyParameterFromQuery(Name = "paminda")]
    private string? Reminded { get; set; }

    /// <summary>Of how many of them there was nobody to write to.</summary>
    [SupplyParameterFromQuery(Name = "utan")]
    private string? Unreached { get; set; }

    [SupplyParameterFromForm(Name = "RemindForm", FormName = "remind")]
    private RemindForm? RemindForm { get; set; }

    [SupplyParameterFromForm(Name = "LockForm", FormName = "lock")]
    private LockForm? LockForm { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private CollectionQuery Query { get; set; } = null!;

    [Inject]
    private RemindUnits Remind { get; set; } = null!;

    [Inject]
    private LockFollowUp Lock { get; set; } = null!;

    [Inject]
    private PermissionReader Permissions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private FollowUp FollowUp => collection!.FollowUp;

    private string Path => QueryHelpers.AddQueryString("/insamling", "uppfoljning", FollowUp.Key);

    private bool MayRemind => collection!.MayLock && FollowUp.On(collection.Today) != FollowUpState.Planned;

    private int RemindedCount => int.TryParse(Reminded, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private string? Done => RemindedCount > 0
        ? $"{Sv.Count(RemindedCount, "påminnelse är lagd", "påminnelser är lagda")} i Mina uppgifter. {CollectionWords.Of(writtenTo, int.TryParse(Unreached, CultureInfo.InvariantCulture, out var none) ? none : 0)}".Trim()
        : null;

    protected override async Task OnInitializedAsync()
    {
        posted = HttpContext?.Request is { HasFormContentType: true } request ? request.Form["_handler"].ToString() : null;
        isRefused = !CollectionQuery.MayRead(await Permissions.OfAsync(HttpContext?.User));
        var key = string.IsNullOrWhiteSpace(Key) ? null : Key;
        collection = await Query.ReadAsync(HttpContext?.User, key, int.TryParse(YearText, CultureInfo.InvariantCulture, out var year) ? year : null);
        if (collection is null && !isRefused)
        {
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
        }

        if (collection is not null && RemindedCount > 0)
        {
            writtenTo = await Query.WrittenToAsync(FollowUp, RemindedCount);
        }
    }

    private Task RemindAsync() => ActAsync(async () =>
    {
        var (made, unreached) = await Remind.RemindAsync(HttpContext!.User, FollowUp.Key, string.IsNullOrEmpty(RemindForm?.Unit) ? null : RemindForm.Unit, RemindForm?.Text);
        var done = QueryHelpers.AddQueryString(Path, "paminda", made.ToString(CultureInfo.InvariantCulture));
        return unreached == 0 ? done : QueryHelpers.AddQueryString(done, "utan", unreached.ToString(CultureInfo.InvariantCulture));
    });

    private Task LockAsync() => ActAsync(async () =>
    {
        await Lock.LockAsync(HttpContext!.User, FollowUp.Key, LockForm?.Missing, LockForm?.Why);
        return Path;
    });

    private async Task ActAsync(Func<Task<string>> act)
    {
        try
        {
            Navigation.NavigateTo(await act());
        }
        catch (RuleViolation violation)
        {
            if (posted == "lock" && string.IsNullOrWhiteSpace(LockForm?.Why) && violation.Message.Contains("Skriv varför", StringComparison.Ordinal))
            {
                errors = FormErrors.Of(new([new ValidationFailure("Why", violation.Message)]), nameof(LockForm));
            }
            else
            {
                errors.Add(violation.Message);
            }
        }
        catch (AccessRefused refused)
        {
            errors.Add(refused.Message);
        }
    }
}

/// <summary>A reminder as it is posted.</summary>
internal sealed class RemindForm
{
    /// <summary>The unit's key; empty for all.</summary>
    public string? Unit { get; set; }

    public string? Text { get; set; }
}

/// <summary>A lock as it is posted.</summary>
internal sealed class LockForm
{
    /// <summary>How much the page said was missing.</summary>
    public int Missing { get; set; }

    public string? Why { get; set; }
}
