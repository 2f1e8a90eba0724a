using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Scorecards;

namespace RegionPlan.Web.Data.Mapping;

/// <summary>A styrkort is kept as one document for each version: it is decided, compared and shown as a whole (ADR 0004).</summary>
internal sealed class ScorecardMapping :
    IEntityTypeConfiguration<Scorecard>,
    IEntityTypeConfiguration<ScorecardVersion>,
    IEntityTypeConfiguration<ScorecardDraft>,
    IEntityTypeConfiguration<ActivityProgress>
{
    public void Configure(EntityTypeBuilder<Scorecard> builder)
    {
        builder.ToTable("Scorecards");
        builder.HasIndex(s => new { s.UnitId, s.Year }).IsUnique();
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(s => s.UnitId);
        builder.HasMany(s => s.Versions).WithOne().HasForeignKey(v => v.ScorecardId);
    }

    public void Configure(EntityTypeBuilder<ScorecardVersion> builder)
    {
        builder.ToTable("ScorecardVersions");
        builder.HasIndex(v => new { v.ScorecardId, v.Version }).IsUnique();
        builder.Property(v => v.Content).HasConversion<Conversions.Document<ScorecardContent>, Conversions.DocumentComparer<ScorecardContent>>();
        builder.ComplexProperty(v => v.Decision, decision =>
        {
            decision.Property(d => d.By).HasColumnName("DecidedBy").HasMaxLength(ScorecardDecision.MaxByLength);
            decision.Property(d => d.On).HasColumnName("DecidedOn");
            decision.Property(d => d.Paragraph).HasColumnName("Paragraph").HasMaxLength(ScorecardDecision.MaxParagraphLength);
        });
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ScorecardDraft> builder)
    {
        builder.ToTable("ScorecardDrafts");
        builder.HasIndex(d => new { d.UnitId, d.Year }).IsUnique();
        builder.Property(d => d.Content).HasConversion<Conversions.Document<ScorecardContent>, Conversions.DocumentComparer<ScorecardContent>>();
        builder.Property(d => d.Token).IsConcurrencyToken();
        builder.Property(d => d.SavedBy).HasMaxLength(ScorecardDraft.MaxByLength);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(d => d.UnitId);
    }

    public void Configure(EntityTypeBuilder<ActivityProgress> builder)
    {
        builder.ToTable("ActivityProgress");
        builder.HasIndex(p => new { p.ScorecardId, p.ActivityId, p.Version }).IsUnique();
        builder.Property(p => p.Note).HasMaxLength(ActivityProgress.MaxNoteLength);
        builder.HasOne<Scorecard>().WithMany().HasForeignKey(p => p.ScorecardId);
        builder.MapRecorded();
    }
}
