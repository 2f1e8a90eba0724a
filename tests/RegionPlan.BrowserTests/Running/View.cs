using Microsoft.Playwright;

namespace RegionPlan.BrowserTests.Running;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">CSS pixels: 1366 a laptop, 768 a tablet, 320 the narrowest the law asks for.</param>
/// <param name="Dark">The reader prefers dark colours.</param>
/// <param name="Script">JavaScript is on.</param>
public sealed record View(int Width = 1366, bool Dark = false, bool Script = true)
{
    public static readonly View Laptop = new();
    public static readonly View Phone = new(320);
    public static readonly View WithoutScript = new(Script: false);

    public int Height => Width switch { < 600 => 640, < 1000 => 1024, _ => 900 };

    internal BrowserNewContextOptions Options(string address) => new()
    {
        BaseURL = address,
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = Script,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "sv-SE",
        TimezoneId = "Europe/Stockholm",
    };
}
