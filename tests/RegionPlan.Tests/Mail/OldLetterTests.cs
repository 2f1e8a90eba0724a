using RegionPlan.Web.Mail;

namespace RegionPlan.Tests.Mail;

/// <summary>How long letters are kept.</summary>
public sealed class OldLetterTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Seed:Demo"] = "true",
        ["Mail:Host"] = "localhost",
        ["Mail:Port"] = "1",
        ["Mail:StartTls"] = "false",
        ["Mail:From"] = "regionplan@example.org",
        ["Mail:SiteAddress"] = "https://plan.example.org/",
    };

    [Fact]
    public async Task A_letter_is_removed_400_days_after_it_was_sent_and_one_that_was_not_sent_stays()
    {
        await using var app = await TestApp.StartAsync(Settings, services: MailDesk.RemoveSender);
        await app.Enqueue("test/sent");
        await app.Enqueue("test/given-up");
        await app.Enqueue("test/waiting");
        await Change(app, "test/sent", m => m.MarkSent(app.Clock.Now));
        await Change(app, "test/given-up", m => m.GiveUp("Fel", app.Clock.Now));

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Enqueue("test/sent-later");
        await Change(app, "test/sent-later", m => m.MarkSent(app.Clock.Now));
        app.Clock.Advance(TimeSpan.FromDays(397));
        await app.Sender().SendAsync();
        (await Keys(app)).ShouldBe(["test/given-up", "test/sent", "test/sent-later", "test/waiting"]);

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Sender().SendAsync();
        (await Keys(app)).ShouldBe(["test/given-up", "test/sent-later", "test/waiting"]);
    }

    private static async Task<IEnumerable<string>> Keys(TestApp app) => (await app.Mails()).Select(m => m.Key).Order(StringComparer.Ordinal);

    private static async Task Change(TestApp app, string key, Action<OutgoingMail> change)
    {
        await using var db = app.Db();
        change(db.Set<OutgoingMail>().Single(m => m.Key == key));
        await db.SaveChangesAsync();
    }
}
