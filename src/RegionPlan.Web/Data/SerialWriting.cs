using System.Data;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;

namespace RegionPlan.Web.Data;

/// <summary>
/// Writes that follow one upon the other: what a write has read is still so when it is saved, so that a follow-up is not locked between
/// somebody's look at it and their step.
/// </summary>
internal static class SerialWriting
{
    private const string ChangedByAnother = "Någon annan hann före. Ladda om sidan och se efter innan du går vidare.";

    /// <summary>Runs a write in a transaction of its own, all or nothing.</summary>
    /// <param name="databases">The database.</param>
    /// <param name="write">The write; its changes are saved after it.</param>
    /// <param name="attempts">How many times it is tried where somebody else wrote the same step first: 1 for a write that answers to what the user has seen.</param>
    /// <exception cref="RuleViolation">A rule is broken, or somebody else wrote the same step first; nothing is written.</exception>
    internal static async Task<T> WriteSeriallyAsync<T>(this IDbContextFactory<RegionPlanDb> databases, Func<RegionPlanDb, Task<T>> write, int attempts = 1)
    {
        await using var any = await databases.CreateDbContextAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await any.Database.CreateExecutionStrategy().ExecuteAsync(() => databases.WriteOnceAsync(write));
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
            {
                if (attempt >= attempts)
                {
                    throw new RuleViolation(ChangedByAnother);
                }
            }
        }
    }

    private static async Task<T> WriteOnceAsync<T>(this IDbContextFactory<RegionPlanDb> databases, Func<RegionPlanDb, Task<T>> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        var result = await write(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }
}
