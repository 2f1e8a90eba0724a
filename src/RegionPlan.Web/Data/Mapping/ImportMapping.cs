using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class ImportMapping : IEntityTypeConfiguration<OutcomeImport>, IEntityTypeConfiguration<ImportContent>, IEntityTypeConfiguration<ImportedDraft>
{
    public void Configure(EntityTypeBuilder<OutcomeImport> builder)
    {
        builder.ToTable("Imports");
        builder.HasIndex(i => i.Hash);
        builder.HasIndex(i => i.UploadedAt);
        builder.Property(i => i.FileName).HasMaxLength(OutcomeImport.MaxFileNameLength);
        builder.Property(i => i.Hash).HasMaxLength(OutcomeImport.HashLength);
        builder.Property(i => i.UploadedBy).HasMaxLength(OutcomeImport.MaxByLength);
        builder.Property(i => i.UndoneBy).HasMaxLength(OutcomeImport.MaxByLength);
        builder.Property(i => i.Token).IsConcurrencyToken();
        builder.ComplexProperty(i => i.Tally);
        builder.ComplexProperty(i => i.Defaults, defaults =>
        {
            defaults.Property(d => d.FollowUp).HasMaxLength(OutcomeImport.MaxKeyLength);
            defaults.Property(d => d.Unit).HasMaxLength(OutcomeImport.MaxKeyLength);
        });
    }

    public void Configure(EntityTypeBuilder<ImportContent> builder)
    {
        builder.ToTable("ImportContents");
        builder.HasKey(c => c.ImportId);
        builder.HasOne<OutcomeImport>().WithOne().HasForeignKey<ImportContent>(c => c.ImportId);
    }

    public void Configure(EntityTypeBuilder<ImportedDraft> builder)
    {
        builder.ToTable("ImportedDrafts");
        builder.Ignore(d => d.Key);
        builder.HasIndex(d => new { d.ImportId, d.Line });
        builder.Property(d => d.Before).HasConversion<Conversions.Document<KeptDraft>, Conversions.DocumentComparer<KeptDraft>>();

        // What it points at else is never removed; indexes for those keys would only make a large file slow.
        builder.HasOne<OutcomeImport>().WithMany().HasForeignKey(d => d.ImportId);
    }
}
