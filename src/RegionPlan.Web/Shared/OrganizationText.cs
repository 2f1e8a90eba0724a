using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Shared;

/// <summary>Swedish words for the organisation and its changes.</summary>
public static class OrganizationText
{
    /// <summary>What a unit is, within a sentence.</summary>
    public static string Kind(UnitKind kind) => ScorecardText.Of(kind).ToLower(Sv.Culture);

    /// <summary>What a change does in one plain sentence without its date; in the present tense until it holds, or where no day is given.</summary>
    public static string Sentence(Reorganization change, OrganizationLedger ledger, DateOnly? today)
    {
        var done = change.HoldsFrom <= today;
        var touched = ledger.Units
            .Select(u => (Unit: u, Placement: u.Placements.Where(p => p.ReorganizationId == change.Id).OrderBy(p => p.HoldsFrom).FirstOrDefault()))
            .Where(t => t.Placement is not null)
            .Select(t => (t.Unit, Now: t.Placement!, Before: t.Unit.Before(t.Placement!)))
            .ToList();
        return change.Kind switch
        {
            ReorganizationKind.Founded => touched
                .Select(t => $"{t.Now.Name} ({Kind(t.Unit.Kind)}) {(done ? "inrättades" : "inrättas")} under {Named(t.Now.ParentId)}").First(),
            ReorganizationKind.Renamed => touched.Select(t => $"{t.Before?.Name} {(done ? "bytte" : "byter")} namn till {t.Now.Name}").First(),
            ReorganizationKind.Moved => touched
                .Select(t => $"{t.Now.Name} {(done ? "flyttades" : "flyttas")} från {Named(t.Before?.ParentId)} till {Named(t.Now.ParentId)}").First(),
            ReorganizationKind.Closed => touched.Select(t => $"{t.Now.Name} {(done ? "avvecklades" : "avvecklas")}").First(),
            ReorganizationKind.Merged => Merged(),
            ReorganizationKind.Split => Split(),
            ReorganizationKind.Reverted => ledger.TakenBackBy(change) is { } back
                ? $"Återtaget: {Sentence(back, ledger, today)}"
                : "En tidigare ändring togs tillbaka",
        };

        string Merged()
        {
            var into = change.Successions[0].SuccessorId;
            var names = Listed([.. change.Successions.Select(s => Named(s.PredecessorId)).Order(StringComparer.Create(Sv.Culture, ignoreCase: true))]);
            return touched.Exists(t => t.Unit.Id == into && t.Before is null)
                ? $"{names} {(done ? "slogs" : "slås")} samman till {Named(into)}"
                : $"{names} {(done ? "gick" : "går")} upp i {Named(into)}";
        }

        string Split() => $"{Named(change.Successions[0].PredecessorId)} {(done ? "delades" : "delas")} i "
            + Listed([.. touched.Where(t => t.Before is null).Select(t => t.Now.Name).Order(StringComparer.Create(Sv.Culture, ignoreCase: true))]);

        // The name the unit had then, by what was known then.
        string Named(Guid? id) => ledger.Units.FirstOrDefault(u => u.Id == id) is { } unit
            ? touched.Where(t => t.Unit.Id == id).Select(t => t.Now.Name).FirstOrDefault()
                ?? unit.On(change.HoldsFrom, change.Recorded.At)?.Name
                ?? unit.Key
            : "";
    }

    /// <summary>Names as they are read: A, B och C.</summary>
    public static string Listed(IReadOnlyList<string> names) => names switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", names.SkipLast(1))} och {names[^1]}",
    };

    /// <summary>The unit as it stands in a choice: its name, what it is and what it stands under.</summary>
    public static string Choice(OrganizationTree.Branch branch, OrganizationTree tree) => tree.NameOf(branch.Placement.ParentId) is { } parent
        ? $"{branch.Name} ({Kind(branch.Unit.Kind)}, {parent})"
        : $"{branch.Name} ({Kind(branch.Unit.Kind)})";
}
