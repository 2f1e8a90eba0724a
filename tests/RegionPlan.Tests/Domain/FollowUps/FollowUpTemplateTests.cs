using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.FollowUps;

public sealed class FollowUpTemplateTests
{
    [Fact]
    public void The_template_has_the_reports_of_the_steering_model() =>
        FollowUpTemplate.Year.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(
            new Dictionary<FollowUpKind, int>
            {
                [FollowUpKind.PeriodReport] = 3,
                [FollowUpKind.ProgressReport] = 3,
                [FollowUpKind.ActivityReport] = 3,
                [FollowUpKind.InterimReport] = 2,
                [FollowUpKind.AnnualReport] = 1,
            },
            ignoreOrder: true);

    [Fact]
    public void Each_report_goes_to_the_body_that_the_steering_model_names()
    {
        FollowUpTemplate.Year.Where(t => t.DecidedBy == DecidingBody.Council).Select(t => t.Name).ShouldBe(["Delårsrapport T2", "Årsredovisning"]);
        FollowUpTemplate.Year.Where(t => t.DecidedBy == DecidingBody.EachBoard).Select(t => t.Kind).Distinct().ShouldBe([FollowUpKind.ActivityReport]);
    }

    [Fact]
    public void In_every_year_each_last_day_and_decision_is_a_working_day_in_order_and_within_the_law()
    {
        for (var year = FollowUp.EarliestYear; year <= FollowUp.LatestYear; year++)
        {
            foreach (var followUp in FollowUpGiven.Template(year))
            {
                var terms = followUp.Terms;
                Enum.GetValues<ApprovalLevel>().Select(terms.DueFor).Append(terms.DecidedOn!.Value).ShouldAllBe(d => SwedishCalendar.IsWorkingDay(d), $"{terms.Name}");
                if (terms.LatestByLaw(followUp.Kind) is { } latest)
                {
                    terms.DecidedOn.Value.ShouldBeLessThanOrEqualTo(latest);
                }
            }
        }
    }

    [Fact]
    public void A_last_day_on_a_day_off_is_the_next_working_day()
    {
        var interim = FollowUpTemplate.TermsOf(FollowUpTemplate.Year.Single(t => t is { Kind: FollowUpKind.InterimReport, Number: 1 }), 2026, FollowUpGiven.Region, FollowUpGiven.Board);

        interim.UnitDue.ShouldBe(Given.Day("2026-05-11"), "10 May is a Sunday");
        interim.AdministrationDue.ShouldBe(Given.Day("2026-05-15"), "14 May is Kristi himmelsfärdsdag");
        interim.BoardDue.ShouldBe(Given.Day("2026-05-20"));
        interim.OpensOn.ShouldBe(Given.Day("2026-05-01"), "what opens may open on a holiday");
    }
}
