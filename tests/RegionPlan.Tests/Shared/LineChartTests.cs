using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

/// <summary>The chart as it is drawn: read from the SVG of its wide size.</summary>
public sealed class LineChartTests : BunitContext
{
    [Fact]
    public void Values_in_a_row_are_joined_and_each_has_a_marker()
    {
        var chart = Draw([Outcomes((2022, 80m), (2023, 85m), (2024, 90m))]);

        Strokes(chart).ShouldHaveSingleItem().Length.ShouldBe(3);
        chart.QuerySelectorAll("path[data-kind=outcome]").Length.ShouldBe(3);
        var points = Strokes(chart)[0];
        (points[0].X < points[1].X && points[1].X < points[2].X).ShouldBeTrue("time goes to the right");
        (points[0].Y > points[1].Y && points[1].Y > points[2].Y).ShouldBeTrue("higher values stand higher");
        (points[1].X - points[0].X).ShouldBe(points[2].X - points[1].X, 0.2, "years are evenly spaced");
    }

    [Fact]
    public void A_missing_year_is_a_gap_and_not_joined()
    {
        var chart = Draw([Outcomes((2020, 80m), (2021, 81m), (2022, null), (2023, 85m), (2024, 86m))]);

        Strokes(chart).Select(s => s.Length).ShouldBe([2, 2]);
        chart.QuerySelectorAll("path[data-kind=outcome]").Length.ShouldBe(4);
    }

    [Fact]
    public void A_value_alone_between_gaps_is_a_marker_without_a_line()
    {
        var chart = Draw([Outcomes((2022, 80m), (2023, null), (2024, 90m))]);

        Strokes(chart).ShouldBeEmpty();
        chart.QuerySelectorAll("path[data-kind=outcome]").Length.ShouldBe(2);
    }

    [Fact]
    public void A_break_in_the_definition_ends_the_line_and_is_marked_between_the_years()
    {
        var line = new LineChart.Line("Utfall", LineKind.Outcome, [new(2022, 80m), new(2023, 81m), new(2024, 90m, BreakBefore: true), new(2025, 91m)]);
        var chart = Draw([line], breaks: [(2024, "Ny källa")]);

        var strokes = Strokes(chart);
        strokes.Select(s => s.Length).ShouldBe([2, 2]);
        var mark = Number(chart.QuerySelector(".rp-chart-break")!, "x1");
        mark.ShouldBeInRange(strokes[0][^1].X, strokes[1][0].X);
        chart.TextContent.ShouldContain("2024: Ny källa");
    }

    [Fact]
    public void One_value_alone_is_drawn_within_the_picture()
    {
        var chart = Draw([Outcomes((2024, 89.5m))]);

        Strokes(chart).ShouldBeEmpty();
        chart.QuerySelectorAll("path[data-kind=outcome]").Length.ShouldBe(1);
        Texts(chart).ShouldContain("Utfall 89,5");
    }

    [Fact]
    public void A_flat_series_is_a_level_line()
    {
        var points = Strokes(Draw([Outcomes((2022, 18m), (2023, 18m), (2024, 18m))]))[0];

        points.Select(p => p.Y).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Negative_values_have_a_real_minus_sign()
    {
        var chart = Draw([Outcomes((2023, -3.1m), (2024, -0.3m))], shortTerm: [(2024, 0m)]);

        Texts(chart).ShouldContain("Utfall −0,3");
        Texts(chart).ShouldNotContain(t => t.Contains('-'));
        Texts(chart).ShouldContain("Målvärde 0");
    }

    [Fact]
    public void Without_any_value_the_picture_says_so()
    {
        var chart = Draw([Outcomes((2023, null), (2024, null))]);

        Strokes(chart).ShouldBeEmpty();
        Texts(chart).ShouldContain("Inga utfall att visa");
    }

    [Fact]
    public void Without_any_year_the_picture_says_so()
    {
        Texts(Draw([])).ShouldContain("Inga utfall att visa");
        Texts(Draw([new("Utfall", LineKind.Outcome, [])])).ShouldContain("Inga utfall att visa");
    }

    [Fact]
    public void Targets_are_within_the_axis_though_far_from_the_outcomes()
    {
        var chart = Draw([Outcomes((2023, 50m), (2024, 52m))], shortTerm: [(2024, 90m)], longTerm: [(null, 95m), (2030, 20m)]);
        var height = Number(chart, "viewBox", 3);

        chart.QuerySelectorAll(".rp-chart-shortterm, .rp-chart-longterm").Length.ShouldBe(3);
        chart.QuerySelectorAll(".rp-chart-shortterm, .rp-chart-longterm").ShouldAllBe(l => Number(l, "y1", 0) > 0 && Number(l, "y1", 0) < height);
        Texts(chart).ShouldContain("Långsiktigt målvärde 95\u00a0%");
        Texts(chart).ShouldContain("Långsiktigt målvärde 20\u00a0% (2030)");
    }

    [Fact]
    public void An_example_is_drawn_hollow_and_said()
    {
        var drawn = Render<LineChart>(p => p.Add(c => c.Id, "d").Add(c => c.Title, "T").Add(c => c.Description, "D").Add(c => c.Unit, "%")
            .Add(c => c.Lines, [new("Utfall", LineKind.Outcome, [new(2023, 1m), new(2024, 2m, IsExample: true)])]));

        drawn.FindAll("svg[data-size-of=wide] path[data-example]").Count.ShouldBe(1);
        drawn.Markup.ShouldContain("Ofyllda markeringar är exempelvärden.");
    }

    [Fact]
    public void Every_coordinate_is_a_number_that_browsers_read()
    {
        var drawn = Render<LineChart>(p => p.Add(c => c.Id, "d").Add(c => c.Title, "T").Add(c => c.Description, "D").Add(c => c.Unit, "per 1 000").Add(c => c.Decimals, 2)
            .Add(c => c.Lines, [Outcomes((2016, -0.35m), (2019, 1234.56m), (2024, 0m))]).Add(c => c.ShortTermTargets, [(2024, 0.1m)]));

        foreach (var attribute in drawn.FindAll("svg *").SelectMany(e => e.Attributes).Where(a => a.Name is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "points"))
        {
            attribute.Value.Split(' ', ',').ShouldAllBe(n => double.IsFinite(double.Parse(n, NumberStyles.Float, CultureInfo.InvariantCulture)), attribute.Name);
        }
    }

    [Fact]
    public void The_table_beside_the_chart_says_what_is_missing_and_what_is_an_example()
    {
        var table = Render<ChartTable>(p => p.Add(c => c.Caption, "Mått").Add(c => c.Unit, "%").Add(c => c.Decimals, 1)
            .Add(c => c.Lines, [new("Utfall", LineKind.Outcome, [new(2022, -0.3m), new(2023, null), new(2024, 2m, IsExample: true)])])
            .Add(c => c.ShortTermTargets, [(2024, 3m)]).Add(c => c.LongTermTargets, [(2030, 5m)]).Add(c => c.Breaks, [(2024, "Ny källa")]));

        table.FindAll("tbody tr").Select(r => r.Words()).ShouldBe(["2022 −0,3 – saknas", "2023 – saknas – saknas", "2024 2,0 (exempel) 3,0"]);
        table.FindAll("p").Select(p => p.Words()).ShouldBe(["Långsiktigt målvärde: 5 % år 2030.", "Brott i serien 2024: Ny källa"]);
        table.Find("caption").Words().ShouldBe("Mått, %");
    }

    private static LineChart.Line Outcomes(params (int Year, decimal? Value)[] points) =>
        new("Utfall", LineKind.Outcome, [.. points.Select(p => new LineChart.Point(p.Year, p.Value))]);

    private static List<(double X, double Y)[]> Strokes(IElement chart) =>
    [
        .. chart.QuerySelectorAll("polyline").Select(p => p.GetAttribute("points")!.Split(' ')
            .Select(pair => pair.Split(',')).Select(n => (double.Parse(n[0], CultureInfo.InvariantCulture), double.Parse(n[1], CultureInfo.InvariantCulture))).ToArray()),
    ];

    private static IReadOnlyList<string> Texts(IElement chart) => [.. chart.QuerySelectorAll("text").Select(t => t.TextContent)];

    private static double Number(IElement element, string attribute, int part = 0) =>
        double.Parse(element.GetAttribute(attribute)!.Split(' ')[part], CultureInfo.InvariantCulture);

    private IElement Draw(
        IReadOnlyList<LineChart.Line> lines,
        IReadOnlyList<(int Year, decimal Value)>? shortTerm = null,
        IReadOnlyList<(int? Year, decimal Value)>? longTerm = null,
        IReadOnlyList<(int Year, string Text)>? breaks = null) =>
        Render<LineChart>(p => p.Add(c => c.Id, "d").Add(c => c.Title, "Titel").Add(c => c.Description, "Beskrivning").Add(c => c.Unit, "%").Add(c => c.Decimals, 1)
            .Add(c => c.Lines, lines).Add(c => c.ShortTermTargets, shortTerm ?? []).Add(c => c.LongTermTargets, longTerm ?? []).Add(c => c.Breaks, breaks ?? []))
            .Find("svg[data-size-of=wide]");
}
