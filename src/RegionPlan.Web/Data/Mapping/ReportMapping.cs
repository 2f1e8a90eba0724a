using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<ReportSection>, IEntityTypeConfiguration<SectionDraft>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasIndex(r => new { r.FollowUpId, r.UnitId }).IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(r => r.FollowUpId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.HasMany(r => r.Sections).WithOne().HasForeignKey(s => s.ReportId);
    }

    public void Configure(EntityTypeBuilder<ReportSection> builder)
    {
        builder.ToTable("ReportSections");
        builder.HasIndex(s => new { s.ReportId, s.Key, s.Version }).IsUnique();
        builder.Property(s => s.Key).HasMaxLength(ReportSection.MaxKeyLength);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<SectionDraft> builder)
    {
        builder.ToTable("SectionDrafts");
        builder.HasIndex(d => new { d.FollowUpId, d.UnitId, d.Key }).IsUnique();
        builder.Property(d => d.Key).HasMaxLength(ReportSection.MaxKeyLength);
        builder.Property(d => d.Token).IsConcurrencyToken();
        builder.Property(d => d.SavedBy).HasMaxLength(SectionDraft.MaxByLength);
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(d => d.FollowUpId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(d => d.UnitId);
    }
}
