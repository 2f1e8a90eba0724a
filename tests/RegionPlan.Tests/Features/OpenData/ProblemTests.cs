using System.Net;
using System.Text.Json;

namespace RegionPlan.Tests.Features.OpenData;

public sealed class ProblemTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/goals?year=abc", "”abc” går inte att läsa som year. Ange ett år med fyra siffror")]
    [InlineData("/goals?year=", "Ange ett år med fyra siffror")]
    [InlineData("/goals?year=24", "Ange ett år med fyra siffror")]
    [InlineData("/goals?year=2023&year=2024", "Ange ett år med fyra siffror")]
    [InlineData("/measures.csv?year=abc", "Ange ett år med fyra siffror")]
    [InlineData("/measures/3.11?year=abc", "Ange ett år med fyra siffror")]
    [InlineData("/measures?asOf=igår", "”igår” går inte att läsa som asOf. Ange en dag")]
    [InlineData("/measures?asOf=2024-12-31T15:00+01:00", "ett plustecken skrivs %2B")]
    [InlineData("/measures?asOf=0001-01-01T00:00", "Ange en dag")]
    [InlineData("/measures?validOn=2024-02-30", "”2024-02-30” går inte att läsa som validOn. Ange en dag")]
    [InlineData("/measures/3.11/outcomes?validOn=x", "Ange en dag")]
    [InlineData("/plans?asOf=x", "Ange en dag")]
    [InlineData("/plans/2024-2026?validOn=x", "Ange en dag")]
    [InlineData("/goals?ar=2023", "Parametern ”ar” finns inte här. Använd")]
    [InlineData("/measures/3.11/outcomes?year=2024", "Parametern ”year” finns inte här.")]
    public async Task A_parameter_that_cannot_be_read_is_refused_with_how_to_mend_it(string path, string says) =>
        await Refused(path, HttpStatusCode.BadRequest, says);

    [Theory]
    [InlineData("/plans/1999-2001", "Det finns ingen regionplan ”1999-2001”. Ange en av 2024-2026")]
    [InlineData("/goals?plan=x", "Det finns ingen regionplan ”x”. Ange en av 2024-2026")]
    [InlineData("/measures?plan=", "Ange en av 2024-2026")]
    [InlineData("/measures/9.9", "Det finns inget mått ”9.9” i Regionplan 2024-2026.")]
    [InlineData("/measures/3.11?plan=2025-2027", "Det finns inget mått ”3.11” i Regionplan 2025-2027.")]
    [InlineData("/measures/9.9/outcomes.csv", "står i /api/v1/measures?plan=2024-2026")]
    [InlineData("/goals?asOf=2020-01-01", "Ange en senare tidpunkt i asOf")]
    [InlineData("/plans/2024-2026?asOf=2020-01-01", "Ange en senare tidpunkt i asOf")]
    [InlineData("/budgets?year=2024", "Under /api/v1 finns plans, goals, measures, organization, scorecards, activities, follow-ups, budget och economy")]
    public async Task What_does_not_exist_is_not_found_and_says_what_does(string path, string says) =>
        await Refused(path, HttpStatusCode.NotFound, says);

    [Fact]
    public async Task Long_input_is_not_repeated_in_full() =>
        await Refused("/goals?plan=" + new string('x', 500), HttpStatusCode.NotFound, $"”{new string('x', 40)}…”");

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Open_data_can_only_be_read(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/v1/goals", UriKind.Relative));
        using var response = await app.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_closed_application_answers_401_without_a_sign_in_page()
    {
        await using var closed = await TestApp.StartAsync(new() { ["Access:PublicReading"] = "false" });
        foreach (var path in new[] { "/plans", "/goals", "/measures.csv", "/measures/3.11", "/measures/3.11/outcomes", "/organization", "/scorecards", "/activities.csv", "/nothing" })
        {
            using var response = await closed.Get(path);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
            (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }
    }

    private async Task Refused(string path, HttpStatusCode status, string says)
    {
        using var response = await app.Get(path);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        JsonDocument.Parse(text).RootElement.Text("detail").ShouldNotBeNull().ShouldContain(says);
    }
}
