using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Shared;

/// <summary>Finds units in a tree by a part of their name, whatever its case.</summary>
public sealed class UnitSearch
{
    private const int MaxLength = 100;

    private readonly HashSet<Guid> open;

    public UnitSearch(OrganizationTree tree, string? words, Func<OrganizationTree.Branch, bool> isOpenUnsearched)
    {
        Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim()[..Math.Min(words.Trim().Length, MaxLength)];
        Found = Words is null ? [] : [.. tree.All.Where(b => Position(b.Name, Words) >= 0)];
        open = Words is null
            ? [.. tree.All.Where(isOpenUnsearched).Select(b => b.Unit.Id)]
            : [.. Found.SelectMany(b => tree.PathTo(b.Unit.Id).SkipLast(1)).Select(b => b.Unit.Id)];
    }

    /// <summary>What is searched for; null where nothing is.</summary>
    public string? Words { get; }

    public IReadOnlyList<OrganizationTree.Branch> Found { get; }

    /// <summary>How it went, in a sentence; null where nothing was searched for.</summary>
    public string? Answer => Words is null ? null : Found.Count switch
    {
        0 => $"Ingen enhet heter något med ”{Words}” den dagen. Sök på en del av namnet.",
        1 => $"1 enhet heter något med ”{Words}”. Den är öppnad och markerad.",
        var many => string.Create(Sv.Culture, $"{many} enheter heter något med ”{Words}”. De är öppnade och markerade."),
    };

    /// <summary>Whether a unit shows what is below it: it leads to something that was found.</summary>
    public bool IsOpen(OrganizationTree.Branch branch) => open.Contains(branch.Unit.Id);

    internal static int Position(string name, string? words) =>
        string.IsNullOrEmpty(words) ? -1 : name.IndexOf(words, StringComparison.OrdinalIgnoreCase);
}
