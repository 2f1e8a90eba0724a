using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Mail;

namespace RegionPlan.Tests.Mail;

/// <summary>An application that sends through a mail server only when the test says so, and its outbox.</summary>
internal static class MailDesk
{
    internal const string Subject = "Åter för ändring: Delårsrapport tertial 2, Öländska enheten";

    /// <param name="server">The mail server; null for an application without one.</param>
    internal static Task<TestApp> StartAsync(SmtpServer? server) => TestApp.StartAsync(
        server?.Settings ?? new() { ["Seed:Demo"] = "true" }, services: RemoveSender);

    /// <summary>Takes away what looks into the outbox by itself.</summary>
    internal static void RemoveSender(this IServiceCollection all) => all.Remove(all.Single(d => d.ImplementationType == typeof(MailSender)));

    internal static SendDueMail Sender(this TestApp app) => app.Services.GetRequiredService<SendDueMail>();

    /// <summary>Puts a letter to a demo user in the outbox, as a write does.</summary>
    internal static async Task<Guid> Enqueue(
        this TestApp app, string key = "test/1", string user = "controller.hsf", string? address = null, string? subject = null, string? name = null, string body = "Hej!")
    {
        var to = await app.User(user);
        await using var db = app.Db();
        await Outbox.EnqueueAsync(
            db, new(key, new(to.Id, address ?? to.Email!, name ?? to.DisplayName), subject ?? Subject, body, "/uppgifter"), app.Clock.Now);
        await db.SaveChangesAsync();
        return (await app.Mail(key)).Id;
    }

    internal static async Task<OutgoingMail> Mail(this TestApp app, string key = "test/1")
    {
        await using var db = app.Db();
        return await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(m => m.Key == key);
    }

    internal static async Task<List<OutgoingMail>> Mails(this TestApp app)
    {
        await using var db = app.Db();
        return await db.Set<OutgoingMail>().AsNoTracking().OrderBy(m => m.ToAddress).ToListAsync();
    }

    /// <summary>Leaves a letter as a sender does that dies while sending it.</summary>
    internal static async Task TakeAndDie(this TestApp app, string key = "test/1")
    {
        await using var db = app.Db();
        (await db.Set<OutgoingMail>().SingleAsync(m => m.Key == key)).Take(app.Clock.Now);
        await db.SaveChangesAsync();
    }
}
