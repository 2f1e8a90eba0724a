using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Tests.Mail;

/// <summary>What is put in the outbox, and what is not.</summary>
public sealed class OutboxTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private TestApp App => demo.App;

    [MailServerFact]
    public async Task A_letter_is_gone_with_the_transaction_that_it_was_written_in()
    {
        await using (var db = App.Db())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await Outbox.EnqueueAsync(db, await Letter("test/rolled-back"), App.Clock.Now)).ShouldBeTrue();
            await db.SaveChangesAsync();
            (await db.Set<OutgoingMail>().CountAsync(m => m.Key == "test/rolled-back")).ShouldBe(1);
            await transaction.RollbackAsync();
        }

        await using var after = App.Db();
        (await after.Set<OutgoingMail>().CountAsync(m => m.Key == "test/rolled-back")).ShouldBe(0);
    }

    [MailServerFact]
    public async Task There_is_one_letter_of_each_key()
    {
        await using (var db = App.Db())
        {
            (await Outbox.EnqueueAsync(db, await Letter("test/same"), App.Clock.Now)).ShouldBeTrue();
            (await Outbox.EnqueueAsync(db, await Letter("test/same"), App.Clock.Now)).ShouldBeFalse();
            await db.SaveChangesAsync();
        }

        await using var again = App.Db();
        (await Outbox.EnqueueAsync(again, await Letter("test/same"), App.Clock.Now)).ShouldBeFalse();
        again.Set<OutgoingMail>().Add(new(await Letter("test/same"), App.Clock.Now));
        (await Should.ThrowAsync<DbUpdateException>(() => again.SaveChangesAsync())).IsTakenByAnother().ShouldBeTrue();
    }

    [MailServerTheory]
    [InlineData("")]
    [InlineData("utan-snabel-a")]
    [InlineData("två@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("Namn <a@example.org>")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org\nRCPT TO:<b@example.org>")]
    [InlineData("\"a b\"@example.org")]
    public async Task An_address_that_is_none_is_kept_as_given_up_and_never_sent(string address)
    {
        var key = $"test/address/{address.GetHashCode(StringComparison.Ordinal)}";
        await App.Enqueue(key, address: address);

        var mail = await App.Mail(key);
        mail.Stage.ShouldBe(MailStage.GivenUp);
        mail.LastError.ShouldNotBeNull().ShouldStartWith("Adressen går inte att skicka till");
    }

    [MailServerTheory]
    [InlineData("a@example.org")]
    [InlineData("fornamn.efternamn+plan@sub.region-kalmar.example.org")]
    public void A_plain_address_can_be_sent_to(string address) => OutgoingMail.CanBeSentTo(address).ShouldBeTrue();

    [MailServerFact]
    public async Task Line_ends_in_a_subject_or_a_name_make_no_heads_of_their_own()
    {
        using var server = SmtpServer.Started();
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue(subject: "Hej\r\nBcc: b@example.org\r\n\r\nText", name: "Namn\nBcc: c@example.org", body: "Hej\r\n.\r\nMAIL FROM:<d@example.org>");

        (await app.Sender().SendAsync()).ShouldBe(1);
        var letter = server.Letters.ShouldHaveSingleItem();
        letter.To.ShouldBe(["controller.hsf@example.org"]);
        letter.Head("subject").ShouldBe("Hej Bcc: b@example.org Text");
        letter.Heads.Select(h => h[0]).ShouldNotContain("bcc");
        letter.Body.ShouldContain("MAIL FROM:<d@example.org>");
    }

    [MailServerFact]
    public async Task Far_too_long_texts_are_cut_and_the_letter_still_leaves()
    {
        using var server = SmtpServer.Started();
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue(subject: string.Concat(Enumerable.Repeat("😀", 2000)), name: new string('å', 2000));

        (await app.Sender().SendAsync()).ShouldBe(1, (await app.Mail()).LastError);
        server.Letters.ShouldHaveSingleItem().Head("subject").ShouldBe(string.Concat(Enumerable.Repeat("😀", 100)));
    }

    private async Task<Letter> Letter(string key)
    {
        var to = await App.User("controller.hsf");
        return new(key, new(to.Id, to.Email!, to.DisplayName), MailDesk.Subject, "Hej!", "/uppgifter");
    }
}
