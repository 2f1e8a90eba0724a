using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Domain.Plans;
using RegionPlan.Domain.Reports;
using RegionPlan.Domain.Rollup;
using RegionPlan.Domain.Scorecards;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Data;

/// <summary>The database. One short-lived instance per operation, from IDbContextFactory.</summary>
public sealed class RegionPlanDb(DbContextOptions<RegionPlanDb> options) : IdentityUserContext<AppUser, Guid>(options)
{
    private const int MaxEnumLength = 20;

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Perspective> Perspectives => Set<Perspective>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<OutcomeEntry> Outcomes => Set<OutcomeEntry>();

    public DbSet<ComparisonValue> Comparisons => Set<ComparisonValue>();

    public DbSet<ValueChoice> ValueChoices => Set<ValueChoice>();

    public DbSet<OrganizationUnit> Units => Set<OrganizationUnit>();

    public DbSet<Reorganization> Reorganizations => Set<Reorganization>();

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<ScorecardDraft> ScorecardDrafts => Set<ScorecardDraft>();

    public DbSet<ActivityProgress> ActivityProgress => Set<ActivityProgress>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<GoalReview> GoalReviews => Set<GoalReview>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ReportDecision> ReportDecisions => Set<ReportDecision>();

    public DbSet<SectionDraft> SectionDrafts => Set<SectionDraft>();

    public DbSet<SectionComment> SectionComments => Set<SectionComment>();

    public DbSet<SectionCommentClosing> SectionCommentClosings => Set<SectionCommentClosing>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<OutcomeDraft> Drafts => Set<OutcomeDraft>();

    public DbSet<EconomyEntry> EconomyEntries => Set<EconomyEntry>();

    public DbSet<EconomyDraft> EconomyDrafts => Set<EconomyDraft>();

    public DbSet<OutcomeImport> Imports => Set<OutcomeImport>();

    public DbSet<ImportContent> ImportContents => Set<ImportContent>();

    public DbSet<ImportedDraft> ImportedDrafts => Set<ImportedDraft>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseChangedFacts();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseChangedFacts();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<Conversions.Millionths>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Conversions.UtcInstant>();
        configurationBuilder.Properties<Period>().HaveConversion<Conversions.PeriodText>().HaveMaxLength(Period.MaxTextLength);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(MaxEnumLength);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RegionPlanDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.Namespace?.StartsWith("RegionPlan.", StringComparison.Ordinal) == true))
        {
            // Keys are made by the application, so a new fact in a loaded aggregate is an insert.
            foreach (var key in entity.FindPrimaryKey()?.Properties ?? [])
            {
                key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }

            // Nothing is deleted by following a reference; this also keeps SQL Server free of cascade cycles.
            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    /// <summary>History is appended to; a fact that would be changed or removed is a fault in the program.</summary>
    private void RefuseChangedFacts()
    {
        if (ChangeTracker.Entries<Fact>().FirstOrDefault(e => e.State is EntityState.Modified or EntityState.Deleted) is { } entry)
        {
            throw new InvalidOperationException($"{entry.Metadata.ShortName()} is a fact: record a new version instead of changing one.");
        }
    }
}
