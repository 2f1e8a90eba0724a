using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Finds a unit by what a file calls it: its key, or its name where only one has it.</summary>
internal sealed class UnitFinder(OrganizationTree tree)
{
    private readonly Dictionary<string, OrganizationTree.Branch> byKey = tree.All.ToDictionary(b => b.Unit.Key, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, OrganizationTree.Branch> byName = tree.All.ToLookup(b => Plain(b.Name), StringComparer.OrdinalIgnoreCase);

    internal OrganizationTree.Branch? Find(string text) =>
        byKey.GetValueOrDefault(text) ?? (byName[Plain(text)].Take(2).ToList() is [var only] ? only : null);

    /// <summary>Why there is no such unit, and how to mend it.</summary>
    internal string NotFound(string text) => text.Length == 0
        ? "Skriv enheten i kolumnen Enhet, eller välj den på sidan innan filen läses in."
        : byName[Plain(text)].Skip(1).Any()
            ? $"Flera enheter heter {text}. Skriv enhetens nyckel, som i mallen: {string.Join(" eller ", byName[Plain(text)].Select(b => b.Unit.Key))}."
            : $"Enheten ”{ImportedTexts.Cut(text)}” finns inte under uppföljningens period. Skriv den som i mallen.";

    /// <summary>A name with plain single spaces.</summary>
    internal static string Plain(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
