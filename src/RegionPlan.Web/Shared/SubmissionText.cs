using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Web.Shared;

/// <summary>What stands on the way of a figure from a unit to the public, in Swedish.</summary>
public static class SubmissionText
{
    /// <summary>A level where it approves: förvaltningen.</summary>
    public static string Level(ApprovalLevel level) => FollowUpText.TheLevel(level);

    /// <summary>A level in an address.</summary>
    public static string LevelKey(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => "enhet",
        ApprovalLevel.Administration => "forvaltning",
        ApprovalLevel.Board => "namnd",
        ApprovalLevel.Region => "region",
    };

    /// <summary>Where a duty stands, of one row.</summary>
    public static string Stage(DutyStage stage) => stage switch
    {
        DutyStage.NotOpen => "inte öppnad",
        DutyStage.Due => "att lämna in",
        DutyStage.Late => "försenad",
        DutyStage.Returned => "tillbakaskickad",
        DutyStage.Submitted => "väntar på godkännande",
        DutyStage.Done => "godkänd",
        DutyStage.Missed => "lämnades inte in",
    };

    /// <summary>Where a handed-in row stands: Väntar på förvaltningen; Tillbaka till enheten; Godkänd och publik.</summary>
    public static string Standing(PartStanding standing) => standing.Stage switch
    {
        RowStage.Submitted => standing.WaitsFor is { } level ? $"Väntar på {Level(level)}" : "Ingen kan godkänna",
        RowStage.Returned => "Tillbakaskickad",
        RowStage.Approved => "Godkänd och publik",
    };

    public static string Forecast(YearForecast forecast) => Sv.Capital(FollowUpText.Forecast(forecast));

    /// <summary>What a step did: Inskickad; Godkänd av förvaltningen; Tillbakaskickad av nämnden; Rättelse inskickad.</summary>
    public static string Step(SubmissionStepKind kind, ApprovalLevel? level, bool makesPublic) => kind switch
    {
        SubmissionStepKind.Submitted => "Inskickad",
        SubmissionStepKind.Corrected => "Rättelse inskickad",
        SubmissionStepKind.Approved => $"Godkänd av {Level(level!.Value)}{(makesPublic ? " och publik" : "")}",
        SubmissionStepKind.Returned => $"Tillbakaskickad av {Level(level!.Value)}",
    };

    /// <summary>How much was handed in, figures and economy: 3 rader; 1 budgetpost; 3 rader och 1 budgetpost.</summary>
    public static string Extent(int rows, int posts) => (rows, posts) switch
    {
        (_, 0) => Rows(rows),
        (0, _) => Sv.Count(posts, "budgetpost", "budgetposter"),
        _ => $"{Rows(rows)} och {Sv.Count(posts, "budgetpost", "budgetposter")}",
    };

    /// <summary>A number of rows: 1 rad; 12 rader.</summary>
    public static string Rows(int number) => Sv.Count(number, "rad", "rader");
}
