using System.Net;

namespace RegionPlan.Tests.Access;

/// <summary>Who may read without signing in, and who may open a circuit.</summary>
public sealed class CircuitAndReadingTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";
    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData("/utfall", "/logga-in?tillbaka=%2Futfall")]
    [InlineData("/utfall?period=2024-T1", "/logga-in?tillbaka=%2Futfall%3Fperiod%3D2024-T1")]
    [InlineData("/administration/plan", "/logga-in?tillbaka=%2Fadministration%2Fplan")]
    [InlineData("/administration/malvarde/2024-2026/3.11/total/kort/2024", "/logga-in?tillbaka=%2Fadministration%2Fmalvarde%2F2024-2026%2F3.11%2Ftotal%2Fkort%2F2024")]
    public async Task An_anonymous_visitor_of_a_page_to_write_on_is_sent_to_sign_in_and_back(string address, string to)
    {
        using var browser = new Browser(app);

        var answer = await browser.Open(address);

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, to));
        (await browser.SignIn("regiondirektor@example.org", Demo.Password, to)).Location.ShouldBe(address);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/matt/3.11")]
    [InlineData("/historik")]
    [InlineData("/logga-in")]
    [InlineData("/halsa")]
    public async Task Anyone_may_read(string address)
    {
        using var browser = new Browser(app);
        (await browser.Open(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("anonym", null, HttpStatusCode.Unauthorized)]
    [InlineData("anonym", "http://localhost", HttpStatusCode.Unauthorized)]
    [InlineData("controller.hsf", null, HttpStatusCode.OK)]
    [InlineData("controller.hsf", "http://localhost", HttpStatusCode.OK)]
    [InlineData("controller.hsf", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("controller.hsf", "http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("controller.hsf", "http://localhost:8080", HttpStatusCode.Forbidden)]
    [InlineData("controller.hsf", "null", HttpStatusCode.Forbidden)]
    public async Task Only_those_signed_in_on_this_site_get_a_circuit(string user, string? origin, HttpStatusCode expected)
    {
        using var browser = user == "anonym" ? new Browser(app) : await Browser.SignedInAs(app, user);
        foreach (var address in new[] { Negotiate, Negotiate.Replace("_blazor", "_BLAZOR", StringComparison.Ordinal) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            using var response = await browser.Client.SendAsync(request);

            response.StatusCode.ShouldBe(expected, address);
        }
    }

    [Fact]
    public async Task A_circuit_of_another_site_is_refused_when_it_is_opened_without_negotiation()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/_blazor?id=x", UriKind.Relative));
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await browser.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Where_reading_is_closed_everyone_signs_in_but_the_sign_in_page_has_its_looks()
    {
        await using var closed = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["Access:PublicReading"] = "false" });
        using var browser = new Browser(closed);

        (await browser.Open("/")).Location.ShouldBe("/logga-in?tillbaka=%2F");
        (await browser.Open("/matt/3.11?ar=2024")).Location.ShouldBe("/logga-in?tillbaka=%2Fmatt%2F3.11%3Far%3D2024");
        (await browser.Open("/historik")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Open("/halsa")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await browser.Open("/logga-in");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var styles = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).ToList();
        styles.ShouldNotBeEmpty();
        foreach (var style in styles)
        {
            (await browser.Open("/" + style.TrimStart('/'))).Status.ShouldBe(HttpStatusCode.OK, style);
        }

        (await browser.SignIn("politiker@example.org", Demo.Password)).Location.ShouldBe("/");
        (await browser.Open("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Where_reading_is_closed_an_address_that_does_not_exist_tells_nothing_and_does_not_fail()
    {
        await using var closed = await TestApp.StartAsync(new() { ["Access:PublicReading"] = "false" });
        using var browser = new Browser(closed);

        ((int)(await browser.Open("/finns-inte")).Status).ShouldBeInRange(300, 499);
    }

    [Fact]
    public async Task A_session_outlives_a_new_start()
    {
        await using var own = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["DataProtection:KeyFolder"] = Path.Combine(Path.GetTempPath(), "regionplan-keys-" + Guid.NewGuid().ToString("N")) });
        string cookie;
        using (var client = own.NewClient())
        {
            using var browser = new Browser(own);
            var page = await browser.Open("/logga-in");
            var fields = Browser.Fields(page.Document.QuerySelector("main form")!);
            (fields["email"], fields["password"]) = ("controller.hsf@example.org", Demo.Password);
            using var response = await browser.Client.PostAsync(new Uri("/logga-in", UriKind.Relative), new FormUrlEncodedContent(fields!));
            cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("regionplan=", StringComparison.Ordinal));
        }

        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        await own.RestartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/utfall", UriKind.Relative));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);

        using var answer = await own.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
