using System.Globalization;
using System.Net.Mail;

namespace RegionPlan.Web.Mail;

/// <summary>How e-mail is sent, from the section <c>Mail</c> of the configuration.</summary>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="StartTls">Whether the connection must be encrypted by STARTTLS; nothing is sent to a server that cannot.</param>
/// <param name="User">Whom to sign in as; null where the server asks for nothing.</param>
/// <param name="Password">The password that goes with it.</param>
/// <param name="From">Who the letters are from.</param>
/// <param name="Site">The site's own address, which links begin with.</param>
public sealed record MailSettings(string Host, int Port, bool StartTls, string? User, string? Password, MailAddress From, Uri Site)
{
    private const int SubmissionPort = 587;
    private const int RelayPort = 25;

    /// <summary>Reads the settings.</summary>
    /// <returns>Null where <c>Mail:Host</c> is empty: letters are then kept and not sent.</returns>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be.</exception>
    public static MailSettings? Of(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (mail["Host"]?.Trim() is not { Length: > 0 } host)
        {
            return null;
        }

        var startTls = Read(mail, "StartTls", true, bool.TryParse, "true or false");
        var port = Read(mail, "Port", startTls ? SubmissionPort : RelayPort, TryReadPort, "a number from 1 to 65535");
        var user = mail["User"] is { Length: > 0 } name ? name : null;
        if (user is not null && !startTls && host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw new InvalidOperationException("Mail:User needs Mail:StartTls: without it the password would be sent in the clear.");
        }

        return new(host, port, startTls, user, mail["Password"], ReadFrom(mail["From"]), ReadSite(mail["SiteAddress"]));
    }

    private static MailAddress ReadFrom(string? text) => MailAddress.TryCreate(text, out var from) && MailText.IsAddress(from.Address)
        ? from
        : throw new InvalidOperationException("Mail:From must be an e-mail address, such as regionplan@example.org or RegionPlan <regionplan@example.org>.");

    private static Uri ReadSite(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "https" or "http"
        ? site
        : throw new InvalidOperationException("Mail:SiteAddress must be the site's own address, such as https://regionplan.example.org.");

    private static T Read<T>(IConfigurationSection mail, string name, T usual, TryRead<T> read, string wanted) =>
        mail[name] is not { Length: > 0 } text ? usual
        : read(text, out var value) ? value
        : throw new InvalidOperationException($"Mail:{name} is '{text}'; it must be {wanted}.");

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= ushort.MaxValue;

    private delegate bool TryRead<T>(string text, out T value);
}

/// <summary>What the configuration says of e-mail; without settings nothing is sent.</summary>
public sealed record MailChoice(MailSettings? Settings);
