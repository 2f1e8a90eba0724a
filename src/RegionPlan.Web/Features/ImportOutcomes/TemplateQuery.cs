using System.Security.Claims;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>A template: the rows that units owe a follow-up, with what is typed or handed in already.</summary>
/// <param name="Title">The follow-up and the unit.</param>
/// <param name="FileName">Without its ending.</param>
/// <param name="Rows">The rows, unit by unit.</param>
internal sealed record OutcomeTemplateContent(string Title, string FileName, IReadOnlyList<TemplateRow> Rows);

/// <summary>Reads the template of one unit, or of every unit that the user hands in for.</summary>
internal sealed class TemplateQuery(ChoiceQuery choices, FollowUpReader followUps, SheetReader sheets, PermissionReader permissions)
{
    private const int UnitsAtATime = 50;

    /// <returns>The template; null where the user hands in nothing to such a follow-up for such a unit.</returns>
    internal async Task<OutcomeTemplateContent?> ReadAsync(ClaimsPrincipal? principal, string? followUpKey, string? unitKey)
    {
        if (await permissions.OfAsync(principal) is not { MayWriteOutcomes: true } user || string.IsNullOrEmpty(followUpKey))
        {
            return null;
        }

        var isAll = unitKey == ReportChoiceForm.All;
        var choice = await choices.ReadAsync(user, followUpKey, isAll ? null : unitKey);
        var units = isAll ? choice.Units : [.. choice.Units.Where(u => u.Unit.Key == unitKey)];
        if (choice.FollowUp is not { } followUp || followUp.Key != followUpKey || units.Count == 0)
        {
            return null;
        }

        var reading = await followUps.ReadAsync(followUp.Year);
        List<TemplateRow> rows = [];
        foreach (var some in units.Chunk(UnitsAtATime))
        {
            rows.AddRange((await sheets.SheetsAsync(reading, followUp, [.. some.Select(u => u.Unit.Id)])).SelectMany(s => s.Rows.Select(r => Row(s, r))));
        }

        var name = units is [var only] ? only.Name : $"{units.Count} enheter";
        return new($"{followUp.Terms.Name}, {name}", $"utfall-{followUp.Key}-{(units is [var one] ? one.Unit.Key : "alla-enheter")}", rows);
    }

    private static TemplateRow Row(ReportSheet sheet, ReportedRow row)
    {
        var texts = row.Draft?.Texts ?? row.StandingTexts;
        return new(sheet.FollowUp.Key, sheet.UnitKey, row.Code, row.SeriesKey, RowFinder.AboutOf(row), row.Key.Period.ToString())
        {
            UnitName = sheet.UnitName,
            MeasureName = row.Name,
            MeasureUnit = row.Terms.IsYesNo ? "ja/nej" : row.Terms.UnitText,
            Target = row.Demands.Target is { } target ? Sv.Target(target, row.Terms) : "",
            Earlier = row.Previous is { Total: { } total } previous ? $"{Sv.Value(total.Amount!.Value, row.Terms)} ({Sv.ShortPeriod(previous.Period)})" : "",
            Total = texts.Total,
            Women = texts.Women,
            Men = texts.Men,
            Comment = texts.Comment,
            Analysis = texts.Analysis,
            Action = texts.Action,
            ActionOwner = texts.ActionOwner,
            ActionDue = texts.ActionDue,
            Forecast = Enum.TryParse<YearForecast>(texts.Forecast, out var forecast) ? FollowUpText.Forecast(forecast) : "",
            ForecastReason = texts.ForecastReason,
            Reason = texts.Reason,
        };
    }
}
