using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class AccessMapping : IEntityTypeConfiguration<AppUser>, IEntityTypeConfiguration<RoleAssignment>
{
    private const int MaxSecretLength = 400;

    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Users");
        builder.HasIndex(u => u.NormalizedUserName).HasDatabaseName("UserNameIndex").IsUnique().HasFilter("[NormalizedUserName] IS NOT NULL");
        builder.Property(u => u.DisplayName).HasMaxLength(AppUser.MaxNameLength);
        builder.Property(u => u.PasswordHash).HasMaxLength(MaxSecretLength);
        builder.Property(u => u.SecurityStamp).HasMaxLength(MaxSecretLength);
        builder.Property(u => u.ConcurrencyStamp).HasMaxLength(MaxSecretLength);
        builder.Property(u => u.PhoneNumber).HasMaxLength(50);
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("RoleAssignments");
        builder.Property(a => a.GrantedBy).HasMaxLength(FactMapping.MaxByLength);
        builder.Property(a => a.EndedBy).HasMaxLength(FactMapping.MaxByLength);
        builder.HasIndex(a => a.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.UserId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(a => a.UnitId);
    }
}
