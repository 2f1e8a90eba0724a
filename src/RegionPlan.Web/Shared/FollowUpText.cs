using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Shared;

/// <summary>Swedish words for the follow-ups of a year.</summary>
public static class FollowUpText
{
    public const string EachBoard = "Varje nämnd";

    public static string Kind(FollowUpKind kind) => kind switch
    {
        FollowUpKind.PeriodReport => "Periodrapport",
        FollowUpKind.ProgressReport => "Uppföljningsrapport",
        FollowUpKind.ActivityReport => "Verksamhetsberättelse",
        FollowUpKind.InterimReport => "Delårsrapport",
        FollowUpKind.AnnualReport => "Årsredovisning",
    };

    /// <summary>What is expected of the year's end, after the word helårsprognos.</summary>
    public static string Forecast(YearForecast forecast) => forecast switch
    {
        YearForecast.WillBeAchieved => "bedöms uppnås",
        YearForecast.Uncertain => "osäkert",
        YearForecast.WillNotBeAchieved => "bedöms inte uppnås",
        YearForecast.NotPossible => "ingen prognos kan lämnas",
    };

    public static string State(FollowUpState state) => state switch
    {
        FollowUpState.Planned => "Planerad",
        FollowUpState.Open => "Öppen",
        FollowUpState.Locked => "Låst",
    };

    /// <summary>A level as one of several: enhet; förvaltning.</summary>
    public static string Level(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => "enhet",
        ApprovalLevel.Administration => "förvaltning",
        ApprovalLevel.Board => "nämnd",
        ApprovalLevel.Region => "region",
    };

    /// <summary>A level as the one that acts: enheten; förvaltningen.</summary>
    public static string TheLevel(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => "enheten",
        ApprovalLevel.Administration => "förvaltningen",
        ApprovalLevel.Board => "nämnden",
        ApprovalLevel.Region => "regionen",
    };

    /// <summary>Whose last day it is: enheternas; förvaltningarnas.</summary>
    public static string OfLevel(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => "enheternas",
        ApprovalLevel.Administration => "förvaltningarnas",
        ApprovalLevel.Board => "nämndernas",
        ApprovalLevel.Region => "regionens",
    };

    /// <summary>The body that decides: Regionfullmäktige; Regionstyrelsen; Varje nämnd.</summary>
    /// <param name="unitId">The unit whose body it is; null where each nämnd decides its own.</param>
    /// <param name="names">The units' names.</param>
    /// <param name="regionId">The region, whose body is regionfullmäktige.</param>
    public static string DecidedBy(Guid? unitId, IReadOnlyDictionary<Guid, string> names, Guid? regionId) =>
        unitId is not { } id ? EachBoard
        : id == regionId ? "Regionfullmäktige"
        : names.GetValueOrDefault(id, "");

    /// <summary>The body that decides, by a tree of the organisation.</summary>
    public static string DecidedBy(Guid? unitId, OrganizationTree tree) =>
        unitId is { } id && tree.Find(id)?.Unit.Kind != UnitKind.Region ? tree.NameOf(id) ?? "" : DecidedBy(unitId, new Dictionary<Guid, string>(), unitId);

    /// <summary>What is collected: utfall för regionens mått och enheternas egna värden.</summary>
    public static string Collects(FollowUpTerms terms) => (terms.CollectsOutcomes, terms.CollectsUnitFigures) switch
    {
        (true, true) => "utfall för regionens mått och enheternas egna värden",
        (true, false) => "utfall för regionens mått",
        (false, true) => "enheternas egna värden",
        (false, false) => "inga värden",
    };
}
