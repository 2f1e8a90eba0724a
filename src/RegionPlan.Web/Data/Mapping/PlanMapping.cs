using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<Plan>,
    IEntityTypeConfiguration<Perspective>,
    IEntityTypeConfiguration<Goal>,
    IEntityTypeConfiguration<GoalOverride>,
    IEntityTypeConfiguration<GoalSuccession>,
    IEntityTypeConfiguration<PlanStanding>,
    IEntityTypeConfiguration<Direction>,
    IEntityTypeConfiguration<FocusArea>,
    IEntityTypeConfiguration<Wording>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("Plans");
        builder.Property(p => p.Key).HasMaxLength(Plan.MaxKeyLength);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.ComplexProperty(p => p.Thresholds);
        builder.HasMany(p => p.Goals).WithOne().HasForeignKey(g => g.PlanId);
        builder.HasMany(p => p.FocusAreas).WithOne().HasForeignKey(f => f.PlanId);
        builder.HasMany(p => p.Standings).WithOne().HasForeignKey(s => s.PlanId);
        Words(builder.HasMany(p => p.Wordings).WithOne(), "PlanId");
    }

    public void Configure(EntityTypeBuilder<Perspective> builder)
    {
        builder.ToTable("Perspectives");
        builder.Property(p => p.Name).HasMaxLength(Perspective.MaxNameLength);
        builder.HasIndex(p => p.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("Goals");
        builder.HasIndex(g => new { g.PlanId, g.Order }).IsUnique();
        builder.HasOne<Perspective>().WithMany().HasForeignKey(g => g.PerspectiveId);
        builder.HasMany(g => g.Directions).WithOne().HasForeignKey(d => d.GoalId);
        builder.HasMany(g => g.Overrides).WithOne().HasForeignKey(o => o.GoalId);
        builder.HasMany(g => g.Successions).WithOne().HasForeignKey(s => s.GoalId);
        Words(builder.HasMany(g => g.Wordings).WithOne(), "GoalId");
    }

    public void Configure(EntityTypeBuilder<GoalSuccession> builder)
    {
        builder.ToTable("GoalSuccessions");
        builder.HasIndex(s => new { s.GoalId, s.Version }).IsUnique();
        builder.HasOne<Goal>().WithMany().HasForeignKey(s => s.PredecessorId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<PlanStanding> builder)
    {
        builder.ToTable("PlanStandings");
        builder.HasIndex(s => new { s.PlanId, s.Version }).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<GoalOverride> builder)
    {
        builder.ToTable("GoalOverrides");
        builder.HasIndex(o => new { o.GoalId, o.Year, o.Version }).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<Direction> builder)
    {
        builder.ToTable("Directions");
        builder.HasIndex(d => new { d.GoalId, d.Order }).IsUnique();
        Words(builder.HasMany(d => d.Wordings).WithOne(), "DirectionId");
    }

    public void Configure(EntityTypeBuilder<FocusArea> builder)
    {
        builder.ToTable("FocusAreas");
        builder.HasIndex(f => new { f.PlanId, f.Year, f.Order }).IsUnique();
        Words(builder.HasMany(f => f.Wordings).WithOne(), "FocusAreaId");
    }

    /// <summary>A wording belongs to exactly one of the parts of a plan; each has its own numbering.</summary>
    public void Configure(EntityTypeBuilder<Wording> builder)
    {
        builder.ToTable("Wordings");
        builder.Property(w => w.Name).HasMaxLength(Wording.MaxNameLength);
        builder.Property(w => w.Text).HasMaxLength(Wording.MaxTextLength);
        builder.MapRecorded();
        foreach (var owner in new[] { "PlanId", "GoalId", "DirectionId", "FocusAreaId" })
        {
            builder.Property<Guid?>(owner);
            builder.HasIndex(owner, nameof(Wording.Version)).IsUnique().HasFilter($"[{owner}] IS NOT NULL");
        }
    }

    private static void Words<T>(ReferenceCollectionBuilder<T, Wording> wordings, string owner)
        where T : class => wordings.HasForeignKey(owner).IsRequired(false);
}
