using System.Globalization;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Domain.Outcomes;

/// <summary>The recorded outcomes of one series for one unit and period: where a report is checked and recorded, cell by cell.</summary>
public sealed class OutcomeRow
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private readonly Guid seriesId;
    private readonly Guid unitId;
    private readonly Period period;
    private readonly MeasureTerms terms;
    private readonly ILookup<Sex, OutcomeEntry> entries;

    /// <param name="seriesId">The series.</param>
    /// <param name="unitId">The unit that the outcome is about.</param>
    /// <param name="period">The period.</param>
    /// <param name="terms">The measure's terms that hold for the period.</param>
    /// <param name="recorded">Every entry recorded so far for this series, unit and period.</param>
    public OutcomeRow(Guid seriesId, Guid unitId, Period period, MeasureTerms terms, IEnumerable<OutcomeEntry> recorded)
    {
        this.seriesId = seriesId;
        this.unitId = unitId;
        this.period = period;
        this.terms = terms;
        entries = recorded.Where(e => e.SeriesId == seriesId && e.UnitId == unitId && e.Period == period).ToLookup(e => e.Sex);
    }

    /// <summary>The latest entry of a cell, or null; an entry without a value was taken back.</summary>
    public OutcomeEntry? Current(Sex sex) => entries[sex].Latest();

    /// <summary>The version of the latest entry in each cell.</summary>
    public RecordedVersions Versions => new(
        Current(Sex.Total)?.Version ?? 0, Current(Sex.Women)?.Version ?? 0, Current(Sex.Men)?.Version ?? 0);

    /// <summary>Everything that stands in the way of recording the report, for all cells at once.</summary>
    /// <param name="report">What is reported.</param>
    /// <param name="today">The day it is recorded.</param>
    /// <param name="hasReason">Whether a reason for a change is given.</param>
    public IReadOnlyList<Finding> Check(OutcomeReport report, DateOnly today, bool hasReason)
    {
        var findings = new List<Finding>();
        if (period.Start > today)
        {
            findings.Add(new(null, FindingSeverity.Error, "Perioden har inte börjat. Välj en period som har varit eller pågår."));
        }

        foreach (var sex in Enum.GetValues<Sex>())
        {
            if (report.For(sex) is { } value && Problem(sex, value) is { } problem)
            {
                findings.Add(new(sex, FindingSeverity.Error, problem));
            }

            if (!hasReason && Current(sex)?.Value is { } recorded && Differs(recorded, report.For(sex)))
            {
                findings.Add(new(sex, FindingSeverity.NeedsReason, "Värdet är redan registrerat. Skriv varför det ändras."));
            }
        }

        if (report is { Total: { } total, Women: { } women, Men: { } men }
            && string.IsNullOrWhiteSpace(report.Comment)
            && ((women.Amount > total.Amount && men.Amount > total.Amount) || (women.Amount < total.Amount && men.Amount < total.Amount)))
        {
            var side = women.Amount > total.Amount ? "över" : "under";
            findings.Add(new(
                Sex.Total,
                FindingSeverity.NeedsComment,
                $"Både kvinnor ({Written(women.Amount)}) och män ({Written(men.Amount)}) ligger {side} totalen ({Written(total.Amount)}). "
                    + "Kontrollera värdena eller skriv en kommentar."));
        }

        if (!string.IsNullOrWhiteSpace(report.Comment) && Enum.GetValues<Sex>().All(sex => (report.For(sex) ?? Current(sex)?.Value) is null))
        {
            findings.Add(new(Sex.Total, FindingSeverity.Error, "Fyll i ett värde att kommentera."));
        }

        if (report.Comment?.Length > OutcomeEntry.MaxCommentLength)
        {
            findings.Add(new(null, FindingSeverity.Error, $"Kommentaren får vara högst {OutcomeEntry.MaxCommentLength} tecken. Korta den."));
        }

        return findings;
    }

    /// <summary>
    /// Appends one entry for each cell whose value is new; a cell that is empty now and had a value is taken back. Where no cell is new
    /// but the comment is, the row's first value is appended once more, as it is and from where it came, with the comment.
    /// </summary>
    /// <exception cref="RuleViolation">The report has findings; the message is the first one's.</exception>
    public IReadOnlyList<OutcomeEntry> Record(
        OutcomeReport report, Guid reportedByUnitId, OutcomeOrigin origin, Recording recorded, DateOnly today, Guid? submittedRowId = null)
    {
        if (Check(report, today, recorded.Why is not null) is [var first, ..])
        {
            throw new RuleViolation(first.Message);
        }

        var changed = Enum.GetValues<Sex>().Where(sex => Differs(Current(sex)?.Value, report.For(sex)) || IsMadeReal(sex, origin)).ToList();
        if (changed.Count > 0)
        {
            return [.. changed.Select(sex => Next(sex, report.For(sex), reportedByUnitId, origin))];
        }

        return Enum.GetValues<Sex>().Select(Current).FirstOrDefault(entry => entry?.Value is not null) is { } commented
            && !string.IsNullOrWhiteSpace(report.Comment)
            && report.Comment.Trim() != commented.Comment
            ? [Next(commented.Sex, commented.Value, commented.ReportedByUnitId, new(commented.Source, commented.SourceReference, commented.IsExample))]
            : [];

        OutcomeEntry Next(Sex sex, OutcomeValue? value, Guid reportedBy, OutcomeOrigin from) =>
            new(new(seriesId, unitId, period, sex), entries[sex].NextVersion(), value, reportedBy, from, report.Comment, recorded, submittedRowId);
    }

    private static bool Differs(OutcomeValue? recorded, OutcomeValue? reported) => recorded != reported;

    /// <summary>Whether a real figure stands where an invented one is recorded; that is news also when the two are equal.</summary>
    private bool IsMadeReal(Sex sex, OutcomeOrigin origin) => !origin.IsExample && Current(sex) is { IsExample: true, Value: not null };

    private string? Problem(Sex sex, OutcomeValue value)
    {
        if (sex != Sex.Total && (terms.SexSplit == SexSplit.None || terms.IsYesNo))
        {
            return "Måttet delas inte upp på kvinnor och män. Lämna tomt.";
        }

        if (terms.IsYesNo)
        {
            return value.Amount is 0 or 1 ? null : "Ange ja eller nej.";
        }

        if (terms.IsShare && value.Numerator > value.Denominator)
        {
            return "Täljaren kan inte vara större än nämnaren.";
        }

        return value.Amount < terms.LowestPossible ? $"Ange lägst {Written(terms.LowestPossible)}."
            : value.Amount > terms.HighestPossible ? $"Ange högst {Written(terms.HighestPossible)}."
            : null;
    }

    private static string Written(decimal? limit) => limit?.ToString("0.######", Swedish) ?? "";
}
