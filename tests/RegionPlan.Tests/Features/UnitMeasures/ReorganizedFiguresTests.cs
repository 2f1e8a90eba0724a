using RegionPlan.Domain.Organization;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Cascade;
using RegionPlan.Tests.Features.OpenData;

namespace RegionPlan.Tests.Features.UnitMeasures;

/// <summary>From 1 July 2025 ortopedmottagningen goes from Kalmar to Oskarshamn, and two hälsocentraler become one.</summary>
public sealed class ReorganizedFiguresTests : IAsyncLifetime
{
    private const string Merged = "halsocentral-exempel-mitt-och-kust";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(UnitDesk.Kalmar, "3.13", "Tertial 1 2025", "79,1 % exempel", "2 enheter: Kirurgmottagningen, Ortopedmottagningen (1 095/1 385)")]
    [InlineData(UnitDesk.Kalmar, "3.13", "Tertial 3 2025", "88,5 % exempel", "1 enhet: Kirurgmottagningen (655/740)")]
    [InlineData(UnitDesk.Oskarshamn, "3.13", "Tertial 1 2025", "88,4 % exempel", "1 enhet: Medicinmottagningen Oskarshamn (205/232)")]
    [InlineData(UnitDesk.Oskarshamn, "3.13", "Tertial 3 2025", "87,8 % exempel", "2 enheter: Medicinmottagningen Oskarshamn, Ortopedmottagningen (734/836)")]
    [InlineData(UnitDesk.Hsf, "3.13", "Tertial 1 2025", "81,3 % exempel", "(1 600/1 969)")]
    [InlineData(UnitDesk.Hsf, "3.13", "Tertial 3 2025", "88,3 % exempel", "(1 701/1 927)")]
    [InlineData("halsocentraler", "3.11", "Tertial 1 2025", "87,5 % exempel", "(2 915/3 332)")]
    [InlineData("halsocentraler", "3.11", "Tertial 2 2025", "86,5 % exempel", "(2 480/2 866)")]
    [InlineData("halsocentraler", "3.11", "Tertial 3 2025", "88,8 % exempel", "(3 025/3 406)")]
    public async Task Each_side_of_the_date_has_its_own_sum(string unit, string code, string period, string value, string from)
    {
        var shown = await app.Shown(unit, code, period);

        shown.Value.ShouldBe(value);
        shown.How.ShouldContain(from);
    }

    [Fact]
    public async Task What_was_read_before_a_reorganisation_was_recorded_is_unchanged_after_it()
    {
        string[] pages = [$"/styrkort/{UnitDesk.Kalmar}?ar=2025&asOf=2026-11-22", $"/styrkort/{UnitDesk.Hsf}?ar=2025&asOf=2026-11-22", "/matt/3.13?ar=2025&asOf=2026-11-22"];
        await app.RecordAt(UnitDesk.Kalmar, "4.5", "2025", "9/1000");
        var before = await Read();

        app.Clock.Advance(TimeSpan.FromDays(20));
        await app.Reorganize(new UnitChange.Move((await app.Unit("kirurgkliniken-kalmar")).Id, (await app.Unit(UnitDesk.Oskarshamn)).Id), "2025-06-01");

        (await Read()).ShouldBe(before);
        before[0].ShouldContain("Beräknat ur 1 enhet: Kirurgmottagningen (655/740)");
        (await app.Shown(UnitDesk.Kalmar, "3.13", "Helår 2025")).ShouldBe(("", ""));
        (await app.OnCard(UnitDesk.Kalmar, "3.13"))[0].ShouldContain("Tertial 1 2025.", Case.Sensitive, "the last period in which anything below it reported");
        (await app.Shown(UnitDesk.Oskarshamn, "3.13", "Helår 2025")).How.ShouldContain("Kirurgmottagningen");

        async Task<List<string>> Read()
        {
            List<string> read = [];
            foreach (var page in pages)
            {
                // The log of changes tells of all that is recorded, whenever one looks.
                var document = await app.Page(page);
                document.QuerySelector("[aria-labelledby=andringar]")?.Remove();
                read.Add(document.MainWords());
            }

            using var answer = await app.Get("/measures/4.5?year=2025&asOf=2026-11-22");
            read.Add(await answer.Content.ReadAsStringAsync());
            return read;
        }
    }

    [Fact]
    public async Task Restated_the_merged_units_are_summed_into_their_successor()
    {
        (await app.Shown(Merged, "3.11", "Helår 2024")).ShouldBe(("", ""), "as it was reported the unit did not stand then");
        (await app.Shown(Merged, "3.11", "Helår 2024", "?visa=omraknat")).ShouldBe(("85,2 % exempel", "Beräknat ur 2 enheters värden (3 230/3 790)."));
        (await app.Shown("halsocentraler", "3.11", "Helår 2024", "?visa=omraknat")).ShouldBe((
            "86,8 % exempel", "Beräknat ur 3 enheter: Hälsocentral, exempel Mitt och Kust, Hälsocentral, exempel Norr, Hälsocentral, exempel Söder (8 560/9 860)."));
        (await app.Shown(UnitDesk.Kalmar, "3.13", "Tertial 1 2025", "?visa=omraknat")).How.ShouldContain("1 enhet: Kirurgmottagningen (640/735)");
        (await app.Page(await app.MeasurePath("halsocentral-exempel-mitt", "3.11") + "?visa=omraknat")).MainWords().ShouldContain(
            "Hälsocentral, exempel Mitt finns inte i dagens organisation.");
    }

    [Fact]
    public async Task What_cannot_be_placed_in_the_organisation_of_today_is_told_where_it_stood_and_only_there()
    {
        const string Told = "Kan inte räknas om till dagens organisation, eftersom enheten delades, upphörde eller bara har procent: Hälsocentral, exempel Norr.";
        var parent = (await app.Unit("halsocentraler")).Id;
        await app.Reorganize(
            new UnitChange.Split((await app.Unit("halsocentral-exempel-norr")).Id, [new("Norr ett", UnitKind.Department, parent), new("Norr två", UnitKind.Department, parent)]),
            "2026-03-01");

        foreach (var unit in new[] { "halsocentraler", UnitDesk.Board })
        {
            var shown = await app.Shown(unit, "3.11", "Helår 2024", "?visa=omraknat");
            shown.Value.ShouldBe("85,7 % exempel");
            shown.How.ShouldContain("(6 350/7 410)");
            shown.How.ShouldContain(Told);
            (await app.Shown(unit, "3.11", "Helår 2024")).How.ShouldContain("(8 560/9 860)");
        }

        (await app.Shown(Merged, "3.11", "Helår 2024", "?visa=omraknat")).How.ShouldNotContain("Kan inte");
        (await app.Page(await app.MeasurePath("folktandvarden", "3.11") + "?visa=omraknat")).MainWords().ShouldNotContain("Kan inte räknas om");
    }

    [Fact]
    public async Task A_period_of_which_nothing_can_be_placed_is_still_told()
    {
        await app.Reorganize(new UnitChange.Close((await app.Unit("kirurgmottagningen-kalmar")).Id), "2026-03-01");

        var shown = await app.Shown(UnitDesk.Kalmar, "3.13", "Tertial 3 2025", "?visa=omraknat");
        shown.Value.ShouldBe("–");
        shown.How.ShouldEndWith("eftersom enheten delades, upphörde eller bara har procent: Kirurgmottagningen.");
    }
}
