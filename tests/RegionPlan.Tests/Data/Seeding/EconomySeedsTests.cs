using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Data.Seeding;

/// <summary>The budget as the reference seeds load it, derived, against the totals typed here from the plan's own tables (regionplan 2024-2026).</summary>
public sealed class EconomySeedsTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>The plan's own sums of 2024, 2025 and 2026; the second figure of a pair is what is printed in place of the derived.</summary>
    private const string Totals = """
        Board regionstyrelsen              | -6253.2  | -6264.8           | -6263.5
        Board regionala-utvecklingsnamnden | -181.6   | -181.6            | -181.6
        Board kollektivtrafiknamnden       | -686.4   | -686.4            | -686.4
        Boards                             | -7121.2  | -7132.8           | -7131.5
        Frames                             | -9679.2  | -9798.2           | -10254.6
        NetCost                            | -10005.7 | -10186.6/-10186.5 | -10706.9
        TaxesAndGrants                     | 10230    | 10537             | 10864
        Financing                          | 9828.6   | 10452.6           | 10846.6
        Result                             | -177.1   | 266.0             | 139.7
        BalanceResult                      | 0        | 37                | 139.7/140
        Investments                        | 1283.9/1284 | 1160.3         | 841.6
        """;

    public static TheoryData<string, int, decimal, decimal> Sums
    {
        get
        {
            var data = new TheoryData<string, int, decimal, decimal>();
            foreach (var line in Totals.Split('\n'))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                foreach (var (index, cell) in cells[1..].Index())
                {
                    var pair = cell.Split('/').Select(t => decimal.Parse(t, CultureInfo.InvariantCulture)).ToList();
                    data.Add(cells[0], 2024 + index, pair[0], pair[^1]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sums))]
    public async Task Every_sum_of_the_plan_is_derived_to_the_tenth(string sum, int year, decimal derived, decimal printed)
    {
        var found = Find(await YearAsync(year), sum, await RegionUnitsAsync());

        found.Amount.ShouldBe(derived);
        found.Missing.ShouldBeEmpty();
        found.Printed?.Amount.ShouldBe(printed);
    }

    [Fact]
    public async Task Only_the_nettokostnader_of_2025_differ_from_what_the_plan_prints()
    {
        var differing = new List<(BudgetSum, int)>();
        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            var budget = await YearAsync(year);
            differing.AddRange(All(budget).Where(s => s.DiffersFromPrinted).Select(s => (s.Sum, year)));
            All(budget).Count(s => s.Printed is not null).ShouldBeGreaterThan(9);
        }

        differing.ShouldBe([(BudgetSum.NetCost, 2025)]);
    }

    [Theory]
    [InlineData(2024, 204.6, -1.7, false)]
    [InlineData(2025, 210.7, 2.5, true)]
    [InlineData(2026, 217.3, 1.3, false)]
    public async Task The_resultatmal_is_two_percent_of_taxes_and_grants(int year, decimal amount, decimal percent, bool reached)
    {
        var target = (await YearAsync(year)).Target!;

        (Mnkr.Rounded(target.Amount, 1), Mnkr.Rounded(target.ResultPercent!.Value, 1), target.IsReached).ShouldBe((amount, percent, reached));
    }

    [Fact]
    public async Task The_deficit_of_2023_is_restored_in_2025_within_three_years()
    {
        var bridge = (await YearAsync(2024)).Bridge;
        (bridge.Reserves.Single().Amount, bridge.BalanceResult.Amount).ShouldBe((177.1m, 0m));
        bridge.ToRestore.ShouldNotBeNull();
        (bridge.ToRestore.Amount, bridge.ToRestore.By, bridge.ToRestore.Left).ShouldBe((228.9m, 2026, 228.9m));

        (await YearAsync(2025)).Bridge.ToRestore!.Left.ShouldBe(0);
    }

    [Fact]
    public async Task Rows_that_tell_a_part_add_up_to_no_more_than_the_row_they_are_part_of()
    {
        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            var budget = await YearAsync(year);
            var rows = Enum.GetValues<BudgetSection>().SelectMany(budget.RowsIn).Where(r => r.Parts.Count > 0).ToList();
            rows.Count.ShouldBe(3);
            rows.ShouldAllBe(r => Math.Abs(r.Parts.Sum(p => p.Amount!.Value)) <= Math.Abs(r.Amount!.Value));
            rows.Where(r => r.Post.Section != BudgetSection.BoardFrame).ShouldAllBe(r => r.Parts.Sum(p => p.Amount) == r.Amount);
        }
    }

    [Fact]
    public async Task Rows_without_a_unit_are_posts_under_their_namnd_and_every_amount_names_its_source()
    {
        await using var db = app.Db();
        var posts = await db.Set<BudgetPost>().Include(p => p.Definitions).Include(p => p.Amounts).ToListAsync();
        var keys = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Key);

        posts.Where(p => p.Definitions[0] is { UnitId: null, BoardId: not null }).Select(p => $"{p.Definitions[0].Name} ({keys[p.Definitions[0].BoardId!.Value]})").ShouldBe(
            [
                "Regionrevisionen (regionstyrelsen)", "Förtroendevalda (regionstyrelsen)", "Beställd vård (regionstyrelsen)",
                "Övrig centraladministrerad verksamhet (regionstyrelsen)", "Köpt vård (regionstyrelsen)", "Läkemedel (regionstyrelsen)",
            ],
            ignoreOrder: true);
        keys[posts.Single(p => p.Key == "regiondirektorens-stab").Definitions[0].UnitId!.Value].ShouldBe("regionstaben");
        posts.SelectMany(p => p.Amounts).ShouldAllBe(a => a.Source.StartsWith("Regionplan 2024-2026, "));
    }

    [Fact]
    public async Task The_forecast_of_2025_after_october_is_there_with_its_source()
    {
        await using var db = app.Db();

        var forecast = await db.Set<ResultForecast>().SingleAsync(f => f.Year == 2025);

        forecast.Through.ShouldBe(Period.OfMonth(2025, 10));
        (forecast.Figures.Result, forecast.Figures.Budget, forecast.Figures.Deviation, forecast.Figures.BalanceResult).ShouldBe((435m, 364m, 71m, 351m));
        forecast.Source.ShouldContain("10 december 2025");
    }

    private static IEnumerable<DerivedSum> All(BudgetYear y) =>
        [.. y.Boards, y.BoardsTotal, y.Frames, y.NetCost, y.TaxesAndGrants, y.Financing, y.Result, y.Bridge.BalanceResult, y.Investments];

    private static DerivedSum Find(BudgetYear year, string sum, Dictionary<string, Guid> units)
    {
        var words = sum.Split(' ');
        var unit = units[words.Length > 1 ? words[1] : OrganizationUnit.RegionKey];
        return All(year).Single(s => s.Sum.ToString() == words[0] && s.UnitId == unit);
    }

    private async Task<Dictionary<string, Guid>> RegionUnitsAsync()
    {
        await using var db = app.Db();
        return await db.Units.ToDictionaryAsync(u => u.Key, u => u.Id);
    }

    private async Task<BudgetYear> YearAsync(int year)
    {
        await using var db = app.Db();
        var plan = await db.Plans.SingleAsync(p => p.Key == "2024-2026");
        return BudgetYear.Of(
            new(
                plan,
                (await RegionUnitsAsync())[OrganizationUnit.RegionKey],
                await db.Set<BudgetPost>().Include(p => p.Definitions).Include(p => p.Amounts).ToListAsync(),
                await db.Set<PrintedSum>().ToListAsync(),
                await db.Set<ResultGoal>().ToListAsync(),
                await db.Set<ResultForecast>().ToListAsync()),
            year);
    }
}
