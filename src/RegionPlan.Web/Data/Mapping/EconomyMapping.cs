using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class EconomyMapping :
    IEntityTypeConfiguration<BudgetPost>,
    IEntityTypeConfiguration<PostDefinition>,
    IEntityTypeConfiguration<BudgetAmount>,
    IEntityTypeConfiguration<PrintedSum>,
    IEntityTypeConfiguration<ResultGoal>,
    IEntityTypeConfiguration<ResultForecast>,
    IEntityTypeConfiguration<EconomyEntry>,
    IEntityTypeConfiguration<EconomyDraft>
{
    private const string PostId = "PostId";

    public void Configure(EntityTypeBuilder<BudgetPost> builder)
    {
        builder.ToTable("BudgetPosts");
        builder.Property(p => p.Key).HasMaxLength(BudgetPost.MaxKeyLength);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasOne<BudgetPost>().WithMany().HasForeignKey(p => p.PartOfId);
        builder.HasMany(p => p.Definitions).WithOne().HasForeignKey(PostId);
        builder.HasMany(p => p.Amounts).WithOne().HasForeignKey(a => a.PostId);
    }

    public void Configure(EntityTypeBuilder<PostDefinition> builder)
    {
        builder.ToTable("BudgetPostDefinitions");
        builder.Property<Guid>(PostId);
        builder.Property(d => d.Name).HasMaxLength(PostDefinition.MaxNameLength);
        builder.Property(d => d.Note).HasMaxLength(PostDefinition.MaxNoteLength);
        builder.HasIndex(PostId, nameof(PostDefinition.Version)).IsUnique();
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(d => d.BoardId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(d => d.UnitId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<BudgetAmount> builder)
    {
        builder.ToTable("BudgetAmounts");
        builder.Property(a => a.Source).HasMaxLength(BudgetAmount.MaxSourceLength);
        builder.HasIndex(a => new { a.PostId, a.PlanId, a.Year, a.Version }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(a => a.PlanId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<PrintedSum> builder)
    {
        builder.ToTable("PrintedSums");
        builder.Property(p => p.Source).HasMaxLength(BudgetAmount.MaxSourceLength);
        builder.HasIndex(p => new { p.PlanId, p.Year, p.Sum, p.UnitId, p.Version }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ResultGoal> builder)
    {
        builder.ToTable("ResultGoals");
        builder.Property(g => g.Source).HasMaxLength(BudgetAmount.MaxSourceLength);
        builder.HasIndex(g => new { g.PlanId, g.Version }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(g => g.PlanId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ResultForecast> builder)
    {
        builder.ToTable("ResultForecasts");
        builder.Ignore(f => f.RestoredBy);
        builder.Property(f => f.Source).HasMaxLength(BudgetAmount.MaxSourceLength);
        builder.Property(f => f.Note).HasMaxLength(ResultForecast.MaxTextLength);
        builder.ComplexProperty(f => f.Figures, figures =>
        {
            figures.Property(x => x.Result).HasColumnName("Result");
            figures.Property(x => x.Budget).HasColumnName("Budget");
            figures.Property(x => x.BalanceResult).HasColumnName("BalanceResult");
            figures.Property(x => x.Decimals).HasColumnName("Decimals");
            figures.Ignore(x => x.Deviation);
            figures.Ignore(x => x.Adjustments);
        });
        builder.HasIndex(f => new { f.Year, f.Through, f.Version }).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<EconomyEntry> builder)
    {
        builder.ToTable("EconomyEntries");
        builder.Ignore(e => e.Key);
        builder.Property(e => e.Source).HasMaxLength(OutcomeEntry.MaxSourceLength);
        builder.Property(e => e.Comment).HasMaxLength(EconomyEntry.MaxCommentLength);
        builder.HasIndex(e => new { e.PostId, e.Through, e.Kind, e.Version }).IsUnique();
        builder.HasOne<BudgetPost>().WithMany().HasForeignKey(e => e.PostId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(e => e.ReportedByUnitId);
        builder.HasOne<SubmittedAmount>().WithMany().HasForeignKey(e => e.SubmittedAmountId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<EconomyDraft> builder)
    {
        builder.ToTable("EconomyDrafts");
        builder.Ignore(d => d.Key);
        builder.HasIndex(d => new { d.PostId, d.Through }).IsUnique();
        builder.Property(d => d.Token).IsConcurrencyToken();
        builder.Property(d => d.SavedBy).HasMaxLength(OutcomeDraft.MaxByLength);
        builder.ComplexProperty(d => d.Texts);
        builder.HasOne<BudgetPost>().WithMany().HasForeignKey(d => d.PostId);
    }
}
