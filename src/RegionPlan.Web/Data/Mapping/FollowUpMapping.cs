using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Data.Mapping;

internal sealed class FollowUpMapping :
    IEntityTypeConfiguration<FollowUp>,
    IEntityTypeConfiguration<FollowUpVersion>,
    IEntityTypeConfiguration<FollowUpLock>,
    IEntityTypeConfiguration<FollowUpWithdrawal>,
    IEntityTypeConfiguration<Submission>,
    IEntityTypeConfiguration<SubmissionStep>,
    IEntityTypeConfiguration<ReturnedCell>,
    IEntityTypeConfiguration<SubmittedRow>,
    IEntityTypeConfiguration<SubmittedAmount>,
    IEntityTypeConfiguration<ReturnedAmount>,
    IEntityTypeConfiguration<Reminder>,
    IEntityTypeConfiguration<GoalReview>
{
    /// <summary>Room for some eight hundred steps in one approval.</summary>
    private const int MaxApprovesLength = 4000;

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.Ignore(f => f.Key);
        builder.Ignore(f => f.Terms);
        builder.Ignore(f => f.Locked);
        builder.HasIndex(f => new { f.Year, f.Kind, f.Number }).IsUnique();
        builder.HasMany(f => f.Versions).WithOne().HasForeignKey(v => v.FollowUpId);
        builder.HasMany(f => f.Locks).WithOne().HasForeignKey(l => l.FollowUpId);
        builder.HasMany(f => f.Withdrawals).WithOne().HasForeignKey(w => w.FollowUpId);

        // What was taken out of the year is read by the history alone, which says so.
        builder.HasQueryFilter(f => !f.Withdrawals.Any());
    }

    public void Configure(EntityTypeBuilder<FollowUpVersion> builder)
    {
        builder.ToTable("FollowUpVersions");
        builder.HasIndex(v => new { v.FollowUpId, v.Version }).IsUnique();
        builder.ComplexProperty(v => v.Terms, terms =>
        {
            terms.Property(t => t.Name).HasMaxLength(FollowUpTerms.MaxNameLength);
            terms.Ignore(t => t.Collects);
        });
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<FollowUpLock> builder)
    {
        builder.ToTable("FollowUpLocks");
        builder.HasIndex(l => new { l.FollowUpId, l.Version }).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<FollowUpWithdrawal> builder)
    {
        builder.ToTable("FollowUpWithdrawals");
        builder.HasIndex(w => new { w.FollowUpId, w.Version }).IsUnique();
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.Ignore(s => s.Version);
        builder.HasIndex(s => new { s.FollowUpId, s.UnitId }).IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(s => s.FollowUpId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(s => s.UnitId);
        builder.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.SubmissionId);
        builder.HasMany(s => s.Rows).WithOne().HasForeignKey(r => r.SubmissionId);
        builder.HasMany(s => s.Amounts).WithOne().HasForeignKey(a => a.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<SubmissionStep> builder)
    {
        builder.ToTable("SubmissionSteps");
        builder.HasIndex(s => new { s.SubmissionId, s.Version }).IsUnique();
        builder.HasMany(s => s.Returned).WithOne().HasForeignKey("StepId");
        builder.HasMany(s => s.ReturnedAmounts).WithOne().HasForeignKey("StepId");
        builder.PrimitiveCollection(s => s.Approves).HasMaxLength(MaxApprovesLength);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.Property(r => r.Text).HasMaxLength(Reminder.MaxTextLength);
        builder.HasIndex(r => new { r.FollowUpId, r.UnitId, r.Version }).IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(r => r.FollowUpId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ReturnedCell> builder)
    {
        builder.ToTable("ReturnedCells");
        builder.Ignore(c => c.Row);
        builder.HasOne<MeasureSeries>().WithMany().HasForeignKey(c => c.SeriesId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(c => c.UnitId);
    }

    public void Configure(EntityTypeBuilder<SubmittedRow> builder)
    {
        builder.ToTable("SubmittedRows");
        builder.Ignore(r => r.Key);
        builder.Ignore(r => r.Report);
        foreach (var part in new[] { "Amount", "Numerator", "Denominator" })
        {
            builder.Property<decimal?>("Total" + part);
            builder.Property<decimal?>("Women" + part);
            builder.Property<decimal?>("Men" + part);
        }

        builder.ComplexProperty(r => r.Narrative, narrative =>
        {
            narrative.Ignore(n => n.IsEmpty);
            narrative.Property(n => n.Comment).HasMaxLength(OutcomeEntry.MaxCommentLength);
            narrative.Property(n => n.Analysis).HasMaxLength(RowNarrative.MaxTextLength);
            narrative.Property(n => n.Action).HasMaxLength(RowNarrative.MaxTextLength);
            narrative.Property(n => n.ActionOwner).HasMaxLength(RowNarrative.MaxOwnerLength);
            narrative.Property(n => n.ForecastReason).HasMaxLength(RowNarrative.MaxTextLength);
        });
        builder.HasIndex(r => new { r.SubmissionId, r.SeriesId, r.UnitId, r.Period, r.Version }).IsUnique();
        builder.HasOne<MeasureSeries>().WithMany().HasForeignKey(r => r.SeriesId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<SubmittedAmount> builder)
    {
        builder.ToTable("SubmittedAmounts");
        builder.Ignore(a => a.Key);
        builder.Ignore(a => a.Report);
        builder.Property(a => a.Comment).HasMaxLength(EconomyEntry.MaxCommentLength);
        builder.HasIndex(a => new { a.SubmissionId, a.PostId, a.Through, a.Version }).IsUnique();
        builder.HasOne<BudgetPost>().WithMany().HasForeignKey(a => a.PostId);
        builder.MapRecorded();
    }

    public void Configure(EntityTypeBuilder<ReturnedAmount> builder)
    {
        builder.ToTable("ReturnedAmounts");
        builder.Ignore(a => a.Row);
        builder.HasOne<BudgetPost>().WithMany().HasForeignKey(a => a.PostId);
    }

    public void Configure(EntityTypeBuilder<GoalReview> builder)
    {
        builder.ToTable("GoalReviews");
        builder.Ignore(r => r.Status);
        builder.ComplexProperty(r => r.Terms, terms =>
        {
            terms.Property(t => t.Analysis).HasMaxLength(ReviewTerms.MaxTextLength);
            terms.Property(t => t.Actions).HasMaxLength(ReviewTerms.MaxTextLength);
        });
        builder.HasIndex(r => new { r.FollowUpId, r.GoalId, r.UnitId, r.Version }).IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(r => r.FollowUpId);
        builder.HasOne<Goal>().WithMany().HasForeignKey(r => r.GoalId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.MapRecorded();
    }
}
