using System.ComponentModel;
using Microsoft.Net.Http.Headers;
using RegionPlan.Domain.Assessment;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.OpenData;

/// <summary>The resources. Each reads what the pages read and publishes it; nothing is judged or counted here.</summary>
internal static class OpenDataEndpoints
{
    internal static void MapResources(this RouteGroupBuilder api)
    {
        api.MapList<PublishedPlan>("/plans", PlansAsync, new(
            "plans", "Alla regionplaner", "Planerna, äldst först, med gränser för bedömning, fokusområden och mål."));
        api.MapOne<PublishedPlan>("/plans/{id}", PlanAsync, new(
            "plan", "En regionplan", "Planen med gränser för bedömning, fokusområden och mål."));
        api.MapList<PublishedGoal>("/goals", GoalsAsync, new(
            "goals",
            "Planens övergripande mål",
            "Målen med bedömning för ett år, hur den räknats fram och hur mycket underlag som finns."));
        api.MapList<PublishedMeasure>("/measures", MeasuresAsync, new(
            "measures",
            "Planens mått",
            "Måtten med serier (delmått): målvärden, utfall, status med skäl, trend och väg kvar. CSV: en rad per serie."));
        api.MapOne<PublishedMeasure>("/measures/{code}", MeasureAsync, new(
            "measure",
            "Ett mått",
            "Måttet med sina serier (delmått): målvärden, årets utfall, status med skäl, trend och väg kvar."));
        api.MapList<PublishedOutcome>("/measures/{code}/outcomes", OutcomesAsync, new(
            "outcomes",
            "Ett måtts utfall",
            "Gällande utfall för alla serier och perioder. Rättade och återtagna värden ingår inte; asOf ger det som gällde då."));
        api.MapCascade();
        api.MapFollowUps();
        api.MapEconomy();
        api.Map("/{**other}", NoSuchResource).ExcludeFromDescription();
    }

    /// <summary>How a resource is told of.</summary>
    internal sealed record Words(string Name, string Summary, string Description);

    internal static void MapList<T>(this RouteGroupBuilder api, string path, Delegate read, Words words)
    {
        api.MapReading(path, read, words).Produces<IReadOnlyList<T>>(StatusCodes.Status200OK, Answer.Json, Answer.Csv);
        api.MapReading(path + Answer.CsvSuffix, read, words with { Name = words.Name + "Csv", Summary = words.Summary + " som CSV" })
            .Produces<string>(StatusCodes.Status200OK, Answer.Csv);
    }

    internal static void MapOne<T>(this RouteGroupBuilder api, string path, Delegate read, Words words) =>
        api.MapReading(path, read, words).Produces<T>();

    private static RouteHandlerBuilder MapReading(this RouteGroupBuilder api, string path, Delegate read, Words words)
    {
        api.MapMethods(path, [HttpMethods.Head], read).ExcludeFromDescription();
        return api.MapGet(path, read)
            .WithName(words.Name).WithSummary(words.Summary).WithDescription(words.Description)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> PlansAsync(
        HttpRequest request, [AsParameters] TimeQuery query, PlanReader plans, CancellationToken cancellation)
    {
        var choice = HoldingToday(query, plans);
        var all = new List<PublishedPlan>();
        foreach (var option in (await plans.ReadAsync(choice, cancellation)).Plans)
        {
            if ((await plans.ReadAsync(choice with { PlanKey = option.Key }, cancellation)).Plan is { } plan)
            {
                all.Add(PublishedPlan.Of(plan));
            }
        }

        return Answer.List(request, all, CsvTables.Plans(all), "regionplaner");
    }

    private static async Task<IResult> PlanAsync(
        [Description(Meaning.Id)] string id, [AsParameters] TimeQuery query, PlanReader plans, CancellationToken cancellation) =>
        TypedResults.Ok(PublishedPlan.Of(await PlanOf(plans, HoldingToday(query, plans) with { PlanKey = id }, cancellation)));

    private static async Task<IResult> GoalsAsync(
        HttpRequest request, [AsParameters] PlanYearQuery query, PlanReader plans, CancellationToken cancellation)
    {
        var plan = await PlanOf(plans, query.Read(), cancellation);
        var goals = plan.Goals.Select(g => PublishedGoal.Of(g, plan)).ToList();
        return Answer.List(request, goals, CsvTables.Goals(goals), $"mal-{plan.Plan.Key}-{plan.Viewpoint.Year}");
    }

    private static async Task<IResult> MeasuresAsync(
        HttpRequest request, [AsParameters] PlanYearQuery query, PlanReader plans, CancellationToken cancellation)
    {
        var plan = await PlanOf(plans, query.Read(), cancellation);
        var measures = plan.Measures.Select(m => PublishedMeasure.Of(m, plan)).ToList();
        return Answer.List(request, measures, CsvTables.Measures(measures), $"matt-{plan.Plan.Key}-{plan.Viewpoint.Year}");
    }

    private static async Task<IResult> MeasureAsync(
        [Description(Meaning.Code)] string code, [AsParameters] PlanYearQuery query, PlanReader plans, CancellationToken cancellation)
    {
        var plan = await PlanOf(plans, query.Read(), cancellation);
        return TypedResults.Ok(PublishedMeasure.Of(MeasureOf(plan, code), plan));
    }

    private static async Task<IResult> OutcomesAsync(
        [Description(Meaning.Code)] string code,
        HttpRequest request,
        [AsParameters] PlanQuery query,
        PlanReader plans,
        UnitNames units,
        CancellationToken cancellation)
    {
        var plan = await PlanOf(plans, query.Read(), cancellation);
        var measure = MeasureOf(plan, code);
        var unitName = await units.ReadAsync(plan.Viewpoint, cancellation);
        var outcomes = measure.Series.SelectMany(s => PublishedOutcome.AllOf(s, plan, unitName)).ToList();
        return Answer.List(request, outcomes, CsvTables.Outcomes(outcomes), $"utfall-{plan.Plan.Key}-{code}");
    }

    private static IResult NoSuchResource(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            throw Refusal.NotFound(
                $"Adressen finns inte. Under {OpenDataSetup.Root} finns plans, goals, measures, organization, scorecards, activities, follow-ups, budget och economy; allt beskrivs i {OpenDataDocument.Address}.");
        }

        context.Response.Headers[HeaderNames.Allow] = HttpMethods.Get;
        throw Refusal.NotAllowed($"Öppna data kan bara läsas. Fråga med GET; adresserna beskrivs i {OpenDataDocument.Address}.");
    }

    /// <summary>A plan itself has no year that is judged, so without a date it is told as it holds today.</summary>
    private static PlanChoice HoldingToday(TimeQuery query, PlanReader plans)
    {
        var choice = query.Read();
        return choice with { ValidOn = choice.ValidOn ?? plans.Today };
    }

    private static async Task<AssessedPlan> PlanOf(PlanReader plans, PlanChoice choice, CancellationToken cancellation)
    {
        var reading = await plans.ReadAsync(choice, cancellation);
        return reading.Plan ?? throw (choice.PlanKey is { } key && reading.Plans.All(p => p.Key != key)
            ? Refusal.NotFound(
                $"Det finns ingen regionplan ”{Refusal.Shortened(key)}”. Ange en av {string.Join(", ", reading.Plans.Select(p => p.Key))}.")
            : Refusal.NotFound("Regionplanen var inte registrerad vid den tidpunkten. Ange en senare tidpunkt i asOf, eller utelämna asOf."));
    }

    private static AssessedMeasure MeasureOf(AssessedPlan plan, string code) => plan.Measure(code) ?? throw Refusal.NotFound(
        $"Det finns inget mått ”{Refusal.Shortened(code)}” i {plan.Wording.Name}. "
        + $"Måttens nummer, till exempel 3.11, står i {OpenDataSetup.Root}/measures?plan={plan.Plan.Key}.");
}
