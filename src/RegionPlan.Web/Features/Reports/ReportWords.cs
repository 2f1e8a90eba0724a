using RegionPlan.Domain.Reports;

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

    internal static string Block(LiveBlockKind kind) => kind switch
    {
        LiveBlockKind.Goals => "Målen",
        LiveBlockKind.Measures => "Måtten",
        LiveBlockKind.Deviations => "Avvikelser",
        LiveBlockKind.Assessments => "Bedömningar",
        LiveBlockKind.Changes => "Ändringar",
    };
}
