using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>A content that a styrkort can be begun from.</summary>
public sealed record Beginning(string Name, string Explanation, ScorecardContent Content);

/// <summary>What the editor works with.</summary>
/// <param name="Key">The styrkort.</param>
/// <param name="Unit">The unit where it stands in the year.</param>
/// <param name="Reading">The year's decided styrkort and what can be followed.</param>
/// <param name="Above">The goals that may be broken down.</param>
/// <param name="Decided">The version that is read now; null before the first decision.</param>
/// <param name="Draft">What is being written; null where nobody has begun.</param>
/// <param name="Beginnings">What a first draft can be begun from; none once a version is decided.</param>
/// <param name="MayDecide">Whether the user may decide it too.</param>
public sealed record EditState(
    ScorecardKey Key,
    OrganizationTree.Branch Unit,
    CascadeReading Reading,
    GoalsAbove Above,
    ScorecardVersion? Decided,
    ScorecardDraft? Draft,
    IReadOnlyList<Beginning> Beginnings,
    bool MayDecide)
{
    internal int Version => Decided?.Version ?? 0;

    /// <summary>The series that may be followed: the plan's, the unit's own and those of the units above it.</summary>
    internal IEnumerable<FollowedSeries> Choices
    {
        get
        {
            var path = Reading.Cascade.Tree.PathTo(Unit.Unit.Id).Select(b => b.Unit.Id).ToHashSet();
            return Reading.Series.Values
                .Where(s => s.Measure.PlanId is { } plan ? plan == Reading.Plan?.Id : s.Measure.UnitId is { } owner && path.Contains(owner))
                .OrderBy(s => s.Measure.UnitId is not null).ThenBy(s => s.Measure.Code.Length).ThenBy(s => s.Measure.Code, StringComparer.Ordinal).ThenBy(s => s.Series.Order);
        }
    }

    internal IReadOnlyList<ScorecardFinding> Check(ScorecardContent content) =>
        ScorecardCheck.Of(content, Above.KeysFor(content), Reading.Series.ToDictionary(s => s.Key, s => s.Value.Terms));
}

/// <summary>Reads what the editor of a styrkort needs, for someone who may write it.</summary>
internal sealed class EditQuery(
    IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, PlanReader plans, CascadeReader cascades)
{
    /// <exception cref="AccessRefused">The user may not write the unit's styrkort.</exception>
    /// <exception cref="Domain.RuleViolation">There is no such unit, or it does not stand in the year.</exception>
    internal async Task<EditState> ReadAsync(ClaimsPrincipal principal, ScorecardKey key)
    {
        await using var db = await databases.CreateDbContextAsync();
        var desk = await ScorecardDesk.OpenAsync(db, permissions, principal, key, Right.WriteScorecards, plans.Today);
        var reading = await cascades.ReadAsync(key.Year);
        var above = GoalsAbove.Of(reading, desk.Unit.Id);
        var decided = desk.Scorecard?.Versions.Latest();
        return new(
            key,
            reading.Cascade.Tree.Find(desk.Unit.Id)!,
            reading,
            above,
            decided,
            desk.Draft,
            decided is null ? await BeginningsAsync(key, desk.Unit.Id, above) : [],
            desk.User.Has(Right.DecideScorecards, desk.Unit.Id, new OrganizationTree(reading.Units, plans.Today)));
    }

    private async Task<List<Beginning>> BeginningsAsync(ScorecardKey key, Guid unitId, GoalsAbove above)
    {
        List<Beginning> beginnings = [];
        var before = (await cascades.ReadAsync(key.Year - 1)).Cascade;
        if (before.Of(unitId) is { Version.Content: { } last })
        {
            var ended = before.Goals.Where(g => g.Scorecard.Scorecard.UnitId == unitId).SelectMany(g => g.Activities)
                .Where(a => a.State is ActivityState.Done or ActivityState.Cancelled).Select(a => a.Activity.Id).ToHashSet();
            beginnings.Add(new(
                $"Börja från styrkortet {key.Year - 1}",
                "Mål, mått och aktiviteter som inte är klara följer med. Målvärden lämnas tomma, och datum flyttas fram ett år.",
                ScorecardRollover.Of(last, 1, ended.Contains, above.Continuing)));
        }

        if (above.Sources.FirstOrDefault(s => s.Goals.Count > 0) is { Goals: { } goals, From: var from })
        {
            beginnings.Add(new(
                $"Bryt ned målen i {char.ToLower(from[0], Shared.Sv.Culture)}{from[1..]}",
                $"{Shared.Sv.Count(goals.Count, "mål", "mål")} tas hit, kopplade till målen ovanför. Du skriver om dem för din enhet och tar bort dem ni inte arbetar med.",
                new([], [.. goals.Select(g => g.BrokenDown())])));
        }

        beginnings.Add(new("Börja med ett tomt styrkort", "Du lägger till målen ett och ett.", ScorecardContent.Empty));
        return beginnings;
    }
}
