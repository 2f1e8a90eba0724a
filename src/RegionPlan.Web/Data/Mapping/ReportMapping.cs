using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Reports;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class ReportMapping :
    IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<ReportSection>, IEntityTypeConfiguration<SectionDraft>,
    IEntityTypeConfiguration<ReportDecision>, IEntityTypeConfiguration<DecidedFile>,
    IEntityTypeConfiguration<SectionComment>, IEntityTypeConfiguration<SectionCommentClosing>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasIndex(r => new { r.FollowUpId, r.UnitId }).IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(r => r.FollowUpId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.HasMany(r => r.Sections).WithOne().HasForeignKey(s => s.ReportId);
        builder.HasMany(r => r.Decisions).WithOne().HasForeignKey(d => d.ReportId);
        builder.Ignore(r => r.Decision);
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

    public void Configure(EntityTypeBuilder<ReportDecision> builder)
    {
        builder.ToTable("ReportDecisions");
        builder.HasIndex(d => new { d.ReportId, d.Version }).IsUnique();
        builder.Property(d => d.Reference).HasMaxLength(ReportDecision.MaxReferenceLength);
        builder.Property(d => d.OpenPoints).HasConversion<Conversions.Document<IReadOnlyList<string>>, Conversions.DocumentComparer<IReadOnlyList<string>>>();
        builder.HasMany(d => d.Files).WithOne().HasForeignKey(f => f.DecisionId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<DecidedFile> builder)
    {
        builder.ToTable("DecidedFiles");
        builder.HasIndex(f => new { f.DecisionId, f.Name }).IsUnique();
        builder.Property(f => f.Name).HasMaxLength(DecidedFile.MaxNameLength);
        builder.Property(f => f.ContentType).HasMaxLength(DecidedFile.MaxTypeLength);
        builder.Property(f => f.Sha256).HasMaxLength(DecidedFile.HashLength);
    }

    public void Configure(EntityTypeBuilder<SectionComment> builder)
    {
        builder.ToTable("SectionComments");
        builder.HasIndex(c => new { c.FollowUpId, c.UnitId, c.Key, c.Version }).IsUnique();
        builder.Property(c => c.Key).HasMaxLength(ReportSection.MaxKeyLength);
        builder.Property(c => c.Text).HasMaxLength(SectionComment.MaxTextLength);
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(c => c.FollowUpId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(c => c.UnitId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<SectionCommentClosing> builder)
    {
        builder.ToTable("SectionCommentClosings");
        builder.HasIndex(c => new { c.CommentId, c.Version }).IsUnique();
        builder.HasOne<SectionComment>().WithMany().HasForeignKey(c => c.CommentId);
        builder.MapRecorded();
    }
}
