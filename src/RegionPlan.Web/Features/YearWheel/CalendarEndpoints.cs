using System.Text;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>The calendars, for programs that subscribe to them.</summary>
internal static class CalendarEndpoints
{
    private const string NoSuchUnit = "Det finns ingen sådan enhet. Välj enheten i årshjulet och kopiera adressen på nytt.";
    private const string NoSuchFeed = "Adressen gäller inte längre. Logga in, öppna årshjulet och kopiera den på nytt.";

    internal static void MapCalendars(this WebApplication app)
    {
        app.MapMethods("/arshjul.ics", [HttpMethods.Get, HttpMethods.Head], async (HttpRequest request, string? enhet, CalendarQuery query) =>
            Answer(await query.OfUnitAsync(enhet, SiteOf(request)), NoSuchUnit)).ExcludeFromDescription();
        app.MapMethods(PersonalFeed.Path + "{token}.ics", [HttpMethods.Get, HttpMethods.Head], async (HttpResponse response, HttpRequest request, string token, PersonalFeed feed) =>
        {
            response.Headers.CacheControl = "private, no-store";
            return Answer(await feed.OpenAsync(token, SiteOf(request)), NoSuchFeed);
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    private static IResult Answer(Calendar? calendar, string notThere) => calendar is null
        ? Results.Text(notThere, "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound)
        : Results.Text(CalendarText.Write(calendar.Name, calendar.Events), "text/calendar; charset=utf-8", Encoding.UTF8);
}
