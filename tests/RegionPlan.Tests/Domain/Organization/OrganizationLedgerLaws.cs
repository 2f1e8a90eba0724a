using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.Organization;

/// <summary>What holds whatever is done to the organisation, in whatever order, and whether it is carried out or refused.</summary>
public sealed class OrganizationLedgerLaws
{
    private static readonly DateOnly First = Given.Day("2024-01-01");
    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, 9).Select(n => First.AddMonths(n * 4))];

    private int carriedOut;
    private int refused;

    [Fact]
    public void Every_standing_unit_but_the_region_has_a_standing_parent_of_a_higher_kind_on_every_day()
    {
        Prop.ForAll(Histories(), steps =>
        {
            var given = Carry(steps, (_, _) => { });
            return DaysOf(given).All(day =>
            {
                var tree = new OrganizationTree(given.Ledger.Units, day);
                return tree.All.Count(b => b.Placement.ParentId is null) == 1 && tree.All
                    .Where(b => b.Placement.ParentId is not null)
                    .All(b => tree.Find(b.Placement.ParentId) is { } parent && parent.Unit.Kind < b.Unit.Kind);
            });
        }).QuickCheckThrowOnFailure();
        carriedOut.ShouldBeGreaterThan(100, "else nothing is shown");
        refused.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Nobody_disappears_without_a_recorded_closing() => Prop.ForAll(Histories(), steps =>
    {
        var sound = true;
        Carry(steps, (given, change) =>
        {
            foreach (var day in DaysOf(given).Where(d => d >= change.HoldsFrom))
            {
                var before = new OrganizationTree(given.Ledger.Units, day, change.Recorded.At.AddTicks(-1));
                var after = new OrganizationTree(given.Ledger.Units, day);
                sound &= before.All.Where(b => after.Find(b.Unit.Id) is null)
                    .All(b => b.Unit.Placements.Any(p => p.IsClosed && p.ReorganizationId == change.Id && p.HoldsFrom <= day));
            }
        });
        return sound;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tree_as_of_before_a_change_and_a_day_before_it_holds_are_what_they_were() => Prop.ForAll(Histories(), steps =>
    {
        List<(DateTimeOffset AsOf, DateOnly Day, string Lines)> seen = [];
        var sound = true;
        var given = Carry(steps, (given, change) =>
        {
            foreach (var day in Days)
            {
                seen.Add((change.Recorded.At, day, LinesOf(given, day, null)));
                sound &= day >= change.HoldsFrom || LinesOf(given, day, null) == LinesOf(given, day, change.Recorded.At.AddTicks(-1));
            }
        });
        return sound && seen.TrueForAll(s => LinesOf(given, s.Day, s.AsOf) == s.Lines);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refused_change_leaves_no_trace() => Prop.ForAll(Histories(), steps =>
    {
        var given = new GivenOrganization();
        foreach (var step in steps)
        {
            var (before, version) = (Traces(given), given.Ledger.Version);
            if (Try(given, step) is null && (Traces(given) != before || given.Ledger.Version != version))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_everything_back_from_the_last_to_the_first_gives_the_organization_one_began_with() => Prop.ForAll(Histories(), steps =>
    {
        var began = Days.Select(d => LinesOf(new GivenOrganization(), d, null)).ToList();
        var given = Carry(steps, (_, _) => { });
        foreach (var change in given.Ledger.Changes.Reverse().Where(c => c.Kind != ReorganizationKind.Reverted && !given.Ledger.IsTakenBack(c)).ToList())
        {
            var revert = given.Revert(change);
            if (given.Ledger.TakenBackBy(revert) != change)
            {
                return false;
            }
        }

        return Days.Select(d => LinesOf(given, d, null)).SequenceEqual(began);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Successors_stand_and_only_closed_units_have_them() => Prop.ForAll(Histories(), steps =>
    {
        var given = Carry(steps, (_, _) => { });
        return DaysOf(given).All(day => given.Ledger.Units.All(u => given.Ledger.SuccessorsOf(u, day) is var successors
            && (successors.Count == 0 || u.On(day) is { IsClosed: true })
            && successors.All(s => s.Placements.Any(p => !p.IsClosed))));
    }).QuickCheckThrowOnFailure();

    private static string Traces(GivenOrganization given) =>
        string.Join('|', given.Ledger.Units.SelectMany(u => u.Placements.Select(p => $"{u.Key} {p.Id}")).Order(StringComparer.Ordinal)) + given.Ledger.Founded.Count;

    private static string LinesOf(GivenOrganization given, DateOnly day, DateTimeOffset? asOf) =>
        string.Join('|', GivenOrganization.LinesOf(new(given.Ledger.Units, day, asOf)));

    private static IEnumerable<DateOnly> DaysOf(GivenOrganization given) =>
        given.Ledger.Units.SelectMany(u => u.Placements).Select(p => p.HoldsFrom).SelectMany(d => new[] { d.AddDays(-1), d }).Where(d => d >= First).Append(First).Distinct();

    private GivenOrganization Carry(IEnumerable<Step> steps, Action<GivenOrganization, Reorganization> seen)
    {
        var given = new GivenOrganization();
        foreach (var step in steps)
        {
            if (Try(given, step) is { } made)
            {
                carriedOut++;
                seen(given, made);
            }
            else
            {
                refused++;
            }
        }

        return given;
    }

    private static Reorganization? Try(GivenOrganization given, Step step)
    {
        var units = given.Ledger.Units.OrderBy(u => u.Key, StringComparer.Ordinal).ToList();
        Guid At(int index) => units[index % units.Count].Id;
        NewUnit New(int name) => new($"Enhet {name % 6}", step.Kind, At(step.C));
        UnitChange? change = step.What switch
        {
            ReorganizationKind.Founded => new UnitChange.Found(New(step.A)),
            ReorganizationKind.Renamed => new UnitChange.Rename(At(step.A), $"Namn {step.B % 5}"),
            ReorganizationKind.Moved => new UnitChange.Move(At(step.A), At(step.B)),
            ReorganizationKind.Merged => step.A % 2 == 0
                ? new UnitChange.Merge([At(step.A), At(step.B)], New(step.A))
                : new UnitChange.MergeInto([At(step.A)], At(step.B)),
            ReorganizationKind.Split => new UnitChange.Split(At(step.A), [New(step.A), New(step.A + 1)]),
            ReorganizationKind.Closed => new UnitChange.Close(At(step.A)),
            ReorganizationKind.Reverted => given.Ledger.Changes is { Count: > 0 } made ? new UnitChange.Revert(made[step.A % made.Count].Id) : null,
        };
        try
        {
            return change is null ? null : given.Change(Days[step.Day].ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), change);
        }
        catch (RuleViolation)
        {
            return null;
        }
    }

    /// <summary>Up to fifteen changes of any kind of any units on a few days, so that they often meet.</summary>
    private static Arbitrary<List<Step>> Histories() => Arb.From(
        from size in Gen.Choose(1, 15)
        from steps in Gen.ArrayOf(
            from what in Gen.Elements(Enum.GetValues<ReorganizationKind>())
            from kind in Gen.Elements(UnitKind.Administration, UnitKind.Division, UnitKind.Department, UnitKind.Unit)
            from a in Gen.Choose(0, 60)
            from b in Gen.Choose(0, 60)
            from c in Gen.Choose(0, 60)
            from day in Gen.Choose(0, Days.Length - 1)
            select new Step(what, kind, a, b, c, day),
            size)
        select steps.ToList());

    /// <summary>A change to try: of which units, what it makes, and from which of the days.</summary>
    public sealed record Step(ReorganizationKind What, UnitKind Kind, int A, int B, int C, int Day);
}
