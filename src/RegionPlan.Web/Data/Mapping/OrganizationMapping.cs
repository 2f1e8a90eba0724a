using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class OrganizationMapping :
    IEntityTypeConfiguration<OrganizationUnit>,
    IEntityTypeConfiguration<Placement>,
    IEntityTypeConfiguration<Reorganization>,
    IEntityTypeConfiguration<Succession>
{
    private const string UnitId = "UnitId";

    public void Configure(EntityTypeBuilder<OrganizationUnit> builder)
    {
        builder.ToTable("OrganizationUnits");
        builder.Property(u => u.Key).HasMaxLength(OrganizationUnit.MaxKeyLength);
        builder.HasIndex(u => u.Key).IsUnique();
        builder.HasMany(u => u.Placements).WithOne().HasForeignKey(UnitId);
    }

    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("Placements");
        builder.Property(p => p.Name).HasMaxLength(Placement.MaxNameLength);
        builder.Property<Guid>(UnitId);
        builder.HasIndex(UnitId, nameof(Placement.Version)).IsUnique();
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(p => p.ParentId);
        builder.HasOne<Reorganization>().WithMany().HasForeignKey(p => p.ReorganizationId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<Reorganization> builder)
    {
        builder.ToTable("Reorganizations");
        builder.HasIndex(r => new { r.RootId, r.Version }).IsUnique();
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(r => r.RootId);
        builder.HasMany(r => r.Successions).WithOne().HasForeignKey(s => s.ReorganizationId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<Succession> builder)
    {
        builder.ToTable("Successions");
        builder.HasIndex(s => new { s.ReorganizationId, s.PredecessorId, s.SuccessorId }).IsUnique();
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(s => s.PredecessorId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(s => s.SuccessorId);
    }
}
