using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>A small region with two boards and a follow-up of the year 2026 that is open on 2026-09-05.</summary>
internal sealed class GivenFollowUp
{
    public const string OpenDay = "2026-09-05";

    private readonly List<OrganizationUnit> units = [];

    public GivenFollowUp(ApprovalLevel requires = ApprovalLevel.Board, string through = "2026-08-31")
    {
        Region = Unit("Regionen", UnitKind.Region, null);
        Board = Unit("Nämnden", UnitKind.Board, Region);
        Administration = Unit("Förvaltningen", UnitKind.Administration, Board);
        Division = Unit("Området", UnitKind.Division, Administration);
        Clinic = Unit("Kliniken", UnitKind.Department, Division);
        Ward = Unit("Avdelningen", UnitKind.Unit, Clinic);
        OtherClinic = Unit("Andra kliniken", UnitKind.Department, Division);
        OtherAdministration = Unit("Andra förvaltningen", UnitKind.Administration, Board);
        OtherBoard = Unit("Andra nämnden", UnitKind.Board, Region);
        FollowUp = Planned(FollowUpKind.ActivityReport, 2, requires, through);
    }

    public OrganizationUnit Region { get; }

    public OrganizationUnit Board { get; }

    public OrganizationUnit Administration { get; }

    public OrganizationUnit Division { get; }

    public OrganizationUnit Clinic { get; }

    public OrganizationUnit Ward { get; }

    public OrganizationUnit OtherClinic { get; }

    public OrganizationUnit OtherAdministration { get; }

    public OrganizationUnit OtherBoard { get; }

    public FollowUp FollowUp { get; }

    public IReadOnlyList<OrganizationUnit> Units => units;

    public OrganizationTree Tree => new(units, Given.Day("2026-11-22"));

    public IReadOnlyList<ApprovalStep> ChainOf(OrganizationUnit unit) => ApprovalChain.Of(Tree, unit.Id, FollowUp.Terms.Requires);

    public OrganizationUnit Unit(string name, UnitKind kind, OrganizationUnit? above)
    {
        var unit = new OrganizationUnit(kind == UnitKind.Region ? OrganizationUnit.RegionKey : name, kind);
        unit.Place(name, above, null, Given.Day("2019-01-01"), Given.Recorded());
        units.Add(unit);
        return unit;
    }

    /// <summary>A follow-up that opens the day after its period, with a week for the units, the förvaltningar, the nämnder and the region each.</summary>
    public static FollowUp Planned(FollowUpKind kind, int number, ApprovalLevel requires, string through)
    {
        var last = Given.Day(through);
        var followUp = new FollowUp(last.Year, kind, number);
        followUp.Plan(
            new()
            {
                Name = "Uppföljningen",
                Through = last,
                OpensOn = last.AddDays(1),
                UnitDue = last.AddDays(7),
                AdministrationDue = last.AddDays(14),
                BoardDue = last.AddDays(21),
                RegionDue = last.AddDays(28),
                Requires = requires,
                CollectsOutcomes = true,
                CollectsUnitFigures = true,
                AsksForForecast = last.Month < 12,
            },
            Given.Recorded());
        return followUp;
    }

    public void Requires(ApprovalLevel level) => FollowUp.Plan(FollowUp.Terms with { Requires = level }, Given.Recorded(why: "Beslutat om"));

    public void Lock() => FollowUp.Lock(Anybody, By("Regionstaben", "Låst"), Given.Day(OpenDay), isComplete: false);

    /// <summary>Somebody who may do everything.</summary>
    public static SubmissionActor Anybody { get; } = new(true, Enum.GetValues<ApprovalLevel>().ToHashSet(), true);

    public static Recording By(string who, string? why = null) => new(Given.At(OpenDay), who, why: why);

    public static OutcomeReport Report(decimal? total, decimal? women = null, decimal? men = null) => new(Value(total), Value(women), Value(men));

    public SubmissionActor Actor(Role role, OrganizationUnit at, OrganizationUnit reporter) =>
        new Permissions(Guid.CreateVersion7(), role.ToString(), [(role, at.Id)]).ActorFor(reporter.Id, ChainOf(reporter), Tree);

    private static OutcomeValue? Value(decimal? amount) => amount is { } some ? OutcomeValue.Of(some) : null;
}
