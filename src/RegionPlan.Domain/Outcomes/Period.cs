using System.Globalization;
using RegionPlan.Domain.Measures;

namespace RegionPlan.Domain.Outcomes;

/// <summary>The length of a period.</summary>
public enum PeriodKind
{
    Year,
    Tertial,
    Month,
}

/// <summary>A calendar year, tertial or month that an outcome is about. Written <c>2024</c>, <c>2024-T2</c> or <c>2024-08</c>.</summary>
public readonly record struct Period
{
    public const int MaxTextLength = 8;
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    private Period(PeriodKind kind, int year, int number)
    {
        Kind = kind;
        Year = year;
        Number = number;
    }

    public PeriodKind Kind { get; }

    public int Year { get; }

    /// <summary>1 for a year, 1 to 3 for a tertial, 1 to 12 for a month.</summary>
    public int Number { get; }

    public DateOnly Start => new(Year, ((Number - 1) * Months) + 1, 1);

    /// <summary>The last day, inclusive.</summary>
    public DateOnly End => Start.AddMonths(Months).AddDays(-1);

    /// <summary>Puts periods in order, the latest last: by their last day, and of those that end together the longer after the shorter.</summary>
    public (DateOnly End, int Months) Recency => (End, Months);

    private int Months => Kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.Tertial => 4,
        PeriodKind.Month => 1,
    };

    public static Period OfYear(int year) => Of(PeriodKind.Year, year, 1, 1);

    public static Period OfTertial(int year, int number) => Of(PeriodKind.Tertial, year, number, 3);

    public static Period OfMonth(int year, int number) => Of(PeriodKind.Month, year, number, 12);

    /// <summary>The earlier period that a measure of that frequency is compared with: a year back, two for a biennial one.</summary>
    public Period Before(Frequency frequency) => new(Kind, Year - YearsBack(frequency), Number);

    /// <exception cref="RuleViolation">The text is not a period.</exception>
    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new RuleViolation("Ange perioden som ett år (2024), en tertial (2024-T2) eller en månad (2024-08).");

    /// <summary>Reads a period written exactly as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        var parts = (text ?? "").Split('-');
        var (kind, highest, part) = parts switch
        {
            [_] => (PeriodKind.Year, 1, "1"),
            [_, ['T', .. var tertial]] => (PeriodKind.Tertial, 3, tertial),
            [_, var month] => (PeriodKind.Month, 12, month),
            _ => (default, 0, ""),
        };
        if (!Whole(parts[0], out var year) || !Whole(part, out var number) || !Exists(year, number, highest))
        {
            return false;
        }

        var read = new Period(kind, year, number);
        if (read.ToString() != text)
        {
            return false;
        }

        period = read;
        return true;
    }

    public override string ToString() => Kind switch
    {
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        PeriodKind.Tertial => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-T{Number}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
    };

    private static int YearsBack(Frequency frequency) => frequency switch
    {
        Frequency.Month or Frequency.Tertial or Frequency.Year => 1,
        Frequency.EverySecondYear => 2,
    };

    private static Period Of(PeriodKind kind, int year, int number, int highest) =>
        Exists(year, number, highest)
            ? new Period(kind, year, number)
            : throw new RuleViolation($"Perioden finns inte. Välj ett år mellan {EarliestYear} och {LatestYear}.");

    private static bool Exists(int year, int number, int highest) => year is >= EarliestYear and <= LatestYear && number >= 1 && number <= highest;

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
