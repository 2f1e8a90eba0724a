using System.Security.Claims;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>Opens a locked account, whether an administrator locked it or failed sign-ins did.</summary>
internal sealed partial class UnlockUser(UserWriting writing, ILogger<UnlockUser> log)
{
    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">There is no such user.</exception>
    internal Task UnlockAsync(ClaimsPrincipal principal, Guid userId) => writing.WriteAsync(principal, async users =>
    {
        var user = await users.OfAsync(userId);
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        await users.SaveAsync(user);
        LogUnlocked(users.By.Name, userId);
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} unlocked user {UserId}")]
    private partial void LogUnlocked(string by, Guid userId);
}
