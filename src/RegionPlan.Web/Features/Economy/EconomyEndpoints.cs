using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The templates to hand the economy in by.</summary>
internal static class EconomyEndpoints
{
    internal static void MapEconomy(this WebApplication app) =>
        app.MapGet("/ekonomi/lamna-in/mall.{format}", async (HttpContext http, string format, string? uppfoljning, EconomyTemplateQuery query) =>
            FileAnswer.Knows(format) && await query.ReadAsync(http.User, uppfoljning) is var (template, fileName)
                ? FileAnswer.Of(template, format, fileName)
                : FileAnswer.NotThere("Det finns ingen mall för uppföljningen. Välj den på sidan Läs in ekonomi från fil.")).RequireAuthorization().ExcludeFromDescription();
}
