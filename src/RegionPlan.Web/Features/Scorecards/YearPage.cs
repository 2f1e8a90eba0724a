using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>A page about the styrkort of a year; the year and the time looked from stand in the address.</summary>
public abstract class YearPage : ComponentBase
{
    private readonly AddressReading address = new();

    [SupplyParameterFromQuery(Name = "ar")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfText { get; set; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    [Inject]
    protected CascadeReader Cascades { get; set; } = null!;

    /// <summary>What could not be read from the address, said in Swedish.</summary>
    protected IReadOnlyList<string> Notices => address.Notices;

    protected CascadeReading Reading { get; private set; } = null!;

    protected int Year => Reading.Cascade.Year;

    /// <summary>The instant looked from; null for now.</summary>
    protected DateTimeOffset? AsOf { get; private set; }

    protected string Link(string path, int? year = null) =>
        PageLink.To(path, year: (year ?? Year).ToString(CultureInfo.InvariantCulture), asOf: AsOf is null ? null : AsOfText);

    protected override async Task OnParametersSetAsync()
    {
        address.Clear();
        (YearText, var year) = address.Year(YearText);
        (AsOfText, AsOf) = address.AsOf(AsOfText);
        Reading = await Cascades.ReadAsync(year, AsOf);
    }
}
