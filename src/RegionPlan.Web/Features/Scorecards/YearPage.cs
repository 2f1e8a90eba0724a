using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>A page about the styrkort of a year; the year and the time looked from stand in the address.</summary>
public abstract class YearPage : ComponentBase
{
    private readonly List<string> notices = [];

    [SupplyParameterFromQuery(Name = "ar")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfText { get; set; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    [Inject]
    protected CascadeReader Cascades { get; set; } = null!;

    /// <summary>What could not be read from the address, said in Swedish.</summary>
    protected IReadOnlyList<string> Notices => notices;

    protected CascadeReading Reading { get; private set; } = null!;

    protected int Year => Reading.Cascade.Year;

    /// <summary>The instant looked from; null for now.</summary>
    protected DateTimeOffset? AsOf { get; private set; }

    protected string Link(string path, int? year = null) =>
        PageLink.To(path, year: (year ?? Year).ToString(CultureInfo.InvariantCulture), asOf: AsOf is null ? null : AsOfText);

    protected override async Task OnParametersSetAsync()
    {
        notices.Clear();
        Reading = await Cascades.ReadAsync(ReadYear(), AsOf = ReadAsOf());
    }

    private int? ReadYear()
    {
        if (YearText is null)
        {
            return null;
        }

        if (int.TryParse(YearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Scorecard.EarliestYear and <= Scorecard.LatestYear)
        {
            return year;
        }

        notices.Add("Året i adressen går inte att läsa. Ange det med fyra siffror, till exempel 2025.");
        return null;
    }

    private DateTimeOffset? ReadAsOf()
    {
        if (AsOfText is null)
        {
            return null;
        }

        if (TimeAxes.TryReadAsOf(AsOfText, out var asOf))
        {
            return asOf;
        }

        notices.Add("Tidpunkten i adressen går inte att läsa. Ange den som 2024-12-31 eller 2024-12-31T15:00Z.");
        return null;
    }
}
