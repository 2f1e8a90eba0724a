using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class DraftMapping : IEntityTypeConfiguration<OutcomeDraft>
{
    public void Configure(EntityTypeBuilder<OutcomeDraft> builder)
    {
        builder.ToTable("OutcomeDrafts");
        builder.HasIndex(d => new { d.SeriesId, d.UnitId, d.Period }).IsUnique();
        builder.Property(d => d.Token).IsConcurrencyToken();
        builder.Property(d => d.SavedBy).HasMaxLength(OutcomeDraft.MaxByLength);
        builder.ComplexProperty(d => d.Texts);
        builder.ComplexProperty(d => d.Over);
        builder.HasOne<MeasureSeries>().WithMany().HasForeignKey(d => d.SeriesId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(d => d.UnitId);
    }
}
