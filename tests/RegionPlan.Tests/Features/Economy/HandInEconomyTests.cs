using System.Net;
using RegionPlan.Domain.Economy;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Approval;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>A unit's economy from the form to the public page: nothing typed is lost, and nothing is public before the last approval.</summary>
public sealed class HandInEconomyTests : IAsyncLifetime
{
    private const string Post = "folktandvarden";
    private const string Outcome = "utfall.folktandvarden";
    private const string Forecast = "prognos.folktandvarden";
    private const string Comment = "kommentar.folktandvarden";
    private const string Reason = "varfor.folktandvarden";

    private TestApp app = null!;
    private EconomyDesk desk = null!;
    private Browser controller = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        desk = new(app);
        controller = await Browser.SignedInAs(app, "controller.ftv");
    }

    public async Task DisposeAsync()
    {
        controller.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Amounts_are_public_with_the_last_approval_and_their_history_tells_who_entered_and_who_approved()
    {
        (await desk.HandIn(controller, (Outcome, "−85,4"), (Forecast, "-131,2"), (Comment, "Fler barn"))).Location.ShouldEndWith("klart=1");
        (await desk.Entries(Post)).ShouldBeEmpty();
        (await app.Page("/ekonomi?ar=2025")).Body!.TextContent.ShouldNotContain("−85,4");

        var handedInAt = app.Clock.Now;
        app.Clock.Advance(TimeSpan.FromMinutes(90));
        (await desk.Approve("chef.ftv")).ShouldBe(new ApprovalResult(0, 0, 1));

        (await desk.Entries(Post)).Select(e => (e.Kind, e.Amount, e.Comment)).ShouldBe([(AmountKind.Outcome, -85.4m, "Fler barn"), (AmountKind.Forecast, -131.2m, "Fler barn")]);
        var row = (await app.Page("/ekonomi?ar=2025&uppfoljning=2025-periodrapport-2")).Section("Utfall och prognos 2025").QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("a")?.GetAttribute("href") == "/ekonomi/post/folktandvarden?ar=2025");
        var cells = row.QuerySelectorAll("td").Select(c => c.Words()).ToList();
        (cells[0], cells[1], cells[4], cells[5]).ShouldBe(("−129,2", "−85,4", "−131,2", "−2,0"));
        var history = (await app.Page("/ekonomi/post/folktandvarden?ar=2025")).Section("Utfall och prognoser").Words();
        history.ShouldContain($"Controller, Folktandvården, {Sv.Time(handedInAt)}");
        history.ShouldContain($"Chef, Folktandvården för förvaltningen, {Sv.Time(app.Clock.Now)}");
        history.ShouldContain("Periodrapport 2 2025");
        history.ShouldContain("exempel", customMessage: "the invented amount it replaced stands in the history");
    }

    [Theory]
    [InlineData("abc", "-131,2", "", "Ange ett belopp i miljoner kronor, till exempel −12,3.")]
    [InlineData("-2.612,4", "-131,2", "", "Skriv tusental med mellanslag och decimaler med komma, till exempel −2 612,4.")]
    [InlineData("-85,45", "-131,2", "", "Ange beloppet i miljoner kronor med högst en decimal.")]
    [InlineData("-8500000", "-131,2", "", "Beloppet är för stort. Ange det i miljoner kronor.")]
    [InlineData("85,4", "-131,2", "", "Budgeten är en kostnad. Skriv minus före beloppet, eller förklara i kommentaren.")]
    [InlineData("-85,4 %", "-131,2", "", "Ange ett belopp i miljoner kronor, till exempel −12,3.")]
    [InlineData("", "-131,2", "", "Fyll i utfallet. Skriv 0 om det inte finns något.")]
    public async Task What_cannot_be_handed_in_stands_in_its_field_with_what_is_to_be_mended_and_is_kept(string outcome, string forecast, string comment, string told)
    {
        var answer = await desk.HandIn(controller, (Outcome, outcome), (Forecast, forecast), (Comment, comment));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ErrorAt(Outcome).ShouldBe(told);
        answer.Errors.ShouldContain($"Folktandvården, utfall: {told}");
        answer.Typed(Outcome).ShouldBe(outcome);
        answer.Typed(Forecast).ShouldBe(forecast);
        (await desk.Draft(Post))!.Texts.ShouldBe(new(outcome, forecast, comment, ""));
        (await controller.Open(desk.Path)).Typed(Outcome).ShouldBe(outcome);
        (await desk.Submission()).ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_says_so_before_it_is_handed_in()
    {
        var saved = await desk.Save(controller, (Outcome, "tolv"), (Forecast, "-131,2"));
        var page = await controller.Open(saved.Location!);

        page.Document.QuerySelector("[role=status]").Words().ShouldBe("Utkastet är sparat. 1 belopp går inte att läsa; rätta innan du skickar in.");
        page.ErrorAt(Outcome).ShouldBe("Ange ett belopp i miljoner kronor, till exempel −12,3.");
        page.ErrorAt(Forecast).ShouldBeNull();
    }

    [Fact]
    public async Task New_loans_are_told_without_a_minus()
    {
        using var staff = await Browser.SignedInAs(app, "controller.staben");
        var regional = new EconomyDesk(app, "regionstaben");

        (await regional.HandIn(staff, ("utfall.ny-extern-upplaning", "-5"), ("prognos.ny-extern-upplaning", "0"))).ErrorAt("utfall.ny-extern-upplaning")
            .ShouldBe("Ny upplåning skrivs utan minus. Skriv 0 om inget är lånat.");
    }

    [Fact]
    public async Task Sending_back_nothing_without_a_word_is_told_all_that_lacks()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        using var head = await Browser.SignedInAs(app, "chef.ftv");
        var page = await head.Open(desk.Review);

        page.Document.QuerySelector("main").Words().ShouldContain("Godkänn 1 budgetpost för förvaltningen");
        var none = page.Document.QuerySelectorAll("input[type=checkbox]").ToDictionary(b => b.GetAttribute("name")!, _ => (string?)null);
        (await head.Submit(page, "return", none)).Errors.ShouldBe(
            ["Markera minst en ruta att skicka tillbaka.", "Skriv vad som ska rättas, så att den som får tillbaka vet vad som väntas."]);
        (await head.Open("/uppgifter")).Document.QuerySelector("main").Words().ShouldContain("ekonomi, 1 budgetpost, för förvaltningen");
    }

    [Fact]
    public async Task A_telling_deviation_from_the_budget_is_explained_before_it_is_handed_in()
    {
        var answer = await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-140"));

        answer.ErrorAt(Comment).ShouldBe("Prognosen avviker −10,8 mnkr från budgeten. Förklara varför.");
        (await EconomyDesk.Post(controller, answer, true, (Comment, "Två kliniker har flyttat"))).Location.ShouldEndWith("klart=1");
    }

    [Fact]
    public async Task A_draft_is_seen_by_the_next_who_opens_the_page_but_by_nobody_else()
    {
        (await desk.Save(controller, (Outcome, "-80"), (Comment, "Preliminärt"))).Location.ShouldEndWith("klart=utkast");

        using var head = await Browser.SignedInAs(app, "chef.ftv");
        (await head.Open(desk.Path)).Typed(Comment).ShouldBe("Preliminärt");
        (await app.Page("/ekonomi/post/folktandvarden?ar=2025")).Body!.TextContent.ShouldNotContain("Preliminärt");
        (await desk.Save(controller, (Outcome, ""), (Comment, ""))).Location.ShouldEndWith("klart=inget");
        (await desk.Draft(Post)).ShouldBeNull();
    }

    [Fact]
    public async Task A_returned_amount_says_why_and_is_the_only_one_open()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        await desk.Return("chef.ftv", Post, AmountKind.Forecast, "Räkna med höstens avtal");

        var page = await controller.Open(desk.Path);
        page.Html.ShouldContain("Räkna med höstens avtal");
        page.Document.QuerySelector($"[name='{Outcome}']").ShouldBeNull();
        (await EconomyDesk.Post(controller, page, true, (Forecast, "-133"))).Location.ShouldEndWith("klart=1");
        (await desk.Submission())!.Amounts[^1].Report.ShouldBe(new AmountReport(-85.4m, -133m));
    }

    [Fact]
    public async Task An_approved_amount_is_changed_by_a_rattelse_with_a_reason()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        await desk.Approve("chef.ftv");

        (await desk.HandIn(controller, (Outcome, "-86"))).ErrorAt(Reason).ShouldBe("Beloppet är redan godkänt. Skriv varför det rättas.");
        (await desk.HandIn(controller, (Outcome, "-86"), (Reason, "Sen faktura"))).Location.ShouldEndWith("klart=1");
        (await desk.Entries(Post)).Count.ShouldBe(2, "the approved amount stands until the rättelse is approved");
        await desk.Approve("chef.ftv");

        (await desk.Entries(Post)).Where(e => e.Kind == AmountKind.Outcome).Select(e => (e.Amount, e.Recorded.Why)).ShouldBe([(-85.4m, "Ersätter ett exempelvärde"), (-86m, "Sen faktura")]);
    }

    [Fact]
    public async Task The_approver_sees_the_amounts_beside_the_budget_and_approves_or_sends_back_there()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        using var head = await Browser.SignedInAs(app, "chef.ftv");

        var page = await head.Open(desk.Review);
        page.Document.Section("Ekonomi").QuerySelectorAll("tbody td.rp-num").Select(c => c.Words().Split(' ')[0]).ShouldBe(["−129,2", "−65,1", "−85,4", "−131,2", "−2,0"]);
        var key = await desk.Key(Post);
        var back = await head.Submit(page, "return", new() { [$"Amount-{key.PostId:N}-{AmountKind.Outcome}"] = "on", [$"Amount-{key.PostId:N}-{AmountKind.Forecast}"] = null, ["ReturnForm.Why"] = "Fel period" });
        back.Location.ShouldEndWith("klart=tillbaka");
        var told = await head.Open(back.Location!);
        told.Html.ShouldContain("1 ruta är tillbakaskickad.");
        told.Html.ShouldContain("Folktandvården: utfall");
        await desk.HandIn(controller, (Outcome, "-84"));
        var approved = await head.Submit(await head.Open(desk.Review), "approve", []);
        (await head.Open(approved.Location!)).Html.ShouldContain("1 budgetpost är godkänd och publik nu.");
        (await desk.Entries(Post))[0].Amount.ShouldBe(-84);
    }

    [Theory]
    [InlineData("controller.hsf", HttpStatusCode.OK)]
    [InlineData("namndsekreterare.rs", HttpStatusCode.Forbidden)]
    [InlineData("revisor", HttpStatusCode.Forbidden)]
    public async Task Others_hand_in_nothing_for_the_unit(string user, HttpStatusCode status)
    {
        using var other = await Browser.SignedInAs(app, user);

        var page = await other.Open(desk.Path);

        page.Status.ShouldBe(status);
        page.Document.QuerySelector($"[name='{Outcome}']").ShouldBeNull();
    }

    [Fact]
    public async Task A_post_whose_right_has_ended_keeps_and_hands_in_nothing()
    {
        var page = await controller.Open(desk.Path);
        await app.EndRoles("controller.ftv");

        await EconomyDesk.Post(controller, page, true, (Outcome, "-85,4"), (Forecast, "-131,2"));

        (await desk.Submission()).ShouldBeNull();
        (await desk.Draft(Post)).ShouldBeNull();
    }

    [Fact]
    public async Task Regionstaben_hands_in_what_no_unit_answers_for_and_each_unit_its_own()
    {
        using var staff = await Browser.SignedInAs(app, "controller.staben");
        var page = await staff.Open(new EconomyDesk(app, "regionstaben").Path);

        page.Document.QuerySelector("[name='utfall.skatteintakter']").ShouldNotBeNull();
        page.Document.QuerySelector("[name='utfall.kopt-vard']").ShouldNotBeNull();
        page.Document.QuerySelector("[name='utfall.regiondirektorens-stab']").ShouldNotBeNull();
        page.Document.QuerySelector($"[name='{Outcome}']").ShouldBeNull();
        page.Document.QuerySelector("[name='prognos.aterstallning-av-negativt-balanskravsresultat']").ShouldNotBeNull();
        page.Document.QuerySelector("[name='utfall.aterstallning-av-negativt-balanskravsresultat']").ShouldBeNull("the balanskrav is of whole years");
        (await controller.Open(desk.Path)).Document.QuerySelectorAll("main table [name^='utfall.']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_is_a_task_of_the_approver()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        using var head = await Browser.SignedInAs(app, "chef.ftv");

        (await head.Open("/uppgifter")).Document.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href")!.StartsWith($"{desk.Review}?niva=", StringComparison.Ordinal));
    }
}
