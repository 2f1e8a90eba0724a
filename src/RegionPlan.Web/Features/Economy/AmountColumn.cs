using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The columns of a file of economy that are read.</summary>
internal static class AmountColumn
{
    internal const string Unit = "Enhet";
    internal const string Budget = "Budget";
    internal const string OutcomeBefore = "Utfall året före";

    private const string AsNumber = "Tal och skriv beloppet igen, till exempel -12,3";

    internal static readonly FileColumn Key = new("Nyckel", ColumnKind.Exact);
    internal static readonly FileColumn Name = new("Budgetpost", ColumnKind.Text);
    internal static readonly FileColumn Month = new("Månad", ColumnKind.Period);
    internal static readonly FileColumn Outcome = new("Utfall", ColumnKind.Exact, isFilled: true, AsNumber);
    internal static readonly FileColumn Forecast = new("Helårsprognos", ColumnKind.Exact, isFilled: true, AsNumber);
    internal static readonly FileColumn Comment = new("Kommentar", ColumnKind.Text, isFilled: true);
    internal static readonly FileColumn Reason = new("Skäl", ColumnKind.Text, isFilled: true);

    /// <summary>The table; a post is told by its key or by its name.</summary>
    internal static readonly TableShape Table = new(
        "Ekonomi",
        [Key, Name, Month, Outcome, Forecast, Comment, Reason],
        [[Key, Name]],
        [Unit, Budget, OutcomeBefore],
        new(MaxBytes: 5 * 1024 * 1024, MaxUnpacked: 64 * 1024 * 1024, MaxRows: 5_000));
}
