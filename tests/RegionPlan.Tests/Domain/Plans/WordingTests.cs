using RegionPlan.Domain;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Tests.Domain.Plans;

/// <summary>The same verb words a plan, a goal, a direction and a focus area.</summary>
public sealed class WordingTests
{
    private readonly Plan plan = Given.APlan();

    [Fact]
    public void The_first_words_need_no_motivation_and_the_next_ones_do()
    {
        Word("Regionplan").Version.ShouldBe(1);
        Should.Throw<RuleViolation>(() => Word("Regionplan 2024-2026")).Message.ShouldBe("Skriv varför texten ändras.");
        Word("Regionplan 2024-2026", why: "Rätt namn").Version.ShouldBe(2);

        plan.Wordings.Select(w => w.Name).ShouldBe(["Regionplan", "Regionplan 2024-2026"]);
    }

    [Fact]
    public void Every_part_of_a_plan_wants_a_motivation_for_new_words()
    {
        var goal = plan.AddGoal(1, new Perspective(1, "Ekonomi"), "Mål", null, Given.Recorded());
        var direction = goal.AddDirection(1, "Inriktning", plan.FirstDay, Given.Recorded());
        var area = plan.AddFocusArea(2024, 1, "Fokusområde", Given.Recorded());
        Func<string, Recording, Wording>[] verbs =
        [
            (name, recorded) => goal.Word(name, null, plan.FirstDay, recorded),
            (name, recorded) => direction.Word(name, null, plan.FirstDay, recorded),
            (name, recorded) => area.Word(name, null, plan.FirstDay, recorded),
        ];

        foreach (var word in verbs)
        {
            Should.Throw<RuleViolation>(() => word("Nytt", Given.Recorded()));
            word("Nytt", Given.Recorded(why: "Omformulerat")).Version.ShouldBe(2);
        }
    }

    [Fact]
    public void New_words_leave_the_old_ones_to_earlier_dates()
    {
        Word("Gammal", from: "2024-01-01");
        Word("Ny", from: "2025-01-01", why: "Beslut i november");

        plan.Wordings.Current(Given.Day("2024-12-31")).ShouldNotBeNull().Name.ShouldBe("Gammal");
        plan.Wordings.Current(Given.Day("2025-01-01")).ShouldNotBeNull().Name.ShouldBe("Ny");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_name_is_needed(string name) =>
        Should.Throw<RuleViolation>(() => Word(name)).Message.ShouldBe("Ange ett namn på högst 400 tecken.");

    [Fact]
    public void A_name_and_a_text_have_a_longest_length()
    {
        Word(new string('ö', 400), text: new string('ö', 4000)).Version.ShouldBe(1);
        Should.Throw<RuleViolation>(() => Word(new string('ö', 401), why: "x")).Message.ShouldBe("Ange ett namn på högst 400 tecken.");
        Should.Throw<RuleViolation>(() => Word("Namn", text: new string('ö', 4001), why: "x"))
            .Message.ShouldBe("Texten får vara högst 4000 tecken. Korta den.");
        plan.Wordings.Count.ShouldBe(1);
    }

    [Fact]
    public void Words_are_trimmed_and_a_blank_text_is_none()
    {
        var wording = Word(" Regionplan ", text: "  ");

        wording.Name.ShouldBe("Regionplan");
        wording.Text.ShouldBeNull();
    }

    private Wording Word(string name, string? text = null, string from = "2024-01-01", string? why = null) =>
        plan.Word(name, text, Given.Day(from), Given.Recorded(why: why));
}
