using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Domain;
using RegionPlan.Tests.Features.Administration.Organization;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.UnitMeasures;

/// <summary>Figures of units, recorded as an approval does or as a seed does, and the pages that show them.</summary>
internal static class UnitDesk
{
    internal const string Hsf = "halso-och-sjukvardsforvaltningen";
    internal const string Kalmar = "lanssjukhuset-i-kalmar";
    internal const string Vastervik = "vasterviks-sjukhus";
    internal const string Oskarshamn = "oskarshamns-sjukhus";
    internal const string Board = "regionstyrelsen";

    internal static async Task<FigureKey> UnitRow(this TestApp app, string unit, string code, string period) =>
        (await app.Row(code, period)) with { UnitId = await app.UnitId(unit) };

    /// <summary>Records a unit's figure, which must go through; a correction is given the version it is typed over.</summary>
    internal static async Task RecordAt(this TestApp app, string unit, string code, string period, string text, string by = "controller.hsf", int over = 0) =>
        await app.Recorded(await app.UnitRow(unit, code, period), Desk.Typed(text, reason: over > 0 ? "Rättat" : ""), by);

    /// <summary>Puts a figure where a seed would, past every form.</summary>
    internal static async Task Seed(this TestApp app, string unit, string code, string period, decimal numerator, decimal denominator, bool isExample)
    {
        var key = await app.UnitRow(unit, code, period);
        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Definitions).SingleAsync(m => m.Code == code);
        var row = new OutcomeRow(key.SeriesId, key.UnitId!.Value, key.Period, measure.Definitions[0].Terms, []);
        db.Outcomes.AddRange(row.Record(
            new(OutcomeValue.OfRatio(numerator, denominator, 100)), key.UnitId.Value, new("Provet", IsExample: isExample), new(app.Clock.Now, "Provet"), Given.Day("2026-11-22")));
        await db.SaveChangesAsync();
    }

    internal static async Task<string> FigurePath(this TestApp app, string unit, string code, string period) =>
        $"/enhetsvarde/{unit}/{(await app.Row(code)).SeriesId}/{period}";

    internal static async Task<string> MeasurePath(this TestApp app, string unit, string code) => $"/styrkort/{unit}/matt/{(await app.Row(code)).SeriesId}";

    /// <summary>What the unit's page says of a period: the value and how it is put together.</summary>
    internal static async Task<(string Value, string How)> Shown(this TestApp app, string unit, string code, string period, string query = "")
    {
        var page = await app.Page(await app.MeasurePath(unit, code) + query);
        foreach (var more in page.QuerySelectorAll(".rp-table-periods details").ToList())
        {
            more.Remove();
        }

        return page.Section("Utveckling").Rows().SingleOrDefault(r => r[0] == period) is [_, var value, .., var how] ? (value, how) : ("", "");
    }

    /// <summary>The row of a followed measure on a unit's styrkort.</summary>
    internal static async Task<IReadOnlyList<string>> OnCard(this TestApp app, string unit, string code, int year = 2025, string query = "") =>
        (await app.Page($"/styrkort/{unit}?ar={year}{query}")).QuerySelectorAll("tr")
            .First(r => r.FirstElementChild.Words().StartsWith(code + " ", StringComparison.Ordinal)).Children.Select(c => c.Words()).ToList();

    /// <summary>The row of a unit in the panel of units on a measure's page; empty where it has none.</summary>
    internal static async Task<IReadOnlyList<string>> OnMeasure(this TestApp app, string code, string unit, int year = 2025) =>
        (await app.Page($"/matt/{code}?ar={year}")).QuerySelector("section[aria-label^='Enheternas värden']")?.Rows().SingleOrDefault(r => r[0] == unit) ?? [];

    internal static string MainWords(this IDocument page) => page.QuerySelector("main").Words();
}
