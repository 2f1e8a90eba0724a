using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data;

/// <summary>How the domain's value types are stored, the same way on every database.</summary>
internal static class Conversions
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    /// <summary>Something that is kept and read as a whole, as JSON: in the words of the code and readable in the database.</summary>
    internal sealed class Document<T>() : ValueConverter<T, string>(c => Write(c), s => Read(s))
        where T : class
    {
        private static string Write(T content) => JsonSerializer.Serialize(content, JsonOptions);

        private static T Read(string json) => JsonSerializer.Deserialize<T>(json, JsonOptions)
            ?? throw new InvalidDataException($"A {typeof(T).Name} in the database has no content.");
    }

    /// <summary>Documents are never changed in place, so another one is another object.</summary>
    internal sealed class DocumentComparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), c => RuntimeHelpers.GetHashCode(c), c => c)
        where T : class;
}
