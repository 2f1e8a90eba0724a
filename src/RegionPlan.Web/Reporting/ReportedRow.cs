using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Reporting;

/// <summary>One row as it is in the database: what it is, what is recorded and handed in, and what has been typed.</summary>
/// <param name="Key">The row.</param>
/// <param name="RowId">What the row's elements are named by.</param>
/// <param name="Code">The measure's code.</param>
/// <param name="SeriesKey">The series' own key within the measure.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one.</param>
/// <param name="Href">The measure's page; null where it has none.</param>
/// <param name="Goal">The goal that it measures, as a heading.</param>
/// <param name="IsRegional">Whether it is an outcome of the region's own measure.</param>
/// <param name="IsDuty">Whether the unit owes it; else it was handed in before.</param>
/// <param name="Terms">The measure's terms that hold.</param>
/// <param name="Demands">What the row is asked for and held against.</param>
/// <param name="Recorded">What is recorded and so public.</param>
/// <param name="Standing">How what was handed in stands; null where nothing was.</param>
/// <param name="Draft">What has been typed and not handed in.</param>
internal sealed record ReportedRow(
    RowKey Key,
    string RowId,
    string Code,
    string SeriesKey,
    string Name,
    string? Href,
    string Goal,
    bool IsRegional,
    bool IsDuty,
    MeasureTerms Terms,
    RowDemands Demands,
    OutcomeRow Recorded,
    RowStanding? Standing,
    OutcomeDraft? Draft)
{
    /// <summary>The versions that something typed now would be typed over.</summary>
    internal RecordedVersions Versions => Recorded.Versions with { HandedIn = Standing?.Row.Version ?? 0 };

    /// <summary>The latest outcome before the period.</summary>
    internal PeriodOutcomes? Previous => Demands.History.LastOrDefault(h => h.Period.End < Key.Period.Start && h.Total is not null);

    /// <summary>The outcome of the same period one measuring back.</summary>
    internal PeriodOutcomes? SamePeriodEarlier =>
        Demands.History.FirstOrDefault(h => h.Period == Key.Period.Before(Demands.Frequency) && h.Total is not null);

    /// <summary>Whether the total may be told as a numerator and a denominator.</summary>
    internal bool IsRatio => Terms.Summed == Aggregation.Ratio;

    /// <summary>Whether women and men may be told.</summary>
    internal bool IsSplit => !Terms.IsYesNo && Terms.SexSplit != SexSplit.None;

    /// <summary>What stands in the database, as it would be typed: what is handed in, and once that is approved what is recorded.</summary>
    internal DraftTexts StandingTexts
    {
        get
        {
            var handedIn = Standing?.Row;
            var narrative = handedIn?.Narrative ?? RowNarrative.Empty;
            return new(Of(Sex.Total), Of(Sex.Women), Of(Sex.Men), narrative.Comment ?? "", "")
            {
                Analysis = narrative.Analysis ?? "",
                Action = narrative.Action ?? "",
                ActionOwner = narrative.ActionOwner ?? "",
                ActionDue = narrative.ActionDue is { } due ? Sv.Day(due) : "",
                Forecast = narrative.Forecast?.ToString() ?? "",
                ForecastReason = narrative.ForecastReason ?? "",
            };

            string Of(Sex sex) => Typed(
                handedIn is null || (Standing is { Stage: RowStage.Approved } && Recorded.Current(sex) is not null)
                    ? Recorded.Current(sex)?.Value
                    : handedIn.Report.For(sex));
        }
    }

    /// <summary>A value as one would type it.</summary>
    internal string Typed(OutcomeValue? value) => value switch
    {
        null => "",
        { Numerator: { } numerator, Denominator: { } denominator } => $"{Plain(numerator)}/{Plain(denominator)}",
        { Amount: var amount } when Terms.IsYesNo => amount == 1 ? "ja" : "nej",
        { Amount: var amount } => Plain(amount),
    };

    private static string Plain(decimal number) => number.ToString("0.######", Sv.Culture);
}
