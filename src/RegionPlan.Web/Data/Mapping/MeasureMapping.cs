using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class MeasureMapping :
    IEntityTypeConfiguration<Measure>,
    IEntityTypeConfiguration<MeasureDefinition>,
    IEntityTypeConfiguration<MeasureSeries>,
    IEntityTypeConfiguration<SeriesDefinition>,
    IEntityTypeConfiguration<TargetDecision>,
    IEntityTypeConfiguration<SeriesBreak>,
    IEntityTypeConfiguration<SeriesSource>,
    IEntityTypeConfiguration<MeasureSuccession>,
    IEntityTypeConfiguration<MeasureEnding>
{
    private const string MeasureId = "MeasureId";
    private const string SeriesId = "SeriesId";

    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("Measures");
        builder.Property(m => m.Code).HasMaxLength(Measure.MaxCodeLength);
        builder.HasIndex(m => new { m.PlanId, m.Code }).IsUnique().HasFilter("[PlanId] IS NOT NULL");
        builder.HasIndex(m => new { m.UnitId, m.Code }).IsUnique().HasFilter("[UnitId] IS NOT NULL");
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(m => m.UnitId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(m => m.PlanId);
        builder.HasOne<Goal>().WithMany().HasForeignKey(m => m.GoalId);
        builder.HasOne<Direction>().WithMany().HasForeignKey(m => m.DirectionId);
        builder.HasMany(m => m.Definitions).WithOne().HasForeignKey(MeasureId);
        builder.HasMany(m => m.Series).WithOne().HasForeignKey(s => s.MeasureId);
        builder.HasMany(m => m.Successions).WithOne().HasForeignKey(s => s.MeasureId);
        builder.HasMany(m => m.Endings).WithOne().HasForeignKey(e => e.MeasureId);
    }

    public void Configure(EntityTypeBuilder<MeasureDefinition> builder)
    {
        builder.ToTable("MeasureDefinitions");
        builder.Property<Guid>(MeasureId);
        builder.HasIndex(MeasureId, nameof(MeasureDefinition.Version)).IsUnique();
        builder.MapRecorded();
        builder.ComplexProperty(d => d.Terms, terms =>
        {
            terms.Property(t => t.Name).HasColumnName("Name").HasMaxLength(MeasureTerms.MaxNameLength);
            terms.Property(t => t.Definition).HasColumnName("Definition").HasMaxLength(MeasureTerms.MaxTextLength);
            terms.Property(t => t.UnitText).HasColumnName("UnitText").HasMaxLength(MeasureTerms.MaxUnitLength);
            terms.Property(t => t.Decimals).HasColumnName("Decimals");
            terms.Property(t => t.Desired).HasColumnName("Desired");
            terms.Property(t => t.Frequency).HasColumnName("Frequency");
            terms.Property(t => t.SexSplit).HasColumnName("SexSplit");
            terms.Property(t => t.Source).HasColumnName("Source").HasMaxLength(MeasureTerms.MaxSourceLength);
            terms.Property(t => t.ResponsibleUnitId).HasColumnName("ResponsibleUnitId");
            terms.Property(t => t.LowestPossible).HasColumnName("LowestPossible");
            terms.Property(t => t.HighestPossible).HasColumnName("HighestPossible");
            terms.Property(t => t.RatioScale).HasColumnName("RatioScale");
            terms.Property(t => t.Aggregation).HasColumnName("Aggregation");
            terms.Ignore(t => t.Summed);
            terms.Property(t => t.Tolerance).HasColumnName("Tolerance");
            terms.Property(t => t.TrendThreshold).HasColumnName("TrendThreshold");
            terms.Property(t => t.LargestChange).HasColumnName("LargestChange");
            terms.Property(t => t.BandWidth).HasColumnName("BandWidth");
            terms.Property(t => t.Note).HasColumnName("Note").HasMaxLength(MeasureTerms.MaxTextLength);
        });
    }

    public void Configure(EntityTypeBuilder<MeasureSeries> builder)
    {
        builder.ToTable("MeasureSeries");
        builder.Property(s => s.Key).HasMaxLength(MeasureSeries.MaxKeyLength);
        builder.HasIndex(s => new { s.MeasureId, s.Key }).IsUnique();
        builder.HasMany(s => s.Definitions).WithOne().HasForeignKey(SeriesId);
        builder.HasMany(s => s.Targets).WithOne().HasForeignKey(SeriesId);
        builder.HasMany(s => s.Breaks).WithOne().HasForeignKey(SeriesId);
        builder.HasMany(s => s.Sources).WithOne().HasForeignKey(SeriesId);
    }

    public void Configure(EntityTypeBuilder<SeriesDefinition> builder)
    {
        builder.ToTable("SeriesDefinitions");
        builder.Property<Guid>(SeriesId);
        builder.HasIndex(SeriesId, nameof(SeriesDefinition.Version)).IsUnique();
        builder.MapRecorded();
        builder.ComplexProperty(d => d.Terms, terms =>
        {
            terms.Property(t => t.Name).HasColumnName("Name").HasMaxLength(SeriesTerms.MaxNameLength);
            terms.Property(t => t.Abbreviation).HasColumnName("Abbreviation").HasMaxLength(SeriesTerms.MaxAbbreviationLength);
            terms.Property(t => t.Frequency).HasColumnName("Frequency");
            terms.Property(t => t.MeasuredThrough).HasColumnName("MeasuredThrough");
        });
    }

    public void Configure(EntityTypeBuilder<TargetDecision> builder)
    {
        builder.ToTable("TargetDecisions");
        builder.Ignore(t => t.Target);
        builder.Property<string?>("Text").HasMaxLength(TargetDecision.MaxTextLength);
        builder.Property<NoTargetReason?>("NoTarget");
        builder.Property(t => t.Note).HasMaxLength(TargetDecision.MaxNoteLength);
        builder.Property<Guid>(SeriesId);
        builder.HasIndex(SeriesId, nameof(TargetDecision.Term), nameof(TargetDecision.Slot), nameof(TargetDecision.Version)).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<SeriesBreak> builder)
    {
        builder.ToTable("SeriesBreaks");
        builder.Property(b => b.Text).HasMaxLength(SeriesBreak.MaxTextLength);
        builder.Property<Guid>(SeriesId);
        builder.HasIndex(SeriesId, nameof(SeriesBreak.Version)).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<SeriesSource> builder)
    {
        builder.ToTable("SeriesSources");
        builder.Property(s => s.System).HasMaxLength(SeriesSource.MaxSystemLength);
        builder.Property(s => s.Reference).HasMaxLength(SeriesSource.MaxReferenceLength);
        builder.Property(s => s.Title).HasMaxLength(SeriesSource.MaxTitleLength);
        builder.Property(s => s.Definition).HasMaxLength(SeriesSource.MaxTextLength);
        builder.Property(s => s.Difference).HasMaxLength(SeriesSource.MaxTextLength);
        builder.Property<Guid>(SeriesId);
        builder.HasIndex(SeriesId, nameof(SeriesSource.Version)).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<MeasureSuccession> builder)
    {
        builder.ToTable("MeasureSuccessions");
        builder.Property(s => s.Text).HasMaxLength(SeriesBreak.MaxTextLength);
        builder.HasIndex(s => new { s.MeasureId, s.Version }).IsUnique();
        builder.HasOne<Measure>().WithMany().HasForeignKey(s => s.PredecessorId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<MeasureEnding> builder)
    {
        builder.ToTable("MeasureEndings");
        builder.HasIndex(e => new { e.MeasureId, e.PlanId, e.Version }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(e => e.PlanId);
        builder.MapRecorded();
    }
}
