using Microsoft.AspNetCore.Components;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Cascade;

/// <summary>A page that shows the chain of a year, or a part of it. What it shows is all in the address: ar and asOf.</summary>
public abstract class ChainPage : ComponentBase
{
    /// <summary>Where the chain as a whole is shown.</summary>
    protected const string Address = "/malkedja";

    private readonly AddressReading address = new();
    private DateTimeOffset? asOf;

    [SupplyParameterFromQuery(Name = "ar")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfText { get; set; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    [Inject]
    private CascadeReader Chains { get; set; } = null!;

    [Inject]
    private PlanReader Plans { get; set; } = null!;

    /// <summary>What could not be read from the address, said in Swedish; the page shows its default instead.</summary>
    protected IReadOnlyList<string> Notices => address.Notices;

    protected CascadeReading Reading { get; private set; } = null!;

    protected Domain.Scorecards.Cascade Chain => Reading.Cascade;

    protected ChainAddress To => new(Chain.Year, AsOfText);

    /// <summary>The time that the page is seen from, as it is told above it.</summary>
    protected Viewpoint Viewpoint => Viewpoint.OfYear(Chain.Year, Plans.Today) with { AsOf = asOf };

    protected override async Task OnParametersSetAsync()
    {
        address.Clear();
        (YearText, var year) = address.Year(YearText);
        (AsOfText, asOf) = address.AsOf(AsOfText);
        Reading = await Chains.ReadAsync(year, asOf);
    }

    /// <summary>Reads on in the other years, newest first, until one has what is looked for; only where the address gives no year.</summary>
    protected async Task<T?> FindAsync<T>(Func<Domain.Scorecards.Cascade, T?> find)
        where T : class
    {
        var found = find(Chain);
        foreach (var year in YearText is null ? Reading.Years.Except([Chain.Year]).Reverse() : [])
        {
            if (found is not null)
            {
                break;
            }

            var other = await Chains.ReadAsync(year, asOf);
            found = find(other.Cascade);
            Reading = found is null ? Reading : other;
        }

        if (found is null)
        {
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
        }

        return found;
    }
}
