using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<OrganizationUnit>, IEntityTypeConfiguration<Placement>
{
    private const int MaxKeyLength = 80;
    private const string UnitId = "UnitId";

    public void Configure(EntityTypeBuilder<OrganizationUnit> builder)
    {
        builder.ToTable("OrganizationUnits");
        builder.Property(u => u.Key).HasMaxLength(MaxKeyLength);
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
        builder.MapRecorded();
    }
}
