using RegionPlan.Web.Mail;

namespace RegionPlan.Web.Features.Administration.Mail;

/// <summary>How the outbox stands.</summary>
/// <param name="Settings">How e-mail is sent; null where it is not set up.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="GivenUp">How many were given up.</param>
/// <param name="Sent">How many have been sent.</param>
/// <param name="LatestWaiting">Those that wait, the next one first, as many as are shown.</param>
/// <param name="LatestGivenUp">Those given up, latest first, as many as are shown.</param>
/// <param name="LatestSent">Those sent, latest first, as many as are shown.</param>
public sealed record OutboxReading(
    MailSettings? Settings,
    int Waiting,
    int GivenUp,
    int Sent,
    IReadOnlyList<OutgoingMail> LatestWaiting,
    IReadOnlyList<OutgoingMail> LatestGivenUp,
    IReadOnlyList<OutgoingMail> LatestSent);
