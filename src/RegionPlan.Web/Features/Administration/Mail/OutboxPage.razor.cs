using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Mail;

/// <summary>What is to be sent, what could not be, and the buttons that try again.</summary>
public sealed partial class OutboxPage
{
    private const string Path = "/administration/epost";

    private readonly FormErrors errors = new();
    private OutboxReading outbox = null!;

    [SupplyParameterFromQuery(Name = "igen")]
    private string? Again { get; set; }

    [SupplyParameterFromForm(Name = "mail", FormName = "retry")]
    private string? Chosen { get; set; }

    [Inject]
    private OutboxQuery Query { get; set; } = null!;

    [Inject]
    private RetryMail Retry { get; set; } = null!;

    private string? Told => int.TryParse(Again, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
        ? $"{Sv.Count(count, "brev", "brev")} försöks igen. Ladda om sidan om en stund för att se hur det gick."
        : null;

    protected override async Task LoadAsync() => outbox = await Query.ReadAsync();

    private static string Shown(int shown, int all) =>
        shown < all ? $"{Sv.Count(shown, "brev", "brev")} av {all}" : Sv.Count(all, "brev", "brev");

    private Task RetryAsync() => SubmitAsync(async principal =>
    {
        await Retry.RetryAsync(principal, Guid.TryParse(Chosen, out var id) ? id : Guid.Empty);
        return 1;
    });

    private Task RetryAllAsync() => SubmitAsync(Retry.RetryAllAsync);

    private async Task SubmitAsync(Func<ClaimsPrincipal, Task<int>> write)
    {
        var retried = 0;
        try
        {
            retried = await write(HttpContext!.User);
        }
        catch (Exception exception) when (exception is AccessRefused or RuleViolation)
        {
            errors.Add(exception.Message);
        }

        if (retried > 0)
        {
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{Path}?igen={retried}"));
            return;
        }

        outbox = await Query.ReadAsync();
    }
}
