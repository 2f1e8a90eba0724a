using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Administration.Mail;

namespace RegionPlan.Tests.Mail;

/// <summary>What an administrator sees of the outbox, and the buttons that try again.</summary>
public sealed class OutboxPageTests
{
    private const string Path = "/administration/epost";

    [MailServerFact]
    public async Task Only_administrators_see_who_is_written_to_and_only_they_try_again()
    {
        await using var app = await MailDesk.StartAsync(null);
        var id = await app.Enqueue();
        foreach (var user in new[] { "politiker", "controller.hsf", "chef.hsf", "revisor", "regiondirektor" })
        {
            using var browser = await Browser.SignedInAs(app, user);
            var answer = await browser.Open(Path);
            answer.Status.ShouldBe(HttpStatusCode.Forbidden, user);
            answer.Html.ShouldNotContain("controller.hsf@example.org</a>");
            var retry = app.Services.GetRequiredService<RetryMail>();
            var principal = await app.As(user);
            await Should.ThrowAsync<AccessRefused>(() => retry.RetryAsync(principal, id));
            await Should.ThrowAsync<AccessRefused>(() => retry.RetryAllAsync(principal));
        }

        (await app.Client.GetAsync(new Uri(Path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Should.ThrowAsync<AccessRefused>(() => app.Services.GetRequiredService<RetryMail>().RetryAllAsync(Demo.Anonymous));
    }

    [MailServerFact]
    public async Task Without_a_server_the_page_says_so_and_how_many_letters_wait()
    {
        await using var app = await MailDesk.StartAsync(null);
        using var browser = await Browser.SignedInAs(app, "admin");
        (await browser.Open(Path)).Document.QuerySelector("[data-color=warning]").Words().ShouldContain("E-post är inte inställd; 0 brev väntar.");

        await app.Enqueue(subject: "<script>alert(1)</script>");
        var page = (await browser.Open(Path)).Document;
        page.QuerySelector("[data-color=warning]").Words().ShouldContain("E-post är inte inställd; 1 brev väntar.");
        page.QuerySelector("main tbody tr").Words().ShouldContain("<script>alert(1)</script>");
        page.QuerySelectorAll("main form:not([hidden])").ShouldBeEmpty();
    }

    [MailServerFact]
    public async Task A_refused_letter_stands_with_the_error_and_goes_to_the_users_new_address_when_tried_again()
    {
        using var server = SmtpServer.Started();
        server.AnswerOnce("RCPT 550 5.1.1 No such user here");
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();
        await app.Sender().SendAsync();
        await Readdress(app, "controller.hsf", "ny.adress@example.org");

        using var browser = await Browser.SignedInAs(app, "admin");
        var page = await browser.Open(Path);
        page.Document.QuerySelector(".rp-counts").Words().ShouldBe("0 väntar 1 gick inte att skicka 0 skickade");
        var row = page.Document.QuerySelector("section[aria-labelledby=misslyckade] tbody tr")!;
        row.Words().ShouldContain("550");
        row.Words().ShouldContain("No such user here");

        var answer = await browser.Submit(page, "retry", new() { ["mail"] = row.QuerySelector("button")!.GetAttribute("value") });
        answer.Location.ShouldBe(Path + "?igen=1");
        (await browser.Open(answer.Location!)).Document.QuerySelector("[role=status]").Words().ShouldStartWith("1 brev försöks igen.");
        (await app.Sender().SendAsync()).ShouldBe(1);
        server.Letters.ShouldHaveSingleItem().To.ShouldBe(["ny.adress@example.org"]);

        (await browser.Submit(page, "retry", new() { ["mail"] = row.QuerySelector("button")!.GetAttribute("value") }))
            .Errors.ShouldBe(["Brevet är redan skickat. Ladda om sidan."]);
        (await browser.Submit(page, "retry", new() { ["mail"] = "ingenting" })).Errors.ShouldBe(["Brevet finns inte. Ladda om sidan."]);
        (await browser.Open(Path)).Document.QuerySelector(".rp-counts").Words().ShouldBe("0 väntar 0 gick inte att skicka 1 skickade");
    }

    [MailServerFact]
    public async Task All_can_be_tried_at_once_but_for_those_that_are_being_sent_or_have_no_fit_address()
    {
        using var server = SmtpServer.Started();
        server.AnswerOnce("DATA 451 4.3.0 Try later");
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue("test/waits");
        await app.Sender().SendAsync();
        await app.Enqueue("test/bad", "chef.hsf", address: "ingen adress");
        await app.Enqueue("test/hopeless", "revisor", address: "ingen adress");
        await Readdress(app, "revisor", "fortfarande ingen");
        await app.Enqueue("test/taken", "politiker");
        await app.TakeAndDie("test/taken");

        using var browser = await Browser.SignedInAs(app, "admin");
        var page = await browser.Open(Path);
        (await browser.Submit(page, "retry-all", [])).Location.ShouldBe(Path + "?igen=2");
        (await app.Sender().SendAsync()).ShouldBe(2);
        server.Letters.Select(l => l.To.Single()).Order().ShouldBe(["chef.hsf@example.org", "controller.hsf@example.org"]);
        (await browser.Submit(page, "retry-all", [])).Errors.ShouldHaveSingleItem().ShouldStartWith("Inget brev kan försökas igen");
        var retry = app.Services.GetRequiredService<RetryMail>();
        var admin = await app.As("admin");
        var taken = (await app.Mail("test/taken")).Id;
        var hopeless = (await app.Mail("test/hopeless")).Id;
        (await Should.ThrowAsync<RuleViolation>(() => retry.RetryAsync(admin, taken))).Message.ShouldStartWith("Brevet skickas just nu");
        (await Should.ThrowAsync<RuleViolation>(() => retry.RetryAsync(admin, hopeless))).Message.ShouldContain("Rätta den först");
    }

    private static async Task Readdress(TestApp app, string user, string address)
    {
        var id = (await app.User(user)).Id;
        await using var db = app.Db();
        (await db.Users.SingleAsync(u => u.Id == id)).Email = address;
        await db.SaveChangesAsync();
    }
}
