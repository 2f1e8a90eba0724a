using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Tests.Mail;

/// <summary>The outbox against a real mail server: sent once, tried again, never lost.</summary>
public sealed class SendingTests : IDisposable
{
    private const string NotSet = "Mail:Host is not set";

    private readonly SmtpServer server = new();

    public void Dispose() => server.Dispose();

    [MailServerFact]
    public async Task A_letter_is_sent_once()
    {
        server.Start();
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();

        (await app.Sender().SendAsync()).ShouldBe(1);
        (await app.Sender().SendAsync()).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromDays(30));
        (await app.Sender().SendAsync()).ShouldBe(0);

        var letter = server.Letters.ShouldHaveSingleItem();
        letter.To.ShouldBe(["controller.hsf@example.org"]);
        letter.From.ShouldBe("regionplan@example.org");
        var mail = await app.Mail();
        mail.Stage.ShouldBe(MailStage.Sent);
        mail.Attempts.ShouldBe(1);
        letter.Head("message-id").ShouldBe($"<{mail.Id:N}@example.org>");
        letter.Head("auto-submitted").ShouldBe("auto-generated");
    }

    [MailServerFact]
    public async Task Swedish_letters_signs_and_long_lines_come_through_in_heads_and_text()
    {
        server.Start();
        await using var app = await MailDesk.StartAsync(server);
        var subject = string.Concat(Enumerable.Repeat("Åäö 😀 ", 25)).Trim();
        var body = $"Räksmörgås på Öland, 50 % – ”citat” 😀\n.\n..punkt först\n{new string('å', 5000)}\nFrom här\n\nSista raden:";
        await app.Enqueue(subject: subject, body: body, name: "Åsa Öberg-Ärlig, chef");

        (await app.Sender().SendAsync()).ShouldBe(1);

        var letter = server.Letters.ShouldHaveSingleItem();
        letter.Head("subject").ShouldBe(subject);
        letter.Head("to").ShouldContain("Åsa Öberg-Ärlig, chef");
        letter.Head("from").ShouldBe("RegionPlan på Öland <regionplan@example.org>");
        letter.Body.ReplaceLineEndings("\n").ShouldBe(
            body + "\nhttps://plan.example.org/uppgifter\n\n-- \nBrevet är skickat av RegionPlan och går inte att svara på.\n");
        letter.Raw.All(c => c < 128).ShouldBeTrue();
        letter.Raw.Split("\r\n").ShouldAllBe(line => line.Length < 998);
    }

    [MailServerFact]
    public async Task A_letter_waits_while_the_server_is_down_and_is_sent_when_it_is_up()
    {
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();

        (await app.Sender().SendAsync()).ShouldBe(0);
        var waiting = await app.Mail();
        waiting.Stage.ShouldBe(MailStage.Waiting);
        waiting.LastError.ShouldNotBeNull().ShouldStartWith("Servern kunde inte nås");
        waiting.NextAttemptAt.ShouldBe(app.Clock.Now + TimeSpan.FromMinutes(1));

        server.Start();
        (await app.Sender().SendAsync()).ShouldBe(0, "its pause is not over");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Sender().SendAsync()).ShouldBe(1);
        server.Letters.ShouldHaveSingleItem();
        (await app.Mail()).LastError.ShouldBeNull();
    }

    [MailServerFact]
    public async Task While_the_server_is_down_one_letter_at_a_time_tries_it_so_that_the_rest_do_not_wait_long()
    {
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue("test/1");
        await app.Enqueue("test/2");
        await app.Enqueue("test/3");

        await app.Sender().SendAsync();
        (await app.Mails()).Sum(m => m.Attempts).ShouldBe(1);

        server.Start();
        (await app.Sender().SendAsync()).ShouldBe(2);
    }

    [MailServerFact]
    public async Task A_server_that_asks_to_try_later_gets_the_letter_later_and_the_others_now()
    {
        server.Start();
        server.AnswerOnce("DATA 451 4.3.0 Try again later");
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue("test/1");
        await app.Enqueue("test/2", "chef.hsf");

        (await app.Sender().SendAsync()).ShouldBe(1);
        var waiting = await app.Mail();
        waiting.LastError.ShouldNotBeNull().ShouldContain("451");
        waiting.LastError.ShouldContain("Try again later");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Sender().SendAsync()).ShouldBe(1);
        server.Letters.Select(l => l.To.Single()).ShouldBe(["chef.hsf@example.org", "controller.hsf@example.org"]);
    }

    [MailServerFact]
    public async Task An_address_that_the_server_refuses_is_given_up_with_what_it_said_and_the_others_are_sent()
    {
        server.Start();
        server.AnswerOnce("RCPT 550 5.1.1 No such user here");
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue("test/1");
        await app.Enqueue("test/2", "chef.hsf");

        (await app.Sender().SendAsync()).ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromDays(10));
        (await app.Sender().SendAsync()).ShouldBe(0);

        var refused = await app.Mail();
        refused.Stage.ShouldBe(MailStage.GivenUp);
        refused.LastError.ShouldNotBeNull().ShouldContain("550");
        refused.LastError.ShouldContain("No such user here");
        server.Letters.ShouldHaveSingleItem().To.ShouldBe(["chef.hsf@example.org"]);
    }

    [MailServerTheory]
    [InlineData("RCPT 451 4.7.1 Greylisted")]
    [InlineData("RCPT 450 4.2.1 Busy")]
    [InlineData("DATA 554 5.7.1 Looks like spam")]
    [InlineData("DATA 421 4.3.2 Shutting down")]
    public async Task Nothing_but_a_refused_address_is_given_up_at_once(string answer)
    {
        server.Start();
        server.AnswerOnce(answer);
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();

        (await app.Sender().SendAsync()).ShouldBe(0);
        (await app.Mail()).Stage.ShouldBe(MailStage.Waiting);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Sender().SendAsync()).ShouldBe(1);
        server.Letters.ShouldHaveSingleItem();
    }

    [MailServerFact]
    public async Task After_three_days_of_longer_and_longer_pauses_it_is_given_up_and_kept()
    {
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();
        var began = app.Clock.Now;
        List<TimeSpan> pauses = [];
        while (await app.Mail() is { Stage: MailStage.Waiting, NextAttemptAt: { } next })
        {
            pauses.Add(next - app.Clock.Now);
            app.Clock.Now = next;
            await app.Sender().SendAsync();
        }

        pauses[..5].ShouldBe([TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)]);
        pauses.ShouldBe(pauses.Order());
        (app.Clock.Now - began).ShouldBeInRange(TimeSpan.FromDays(2.5), TimeSpan.FromDays(3));
        var mail = await app.Mail();
        mail.Stage.ShouldBe(MailStage.GivenUp);
        mail.LastError.ShouldNotBeNull().ShouldStartWith("Servern kunde inte nås");
    }

    [MailServerFact]
    public async Task A_letter_that_was_not_sent_before_the_application_stopped_is_sent_when_it_runs_again()
    {
        var isSending = false;
        await using var app = await TestApp.StartAsync(server.Settings, services: all =>
        {
            if (!isSending)
            {
                all.RemoveSender();
            }
        });
        await app.Enqueue("test/waits");
        await app.Enqueue("test/was-being-sent", "chef.hsf");
        await app.TakeAndDie("test/was-being-sent");
        server.Start();
        app.Clock.Advance(OutgoingMail.Lease);

        isSending = true;
        await app.RestartAsync();

        await Until(() => server.Letters.Count == 2);
        server.Letters.Select(l => l.To.Single()).Order().ShouldBe(["chef.hsf@example.org", "controller.hsf@example.org"]);
    }

    [MailServerFact]
    public async Task Of_several_senders_at_once_one_sends()
    {
        server.Start();
        await using var app = await MailDesk.StartAsync(server);
        for (var i = 0; i < 5; i++)
        {
            await app.Enqueue($"test/{i}");
        }

        var senders = Enumerable.Range(0, 4).Select(_ =>
            new SendDueMail(
                app.Services.GetRequiredService<IDbContextFactory<RegionPlanDb>>(),
                app.Services.GetRequiredService<MailChoice>(),
                app.Clock,
                NullLogger<SendDueMail>.Instance));
        var sent = await Task.WhenAll(senders.Select(s => Task.Run(() => s.SendAsync())));

        sent.Sum().ShouldBe(5);
        server.Letters.Count.ShouldBe(5);
        server.Letters.Select(l => l.Head("message-id")).Distinct().Count().ShouldBe(5);
    }

    [MailServerFact]
    public async Task A_letter_that_another_is_sending_is_left_alone_until_its_time_is_over()
    {
        server.Start();
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();
        await app.TakeAndDie();

        (await app.Sender().SendAsync()).ShouldBe(0);
        app.Clock.Advance(OutgoingMail.Lease);
        (await app.Sender().SendAsync()).ShouldBe(1);
        (await app.Mail()).Attempts.ShouldBe(2);
    }

    [MailServerFact]
    public async Task Without_a_server_letters_are_kept_and_nothing_is_sent()
    {
        await using var app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true" });
        await app.Enqueue();

        (await app.Sender().SendAsync()).ShouldBe(0);
        var mail = await app.Mail();
        mail.Stage.ShouldBe(MailStage.Waiting);
        mail.Attempts.ShouldBe(0);
        await Until(() => ReadLog(app).Contains(NotSet, StringComparison.Ordinal));
        ReadLog(app).Split(NotSet).Length.ShouldBe(2);
    }

    private static string ReadLog(TestApp app)
    {
        using var file = new FileStream(
            Directory.GetFiles(Path.Combine(app.Folder, "logs")).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    /// <summary>Waits for what the application does by itself; the limit is only there for a test that fails.</summary>
    private static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 600 && !holds(); i++)
        {
            await Task.Delay(100);
        }
    }
}
