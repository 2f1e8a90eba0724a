using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Shared;

/// <summary>The history names the body that decides a report by the same words as the årshjul.</summary>
public sealed class DecidingBodyTests
{
    [Fact]
    public void A_report_that_comes_to_be_decided_by_the_region_is_decided_by_regionfullmaktige()
    {
        var (region, board) = (Guid.NewGuid(), Guid.NewGuid());
        var names = new Dictionary<Guid, string> { [region] = "Region Kalmar län", [board] = "Regionstyrelsen" };
        var terms = new FollowUpTerms
        {
            Name = "Delårsrapport",
            Through = new(2025, 8, 31),
            OpensOn = new(2025, 9, 1),
            UnitDue = new(2025, 9, 10),
            AdministrationDue = new(2025, 9, 12),
            BoardDue = new(2025, 9, 15),
            RegionDue = new(2025, 9, 20),
            DecidedByUnitId = board,
        };
        var followUp = new FollowUp(2025, FollowUpKind.InterimReport, 2);
        var first = followUp.Plan(terms, new(DateTimeOffset.UnixEpoch, "Provet"));
        var second = followUp.Plan(terms with { DecidedByUnitId = region }, new(DateTimeOffset.UnixEpoch, "Provet", why: "Fullmäktige beslutar"));
        var third = followUp.Plan(terms with { DecidedByUnitId = null }, new(DateTimeOffset.UnixEpoch, "Provet", why: "Nämnderna beslutar"));

        var now = ChangeText.Of(new(ChangeKind.FollowUp, second, first, "Delårsrapport", null), names, region);
        now.Now.ShouldBe("beslutas av: Regionfullmäktige");
        now.Before.ShouldBe("beslutas av: Regionstyrelsen");
        ChangeText.Of(new(ChangeKind.FollowUp, third, second, "Delårsrapport", null), names, region).Now.ShouldBe("beslutas av: Varje nämnd");
    }
}
