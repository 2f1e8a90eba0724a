using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>How the domain's value types are stored, the same way on every database.</summary>
internal static class Conversions
{
    /// <summary>Decimals as whole millionths: exact, sortable and summable on databases without a decimal type.</summary>
    internal sealed class Millionths() : ValueConverter<decimal, long>(d => decimal.ToInt64(decimal.Round(d * Scale)), l => l / Scale)
    {
        private const decimal Scale = 1_000_000m;
    }

    /// <summary>Instants as UTC date and time, which every database sorts.</summary>
    internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
        at => at.UtcDateTime, utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    /// <summary>Periods as their text: 2024, 2024-T2, 2024-08.</summary>
    internal sealed class PeriodText() : ValueConverter<Period, string>(p => p.ToString(), s => Period.Parse(s));
}
