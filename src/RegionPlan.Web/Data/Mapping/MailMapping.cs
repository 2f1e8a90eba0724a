using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Web.Access;
using RegionPlan.Web.Mail;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class MailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Ignore(m => m.Stage);
        builder.Property(m => m.Key).HasMaxLength(OutgoingMail.MaxKeyLength);
        builder.Property(m => m.ToAddress).HasMaxLength(OutgoingMail.MaxAddressLength);
        builder.Property(m => m.ToName).HasMaxLength(OutgoingMail.MaxNameLength);
        builder.Property(m => m.Subject).HasMaxLength(OutgoingMail.MaxSubjectLength);
        builder.Property(m => m.LinkPath).HasMaxLength(OutgoingMail.MaxPathLength);
        builder.Property(m => m.LastError).HasMaxLength(OutgoingMail.MaxErrorLength);
        builder.Property(m => m.Token).IsConcurrencyToken();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.NextAttemptAt);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId);
    }
}
