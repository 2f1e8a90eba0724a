using System.ComponentModel;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The resources about the organisation, the decided styrkort and their activities. Drafts are never read here.</summary>
internal static class CascadeEndpoints
{
    internal static void MapCascade(this RouteGroupBuilder api)
    {
        api.MapList<PublishedUnit>("/organization", OrganizationAsync, new(
            "organization",
            "Organisationen",
            "Enheterna som de heter och ligger en dag; avvecklade ingår inte. Varje enhet före dem under den."));
        api.MapList<PublishedChange>("/organization/changes", ChangesAsync, new(
            "organizationChanges",
            "Ändringar av organisationen",
            "Beslutade ändringar i den ordning de registrerades, med berörda enheter före och efter och vem som tog över. CSV: en rad per berörd enhet."));
        api.MapList<PublishedScorecard>("/scorecards", ScorecardsAsync, new(
            "scorecards",
            "Årets beslutade styrkort",
            "Styrkorten med mål, koppling uppåt, mått och aktiviteter. CSV: en rad per mål."));
        api.MapOne<PublishedScorecard>("/scorecards/{unit}", ScorecardAsync, new(
            "scorecard", "En enhets beslutade styrkort", "Styrkortet med mål, koppling uppåt, mått och aktiviteter."));
        api.MapList<PublishedActivity>("/activities", ActivitiesAsync, new(
            "activities",
            "Årets aktiviteter",
            "Alla beslutade styrkorts aktiviteter med läge, kedjan upp till det övergripande målet och senaste anteckning."));
    }

    private static async Task<IResult> OrganizationAsync(
        HttpRequest request, [AsParameters] OrganizationQuery query, OrganizationReader organization, CancellationToken cancellation)
    {
        var (validOn, asOf) = query.Read();
        var tree = await organization.TreeAsync(validOn, asOf, cancellation);
        var units = PublishedUnit.AllOf(tree, asOf).ToList();
        return Answer.List(request, units, CsvTables.Units(units), "organisation");
    }

    private static async Task<IResult> ChangesAsync(
        HttpRequest request, [AsParameters] RecordedQuery query, OrganizationReader organization, CancellationToken cancellation)
    {
        var changes = await organization.ChangesAsync(query.Read(), cancellation);
        return Answer.List(request, changes, CsvTables.Changes(changes), "organisationsandringar");
    }

    private static async Task<IResult> ScorecardsAsync(
        HttpRequest request, [AsParameters] CascadeQuery query, CascadeReader chains, CancellationToken cancellation)
    {
        var (year, asOf) = query.Read();
        var reading = await chains.ReadAsync(year, asOf, cancellation);
        var scorecards = reading.Cascade.Scorecards.Select(s => PublishedScorecard.Of(s, reading, asOf)).ToList();
        return Answer.List(request, scorecards, CsvTables.Scorecards(scorecards), $"styrkort-{reading.Cascade.Year}");
    }

    private static async Task<IResult> ScorecardAsync(
        [Description(Meaning.Unit)] string unit, [AsParameters] CascadeQuery query, CascadeReader chains, CancellationToken cancellation)
    {
        var (year, asOf) = query.Read();
        var reading = await chains.ReadAsync(year, asOf, cancellation);
        return reading.Cascade.Scorecards.FirstOrDefault(s => s.Unit.Unit.Key == unit) is { } decided
            ? TypedResults.Ok(PublishedScorecard.Of(decided, reading, asOf))
            : throw (reading.Cascade.Tree.Find(unit) is { } branch
                ? Refusal.NotFound(
                    $"{branch.Name} har inget beslutat styrkort för {reading.Cascade.Year}. Ange ett annat år i year, eller en senare tidpunkt i asOf.")
                : Refusal.NotFound(
                    $"Det finns ingen enhet ”{Refusal.Shortened(unit)}” {reading.Cascade.Year}. Enheternas nycklar står i {OpenDataSetup.Root}/organization."));
    }

    private static async Task<IResult> ActivitiesAsync(
        HttpRequest request, [AsParameters] CascadeQuery query, CascadeReader chains, CancellationToken cancellation)
    {
        var (year, asOf) = query.Read();
        var chain = (await chains.ReadAsync(year, asOf, cancellation)).Cascade;
        var activities = chain.Activities.Select(a => PublishedActivity.Of(a, asOf)).ToList();
        return Answer.List(request, activities, CsvTables.Activities(activities), $"aktiviteter-{chain.Year}");
    }
}
