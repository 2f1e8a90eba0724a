using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Tasks;

/// <summary>What a user is to do, waits for and has done.</summary>
/// <param name="Returned">What was sent back.</param>
/// <param name="Late">What the last day has passed for.</param>
/// <param name="Due">What is open to report.</param>
/// <param name="ToApprove">What waits for the user's approval.</param>
/// <param name="Waiting">What was handed in and waits for others.</param>
/// <param name="Approved">What became public lately.</param>
/// <param name="Reviews">The assessments of goals that are wanted.</param>
public sealed record UserTasks(
    IReadOnlyList<TaskItem> Returned,
    IReadOnlyList<TaskItem> Late,
    IReadOnlyList<TaskItem> Due,
    IReadOnlyList<TaskItem> ToApprove,
    IReadOnlyList<TaskItem> Waiting,
    IReadOnlyList<TaskItem> Approved,
    IReadOnlyList<ReviewTask> Reviews)
{
    /// <summary>How many things the user's own units are to do; what is long past is told apart and not counted.</summary>
    public int Count => Returned.Concat(Late).Concat(Due).Concat(ToApprove).Count(t => t is { IsOwn: true, IsOld: false }) + Reviews.Count(r => r is { IsOwn: true, IsOld: false });

    public bool IsEmpty => Returned.Count + Late.Count + Due.Count + ToApprove.Count + Waiting.Count + Approved.Count + Reviews.Count == 0;
}

/// <summary>Assessments of goals that one board owes one follow-up.</summary>
/// <param name="Wanted">What is wanted.</param>
/// <param name="IsLate">Whether the last day has passed.</param>
/// <param name="IsOld">Whether it passed so long ago that it is told apart.</param>
/// <param name="IsOwn">Whether the user holds a role for the very board, and not only for one above it.</param>
public sealed record ReviewTask(WantedReview Wanted, bool IsLate, bool IsOld, bool IsOwn);

/// <summary>One thing to do or to know, about one unit and follow-up.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="IsOwn">Whether the user holds a role for the very unit that is to act, and not only for one above it.</param>
/// <param name="Rows">How many rows of figures.</param>
/// <param name="Day">The last day of the level that is to act; null for what is done.</param>
/// <param name="Href">Where it is done.</param>
public sealed record TaskItem(FollowUp FollowUp, string Unit, bool IsOwn, int Rows, DateOnly? Day, string Href)
{
    /// <summary>The level that acts or has acted; null where the unit is to hand in.</summary>
    public ApprovalLevel? Level { get; init; }

    /// <summary>Who sent back or approved.</summary>
    public SubmissionStep? Step { get; init; }

    /// <summary>Whether its last day passed so long ago that it is told apart.</summary>
    public bool IsOld { get; init; }

    /// <summary>How many budget posts.</summary>
    public int Posts { get; init; }

    /// <summary>Whether it is the unit's economy alone.</summary>
    public bool IsEconomy => Rows == 0 && Posts > 0;

    /// <summary>The latest reminder; null where nobody has reminded.</summary>
    public Reminder? Reminder { get; init; }
}
