using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>What each change of the organisation is called in addresses, links and headings.</summary>
public static class ChangeWords
{
    public const string Home = "/administration/organisation";

    /// <summary>The changes one begins with; a revert begins with the change that is taken back.</summary>
    public static IReadOnlyList<ReorganizationKind> Beginnings { get; } =
        [.. Enum.GetValues<ReorganizationKind>().Where(k => k != ReorganizationKind.Reverted)];

    public static string Slug(ReorganizationKind kind) => kind switch
    {
        ReorganizationKind.Founded => "lagg-till",
        ReorganizationKind.Renamed => "byt-namn",
        ReorganizationKind.Moved => "flytta",
        ReorganizationKind.Merged => "sla-samman",
        ReorganizationKind.Split => "dela",
        ReorganizationKind.Closed => "avveckla",
        ReorganizationKind.Reverted => "ta-tillbaka",
    };

    public static string Verb(ReorganizationKind kind) => kind switch
    {
        ReorganizationKind.Founded => "Lägg till under",
        ReorganizationKind.Renamed => "Byt namn",
        ReorganizationKind.Moved => "Flytta",
        ReorganizationKind.Merged => "Slå samman",
        ReorganizationKind.Split => "Dela",
        ReorganizationKind.Closed => "Avveckla",
        ReorganizationKind.Reverted => "Ta tillbaka",
    };

    public static string Title(ReorganizationKind kind) => kind switch
    {
        ReorganizationKind.Founded => "Lägg till en enhet",
        ReorganizationKind.Renamed => "Byt namn på en enhet",
        ReorganizationKind.Moved => "Flytta en enhet",
        ReorganizationKind.Merged => "Slå samman enheter",
        ReorganizationKind.Split => "Dela en enhet",
        ReorganizationKind.Closed => "Avveckla en enhet",
        ReorganizationKind.Reverted => "Ta tillbaka en ändring",
    };

    /// <summary>What it does, for whoever has a decision in hand and wonders which change it is.</summary>
    public static string Lead(ReorganizationKind kind) => kind switch
    {
        ReorganizationKind.Founded => "En ny enhet inrättas under en annan från ett datum.",
        ReorganizationKind.Renamed => "Enheten är densamma och behåller sin historik, men heter något annat från datumet.",
        ReorganizationKind.Moved => "Enheten och allt under den läggs under en annan enhet från datumet.",
        ReorganizationKind.Merged => "Enheterna upphör från datumet. En ny enhet, eller en som redan finns, tar över det som ligger under dem.",
        ReorganizationKind.Split => "Enheten upphör från datumet och ersätts av flera nya på samma plats.",
        ReorganizationKind.Closed => "Enheten upphör från datumet utan att någon tar över. Det får inte ligga något under den.",
        ReorganizationKind.Reverted => "Organisationen blir som om ändringen inte hade gjorts, från ändringens eget datum. Både ändringen och återtagandet står kvar i historiken.",
    };

    public static ReorganizationKind? Kind(string? slug) =>
        Enum.GetValues<ReorganizationKind>().Where(k => Slug(k) == slug).Cast<ReorganizationKind?>().FirstOrDefault();

    public static string Address(ReorganizationKind kind, OrganizationUnit? unit = null) =>
        unit is null ? $"{Home}/{Slug(kind)}" : $"{Home}/{Slug(kind)}?enhet={unit.Key}";
}
