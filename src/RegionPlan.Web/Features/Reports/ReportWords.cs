using RegionPlan.Domain.Reports;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports;

/// <summary>The reports' words.</summary>
internal static class ReportWords
{
    internal static string State(SectionState? state) => state is not { } written ? "Tom" : written switch
    {
        SectionState.Begun => "Pågår",
        SectionState.Done => "Klar",
    };

    /// <summary>A state as it stands in the markup.</summary>
    internal static string Key(SectionState? state) => state is not { } written ? "empty" : written switch
    {
        SectionState.Begun => "begun",
        SectionState.Done => "done",
    };

    /// <summary>When and where in the minutes: 2025-10-27, § 42.</summary>
    internal static string Decided(DateOnly day, string? reference) => reference is null ? Sv.Day(day) : $"{Sv.Day(day)}, {reference}";

    internal static string Block(LiveBlockKind kind) => kind switch
    {
        LiveBlockKind.Goals => "Målen",
        LiveBlockKind.Measures => "Måtten",
        LiveBlockKind.Deviations => "Avvikelser",
        LiveBlockKind.Assessments => "Bedömningar",
        LiveBlockKind.Economy => "Ekonomi",
        LiveBlockKind.Balance => "Balanskrav",
        LiveBlockKind.Changes => "Ändringar",
    };

    /// <summary>The role that writes a section, in running text: ekonomidirektören; HR-direktören.</summary>
    internal static string Owner(SectionTemplate section) =>
        section.Owner is [_, var second, ..] && char.IsUpper(second) ? section.Owner : char.ToLower(section.Owner[0], Sv.Culture) + section.Owner[1..];

    /// <summary>What asks for a section: Krävs av LKBR 11 kap.</summary>
    internal static string AskedBy(SectionTemplate section) => $"{(section.IsRequired ? "Krävs av" : "Önskas i")} {section.Source.TrimEnd('.')}.";

    /// <summary>How many change with those that are recorded: , och 11 uppgifter följer av det.</summary>
    internal static string Following(int count) => count == 0 ? "" : $", och {Sv.Count(count, "uppgift", "uppgifter")} följer av det";
}
