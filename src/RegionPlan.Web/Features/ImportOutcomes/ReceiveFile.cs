using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Imports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Keeps an uploaded file, so that it can be looked through and taken in, also after a restart.</summary>
internal sealed partial class ReceiveFile(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<ReceiveFile> log)
{
    /// <summary>A file that nobody took in is kept so long.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <param name="principal">Who uploads.</param>
    /// <param name="content">The content.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="fileName">The file's name, as the user has it.</param>
    /// <param name="defaults">What its rows are about where they do not say so themselves.</param>
    /// <returns>The import's key.</returns>
    /// <exception cref="AccessRefused">The user does not write outcomes.</exception>
    /// <exception cref="RuleViolation">There is nothing in it, or too much.</exception>
    internal async Task<Guid> ReceiveAsync(ClaimsPrincipal principal, Stream content, long size, string fileName, ImportDefaults defaults)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (!user.MayWriteOutcomes)
        {
            throw new AccessRefused("Din roll lämnar inte in utfall.");
        }

        if (size == 0)
        {
            throw new RuleViolation("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.");
        }

        if (size > ImportColumn.Table.Limits.MaxBytes)
        {
            throw new RuleViolation(
                $"Filen är {FileLimits.InMegabytes(size)}. Största storlek är {ImportColumn.Table.Limits.Largest}. Ta bort bilder och onödiga blad, eller dela upp raderna på flera filer.");
        }

        var bytes = new byte[size];
        await content.ReadExactlyAsync(bytes);
        var import = new OutcomeImport(
            Path.GetFileName(fileName.Replace('\\', '/')), Convert.ToHexString(SHA256.HashData(bytes)), size, defaults, user.UserId, user.Name, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync();
        await ForgetOldAsync(db, user.UserId);
        db.Imports.Add(import);
        db.ImportContents.Add(new(import.Id, bytes));
        await db.SaveChangesAsync();
        LogReceived(user.Name, import.FileName, size, import.Id);
        return import.Id;
    }

    /// <summary>Removes the user's files that were never taken in.</summary>
    private async Task ForgetOldAsync(RegionPlanDb db, Guid userId)
    {
        var before = clock.GetUtcNow() - KeptFor;
        var old = await db.Imports.Where(i => i.UserId == userId && i.State == ImportState.Uploaded && i.UploadedAt < before).Select(i => i.Id).ToListAsync();
        if (old.Count > 0)
        {
            await db.ImportContents.Where(c => old.Contains(c.ImportId)).ExecuteDeleteAsync();
            await db.Imports.Where(i => old.Contains(i.Id)).ExecuteDeleteAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} uploaded {FileName} of {Size} bytes as import {ImportId}")]
    private partial void LogReceived(string by, string fileName, long size, Guid importId);
}
