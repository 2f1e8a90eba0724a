using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.SignIn;

public sealed class SignInTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Wrong = "E-post eller lösenord stämmer inte. Kontrollera stavningen och försök igen.";
    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData("politiker@example.org")]
    [InlineData("  Politiker@Example.org ")]
    public async Task The_right_password_signs_in_and_the_name_stands_in_the_header(string email)
    {
        using var browser = new Browser(app);

        var answer = await browser.SignIn(email, Demo.Password);

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, "/"));
        (await browser.Open("/")).Document.QuerySelector(".rp-user-name").Words().ShouldBe("Politiker");
    }

    [Theory]
    [InlineData("politiker@example.org", "fel")]
    [InlineData("politiker@example.org", "")]
    [InlineData("politiker@example.org", "demo-2024!")]
    [InlineData("finns.inte@example.org", Demo.Password)]
    [InlineData("", "")]
    [InlineData("' OR 1=1 --", "' OR 1=1 --")]
    public async Task A_wrong_password_and_an_unknown_user_are_told_the_same_in_Swedish(string email, string password)
    {
        using var browser = new Browser(app);

        var answer = await browser.SignIn(email, password);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Document.QuerySelector("[role=alert]").Words().ShouldBe(Wrong);
        answer.Document.QuerySelector("#email")!.GetAttribute("aria-describedby").ShouldBe("fel");
        answer.Document.QuerySelector("#password")!.HasAttribute("value").ShouldBeFalse("a password is not sent back");
        (await browser.Open("/")).Document.QuerySelector(".rp-user-name").ShouldBeNull();
    }

    [Fact]
    public async Task A_field_left_out_or_overlong_is_a_wrong_password_and_no_failure()
    {
        using var browser = new Browser(app);
        var page = await browser.Open("/logga-in");

        foreach (var typed in new Dictionary<string, string?>[]
        {
            new() { ["email"] = null, ["password"] = null },
            new() { ["email"] = "politiker@example.org", ["password"] = null },
            new() { ["email"] = new string('x', 100_000), ["password"] = new string('y', 100_000) },
        })
        {
            (await browser.Submit(page, "sign-in", typed)).Document.QuerySelector("[role=alert]").Words().ShouldBe(Wrong);
        }
    }

    [Fact]
    public async Task An_address_typed_wrong_is_kept_and_shown_as_text()
    {
        using var browser = new Browser(app);

        var answer = await browser.SignIn("\"><script>alert(1)</script>", "x");

        answer.Document.QuerySelectorAll("script").ShouldAllBe(s => !s.TextContent.Contains("alert"));
        answer.Typed("email").ShouldBe("\"><script>alert(1)</script>");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var own = await Demo.StartAsync();
        using var browser = new Browser(own);
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            (await browser.SignIn("politiker@example.org", "fel")).Document.QuerySelector("[role=alert]").Words().ShouldBe(Wrong, $"attempt {attempt}");
        }

        await browser.SignIn("politiker@example.org", "fel");
        var answer = await browser.SignIn("politiker@example.org", Demo.Password);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Document.QuerySelector("[role=alert]").Words().ShouldBe(
            "Kontot är låst. Försök igen om 15 minuter, eller kontakta en administratör.");
        (await browser.SignIn("controller.hsf@example.org", Demo.Password)).Status.ShouldBe(HttpStatusCode.Redirect, "others are not locked");

        await using (var db = own.Db())
        {
            var user = await db.Users.SingleAsync(u => u.Email == "politiker@example.org");
            user.LockoutEnd.ShouldNotBeNull();
            user.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(-1);
            await db.SaveChangesAsync();
        }

        using var later = new Browser(own);
        (await later.SignIn("politiker@example.org", Demo.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_right_password_starts_the_count_anew()
    {
        await using var own = await Demo.StartAsync();
        using var browser = new Browser(own);
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            (await browser.SignIn("politiker@example.org", attempt % 4 == 0 ? Demo.Password : "fel")).Status
                .ShouldBe(attempt % 4 == 0 ? HttpStatusCode.Redirect : HttpStatusCode.OK, $"attempt {attempt}");
        }
    }

    [Theory]
    [InlineData("/utfall?period=2024-T1", "/utfall?period=2024-T1")]
    [InlineData("/matt/3.11#kalla", "/matt/3.11#kalla")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("HTTPS:evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData(" //evil.example", "/")]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    public async Task After_sign_in_one_comes_to_a_page_of_this_site(string back, string to)
    {
        using var browser = new Browser(app);

        var answer = await browser.SignIn("politiker@example.org", Demo.Password, "/logga-in?tillbaka=" + Uri.EscapeDataString(back));

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, to));
    }

    [Theory]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/\t\\evil.example")]
    public async Task A_return_address_with_control_characters_does_not_lead_away(string back)
    {
        using var browser = new Browser(app);

        var answer = await browser.SignIn("politiker@example.org", Demo.Password, "/logga-in?tillbaka=" + Uri.EscapeDataString(back));

        ((int)answer.Status).ShouldBeLessThan(500);
        var seenByBrowser = (answer.Location ?? "/").Replace("\t", "").Replace("\r", "").Replace("\n", "").Replace('\\', '/');
        seenByBrowser.ShouldStartWith("/");
        seenByBrowser.ShouldNotStartWith("//");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");
        (await browser.Open("/utfall")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await browser.Open("/logga-ut");

        var answer = await browser.Post("/logga-ut", Browser.Fields(page.Document.QuerySelector("main form")!), []);

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, "/"));
        (await browser.Open("/utfall")).Location.ShouldBe("/logga-in?tillbaka=%2Futfall");
        (await browser.Open("/")).Document.QuerySelector(".rp-user-name").ShouldBeNull();
    }

    [Fact]
    public async Task Signing_out_without_the_forms_token_asks_first()
    {
        using var browser = await Browser.SignedInAs(app, "controller.hsf");

        var answer = await browser.Post("/logga-ut", [], []);

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, "/logga-ut"));
        (await browser.Open("/utfall")).Status.ShouldBe(HttpStatusCode.OK, "another site cannot sign one out");
    }

    [Theory]
    [InlineData("")]
    [InlineData("påhittad")]
    public async Task A_post_without_the_forms_token_is_refused_and_explained(string token)
    {
        using var browser = new Browser(app);
        await browser.Open("/logga-in");

        var answer = await browser.Post("/logga-in", [], new()
        {
            ["_handler"] = "sign-in",
            ["email"] = "politiker@example.org",
            ["password"] = Demo.Password,
            ["__RequestVerificationToken"] = token.Length > 0 ? token : null,
        });

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.Redirect, "/for-gammal"));
        (await browser.Open("/for-gammal")).Document.QuerySelector("h1").Words().ShouldBe("Sidan hade varit öppen för länge");
        (await browser.Open("/")).Document.QuerySelector(".rp-user-name").ShouldBeNull();
    }

    [Fact]
    public async Task The_demo_users_are_listed_with_their_password_in_a_demonstration()
    {
        using var browser = new Browser(app);

        var listed = (await browser.Open("/logga-in")).Document.Section("Demoanvändare");

        listed.Words().ShouldContain("Lösenordet är Demo-2024! för alla.");
        listed.QuerySelectorAll("li").Length.ShouldBe(20);
    }
}
