using System.Net.Mail;
using System.Text;

namespace RegionPlan.Web.Mail;

/// <summary>What may stand in a letter's address, heads and text.</summary>
internal static class MailText
{
    /// <summary>Whether letters can be sent to an address: one plain address, without a name, of characters that every mail server takes.</summary>
    internal static bool IsAddress(string? text) => text?.Trim() is { Length: > 0 and <= OutgoingMail.MaxAddressLength } trimmed
        && trimmed.All(c => c is > ' ' and < '\x7f' and not (',' or ';' or '<' or '>' or '"' or '(' or ')'))
        && MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed && address.DisplayName.Length == 0;

    /// <summary>A text as it can stand in a head: on one line, so that it cannot begin another head, and no longer than its place.</summary>
    internal static string Line(string text, int longest)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = char.IsControl(c) || char.IsWhiteSpace(c);
            if (!isSpace)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Cut(line.ToString().Trim(), longest);
    }

    /// <summary>The beginning of a text, whole characters only.</summary>
    internal static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>The whole text of a letter, with the link in full and line ends as mail has them.</summary>
    internal static string Whole(OutgoingMail mail, Uri site) =>
        $"{mail.Body.Trim()}\n{site.GetLeftPart(UriPartial.Path).TrimEnd('/')}{mail.LinkPath}\n\n-- \nBrevet är skickat av RegionPlan och går inte att svara på.\n"
            .ReplaceLineEndings("\r\n");
}
