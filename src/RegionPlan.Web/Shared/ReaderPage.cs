using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>A page that shows a plan in a year. What it shows is all in the address: plan, ar, asOf and validOn.</summary>
public abstract class ReaderPage : ComponentBase
{
    protected const string NothingRecorded = "Ingen regionplan var registrerad då. Välj en senare tidpunkt.";

    private readonly AddressReading address = new();

    [SupplyParameterFromQuery(Name = "plan")]
    public string? PlanText { get; set; }

    [SupplyParameterFromQuery(Name = "ar")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfText { get; set; }

    [SupplyParameterFromQuery(Name = "validOn")]
    public string? ValidOnText { get; set; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    [Inject]
    protected PlanReader Plans { get; set; } = null!;

    /// <summary>What could not be read from the address, said in Swedish; the page shows its default instead.</summary>
    protected IReadOnlyList<string> Notices => address.Notices;

    protected PlanReading Reading { get; private set; } = new(null, [], [], 0);

    protected AssessedPlan? Plan => Reading.Plan;

    protected int Year => Plan?.Viewpoint.Year ?? Reading.DefaultYear;

    /// <summary>A link to another reader page that keeps the choice of plan, year and time.</summary>
    protected string Link(string path) => PageLink.To(path, PlanText, YearText, AsOfText, ValidOnText);

    /// <summary>The same page for another year.</summary>
    protected string LinkToYear(string path, int year) =>
        PageLink.To(path, PlanText, year.ToString(CultureInfo.InvariantCulture), AsOfText, null);

    protected override async Task OnParametersSetAsync()
    {
        address.Clear();
        (YearText, var year) = address.Year(YearText);
        (AsOfText, var asOf) = address.AsOf(AsOfText);
        (ValidOnText, var validOn) = address.ValidOn(ValidOnText);
        var choice = new PlanChoice(PlanText, year, asOf, validOn);
        Reading = await Plans.ReadAsync(choice);
        if (Plan is null && PlanText is not null && !Reading.Plans.Any(p => p.Key == PlanText))
        {
            address.Tell($"Det finns ingen regionplan ”{AddressReading.Shortened(PlanText)}”. Här visas den plan som gäller.");
            PlanText = null;
            Reading = await Plans.ReadAsync(choice with { PlanKey = null });
        }

        if (Plan is { Plan: { } shown } && !shown.IsInForce(choice.AsOf))
        {
            address.Tell("Regionplanen förbereds och gäller inte än. Mål, mått och målvärden kan ändras.");
        }
    }

    /// <summary>Tells the browser that what the address names does not exist.</summary>
    protected void NotFound() => PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
}
