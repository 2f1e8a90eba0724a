using System.Globalization;
using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Reporting;

/// <summary>One row as typed, with what it is checked against.</summary>
internal sealed record OutcomeInput(DraftTexts Texts, MeasureTerms Terms, OutcomeRow Row, DateOnly Today, RowDemands Demands)
{
    private const char RatioSign = '/';

    /// <summary>The values that could be read; null for an empty cell and for one that cannot be read.</summary>
    internal OutcomeReport Report => new(Read(Sex.Total).Value, Read(Sex.Women).Value, Read(Sex.Men).Value, Texts.Comment);

    /// <summary>The prognos that is chosen; null for none.</summary>
    internal YearForecast? Forecast =>
        Enum.GetNames<YearForecast>().Contains(Texts.Forecast) ? Enum.Parse<YearForecast>(Texts.Forecast) : null;

    /// <summary>Whether the åtgärd's last day is empty or can be read.</summary>
    internal bool CanReadDue => Texts.ActionDue.Trim().Length == 0 || Due is not null;

    /// <summary>What is told beside the figures.</summary>
    internal RowNarrative Narrative => new()
    {
        Comment = Texts.Comment,
        Analysis = Texts.Analysis,
        Action = Texts.Action,
        ActionOwner = Texts.ActionOwner,
        ActionDue = Due,
        Forecast = Forecast,
        ForecastReason = Texts.ForecastReason,
    };

    private DateOnly? Due =>
        DateOnly.TryParseExact(Texts.ActionDue.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null;

    /// <summary>Reads a cell: a number, numerator/denominator such as 120/150, or yes or no.</summary>
    internal (OutcomeValue? Value, string? Problem) Read(Sex sex)
    {
        var text = Texts.For(sex).Trim();
        if (text.Length == 0)
        {
            return (null, null);
        }

        try
        {
            if (Terms.IsYesNo)
            {
                return SwedishNumber.TryParseYesNo(text, out var answer) ? (OutcomeValue.Of(answer), null) : (null, "Skriv ja eller nej.");
            }

            if (text.Contains('%', StringComparison.Ordinal) && !Terms.UnitText.Contains('%', StringComparison.Ordinal))
            {
                return (null, $"Måttet mäts i {Terms.UnitText}, inte i procent. Skriv talet utan procenttecken.");
            }

            if (text.Split(RatioSign) is [var above, var below])
            {
                return SwedishNumber.TryParse(above, out var numerator) && SwedishNumber.TryParse(below, out var denominator)
                    ? (OutcomeValue.OfRatio(numerator, denominator, Terms.RatioScale), null)
                    : (null, "Skriv täljare/nämnare med två tal, till exempel 120/150.");
            }

            return SwedishNumber.TryParse(text, out var number) ? (OutcomeValue.Of(number), null) : (null, "Ange ett tal, till exempel 78,5.");
        }
        catch (RuleViolation violation)
        {
            return (null, violation.Message);
        }
        catch (OverflowException)
        {
            return (null, "Talet är för stort. Kontrollera antalet siffror.");
        }
    }
}
