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
    /// <exception cref="RuleViolation">A rule is broken, or somebody else wrote the same step first; nothing is written.</exception>
    internal static async Task<T> WriteSeriallyAsync<T>(this IDbContextFactory<RegionPlanDb> databases, Func<RegionPlanDb, Task<T>> write)
    {
        await using var any = await databases.CreateDbContextAsync();
        return await any.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            var result = await write(db);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTakenByAnother())
            {
                throw new RuleViolation(ChangedByAnother);
            }

            await transaction.CommitAsync();
            return result;
        });
    }
}
