using RegionPlan.Tests.Access;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>Two who have the same page open: a row that one has not touched is the other's, and nothing that either has typed is lost.</summary>
public sealed class TwoHandInEconomyTests : IAsyncLifetime
{
    private const string Post = "folktandvarden";
    private const string Outcome = "utfall.folktandvarden";
    private const string Forecast = "prognos.folktandvarden";
    private const string Comment = "kommentar.folktandvarden";
    private const string Care = "utfall.kopt-vard";
    private const string Medicine = "utfall.lakemedel";

    private TestApp app = null!;
    private EconomyDesk desk = null!;
    private EconomyDesk regional = null!;
    private Browser controller = null!;
    private Browser head = null!;
    private Browser staff = null!;
    private Browser director = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        (desk, regional) = (new(app), new(app, "regionstaben"));
        controller = await Browser.SignedInAs(app, "controller.ftv");
        head = await Browser.SignedInAs(app, "chef.ftv");
        staff = await Browser.SignedInAs(app, "controller.staben");
        director = await Browser.SignedInAs(app, "regiondirektor");
    }

    public async Task DisposeAsync()
    {
        new[] { controller, head, staff, director }.ToList().ForEach(b => b.Dispose());
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Two_who_type_at_once_are_told_of_each_other_and_neither_loses_a_word()
    {
        var (mine, theirs) = (await controller.Open(desk.Path), await head.Open(desk.Path));
        await EconomyDesk.Post(head, theirs, false, (Outcome, "-81"), (Comment, "Från chefen"));

        var answer = await EconomyDesk.Post(controller, mine, false, (Outcome, "-82"));

        answer.ErrorAt(Outcome).ShouldBe("Chef, Folktandvården har skrivit samtidigt. Jämför innan du sparar igen.");
        answer.Html.ShouldContain("utfall -81");
        answer.Typed(Outcome).ShouldBe("-82");
        (await desk.Draft(Post))!.Texts.Comment.ShouldBe("Från chefen");
        (await EconomyDesk.Post(controller, answer, false)).Location.ShouldEndWith("klart=utkast");
        (await desk.Draft(Post))!.Texts.Outcome.ShouldBe("-82");
    }

    [Fact]
    public async Task What_another_has_handed_in_meanwhile_is_told_and_what_was_typed_is_a_draft()
    {
        var mine = await controller.Open(desk.Path);
        await desk.HandIn(head, (Outcome, "-81"), (Forecast, "-130"));

        var answer = await EconomyDesk.Post(controller, mine, true, (Outcome, "-82"), (Forecast, "-131"));

        answer.Errors.Single().ShouldBe("Folktandvården: Chef, Folktandvården har skickat in samtidigt. Jämför innan du går vidare.");
        (await desk.Draft(Post))!.Texts.Outcome.ShouldBe("-82");
        (await desk.Submission())!.Amounts.Single().Outcome.ShouldBe(-81);
    }

    [Fact]
    public async Task However_often_one_saves_what_another_typed_in_a_row_one_has_not_touched_stands()
    {
        var mine = await staff.Open(regional.Path);
        await regional.Save(director, (Care, "-400"), ("kommentar.kopt-vard", "Från direktören"));

        var answer = await EconomyDesk.Post(staff, mine, false, (Medicine, "-600"));
        answer.Location.ShouldEndWith("klart=utkast");
        await EconomyDesk.Post(staff, mine, false, (Medicine, "-601"));
        await EconomyDesk.Post(staff, await staff.Open(answer.Location!), false);

        (await regional.Draft("kopt-vard"))!.Texts.ShouldBe(new("-400", "", "Från direktören", ""));
        (await regional.Draft("kopt-vard"))!.SavedBy.ShouldBe("Regiondirektör");
    }

    [Fact]
    public async Task A_row_one_has_not_touched_shows_what_another_typed_and_only_the_row_that_both_typed_in_is_told()
    {
        var mine = await staff.Open(regional.Path);
        await regional.Save(director, (Care, "-400"), (Medicine, "-610"));

        var answer = await EconomyDesk.Post(staff, mine, false, (Medicine, "-600"));

        answer.Errors.Single().ShouldStartWith("Läkemedel: Regiondirektör har skrivit samtidigt.");
        (answer.ErrorAt(Care), answer.Typed(Care), answer.Typed(Medicine)).ShouldBe((null, "-400", "-600"));
        (await EconomyDesk.Post(staff, answer, false)).Location.ShouldEndWith("klart=utkast");
        ((await regional.Draft("kopt-vard"))!.SavedBy, (await regional.Draft("lakemedel"))!.Texts.Outcome).ShouldBe(("Regiondirektör", "-600"));
    }

    [Fact]
    public async Task A_row_one_has_not_touched_does_not_take_back_what_another_has_handed_in()
    {
        var mine = await controller.Open(desk.Path);
        await desk.HandIn(head, (Outcome, "-81"), (Forecast, "-130"));

        (await EconomyDesk.Post(controller, mine, true)).Location.ShouldEndWith("klart=inget");

        (await desk.Draft(Post)).ShouldBeNull();
        await desk.Approve("chef.ftv");
        (await controller.Open(desk.Path)).Typed(Outcome).ShouldBe("−81,0");
        (await EconomyDesk.Post(controller, mine, true)).Location.ShouldEndWith("klart=inget");
        (await desk.Draft(Post)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_row_that_both_typed_in_each_field_one_has_not_touched_is_as_the_other_typed_it()
    {
        var mine = await controller.Open(desk.Path);
        await desk.Save(head, (Outcome, "-81"), (Forecast, "-130"));

        var answer = await EconomyDesk.Post(controller, mine, false, (Comment, "Fler barn"));
        answer.ErrorAt(Outcome).ShouldBe("Chef, Folktandvården har skrivit samtidigt. Jämför innan du sparar igen.");
        (answer.Typed(Outcome), answer.Typed(Comment)).ShouldBe(("-81", "Fler barn"));
        (await desk.Draft(Post))!.Texts.Comment.ShouldBe("", "nothing is kept over what has not been seen");
        await EconomyDesk.Post(controller, answer, false);

        (await desk.Draft(Post))!.Texts.ShouldBe(new("-81", "-130", "Fler barn", ""));
    }

    [Fact]
    public async Task One_who_thinks_better_of_it_after_being_told_leaves_the_others_draft_as_it_is()
    {
        var mine = await controller.Open(desk.Path);
        await desk.Save(head, (Outcome, "-81"));
        var answer = await EconomyDesk.Post(controller, mine, false, (Outcome, "-82"));

        await EconomyDesk.Post(controller, answer, false, (Outcome, ""));

        (await desk.Draft(Post))!.Texts.Outcome.ShouldBe("-81");
    }

    [Fact]
    public async Task A_comment_on_what_another_has_handed_in_meanwhile_becomes_a_draft_with_the_handed_in_amounts()
    {
        var mine = await controller.Open(desk.Path);
        await desk.HandIn(head, (Outcome, "-81"), (Forecast, "-130"));

        var answer = await EconomyDesk.Post(controller, mine, false, (Comment, "Fler barn"));

        answer.Errors.Single().ShouldBe("Folktandvården: Chef, Folktandvården har skickat in samtidigt. Jämför innan du går vidare.");
        (await desk.Draft(Post))!.Texts.ShouldBe(new("−81,0", "−130,0", "Fler barn", ""));
    }

    [Fact]
    public async Task Two_who_type_the_same_are_not_told_of_each_other()
    {
        var mine = await controller.Open(desk.Path);
        await desk.Save(head, (Outcome, "-81"));

        (await EconomyDesk.Post(controller, mine, false, (Outcome, "-81"))).Location.ShouldEndWith("klart=utkast");

        (await desk.Draft(Post))!.SavedBy.ShouldBe("Chef, Folktandvården");
    }

    [Fact]
    public async Task A_draft_that_another_has_changed_since_it_was_seen_is_not_handed_in_unseen()
    {
        await desk.Save(controller, (Outcome, "-80"), (Forecast, "-130"));
        var mine = await controller.Open(desk.Path);
        await desk.Save(head, (Outcome, "-81"));

        var answer = await EconomyDesk.Post(controller, mine, true);

        answer.ErrorAt(Outcome).ShouldBe("Chef, Folktandvården har ändrat utkastet sedan du öppnade sidan. Se igenom det och skicka in igen.");
        answer.Typed(Outcome).ShouldBe("-81");
        (await desk.Submission()).ShouldBeNull();
        (await EconomyDesk.Post(controller, answer, true)).Location.ShouldEndWith("klart=1");
        (await desk.Submission())!.Amounts.Single().Outcome.ShouldBe(-81);
    }

    [Fact]
    public async Task What_was_mended_and_kept_beside_a_row_that_was_told_counts_as_seen_from_then_on()
    {
        var mine = await staff.Open(regional.Path);
        await regional.Save(director, (Medicine, "-610"));
        var answer = await EconomyDesk.Post(staff, mine, false, (Medicine, "-600"), (Care, "-400"));
        await regional.Save(director, (Care, "-410"));

        var again = await EconomyDesk.Post(staff, answer, false);

        again.Location.ShouldEndWith("klart=utkast");
        (await regional.Draft("kopt-vard"))!.Texts.Outcome.ShouldBe("-410");
    }
}
