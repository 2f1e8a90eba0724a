using RegionPlan.Domain.Economy;
using RegionPlan.Web.Data;

namespace RegionPlan.Web.Shared;

/// <summary>A change of the economy in words.</summary>
internal static class EconomyChangeText
{
    /// <param name="change">The change.</param>
    /// <param name="unitNames">The names of the units that a change can point to.</param>
    internal static ChangeText Of(Change change, IReadOnlyDictionary<Guid, string> unitNames)
    {
        return change.Fact switch
        {
            EconomyEntry entry => new(
                $"{change.Subject}: {EconomyText.Kind(entry.Kind)} {EconomyText.Span(entry.Through)}{(change.UnitId is { } unit ? $", {Name(unit)}" : "")}",
                Amount(entry),
                change.Earlier is EconomyEntry earlier ? Amount(earlier) : null),
            BudgetAmount amount => new(
                $"Budget {amount.Year}: {change.Subject}", Money.WithUnit(amount.Amount), change.Earlier is BudgetAmount earlier ? Money.WithUnit(earlier.Amount) : null),
            PostDefinition definition => new(
                $"Budgetpost från {Sv.Day(definition.HoldsFrom)}", Told(definition), change.Earlier is PostDefinition earlier ? Told(earlier) : null),
            PrintedSum printed => new(
                $"Summa som planen anger för {printed.Year}: {EconomyText.Name(new DerivedSum(printed.Sum, printed.UnitId, []), Name)}",
                Money.WithUnit(printed.Amount, printed.Decimals),
                change.Earlier is PrintedSum earlier ? Money.WithUnit(earlier.Amount, earlier.Decimals) : null),
            ResultGoal goal => new($"Resultatmål i regionplan {change.Subject}", Money.Percent(goal.Percent), change.Earlier is ResultGoal earlier ? Money.Percent(earlier.Percent) : null),
            ResultForecast forecast => new(
                $"Publicerad helårsprognos {forecast.Year} efter {Sv.Period(forecast.Through)}", Told(forecast), change.Earlier is ResultForecast earlier ? Told(earlier) : null),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.Fact, null),
        };

        string Name(Guid id) => unitNames.GetValueOrDefault(id, "");
    }

    private static string Amount(EconomyEntry entry) =>
        (entry.Amount is { } amount ? Money.WithUnit(amount) : "borttaget") + (entry.IsExample ? " (exempel)" : "") + (entry.Comment is { } comment ? $". {comment}" : "");

    private static string Told(PostDefinition definition) => definition.Name + (definition.Note is { } note ? $": {note}" : "");

    private static string Told(ResultForecast forecast) => Money.WithUnit(forecast.Figures.Result, forecast.Figures.Decimals);
}
