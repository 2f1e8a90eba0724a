using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.FollowUps;

public sealed class FollowUpTermsTests
{
    public static TheoryData<string, Func<FollowUpTerms, FollowUpTerms>> Contradictions => new()
    {
        { "Namnet saknas. Fyll i.", t => t with { Name = "  " } },
        { $"Namnet får vara högst {FollowUpTerms.MaxNameLength} tecken. Korta texten.", t => t with { Name = new('å', FollowUpTerms.MaxNameLength + 1) } },
        { "Uppföljningens period ska sluta under 2026.", t => t with { Through = new(2025, 12, 31) } },
        { "Uppföljningens period ska sluta den sista dagen i en månad.", t => t with { Through = new(2026, 4, 29) } },
        { "Enheternas sista dag kan inte ligga före öppnar. Ändra ett av datumen.", t => t with { OpensOn = new(2026, 5, 11) } },
        { "Förvaltningarnas sista dag kan inte ligga före enheternas sista dag. Ändra ett av datumen.", t => t with { AdministrationDue = new(2026, 5, 9) } },
        { "Nämndernas sista dag kan inte ligga före förvaltningarnas sista dag. Ändra ett av datumen.", t => t with { BoardDue = new(2026, 5, 13) } },
        { "Regionens sista dag kan inte ligga före nämndernas sista dag. Ändra ett av datumen.", t => t with { RegionDue = new(2026, 5, 19) } },
        { "Beslutsdagen kan inte ligga före regionens sista dag. Ändra ett av datumen.", t => t with { DecidedOn = new(2026, 5, 23) } },
        { "Enheternas sista dag ska ligga efter periodens slut.", t => t with { OpensOn = new(2026, 4, 1), UnitDue = new(2026, 4, 30) } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void What_contradicts_itself_is_refused_and_says_how_to_mend_it(string message, Func<FollowUpTerms, FollowUpTerms> change) =>
        Should.Throw<RuleViolation>(() => FollowUpGiven.Planned(FollowUpGiven.Terms()).Trying(change(FollowUpGiven.Terms()))).Message.ShouldBe(message);

    [Fact]
    public void All_last_days_may_be_the_same_and_the_decision_unknown()
    {
        var day = Given.Day("2026-05-10");

        var terms = FollowUpGiven.Planned(FollowUpGiven.Terms() with { OpensOn = day, UnitDue = day, AdministrationDue = day, BoardDue = day, RegionDue = day }).Terms;

        Enum.GetValues<ApprovalLevel>().ShouldAllBe(l => terms.DueFor(l) == day);
        terms.DecidedOn.ShouldBeNull();
    }

    [Theory]
    [InlineData(FollowUpKind.InterimReport, 8, "2026-10-31")]
    [InlineData(FollowUpKind.InterimReport, 6, "2026-08-31")]
    [InlineData(FollowUpKind.InterimReport, 4, null)]
    [InlineData(FollowUpKind.PeriodReport, 8, null)]
    [InlineData(FollowUpKind.AnnualReport, 12, null)]
    public void The_law_gives_two_months_to_a_delårsrapport_of_half_to_two_thirds_of_the_year(FollowUpKind kind, int month, string? latest) =>
        FollowUpGiven.Terms(2026, month).LatestByLaw(kind).ShouldBe(latest is null ? null : Given.Day(latest));
}
