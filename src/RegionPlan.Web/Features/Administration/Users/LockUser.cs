using System.Security.Claims;
using RegionPlan.Domain;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Features.Administration.Users;

/// <summary>Locks an account until an administrator unlocks it, and ends its sessions.</summary>
internal sealed partial class LockUser(UserWriting writing, ILogger<LockUser> log)
{
    /// <exception cref="AccessRefused">The writer may not administrate users.</exception>
    /// <exception cref="RuleViolation">It is the writer's own account, the last administrator's, or locked already.</exception>
    internal Task LockAsync(ClaimsPrincipal principal, Guid userId) => writing.WriteAsync(principal, async users =>
    {
        var user = await users.OfAsync(userId);
        if (user.LockoutEnd is { } until && IsUntilFurtherNotice(until))
        {
            throw new RuleViolation("Kontot är redan låst.");
        }

        await users.RequireAnotherAdministratorAsync(userId);
        if (userId == users.By.UserId)
        {
            throw new RuleViolation("Du kan inte låsa ditt eget konto. Be en annan administratör göra det.");
        }

        user.LockoutEnabled = true;
        user.LockoutEnd = DateTimeOffset.MaxValue;
        WritableUsers.EndSessions(user);
        await users.SaveAsync(user);
        LogLocked(users.By.Name, userId);
    });

    /// <summary>Whether a lock is an administrator's, and not the short one after failed sign-ins.</summary>
    internal static bool IsUntilFurtherNotice(DateTimeOffset until) => until.UtcDateTime.Year == DateTimeOffset.MaxValue.Year;

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} locked user {UserId}")]
    private partial void LogLocked(string by, Guid userId);
}
