using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Rollup;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class OutcomeMapping : IEntityTypeConfiguration<OutcomeEntry>, IEntityTypeConfiguration<ComparisonValue>, IEntityTypeConfiguration<ValueChoice>
{
    public void Configure(EntityTypeBuilder<OutcomeEntry> builder)
    {
        builder.ToTable("OutcomeEntries");
        builder.Ignore(o => o.Key);
        builder.Ignore(o => o.Value);
        builder.Property(o => o.Source).HasMaxLength(OutcomeEntry.MaxSourceLength);
        builder.Property(o => o.SourceReference).HasMaxLength(OutcomeEntry.MaxReferenceLength);
        builder.Property(o => o.Comment).HasMaxLength(OutcomeEntry.MaxCommentLength);
        builder.HasIndex(o => new { o.SeriesId, o.UnitId, o.Period, o.Sex, o.Version }).IsUnique();
        builder.HasOne<MeasureSeries>().WithMany().HasForeignKey(o => o.SeriesId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(o => o.UnitId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(o => o.ReportedByUnitId);
        builder.HasOne<SubmittedRow>().WithMany().HasForeignKey(o => o.SubmittedRowId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ComparisonValue> builder)
    {
        builder.ToTable("ComparisonValues");
        builder.Property(c => c.AreaCode).HasMaxLength(ComparisonValue.MaxCodeLength);
        builder.Property(c => c.AreaName).HasMaxLength(ComparisonValue.MaxNameLength);
        builder.Property(c => c.Source).HasMaxLength(OutcomeEntry.MaxSourceLength);
        builder.Property(c => c.SourceReference).HasMaxLength(OutcomeEntry.MaxReferenceLength);
        builder.HasIndex(c => new { c.SeriesId, c.AreaCode, c.Period, c.Version }).IsUnique();
        builder.HasOne<MeasureSeries>().WithMany().HasForeignKey(c => c.SeriesId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ValueChoice> builder)
    {
        builder.ToTable("ValueChoices");
        builder.Ignore(c => c.Key);
        builder.HasIndex(c => new { c.SeriesId, c.UnitId, c.Period, c.Sex, c.Version }).IsUnique();
        builder.HasOne<MeasureSeries>().WithMany().HasForeignKey(c => c.SeriesId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(c => c.UnitId);
        builder.MapRecorded();
    }
}
