using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Approval;
using RegionPlan.Web.Features.Collection;

namespace RegionPlan.Tests.Features.Approval;

/// <summary>What a unit of the demo owes a follow-up and hands in through the domain, by the rights of a demo user.</summary>
internal sealed class GivenSubmission(TestApp app, string followUpKey = GivenSubmission.Annual, string unitKey = GivenSubmission.Hospital)
{
    /// <summary>The förvaltning approves alone.</summary>
    internal const string Annual = "2025-arsredovisning-1";

    /// <summary>The unit, the förvaltning and the nämnd approve.</summary>
    internal const string Activity = "2025-verksamhetsberattelse-3";

    internal const string Hospital = "halso-och-sjukvardsforvaltningen";
    internal const string Clinic = "akutkliniken-kalmar";

    internal string Path => $"/granska/{followUpKey}/{unitKey}";

    private SubmissionAddress Address => new(followUpKey, unitKey);

    private ApproveSubmission Approver => app.Services.GetRequiredService<ApproveSubmission>();

    internal async Task<FollowUpReading> Read() => await app.Services.GetRequiredService<FollowUpReader>().ReadAsync(CollectionQuery.YearOf(followUpKey));

    internal async Task<Submission?> Submission()
    {
        var reading = await Read();
        return reading.FollowUps.SubmissionOf(reading.FollowUps.Find(followUpKey)!, reading.Units.Single(u => u.Key == unitKey).Id);
    }

    internal async Task<int> Version() => (await Submission())?.Version ?? 0;

    /// <summary>The rows that the unit owes and has not handed in, whose measures take any percentage for women and men.</summary>
    internal async Task<IReadOnlyList<SubmittedRowKey>> Percentages()
    {
        var reading = await Read();
        return [.. (await Duties())
            .Where(d => d.Stage != DutyStage.Done && reading.Of(d.Duty.Key)!.Terms is { IsYesNo: false, SexSplit: not SexSplit.None, HighestPossible: null or >= 100, LowestPossible: null or <= 0 })
            .Select(d => d.Duty.Key)];
    }

    /// <summary>What the unit owes.</summary>
    internal async Task<IReadOnlyList<DutyStanding>> Duties()
    {
        var reading = await Read();
        return [.. reading.FollowUps.Of(reading.FollowUps.Find(followUpKey)!, reading.Units.Single(u => u.Key == unitKey).Id)];
    }

    /// <summary>Hands rows in as a user.</summary>
    internal async Task Submit(string user, params RowToSubmit[] rows)
    {
        await using var db = app.Db();
        var desk = await Open(db, user);
        desk.Submission.Submit(
            desk.FollowUp, desk.Chain, rows, desk.Actor, desk.User.Sign(app.Clock.GetUtcNow()), app.Services.GetRequiredService<PlanReader>().Today);
        await db.SaveChangesAsync();
    }

    internal async Task<SubmissionDesk> Open(RegionPlanDb db, string user)
    {
        var reading = await Read();
        return await SubmissionDesk.OpenAsync(
            db,
            app.Services.GetRequiredService<PermissionReader>(),
            await app.As(user),
            reading.FollowUps.Find(followUpKey)!.Id,
            reading.Units.Single(u => u.Key == unitKey).Id,
            app.Services.GetRequiredService<PlanReader>().Today);
    }

    internal async Task<ApprovalResult> Approve(string user, ApprovalLevel level, int? seen = null, string? why = null) =>
        await Approver.ApproveAsync(await app.As(user), Address, level, seen ?? await Version(), why);

    internal async Task Return(string user, ApprovalLevel level, SubmittedRowKey row, Sex sex = Sex.Total, string? why = "Kontrollera värdet", int? seen = null) =>
        await app.Services.GetRequiredService<ReturnCells>().ReturnAsync(await app.As(user), Address, level, [(row, sex)], seen ?? await Version(), why);

    internal async Task Lock(string? why = "Rapporten ska beslutas", string user = "regiondirektor", int? seenMissing = null) =>
        await app.Services.GetRequiredService<LockFollowUp>().LockAsync(await app.As(user), followUpKey, seenMissing, why);

    /// <summary>Every entry of a row that was not invented for the demonstration, as stored.</summary>
    internal async Task<List<OutcomeEntry>> Entries(SubmittedRowKey row)
    {
        await using var db = app.Db();
        return [.. (await db.Outcomes.AsNoTracking().Where(o => o.SeriesId == row.SeriesId && o.UnitId == row.UnitId && o.Period == row.Period && !o.IsExample).ToListAsync())
            .OrderBy(o => o.Sex).ThenBy(o => o.Version)];
    }

    internal async Task<OutcomeValue?> Public(SubmittedRowKey row, Sex sex = Sex.Total) => (await Entries(row)).Where(e => e.Sex == sex).Latest()?.Value;

    internal static RowToSubmit Row(SubmittedRowKey key, decimal? total, string? reason = null, decimal? women = null, decimal? men = null, RowNarrative? narrative = null) =>
        new(key, new(Value(total), Value(women), Value(men), narrative?.Comment), narrative ?? RowNarrative.Empty, reason);

    private static OutcomeValue? Value(decimal? amount) => amount is { } some ? OutcomeValue.Of(some) : null;
}
