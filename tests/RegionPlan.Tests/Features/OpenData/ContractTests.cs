using System.Text.Json;

namespace RegionPlan.Tests.Features.OpenData;

/// <summary>What callers rely on beside the figures.</summary>
public sealed class ContractTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Lists = ["/plans", "/goals", "/measures", "/measures/3.11/outcomes", "/organization", "/budget", "/economy"];
    private static readonly string[] Single = ["/plans/2024-2026", "/measures/3.11"];

    [Fact]
    public async Task Every_property_is_in_camel_case()
    {
        foreach (var path in Lists.Concat(Single))
        {
            PropertiesIn(await app.Json(path)).Distinct().ShouldAllBe(name => char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetter));
        }
    }

    [Fact]
    public async Task Swedish_letters_are_not_escaped()
    {
        using var response = await app.Get("/plans");

        (await response.Content.ReadAsStringAsync()).ShouldContain("Nöjda invånare");
    }

    [Fact]
    public async Task No_person_and_no_motivation_is_published()
    {
        foreach (var path in Lists.Concat(Single).Concat(Lists.Select(l => l + ".csv")))
        {
            using var response = await app.Get(path);
            var text = await response.Content.ReadAsStringAsync();
            text.ShouldNotContain("Grunddata:", Case.Insensitive, $"{path} tells who recorded");
            text.ShouldNotContain("recordedBy", Case.Insensitive, path);
            text.ShouldNotContain("userId", Case.Insensitive, path);
        }
    }

    [Fact]
    public async Task Any_site_may_read_from_a_browser()
    {
        using var response = await app.Get("/measures");

        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    [InlineData("DELETE", false)]
    public async Task Browsers_are_let_through_for_reading_only(string method, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri("/api/v1/goals", UriKind.Relative));
        request.Headers.Add("Origin", "https://exempel.se");
        request.Headers.Add("Access-Control-Request-Method", method);
        using var response = await app.Client.SendAsync(request);

        var methods = response.Headers.TryGetValues("Access-Control-Allow-Methods", out var values) ? string.Join(",", values) : "";
        methods.Contains(method, StringComparison.Ordinal).ShouldBe(allowed);
    }

    [Fact]
    public async Task A_list_can_be_asked_for_its_headers_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/api/v1/measures.csv", UriKind.Relative));
        using var response = await app.Client.SendAsync(request);

        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Fact]
    public async Task Pages_are_not_open_to_other_sites()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("Origin", "https://exempel.se");
        using var response = await app.Client.SendAsync(request);

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task The_description_lists_every_path_with_words_and_parameters()
    {
        var document = await Description();
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        string[] expected =
        [
            "/plans", "/plans.csv", "/plans/{id}", "/goals", "/goals.csv", "/measures", "/measures.csv",
            "/measures/{code}", "/measures/{code}/outcomes", "/measures/{code}/outcomes.csv",
            "/organization", "/organization.csv", "/organization/changes", "/organization/changes.csv", "/scorecards", "/scorecards.csv",
            "/scorecards/{unit}", "/activities", "/activities.csv", "/follow-ups", "/follow-ups.csv", "/budget", "/budget.csv", "/economy", "/economy.csv",
        ];

        paths.Select(p => p.Name).ShouldBe(expected.Select(p => "/api/v1" + p), ignoreOrder: true);
        document.GetProperty("info").Text("title").ShouldBe("RegionPlan, öppna data");
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()))
        {
            operation.Name.ShouldBe("get");
            operation.Value.Text("summary").ShouldNotBeNullOrEmpty();
            operation.Value.GetProperty("parameters").EnumerateArray().ShouldAllBe(p => p.Text("description") != "");
        }
    }

    [Fact]
    public async Task Every_described_property_of_every_schema_says_what_it_is()
    {
        var silent =
            from schema in (await Description()).GetProperty("components").GetProperty("schemas").EnumerateObject()
            where schema.Name.StartsWith("Published", StringComparison.Ordinal) && schema.Value.TryGetProperty("properties", out _)
            from property in schema.Value.GetProperty("properties").EnumerateObject()
            where property.Name != "kind" && !property.Value.GetRawText().Contains("\"description\"", StringComparison.Ordinal)
            select $"{schema.Name}.{property.Name}";

        silent.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_reason_is_described_as_one_of_three_kinds()
    {
        var reason = (await Description()).GetProperty("components").GetProperty("schemas").GetProperty("PublishedReason");

        reason.GetProperty("discriminator").Text("propertyName").ShouldBe("kind");
        reason.GetProperty("discriminator").GetProperty("mapping").EnumerateObject().Select(m => m.Name)
            .ShouldBe(["compared", "withoutTarget", "withoutOutcome"]);
    }

    [Fact]
    public async Task Each_kind_of_reason_carries_its_own_fields()
    {
        var reasons = ApiCalls.SeriesOf(await app.Json("/measures?year=2024")).Select(s => s.Series.GetProperty("reason")).ToList();

        reasons.First(r => r.Text("kind") == "withoutTarget").EnumerateObject().Select(p => p.Name).ShouldBe(["kind", "reason", "outcome"]);
        reasons.First(r => r.Text("kind") == "withoutOutcome").EnumerateObject().Select(p => p.Name)
            .ShouldBe(["kind", "reason", "target", "latestOlder"]);
    }

    private async Task<JsonElement> Description() =>
        JsonDocument.Parse(await app.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;

    private static IEnumerable<string> PropertiesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => PropertiesIn(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(PropertiesIn),
        _ => [],
    };
}
