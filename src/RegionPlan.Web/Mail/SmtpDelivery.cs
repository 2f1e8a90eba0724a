using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace RegionPlan.Web.Mail;

/// <summary>What came of handing a letter to the mail server.</summary>
internal abstract record Delivery
{
    /// <summary>The server took it.</summary>
    internal sealed record Accepted : Delivery;

    /// <summary>The server said that there is no such recipient: trying again does not help.</summary>
    internal sealed record Refused(string Error) : Delivery;

    /// <summary>It was not taken, or nobody knows.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="IsServerAway">Whether the server did not answer, so that the next letter would fare no better.</param>
    internal sealed record Failed(string Error, bool IsServerAway) : Delivery;
}

/// <summary>Hands letters to the mail server over SMTP.</summary>
internal static class SmtpDelivery
{
    /// <summary>What a server may take for one letter; shorter than <see cref="OutgoingMail.Lease"/>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Sends one letter. Whatever goes wrong is told in the answer.</summary>
    internal static async Task<Delivery> DeliverAsync(OutgoingMail mail, MailSettings settings)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, UseDefaultCredentials = false };
            if (settings.User is { } user)
            {
                client.Credentials = new NetworkCredential(user, settings.Password);
            }

            using var message = MessageOf(mail, settings);
            await client.SendMailAsync(message, patience.Token);
            return new Delivery.Accepted();
        }
        catch (SmtpFailedRecipientException exception) when (IsForGood(exception.StatusCode))
        {
            return new Delivery.Refused(TextOf(exception));
        }
        catch (SmtpException exception)
        {
            return new Delivery.Failed(TextOf(exception), ConcernsEveryLetter(exception.StatusCode));
        }
        catch (OperationCanceledException)
        {
            return new Delivery.Failed("Servern svarade inte i tid.", IsServerAway: true);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or SocketException)
        {
            return new Delivery.Failed($"Servern kunde inte nås: {Innermost(exception).Message}", IsServerAway: true);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A letter that cannot be made into a message must not stop the others.
            return new Delivery.Failed($"{exception.GetType().Name}: {exception.Message}", IsServerAway: false);
        }
    }

    private static MailMessage MessageOf(OutgoingMail mail, MailSettings settings)
    {
        var message = new MailMessage(settings.From, new MailAddress(mail.ToAddress, mail.ToName, Utf8))
        {
            Subject = mail.Subject,
            SubjectEncoding = Utf8,
            HeadersEncoding = Utf8,
            Body = MailText.Whole(mail, settings.Site),
            BodyEncoding = Utf8,
            BodyTransferEncoding = TransferEncoding.Base64,
            IsBodyHtml = false,
        };

        // The same at every attempt, so that a second copy can be known as one.
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");

        // Keeps automatic answers away (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static bool IsForGood(SmtpStatusCode status) => (int)status is >= 500 and < 600;

    /// <summary>No answer, closing down, or sign-in and encryption that the server wants otherwise.</summary>
    private static bool ConcernsEveryLetter(SmtpStatusCode status) =>
        status == SmtpStatusCode.GeneralFailure || (int)status is 421 or 454 or (>= 530 and <= 538);

    private static string TextOf(SmtpException exception) => exception.StatusCode == SmtpStatusCode.GeneralFailure
        ? $"Servern kunde inte nås: {Innermost(exception).Message}"
        : string.Create(CultureInfo.InvariantCulture, $"Servern svarade {(int)exception.StatusCode}: {exception.Message}");

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
