using RegionPlan.Domain;

namespace RegionPlan.Web.Mail;

/// <summary>Where a letter is on its way.</summary>
public enum MailStage
{
    /// <summary>Waits for its time, or is being sent.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Not tried again unless an administrator asks.</summary>
    GivenUp,
}

/// <summary>
/// A letter in the outbox: written in the transaction of what it tells of, and sent afterwards. The token changes with every step, so that
/// of two who would send it only one does.
/// </summary>
public sealed class OutgoingMail
{
    public const int MaxKeyLength = 200;
    public const int MaxAddressLength = 256;
    public const int MaxNameLength = 200;
    public const int MaxSubjectLength = 200;
    public const int MaxPathLength = 400;
    public const int MaxErrorLength = 1000;

    /// <summary>How long a letter is one sender's own; longer than any attempt lasts.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>The pause after each failed attempt: three days in all, then it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private OutgoingMail() => Key = ToAddress = ToName = Subject = Body = LinkPath = "";

    internal OutgoingMail(Letter letter, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        Key = letter.Key;
        UserId = letter.To.UserId;
        ToAddress = MailText.Cut(letter.To.Address.Trim(), MaxAddressLength);
        ToName = MailText.Line(letter.To.Name, MaxNameLength);
        Subject = MailText.Line(letter.Subject, MaxSubjectLength);
        Body = letter.Body;
        LinkPath = letter.LinkPath;
        CreatedAt = now;
        NextAttemptAt = now;
        Token = Guid.CreateVersion7();
        if (!MailText.IsAddress(ToAddress))
        {
            GiveUp("Adressen går inte att skicka till. Rätta användarens e-postadress och försök igen.", now);
        }
    }

    public Guid Id { get; private init; }

    /// <summary>What it is about and to whom, such as <c>return/{step}/{user}</c>: there is one letter of each.</summary>
    public string Key { get; private init; }

    /// <summary>Whom it is to.</summary>
    public Guid UserId { get; private init; }

    public string ToAddress { get; private set; }

    public string ToName { get; private init; }

    public string Subject { get; private init; }

    /// <summary>The text that stands before the link.</summary>
    public string Body { get; private init; }

    /// <summary>Where it leads on the site, such as <c>/uppgifter</c>; the site's own address is put before it when it is sent.</summary>
    public string LinkPath { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>How many times it was tried, since an administrator last asked.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is tried next; null once it is sent or given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; private set; }

    public DateTimeOffset? GivenUpAt { get; private set; }

    /// <summary>Until when one sender has it to itself.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    public Guid Token { get; private set; }

    public MailStage Stage => SentAt is not null ? MailStage.Sent : GivenUpAt is not null ? MailStage.GivenUp : MailStage.Waiting;

    /// <summary>Whether letters can be sent to an address.</summary>
    public static bool CanBeSentTo(string? address) => MailText.IsAddress(address);

    /// <summary>Whether somebody is sending it.</summary>
    public bool IsBeingSent(DateTimeOffset now) => LeasedUntil > now;

    /// <summary>Whether it is to be sent now, and by nobody else.</summary>
    public bool IsDue(DateTimeOffset now) => NextAttemptAt <= now && !IsBeingSent(now);

    /// <summary>Takes it to send. A sender that dies leaves it to the next one when the lease is over.</summary>
    internal void Take(DateTimeOffset now)
    {
        Step();
        LeasedUntil = now + Lease;
        Attempts++;
    }

    internal void MarkSent(DateTimeOffset now)
    {
        Step();
        SentAt = now;
        NextAttemptAt = null;
        LastError = null;
    }

    /// <summary>Notes that an attempt failed: it is tried again after a longer pause than before, and given up after the last.</summary>
    internal void MarkFailed(string error, DateTimeOffset now)
    {
        if (Attempts > Pauses.Count)
        {
            GiveUp(error, now);
            return;
        }

        Step();
        LastError = MailText.Line(error, MaxErrorLength);
        NextAttemptAt = now + Pauses[Attempts - 1];
    }

    internal void GiveUp(string error, DateTimeOffset now)
    {
        Step();
        LastError = MailText.Line(error, MaxErrorLength);
        GivenUpAt = now;
        NextAttemptAt = null;
    }

    /// <summary>Has it tried again at once, at the address that the user has now.</summary>
    /// <exception cref="RuleViolation">It has been sent, or is being sent.</exception>
    internal void TryAgain(string? address, DateTimeOffset now)
    {
        if (SentAt is not null)
        {
            throw new RuleViolation("Brevet är redan skickat. Ladda om sidan.");
        }

        if (IsBeingSent(now))
        {
            throw new RuleViolation("Brevet skickas just nu. Ladda om sidan om en stund.");
        }

        if (!MailText.IsAddress(address))
        {
            throw new RuleViolation("Användarens e-postadress går inte att skicka till. Rätta den först under Användare.");
        }

        Step();
        ToAddress = address!.Trim();
        Attempts = 0;
        GivenUpAt = null;
        NextAttemptAt = now;
    }

    private void Step()
    {
        Token = Guid.CreateVersion7();
        LeasedUntil = null;
    }
}
