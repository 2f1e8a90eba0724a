namespace RegionPlan.Domain.Organization;

/// <summary>Taking a change back.</summary>
public sealed partial class OrganizationLedger
{
    /// <summary>Gives every unit that a change touched the course it would have had without it, on every day that something changes.</summary>
    private void Revert(Reorganization reverted, Reorganization made)
    {
        if (reverted.Kind == ReorganizationKind.Reverted)
        {
            throw new RuleViolation("Ett återtagande kan inte tas tillbaka. Gör om ändringen i stället.");
        }

        var standing = Standing(null);
        if (standing.IsTakenBack(reverted))
        {
            throw new RuleViolation("Ändringen är redan återtagen.");
        }

        var touched = standing.TouchedBy(reverted);
        if (touched.Select(standing.LastOf).FirstOrDefault(last => last.Id != reverted.Id) is { } later)
        {
            throw new RuleViolation($"En senare ändring, som gäller från {Written(later.HoldsFrom)}, bygger på den här. Ta tillbaka den först.");
        }

        foreach (var unit in touched)
        {
            var without = unit.CourseOf(p => p.ReorganizationId is not { } id || (id != reverted.Id && standing.Holds(id)));
            foreach (var now in unit.Course())
            {
                var wanted = without.LastOrDefault(p => p.HoldsFrom <= now.HoldsFrom);
                if (wanted is null ? !now.IsClosed : !SaysTheSame(wanted, now))
                {
                    var from = wanted ?? now;
                    unit.Append(from.Name, from.ParentId, from.AboutStaff, wanted?.IsClosed ?? true, made.Id, now.HoldsFrom, made.Recorded);
                }
            }
        }
    }

    private static bool SaysTheSame(Placement one, Placement other) =>
        (one.Name, one.ParentId, one.AboutStaff, one.IsClosed) == (other.Name, other.ParentId, other.AboutStaff, other.IsClosed);
}
