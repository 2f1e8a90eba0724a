using RegionPlan.Domain.Imports;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The import's words.</summary>
internal static class ImportText
{
    internal static string State(ImportState state) => state switch
    {
        ImportState.Uploaded => "Inte inläst",
        ImportState.Applied => "Inläst",
        ImportState.Undone => "Ångrad",
    };

    internal static string Verdict(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Refused => "Läses inte in",
        RowVerdict.ToExplain => "Läses in, att komplettera",
        RowVerdict.Ready => "Läses in",
        RowVerdict.Unchanged => "Ingen ändring",
    };

    /// <summary>A verdict as it stands in the address.</summary>
    internal static string Key(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Refused => "fel",
        RowVerdict.ToExplain => "komplettera",
        RowVerdict.Ready => "klara",
        RowVerdict.Unchanged => "oforandrade",
    };

    internal static string Step(ImportStep step) => step switch
    {
        ImportStep.Reading => "Läser filen",
        ImportStep.Checking => "Granskar raderna",
        ImportStep.Applying => "Läser in raderna",
        ImportStep.Undoing => "Ångrar inläsningen",
        ImportStep.Submitting => "Skickar in raderna",
    };
}
