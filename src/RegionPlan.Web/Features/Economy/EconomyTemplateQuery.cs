using System.Security.Claims;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.Economy;

/// <summary>Reads the template of a follow-up: the posts of every unit that the user hands in for, with what is typed or handed in.</summary>
internal sealed class EconomyTemplateQuery(EconomySheetReader reader, PermissionReader permissions)
{
    private static readonly IReadOnlyList<TemplateColumn> Columns =
    [
        new(AmountColumn.Key.Heading, TemplateLook.Key, TemplateColumn.Wide),
        new(AmountColumn.Name.Heading, TemplateLook.Key, TemplateColumn.Widest),
        new(AmountColumn.Unit, TemplateLook.Information, TemplateColumn.Wide),
        new(AmountColumn.Month.Heading, TemplateLook.Key, TemplateColumn.Narrow),
        new(AmountColumn.Budget, TemplateLook.Information, TemplateColumn.Medium),
        new(AmountColumn.OutcomeBefore, TemplateLook.Information, TemplateColumn.Medium),
        new(AmountColumn.Outcome.Heading, TemplateLook.Value, TemplateColumn.Medium),
        new(AmountColumn.Forecast.Heading, TemplateLook.Value, TemplateColumn.Medium),
        new(AmountColumn.Comment.Heading, TemplateLook.Text, TemplateColumn.Widest),
        new(AmountColumn.Reason.Heading, TemplateLook.Text, TemplateColumn.Wide),
    ];

    private static readonly string[] Guide =
    [
        "Fyll i bladet Ekonomi, spara filen som Excel-arbetsbok (.xlsx) och läs in den. Inget sparas förrän du har sett raderna och valt att spara.",
        "Ändra inte Nyckel, Budgetpost och Månad: de säger vad raden handlar om. De grå kolumnerna är till för dig och läses inte in.",
        "Belopp skrivs i miljoner kronor med minus för en kostnad och högst en decimal, till exempel -12,3. Inget räknas om: belopp i kronor eller tusental kronor måste du räkna om själv.",
        "Utfall är från januari till och med månaden. Helårsprognos är vad hela året väntas sluta på.",
        "Kommentar visas för alla när beloppet är godkänt. Förklara där en prognos som ligger långt från budgeten. Skriv inga personuppgifter.",
        "Skäl: fyll i när du ändrar ett belopp som redan är godkänt, eller en uppföljning som är låst.",
        "En tom ruta ändrar ingenting. Rader som inte ska med kan du ta bort. Summor räknas av systemet och ska inte vara med.",
        "Låt varje cell stå för sig: sammanfogade celler går inte att läsa in. Har du formler läses det uträknade värdet.",
    ];

    /// <returns>The template and what its file is called; null where the user hands in nothing to such a follow-up.</returns>
    internal async Task<(TableTemplate Template, string FileName)?> ReadAsync(ClaimsPrincipal? principal, string? followUpKey)
    {
        if (await permissions.OfAsync(principal) is not { } user || !user.Has(Right.WriteEconomy) || string.IsNullOrEmpty(followUpKey))
        {
            return null;
        }

        var choice = await reader.ChooseAsync(user, followUpKey, null);
        if (choice.FollowUp?.Key != followUpKey || await reader.SheetsAsync(choice) is not { Sheets.Count: > 0 } all)
        {
            return null;
        }

        var rows = all.Sheets.SelectMany(s => s.Rows.Select(r => Row(s, r))).ToList();
        var units = all.Sheets is [var only] ? only.UnitName : $"{all.Sheets.Count} enheter";
        return (new($"Ekonomi, {choice.FollowUp.Terms.Name}, {units}", AmountColumn.Table.SheetName, Guide, Columns, rows.Count, rows), $"ekonomi-{followUpKey}");
    }

    private static string[] Row(EconomySheet sheet, EconomySheetRow row)
    {
        var texts = row.IsWaiting ? row.KnownTexts : row.Texts;
        return
        [
            row.PostKey, row.Name, sheet.UnitName, row.Duty.Through.ToString(), Typed(EconomySheetRow.Text(row.Budget)), Typed(EconomySheetRow.Text(row.OutcomeBefore)),
            Typed(texts.Outcome), Typed(texts.Forecast), texts.Comment, texts.Reason,
        ];
    }

    /// <summary>An amount as a spreadsheet takes it for a number; anything else as it was typed.</summary>
    private static string Typed(string text) => !text.Contains('%', StringComparison.Ordinal) && SwedishNumber.TryParse(text, out var number) ? Swedish.Number(number) : text;
}
