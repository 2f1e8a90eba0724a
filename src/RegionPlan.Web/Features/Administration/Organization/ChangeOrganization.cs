using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>How a change of the organisation went.</summary>
public abstract record OrganizationChanged
{
    private OrganizationChanged()
    {
    }

    /// <summary>It is carried out.</summary>
    public sealed record Done(Reorganization Change) : OrganizationChanged;

    /// <summary>Somebody else changed the organisation after the preview was shown; nothing is written.</summary>
    public sealed record ChangedByAnother : OrganizationChanged;
}

/// <summary>Changes the organisation from a date, as it was previewed.</summary>
public sealed partial class ChangeOrganization(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, TimeProvider clock, ILogger<ChangeOrganization> log)
{
    /// <param name="principal">Who changes it.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="from">The first day it holds.</param>
    /// <param name="why">The decision behind it.</param>
    /// <param name="seen">The number of the latest change when the preview was shown.</param>
    /// <exception cref="AccessRefused">The user may not change the organisation.</exception>
    /// <exception cref="RuleViolation">A rule is broken; nothing is written.</exception>
    public async Task<OrganizationChanged> ChangeAsync(ClaimsPrincipal principal, UnitChange change, DateOnly from, string? why, int seen)
    {
        var user = await permissions.ForWritingAsync(principal);
        if (!user.Has(Right.AdministrateOrganization))
        {
            throw new AccessRefused("Din roll får inte ändra organisationen. Det gör en administratör.");
        }

        await using var db = await databases.CreateDbContextAsync();
        var ledger = await db.OpenLedgerAsync();
        if (ledger.Version != seen)
        {
            return new OrganizationChanged.ChangedByAnother();
        }

        var made = ledger.Change(change, from, user.Sign(clock.GetUtcNow(), why));
        db.Units.AddRange(ledger.Founded);
        db.Reorganizations.Add(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsTakenByAnother())
        {
            return new OrganizationChanged.ChangedByAnother();
        }

        LogChanged(user.Name, made.Kind, made.Version, made.HoldsFrom);
        return new OrganizationChanged.Done(made);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} changed the organisation: {Kind}, number {Version}, from {HoldsFrom}")]
    private partial void LogChanged(string by, ReorganizationKind kind, int version, DateOnly holdsFrom);
}
