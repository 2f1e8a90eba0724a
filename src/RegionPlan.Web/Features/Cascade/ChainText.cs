namespace RegionPlan.Web.Features.Cascade;

/// <summary>What the pages of the chain say when something is not there.</summary>
internal static class ChainText
{
    internal static string NotThere(string what, string? year) => year is null
        ? $"Inget beslutat styrkort har {what}. Det kan ha tagits bort när styrkortet ändrades."
        : $"Inget beslutat styrkort för {year} har {what}. Det kan höra till ett annat år eller ha "
            + "tagits bort när styrkortet ändrades.";
}
