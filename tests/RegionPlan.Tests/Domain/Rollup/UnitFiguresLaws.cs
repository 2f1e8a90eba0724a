using FsCheck;
using FsCheck.Fluent;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Rollup;

/// <summary>What holds for every sum, however the units hang together: what no mean of percentages would pass.</summary>
public sealed class UnitFiguresLaws
{
    /// <summary>What one enhet records, and which of the basenheter and områden it stands under.</summary>
    private sealed record Leaf(int Numerator, int Denominator, int Department, int Division);

    [Fact]
    public void The_region_is_all_numerators_over_all_denominators() =>
        Prop.ForAll(Leaves(), leaves => Region(leaves) == OutcomeValue.OfRatio(leaves.Sum(l => l.Numerator), leaves.Sum(l => l.Denominator), 100))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void How_the_units_are_grouped_does_not_matter() =>
        Prop.ForAll(Leaves(), Gen.Choose(0, 2).ArrayOf(12).ToArbitrary(), (leaves, other) =>
            Region(leaves) == Region([.. leaves.Select((leaf, i) => leaf with { Department = other[i % 12], Division = other[(i + 5) % 12] })]))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_unit_split_in_two_leaves_the_sum_as_it_was() =>
        Prop.ForAll(Leaves().Filter(l => l[0].Denominator > 1), leaves =>
        {
            var first = leaves[0];
            var part = first with { Numerator = first.Numerator / 3, Denominator = Math.Max(first.Denominator / 2, 1) };
            part = part with { Numerator = Math.Min(part.Numerator, part.Denominator) };
            var rest = first with { Numerator = first.Numerator - part.Numerator, Denominator = first.Denominator - part.Denominator };
            return rest.Denominator == 0 || rest.Numerator > rest.Denominator || Region(leaves) == Region([part, rest, .. leaves.Skip(1)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_lies_between_its_lowest_and_its_highest_part() =>
        Prop.ForAll(Leaves(), leaves =>
        {
            var shares = leaves.ConvertAll(l => OutcomeValue.OfRatio(l.Numerator, l.Denominator, 100).Amount);
            return Region(leaves).Amount >= shares.Min() && Region(leaves).Amount <= shares.Max();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_larger_unit_weighs_more_than_a_smaller() =>
        Prop.ForAll(Gen.Choose(2, 500).ToArbitrary(), size =>
            Region([new(size, size, 0, 0), new(0, 1, 0, 0)]).Amount == OutcomeValue.OfRatio(size, size + 1, 100).Amount)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_level_is_the_sum_of_the_level_below() =>
        Prop.ForAll(Leaves(), leaves =>
        {
            var given = Build(leaves);
            return Enumerable.Range(0, 3).All(d =>
                given.Of($"omrade-{d}").Value?.Denominator == Sum(leaves.Where(l => l.Division == d).Select(l => l.Denominator)));
        }).QuickCheckThrowOnFailure();

    private static decimal? Sum(IEnumerable<int> denominators) => denominators.Select(d => (decimal?)d).DefaultIfEmpty().Aggregate((a, b) => a + b);

    private static OutcomeValue Region(List<Leaf> leaves) => Build(leaves).Of("region").Value!;

    private static GivenFigures Build(List<Leaf> leaves)
    {
        var given = new GivenFigures();
        for (var division = 0; division < 3; division++)
        {
            given.Unit($"omrade-{division}", UnitKind.Division, "forvaltning");
            for (var department = 0; department < 3; department++)
            {
                given.Unit($"basenhet-{division}-{department}", UnitKind.Department, $"omrade-{division}");
            }
        }

        foreach (var (i, leaf) in leaves.Index())
        {
            given.Unit($"enhet-{i}", UnitKind.Unit, $"basenhet-{leaf.Division}-{leaf.Department}").Records($"enhet-{i}", leaf.Numerator, leaf.Denominator);
        }

        return given;
    }

    private static Arbitrary<List<Leaf>> Leaves() =>
        (from denominator in Gen.Choose(1, 5000)
         from numerator in Gen.Choose(0, denominator)
         from department in Gen.Choose(0, 2)
         from division in Gen.Choose(0, 2)
         select new Leaf(numerator, denominator, department, division)).NonEmptyListOf().Select(l => l.Take(12).ToList()).ToArbitrary();
}
