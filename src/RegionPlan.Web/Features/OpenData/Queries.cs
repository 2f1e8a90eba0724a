using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>What each parameter means, as the description of the API tells it.</summary>
internal static class Meaning
{
    internal const string Id = "Regionplanens år, till exempel 2024-2026.";
    internal const string Code = "Måttets nummer i planen, till exempel 3.11.";
    internal const string Plan = "Regionplanens år, till exempel 2024-2026. Utelämnad: den plan som sidorna visar för året.";
    internal const string Year = "Året som bedöms, till exempel 2024. Utelämnat: det senaste året med både målvärden och utfall.";

    internal const string Unit = "Enhetens nyckel, till exempel folktandvarden. Nycklarna står i /organization.";
    internal const string ScorecardYear =
        "Styrkortens år, till exempel 2025. Utelämnat: det senaste året, till och med i år, som har beslutade styrkort.";

    internal const string FollowUpYear =
        "Året som följs upp, till exempel 2026. Utelämnat: det senaste året, till och med i år, som är upplagt.";

    internal const string EconomyYear =
        "Året, till exempel 2025. Utelämnat: det senaste året, till och med i år, som det finns belopp för.";

    internal const string OrganizationValidOn =
        "Dagen som organisationen ska gälla, till exempel 2025-07-01. Utelämnad: i dag, eller dagen i asOf när den är tidigare.";

    internal const string AsOf =
        "Bara det som var registrerat då: en dag (2024-12-31, hela dagen) eller en tidpunkt (2024-12-31T15:00Z). Utelämnad: allt registrerat.";

    internal const string ValidOn =
        "Dagen som definitioner, målvärden och organisation ska gälla, till exempel 2024-12-31. Utelämnad: årets sista dag; för /plans i dag.";
}

/// <summary>The two time axes.</summary>
/// <remarks>Properties rather than positional parameters: the description of the API cannot read attributes on the latter.</remarks>
internal record TimeQuery
{
    [FromQuery(Name = "asOf")]
    [Description(Meaning.AsOf)]
    public string? AsOf { get; init; }

    [FromQuery(Name = "validOn")]
    [Description(Meaning.ValidOn)]
    public string? ValidOn { get; init; }

    internal virtual PlanChoice Read() => new(AsOf: Given.Time("asOf", AsOf), ValidOn: Given.Day("validOn", ValidOn));
}

/// <summary>A plan and the two time axes.</summary>
internal record PlanQuery : TimeQuery
{
    [FromQuery(Name = "plan")]
    [Description(Meaning.Plan)]
    public string? Plan { get; init; }

    internal override PlanChoice Read() => base.Read() with { PlanKey = Plan };
}

/// <summary>A plan, the year it is judged for and the two time axes.</summary>
internal sealed record PlanYearQuery : PlanQuery
{
    [FromQuery(Name = "year")]
    [Description(Meaning.Year)]
    public string? Year { get; init; }

    internal override PlanChoice Read() => base.Read() with { Year = Given.Year("year", Year) };
}

/// <summary>What was recorded by a time.</summary>
internal sealed record RecordedQuery
{
    [FromQuery(Name = "asOf")]
    [Description(Meaning.AsOf)]
    public string? AsOf { get; init; }

    internal DateTimeOffset? Read() => Given.Time("asOf", AsOf);
}

/// <summary>The day that the organisation is told for, and what was recorded by a time.</summary>
internal sealed record OrganizationQuery
{
    [FromQuery(Name = "validOn")]
    [Description(Meaning.OrganizationValidOn)]
    public string? ValidOn { get; init; }

    [FromQuery(Name = "asOf")]
    [Description(Meaning.AsOf)]
    public string? AsOf { get; init; }

    internal (DateOnly? ValidOn, DateTimeOffset? AsOf) Read() => (Given.Day("validOn", ValidOn), Given.Time("asOf", AsOf));
}

/// <summary>A year that is followed up, as it was planned by a time.</summary>
internal sealed record FollowUpQuery
{
    [FromQuery(Name = "year")]
    [Description(Meaning.FollowUpYear)]
    public string? Year { get; init; }

    [FromQuery(Name = "asOf")]
    [Description(Meaning.AsOf)]
    public string? AsOf { get; init; }

    internal (int? Year, DateTimeOffset? AsOf) Read() => (Given.Year("year", Year), Given.Time("asOf", AsOf));
}

/// <summary>A year's economy, and what was recorded by a time.</summary>
internal sealed record EconomyQuery
{
    [FromQuery(Name = "year")]
    [Description(Meaning.EconomyYear)]
    public string? Year { get; init; }

    [FromQuery(Name = "asOf")]
    [Description(Meaning.AsOf)]
    public string? AsOf { get; init; }

    internal (int? Year, DateTimeOffset? AsOf) Read() => (Given.Year("year", Year), Given.Time("asOf", AsOf));
}

/// <summary>The year of the styrkort, and what was recorded by a time.</summary>
internal sealed record CascadeQuery
{
    [FromQuery(Name = "year")]
    [Description(Meaning.ScorecardYear)]
    public string? Year { get; init; }

    [FromQuery(Name = "asOf")]
    [Description(Meaning.AsOf)]
    public string? AsOf { get; init; }

    internal (int? Year, DateTimeOffset? AsOf) Read() => (Given.Year("year", Year), Given.Time("asOf", AsOf));
}

/// <summary>Reads what was given; what was given and cannot be read is refused, never replaced by a default.</summary>
file static class Given
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;

    internal static int? Year(string name, string? text) => text is null
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestYear and <= LatestYear
            ? year
            : throw Unreadable(name, text, $"Ange ett år med fyra siffror, {EarliestYear} till {LatestYear}, till exempel {name}=2024.");

    internal static DateTimeOffset? Time(string name, string? text) => text is null
        ? null
        : TimeAxes.TryReadAsOf(text, out var asOf)
            ? asOf
            : throw Unreadable(
                name, text, $"Ange en dag ({name}=2024-12-31) eller en tidpunkt ({name}=2024-12-31T15:00Z); ett plustecken skrivs %2B i adressen.");

    internal static DateOnly? Day(string name, string? text) => text is null
        ? null
        : TimeAxes.TryReadValidOn(text, out var day)
            ? day
            : throw Unreadable(name, text, $"Ange en dag, till exempel {name}=2024-12-31.");

    private static Refusal Unreadable(string name, string text, string mend) =>
        Refusal.BadRequest($"”{Refusal.Shortened(text)}” går inte att läsa som {name}. {mend}");
}

/// <summary>Refuses parameters that the resource does not have, so that a misspelt one is not taken for one left out.</summary>
internal static class KnownParameters
{
    internal static EndpointFilterDelegate Check(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var known = route.MethodInfo.GetParameters()
            .Where(p => p.IsDefined(typeof(AsParametersAttribute)))
            .SelectMany(p => NamesIn(p.ParameterType))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return known.Count == 0
            ? next
            : context => context.HttpContext.Request.Query.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown
                ? throw Refusal.BadRequest(
                    $"Parametern ”{Refusal.Shortened(unknown)}” finns inte här. Använd {string.Join(", ", known)} eller ta bort den.")
                : next(context);
    }

    private static IEnumerable<string> NamesIn(Type query) =>
        query.GetProperties().Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>();
}
