using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Features.Approval;

/// <summary>What came of asking for a submission.</summary>
internal abstract record ReviewAnswer
{
    private ReviewAnswer()
    {
    }

    /// <summary>There is no such follow-up or unit.</summary>
    internal sealed record NotThere : ReviewAnswer;

    /// <summary>The reader has nothing to do with it.</summary>
    internal sealed record Refused : ReviewAnswer;

    internal sealed record Found(Review Review) : ReviewAnswer;
}

/// <summary>Reads a submission for those who enter, approve or may see drafts.</summary>
internal sealed class ReviewQuery(IDbContextFactory<RegionPlanDb> databases, PermissionReader permissions, FollowUpReader reader)
{
    private const string NoLongerFollowed = "Följs inte längre";

    internal async Task<ReviewAnswer> ReadAsync(ClaimsPrincipal? principal, string followUpKey, string unitKey)
    {
        if (await permissions.OfAsync(principal) is not { } user)
        {
            return new ReviewAnswer.Refused();
        }

        if (!int.TryParse(followUpKey.Split('-')[0], CultureInfo.InvariantCulture, out var year))
        {
            return new ReviewAnswer.NotThere();
        }

        var reading = await reader.ReadAsync(year);
        if (reading.FollowUps.Find(followUpKey) is not { } followUp || reading.Units.FirstOrDefault(u => u.Key == unitKey) is not { } unit)
        {
            return new ReviewAnswer.NotThere();
        }

        var chain = reading.FollowUps.ChainOf(followUp, unit.Id);
        var actor = user.ActorFor(unit.Id, chain, reading.Today);
        return actor.MayEnter || actor.MayEnterAmounts || actor.MayApprove.Count > 0 || user.Has(Right.ReadDrafts)
            ? new ReviewAnswer.Found(await OfAsync(reading, followUp, unit, chain, actor))
            : new ReviewAnswer.Refused();
    }

    private async Task<Review> OfAsync(FollowUpReading reading, FollowUp followUp, OrganizationUnit unit, IReadOnlyList<ApprovalStep> chain, SubmissionActor actor)
    {
        var submission = reading.FollowUps.SubmissionOf(followUp, unit.Id);
        var tree = reading.FollowUps.TreeOf(followUp);
        var standings = submission?.Standings(chain) ?? [];
        await using var db = await databases.CreateDbContextAsync();
        var series = standings.Select(s => s.Row.SeriesId).Distinct().ToList();
        var outcomes = (await db.Outcomes.AsNoTracking().Where(o => series.Contains(o.SeriesId)).ToListAsync()).ToLookup(o => (o.SeriesId, o.UnitId));
        var breaks = (await db.Measures.AsNoTracking().SelectMany(m => m.Series).Where(s => series.Contains(s.Id))
            .SelectMany(s => s.Breaks, (s, b) => new { s.Id, b.Year }).ToListAsync()).ToLookup(b => b.Id, b => b.Year);
        var unknown = await MeasuresOfRows.ReadAsync(db, standings.Where(s => reading.Of(s.Row.Key) is null).Select(s => s.Row));
        var order = reading.Series.Select((s, i) => (Key: (s.Owed.SeriesId, s.Owed.AboutUnitId), i)).ToDictionary(x => x.Key, x => x.i);
        var rows = standings
            .OrderBy(s => order.GetValueOrDefault((s.Row.SeriesId, s.Row.UnitId), int.MaxValue)).ThenBy(s => s.Row.Period.Start).ThenBy(s => s.Row.Id)
            .Select(s => (Goal: reading.Of(s.Row.Key)?.Goal ?? NoLongerFollowed, Row: RowOf(s, reading, tree, unit, outcomes[(s.Row.SeriesId, s.Row.UnitId)].ToList(), breaks[s.Row.SeriesId], unknown)));
        return new(
            followUp,
            unit,
            tree.NameOf(unit.Id) ?? unit.Key,
            submission,
            chain,
            actor,
            [.. rows.GroupBy(r => r.Goal).Select(g => (g.Key, (IReadOnlyList<ReviewedRow>)[.. g.Select(r => r.Row)]))],
            tree,
            reading.FollowUps.Of(followUp, unit.Id).Count(s => s.Row is null && s.Stage != DutyStage.Done))
        {
            Amounts = await ReviewedAmounts.ReadAsync(db, submission, chain),
        };
    }

    private static ReviewedRow RowOf(
        RowStanding standing,
        FollowUpReading reading,
        OrganizationTree tree,
        OrganizationUnit reporter,
        List<OutcomeEntry> outcomes,
        IEnumerable<int> breakYears,
        MeasuresOfRows unknown)
    {
        var row = standing.Row;
        var known = reading.Of(row.Key);
        var terms = known?.Terms ?? unknown.TermsOf(row);
        var about = row.UnitId == reporter.Id || tree.Find(row.UnitId)?.Unit.Kind == UnitKind.Region ? null : tree.NameOf(row.UnitId);
        var target = known?.Owed.Target;
        var status = (target, row.Report.Total) is (Target.Value { Amount: var goal }, { Amount: var amount })
            ? OutcomeAssessment.Compare(JudgingRule.Of(terms), goal, new(row.Period, amount)).Status
            : (OutcomeStatus?)null;
        return new(
            standing,
            known is null ? unknown.NameOf(row) : $"{known.Code} {known.Name}",
            about,
            known is null ? null : Href(known, reading, row),
            terms,
            target,
            status,
            [.. Enum.GetValues<Sex>().Select(sex => CellOf(row, sex, known?.Owed.Frequency ?? Frequency.Year, outcomes))],
            [.. Striking(row, terms, known?.Owed.Frequency ?? Frequency.Year, outcomes, breakYears, reading.FollowUps.Today)]);
    }

    /// <summary>What the rules of entry would ask about, had nobody said anything to it.</summary>
    private static IEnumerable<string> Striking(
        SubmittedRow row, MeasureTerms terms, Frequency frequency, List<OutcomeEntry> outcomes, IEnumerable<int> breakYears, DateOnly today)
    {
        var report = row.Report with { Comment = null };
        var findings = new OutcomeRow(row.SeriesId, row.UnitId, row.Period, terms, outcomes).Check(report, today, hasReason: true)
            .Where(f => f.Severity != FindingSeverity.NeedsReason)
            .Concat(Plausibility.Check(report, row.Period, terms, frequency, PeriodOutcomes.History(outcomes), breakYears));
        return findings.Select(f => (f.Cell is { } sex and not Sex.Total ? $"{Shared.Sv.Capital(Shared.Sv.Sex(sex))}: {f.Message}" : f.Message)
            .Replace(Plausibility.Ask, "", StringComparison.Ordinal).TrimEnd());
    }

    private static ReviewedCell CellOf(SubmittedRow row, Sex sex, Frequency frequency, List<OutcomeEntry> outcomes)
    {
        var before = row.Period.Before(frequency);
        return new(
            sex,
            row.Report.For(sex),
            At(row.Period) is { IsExample: false } shown ? shown.Value : null,
            At(before)?.Value is { } value ? new(before, value.Amount) : null);

        OutcomeEntry? At(Period period) => outcomes.Where(o => o.Period == period && o.Sex == sex).Latest();
    }

    private static string? Href(ReportedSeries series, FollowUpReading reading, SubmittedRow row) => series switch
    {
        { Owed.IsRegional: false } => $"/styrkort/{reading.Units.First(u => u.Id == row.UnitId).Key}/matt/{series.ShownSeriesId}",
        { HasPage: true } => string.Create(CultureInfo.InvariantCulture, $"/matt/{series.Code}?ar={reading.Year}"),
        _ => null,
    };
}
