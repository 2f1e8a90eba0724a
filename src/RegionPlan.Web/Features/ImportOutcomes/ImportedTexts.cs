using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Puts the texts of a file's row over those that stand there: an empty cell changes nothing, and a figure written otherwise is the same figure.</summary>
internal static class ImportedTexts
{
    private static readonly Dictionary<string, YearForecast> Forecasts =
        Enum.GetValues<YearForecast>().ToDictionary(FollowUpText.Forecast, f => f, StringComparer.OrdinalIgnoreCase);

    private static readonly FileColumn[] Texts =
    [
        ImportColumn.Comment, ImportColumn.Analysis, ImportColumn.Action, ImportColumn.ActionOwner, ImportColumn.ActionDue, ImportColumn.ForecastReason, ImportColumn.Reason,
    ];

    /// <param name="file">The row of the file.</param>
    /// <param name="row">The row it is about.</param>
    /// <returns>The texts, and what is wrong with the file's.</returns>
    internal static (DraftTexts Texts, IReadOnlyList<string> Problems) Of(FileRow file, ReportedRow row)
    {
        List<string> problems = [.. file.Problems.Select(p => $"{p.Column.Heading}: {p.Message}")];
        var standing = row.Draft?.Texts ?? row.StandingTexts;
        var total = Total(file, row, problems);
        var texts = standing with
        {
            Comment = Or(ImportColumn.Comment, standing.Comment),
            Analysis = Or(ImportColumn.Analysis, standing.Analysis),
            Action = Or(ImportColumn.Action, standing.Action),
            ActionOwner = Or(ImportColumn.ActionOwner, standing.ActionOwner),
            ActionDue = Or(ImportColumn.ActionDue, standing.ActionDue),
            Forecast = Forecast(file[ImportColumn.Forecast], problems) ?? standing.Forecast,
            ForecastReason = Or(ImportColumn.ForecastReason, standing.ForecastReason),
        };
        (Sex Sex, string Text)[] figures = [(Sex.Total, total), (Sex.Women, file[ImportColumn.Women]), (Sex.Men, file[ImportColumn.Men])];
        foreach (var (sex, text) in figures.Where(f => f.Text.Length > 0))
        {
            var written = texts.With(sex, text);
            texts = IsSame(written, texts, sex, row) ? texts : written;
        }

        // A reason says why something is changed: where nothing differs from what is handed in or recorded, it changes nothing either.
        var isAChange = (texts with { Reason = "" }) != row.StandingTexts;
        return (isAChange ? texts with { Reason = Or(ImportColumn.Reason, standing.Reason) } : texts, problems);

        string Or(FileColumn column, string stands) => file[column].Length > 0 && file[column] != Swedish.Clean(stands) ? file[column] : stands;
    }

    /// <summary>The figures of the file, in one line.</summary>
    /// <param name="file">The row.</param>
    /// <param name="counted">What a täljare and a nämnare come to; empty where there are none.</param>
    internal static string Figures(FileRow file, string counted = "")
    {
        var total = file[ImportColumn.Numerator].Length + file[ImportColumn.Denominator].Length > 0
            ? $"{file[ImportColumn.Numerator]}/{file[ImportColumn.Denominator]}"
            : file[ImportColumn.Total];
        (string Name, string Text)[] all =
        [
            ("", total + counted), ("kvinnor ", file[ImportColumn.Women]), ("män ", file[ImportColumn.Men]), ("prognos ", file[ImportColumn.Forecast]),
            .. Texts.Select(c => (c.Heading.ToLower(Sv.Culture) + " ", file[c].Length > 0 ? $"”{Cut(file[c])}”" : "")),
        ];
        return string.Join(", ", all.Where(f => f.Text.Length > 0).Select(f => f.Name + Cut(f.Text)));
    }

    private static string Total(FileRow file, ReportedRow row, List<string> problems)
    {
        var (total, above, below) = (file[ImportColumn.Total], file[ImportColumn.Numerator], file[ImportColumn.Denominator]);
        if (above.Length == 0 && below.Length == 0)
        {
            return total;
        }

        if (!row.IsRatio)
        {
            problems.Add("Måttet har inte täljare och nämnare. Skriv värdet i kolumnen Totalt.");
            return total;
        }

        if (above.Length == 0 || below.Length == 0)
        {
            problems.Add("Fyll i både täljare och nämnare, eller lämna båda tomma och skriv totalen.");
            return total;
        }

        var ratio = $"{above}/{below}";
        if (total.Length > 0 && Value(ratio, row) is { } counted && Value(total, row) is { } told && !AreShownAlike(counted, told, row))
        {
            problems.Add($"Totalt {Cut(total)} stämmer inte med täljare och nämnare, som blir {Sv.Value(counted.Amount, row.Terms)}. Rätta ett av dem, eller lämna Totalt tomt.");
        }

        return ratio;
    }

    private static bool AreShownAlike(OutcomeValue a, OutcomeValue b, ReportedRow row) => Sv.Value(a.Amount, row.Terms) == Sv.Value(b.Amount, row.Terms);

    private static OutcomeValue? Value(string text, ReportedRow row) => Read(new("", "", "", "", "") { Total = text }, Sex.Total, row).Value;

    private static bool IsSame(DraftTexts written, DraftTexts stands, Sex sex, ReportedRow row) =>
        Read(written, sex, row) is ({ } value, null) && Read(stands, sex, row).Value == value;

    private static (OutcomeValue? Value, string? Problem) Read(DraftTexts texts, Sex sex, ReportedRow row) =>
        new OutcomeInput(texts, row.Terms, row.Recorded, default, row.Demands).Read(sex);

    private static string? Forecast(string text, List<string> problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Forecasts.TryGetValue(text, out var forecast))
        {
            return forecast.ToString();
        }

        problems.Add($"Helårsprognosen ”{Cut(text)}” finns inte. Skriv {string.Join(", ", Forecasts.Keys)}.");
        return null;
    }

    /// <summary>A text of the file, short enough to tell back.</summary>
    internal static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
