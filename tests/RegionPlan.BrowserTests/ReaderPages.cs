using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;

namespace RegionPlan.BrowserTests;

/// <summary>The pages anyone may read, and in which views they are tried. REGIONPLAN_FULL=1 tries every page in every view.</summary>
public static class ReaderPages
{
    public static readonly IReadOnlyList<string> Urls =
    [
        "/", "/?ar=2025", "/?plan=2026-2028", "/?ar=abc",
        "/mal/1", "/mal/2", "/mal/3", "/mal/4", "/mal/5", "/mal/1?ar=2025",
        "/matt/3.11", "/matt/1.7", "/matt/2.1", "/matt/4.1", "/matt/5.2", "/matt/9.9", "/matt/3.11?ar=2025",
        "/styrkort", "/styrkort?ar=2030", "/styrkort?sok=folk", "/styrkort/folktandvarden?ar=2024", "/styrkort/regionstyrelsen?ar=2025",
        "/styrkort/kontaktcenter?ar=2024", "/styrkort/finns-inte",
        "/malkedja", "/malkedja?ar=2030", "/malkedja?sok=tandv%C3%A5rd", "/malkedja?sok=ingenting-alls",
        "/arshjul?ar=2026", "/arshjul?ar=2031",
        "/bedomning?uppfoljning=2024-arsredovisning-1", "/bedomning?uppfoljning=finns-inte", "/bedomning/2024-arsredovisning-1/3/regionstyrelsen",
        "/organisation", "/organisation?sok=kalmar&datum=2025-06-30",
        "/ekonomi?ar=2024", "/ekonomi?ar=2025", "/ekonomi?ar=2031",
        "/ekonomi?ar=2025&uppfoljning=2025-delarsrapport-1", "/ekonomi/post/kopt-vard?ar=2025", "/ekonomi/post/finns-inte",
        "/rapporter", "/rapporter?ar=2025", "/rapporter/2025-delarsrapport-2/region-kalmar-lan",
        "/underlag/summa/2025-08/resultat/prognos", "/underlag/summa/2025-08/ramar/avvikelse?asOf=abc", "/underlag/post/2025-08/lakemedel/forandring", "/underlag/summa/2025-08/finns-inte/prognos",
    ];

    public static TheoryData<string> All => [.. Urls];

    public static TheoryData<string, int, string> AllInViews
    {
        get
        {
            (int Width, string Colours)[] views = Environment.GetEnvironmentVariable("REGIONPLAN_FULL") == "1"
                ? [.. new[] { 1366, 768, 320 }.SelectMany(width => new[] { (width, Light), (width, Dark) })]
                : [(1366, Light), (320, Dark)];
            var data = new TheoryData<string, int, string>();
            foreach (var url in Urls)
            {
                foreach (var (width, colours) in views)
                {
                    data.Add(url, width, colours);
                }
            }

            return data;
        }
    }

    private static string Light => "light";

    private static string Dark => "dark";

    public static View View(int width, string colours) => new(width, colours == Dark);

    /// <summary>Opens every details element, so that what they hold is tried too.</summary>
    public static async Task OpenAllDetails(this IPage page) =>
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
}
