using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

public sealed class BridgeDrawingTests
{
    private static readonly BridgeDrawing Drawing = new(
        [new("Resultat", 266, IsLevel: true), new("Återställning", -229), new("Reserv", 10), new("Balanskravsresultat", 47, IsLevel: true)], "wide", 760);

    [Fact]
    public void A_level_begins_at_zero_and_a_change_where_the_step_before_it_ended()
    {
        Drawing.Bars[0].X.ShouldBe(Drawing.Zero, 0.01);
        Drawing.Bars[3].X.ShouldBe(Drawing.Zero, 0.01);
        (Drawing.Bars[1].X + Drawing.Bars[1].Length).ShouldBe(Drawing.Bars[0].X + Drawing.Bars[0].Length, 0.01);
        Drawing.Bars[2].X.ShouldBe(Drawing.Bars[1].X, 0.01);
        (Drawing.Bars[2].X + Drawing.Bars[2].Length).ShouldBe(Drawing.Bars[3].X + Drawing.Bars[3].Length, 0.01);
    }

    [Fact]
    public void What_is_added_and_what_is_taken_differ_in_kind_and_sign() =>
        Drawing.Bars.Select(b => (b.Kind, b.Text)).ShouldBe([("level", "266,0"), ("down", "−229,0"), ("up", "+10,0"), ("level", "47,0")]);

    [Fact]
    public void A_negative_level_goes_to_the_left_of_zero()
    {
        var drawing = new BridgeDrawing([new("Resultat", -177.1m, IsLevel: true), new("RUR", 177.1m), new("Balanskravsresultat", 0, IsLevel: true)], "narrow", 380);

        drawing.Bars[0].X.ShouldBeLessThan(drawing.Zero);
        drawing.Bars[2].Length.ShouldBe(0, 0.01);
    }

    [Fact]
    public void Every_amount_stands_within_the_picture()
    {
        foreach (var bar in Drawing.Bars)
        {
            (bar.TextX + (bar.Text.Length * 7)).ShouldBeLessThan(Drawing.Width);
        }
    }
}
