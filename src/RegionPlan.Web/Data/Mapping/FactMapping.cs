using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.History;

namespace RegionPlan.Web.Data.Mapping;

/// <summary>What every table of facts has in common: who, when and why.</summary>
internal static class FactMapping
{
    internal const int MaxByLength = Recording.MaxByLength;

    internal static void MapRecorded<T>(this EntityTypeBuilder<T> fact)
        where T : Fact => fact.ComplexProperty(f => f.Recorded, recorded =>
    {
        recorded.Property(r => r.At).HasColumnName("RecordedAt");
        recorded.Property(r => r.By).HasColumnName("RecordedBy").HasMaxLength(MaxByLength);
        recorded.Property(r => r.UserId).HasColumnName("RecordedByUserId");
        recorded.Property(r => r.Why).HasColumnName("Why").HasMaxLength(Recording.MaxWhyLength);
    });
}
