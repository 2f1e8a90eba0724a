using System.Net;

namespace RegionPlan.Tests.Mail;

/// <summary>Encryption and sign-in, and settings that cannot be.</summary>
public sealed class SecuredServerTests : IDisposable
{
    public void Dispose() => VouchFor(null);

    [MailServerFact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_neither_letter_nor_password()
    {
        using var server = SmtpServer.Started(isSecured: true);
        await using var app = await MailDesk.StartAsync(server);
        await app.Enqueue();

        (await app.Sender().SendAsync()).ShouldBe(0);
        (await app.Mail()).LastError.ShouldNotBeNull().ShouldContain("certificate");
        server.Letters.ShouldBeEmpty();
    }

    [MailServerFact]
    public async Task A_server_without_encryption_gets_nothing_where_encryption_is_wanted()
    {
        using var server = SmtpServer.Started();
        await using var app = await TestApp.StartAsync(new(server.Settings) { ["Mail:StartTls"] = "true" });
        await app.Enqueue();

        await app.Sender().SendAsync();
        server.Letters.ShouldBeEmpty();
    }

    [MailServerTheory]
    [InlineData(SmtpServer.Password, 1)]
    [InlineData("fel ord", 0)]
    public async Task A_letter_is_sent_encrypted_and_signed_in(string password, int sent)
    {
        VouchFor("CN=localhost");
        using var server = SmtpServer.Started(isSecured: true);
        await using var app = await TestApp.StartAsync(
            new(server.Settings) { ["Mail:Password"] = password },
            services: MailDesk.RemoveSender);
        await app.Enqueue();

        (await app.Sender().SendAsync()).ShouldBe(sent, (await app.Mail()).LastError);
        server.Letters.Count.ShouldBe(sent);
        server.Letters.ShouldAllBe(l => l.Encrypted && l.User == SmtpServer.User);
        (await app.Mail()).LastError?.ShouldNotContain(password);
    }

    /// <summary>Has this process trust a certificate that it otherwise would not.</summary>
    private static void VouchFor(string? subject) =>
#pragma warning disable SYSLIB0014 // For SmtpClient there is no other way.
        ServicePointManager.ServerCertificateValidationCallback = subject is null ? null : (_, certificate, _, _) => certificate?.Subject == subject;
#pragma warning restore SYSLIB0014
}
