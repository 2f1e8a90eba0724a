using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>The shapes of the files in the folder of demo seeds, and what their loaders share.</summary>
internal static class DemoSeedFiles
{
    /// <summary>The key of a part of a seeded styrkort, made from its readable path, so that it is the same at every start.</summary>
    internal static Guid KeyOf(string path)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    internal static Recording From(string source, DateTimeOffset now, string? why = null) => new(now, $"Grunddata: {source}", why: why);

    /// <summary>A seed that contradicts itself or what it refers to stops the start, told by file and key.</summary>
    [DoesNotReturn]
    internal static void Refuse(string path, string key, string problem) => throw new InvalidDataException($"{path}: {key} {problem}");

    internal static T Found<T>(T? found, string path, string key, string wanted)
        where T : class
    {
        if (found is null)
        {
            Refuse(path, key, $"refers to {wanted}, which does not exist.");
        }

        return found;
    }

    internal sealed record OrganizationFile(
        string Source, DateOnly HoldsFrom, IReadOnlyList<SeedFiles.UnitSeed> Units, IReadOnlyList<MergeSeed> Merges, IReadOnlyList<MoveSeed> Moves);

    /// <summary>Units that go up in a new one of the same kind, whose key comes of its name.</summary>
    internal sealed record MergeSeed(DateOnly HoldsFrom, string Why, IReadOnlyList<string> Units, string Name, UnitKind Kind, string Parent);

    internal sealed record MoveSeed(DateOnly HoldsFrom, string Why, string Unit, string Parent);

    internal sealed record MeasureFile(string Source, DateOnly HoldsFrom, IReadOnlyList<OwnMeasureSeed> Measures);

    /// <summary>A measure of a unit's own. Its figures are invented unless the origin says where they were published.</summary>
    internal sealed record OwnMeasureSeed(
        string Unit,
        int Order,
        string Name,
        string UnitText,
        DesiredDirection Desired,
        IReadOnlyList<OwnSeriesSeed> Series,
        OriginSeed? Origin = null,
        int Decimals = 1,
        decimal? Lowest = null,
        decimal? Highest = null,
        decimal RatioScale = 1,
        string? Definition = null,
        string? Source = null,
        string? Note = null,
        Frequency Frequency = Frequency.Year);

    internal sealed record OriginSeed(string Source, string? Reference = null);

    internal sealed record OwnSeriesSeed(
        string Key, string? Name = null, IReadOnlyList<OwnTargetSeed>? ShortTerm = null, IReadOnlyList<OwnOutcomeSeed>? Outcomes = null);

    internal sealed record OwnTargetSeed(int Year, decimal Value, string? Note = null);

    internal sealed record OwnOutcomeSeed(string Period, decimal Value, string? Comment = null);

    internal sealed record FigureFile(string Source, string Plan, IReadOnlyList<FigureSeed> Figures);

    /// <summary>Numerators and denominators of one of the plan's series, measured on single units.</summary>
    internal sealed record FigureSeed(string Measure, string Series, IReadOnlyList<FigureRowSeed> Rows);

    internal sealed record FigureRowSeed(string Unit, string Period, decimal Numerator, decimal Denominator, string? Comment = null);

    internal sealed record FollowUpFile(string Source, IReadOnlyList<FollowUpYearSeed> Years);

    /// <summary>A year that is set up from the template, with the follow-ups whose period ends in a month or later.</summary>
    internal sealed record FollowUpYearSeed(int Year, int FromMonth = 1);

    /// <summary>A past year that is reported: målvärden where the plan has none, and what is handed in to some follow-ups.</summary>
    internal sealed record ReportingFile(
        string Source, string Plan, int Year, DateOnly HoldsFrom, IReadOnlyList<ReportedTargetSeed> Targets, IReadOnlyList<ReportedFollowUpSeed> FollowUps);

    internal sealed record ReportedTargetSeed(string Measure, decimal Value, string Series = MeasureSeries.TotalKey);

    /// <summary>What is handed in to a follow-up before it is locked, and what the boards say. Texts are shown as examples.</summary>
    internal sealed record ReportedFollowUpSeed(
        string Key, string LockedWhy, IReadOnlyList<ReportedRowSeed>? Rows = null, IReadOnlyList<ReviewSeed>? Reviews = null);

    /// <summary>A row that the unit responsible for the measure hands in: a figure so far, or words only.</summary>
    internal sealed record ReportedRowSeed(
        string Measure,
        string Series = MeasureSeries.TotalKey,
        decimal? Value = null,
        decimal? Women = null,
        decimal? Men = null,
        string? Comment = null,
        string? Analysis = null,
        string? Action = null,
        string? ActionOwner = null,
        DateOnly? ActionDue = null,
        YearForecast? Forecast = null,
        string? ForecastReason = null);

    /// <summary>A board's assessment of a goal; with a status and why where it is another than the computed one.</summary>
    internal sealed record ReviewSeed(
        string Unit, int Goal, string Analysis, GoalStatus? Status = null, string? Why = null, YearForecast? Forecast = null, string? Actions = null);

    internal sealed record ScorecardFile(string Source, int Year, string Plan, IReadOnlyList<ScorecardSeed> Scorecards);

    /// <summary>A decided styrkort; those of the units above stand before it in the file.</summary>
    internal sealed record ScorecardSeed(
        string Unit, DecisionSeed Decision, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<ScorecardGoalSeed> Goals);

    internal sealed record DecisionSeed(string By, DateOnly On, string Paragraph);

    /// <param name="Key">Unique in the styrkort.</param>
    /// <param name="Perspective">The målområde.</param>
    /// <param name="Name">What is to be achieved.</param>
    /// <param name="BreaksDown">plan/3, or another styrkort's unit/key of the same year.</param>
    /// <param name="StandsAlone">Chosen to break nothing down.</param>
    /// <param name="Continues">The unit/key of last year's styrkort.</param>
    /// <param name="Text">More about it.</param>
    /// <param name="Measures">What follows it up.</param>
    /// <param name="Activities">What is done.</param>
    internal sealed record ScorecardGoalSeed(
        string Key,
        string Perspective,
        string Name,
        string? BreaksDown = null,
        bool StandsAlone = false,
        string? Continues = null,
        string Text = "",
        IReadOnlyList<ScorecardMeasureSeed>? Measures = null,
        IReadOnlyList<ScorecardActivitySeed>? Activities = null);

    /// <param name="Measure">A code of the plan such as 3.11, or unit/E1.</param>
    /// <param name="Series">The key of the series.</param>
    /// <param name="Target">The unit's own målvärde, as typed.</param>
    /// <param name="Note">A remark beside it.</param>
    internal sealed record ScorecardMeasureSeed(string Measure, string Series = "total", string Target = "", string Note = "");

    internal sealed record ScorecardActivitySeed(
        string Key,
        string Name,
        string Owner,
        DateOnly Start,
        DateOnly Due,
        string Text = "",
        string? Continues = null,
        IReadOnlyList<ProgressSeed>? Progress = null);

    internal sealed record ProgressSeed(ActivityState State, string? Note = null);
}
