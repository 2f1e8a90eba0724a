using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Mail;

/// <summary>Somebody who gets letters.</summary>
public sealed record Recipient(Guid UserId, string Address, string Name);

/// <summary>A letter to put in the outbox.</summary>
/// <param name="Key">What it is about and to whom; a second letter with the same key is not written.</param>
/// <param name="To">Whom it is to.</param>
/// <param name="Subject">Its subject, in Swedish.</param>
/// <param name="Body">Its text, in Swedish; the last line leads over to the link.</param>
/// <param name="LinkPath">Where it leads on the site.</param>
public sealed record Letter(string Key, Recipient To, string Subject, string Body, string LinkPath);

/// <summary>The letters that are to be sent. They are written with what they tell of, all or nothing, and sent afterwards.</summary>
public static class Outbox
{
    /// <summary>Writes a letter to the outbox with the caller's next save; it is sent once that is committed, and never if it is not.</summary>
    /// <returns>Whether it is new; false where there is a letter of the same key.</returns>
    public static async Task<bool> EnqueueAsync(RegionPlanDb db, Letter letter, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var mails = db.Set<OutgoingMail>();
        if (mails.Local.Any(m => m.Key == letter.Key) || await mails.AnyAsync(m => m.Key == letter.Key, cancellation))
        {
            return false;
        }

        mails.Add(new(letter, now));
        return true;
    }
}
