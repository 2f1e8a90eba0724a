using RegionPlan.Domain.Organization;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>The units that a change can be about: those that stand today or are decided to stand later.</summary>
public sealed class UnitChoices
{
    private static readonly DateOnly Far = new(9000, 1, 1);

    private readonly Dictionary<string, OrganizationTree.Branch> byKey;

    public UnitChoices(OrganizationLedger ledger, DateOnly today)
    {
        var tree = OrganizationTree.During(ledger.Units, today, Far);
        byKey = tree.All.ToDictionary(b => b.Unit.Key, StringComparer.Ordinal);
        Options = [.. tree.All
            .OrderBy(b => b.Name, StringComparer.Create(Sv.Culture, ignoreCase: true)).ThenBy(b => b.Unit.Kind)
            .Select(b => (b.Unit.Key, OrganizationText.Choice(b, tree)))];
        Parents = [.. Options.Where(o => byKey[o.Key].Unit.Kind != UnitKind.Unit)];
    }

    /// <summary>Key and text of every unit, by name in Swedish order.</summary>
    public IReadOnlyList<(string Key, string Text)> Options { get; }

    /// <summary>Those that something can stand under.</summary>
    public IReadOnlyList<(string Key, string Text)> Parents { get; }

    /// <summary>The unit with a posted key; null where there is none.</summary>
    public OrganizationTree.Branch? this[string? key] => key is null ? null : byKey.GetValueOrDefault(key);
}
