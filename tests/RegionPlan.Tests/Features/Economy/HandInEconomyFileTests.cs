using System.Net;
using System.Text;
using RegionPlan.Domain.Economy;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Tests.TableFiles;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>The economy read in from a file, as a controller does it and without a script.</summary>
public sealed class HandInEconomyFileTests : IAsyncLifetime
{
    private const string Ftv = "folktandvarden";
    private const string Outcome = "utfall.folktandvarden";
    private const string Forecast = "prognos.folktandvarden";
    private const string Comment = "kommentar.folktandvarden";
    private const string Reason = "varfor.folktandvarden";
    private const string Heading = "Budgetpost;Utfall;Helårsprognos;Kommentar;Skäl";

    private TestApp app = null!;
    private EconomyDesk desk = null!;
    private Browser controller = null!;
    private Browser staff = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        desk = new(app);
        controller = await Browser.SignedInAs(app, "controller.ftv");
        staff = await Browser.SignedInAs(app, "controller.staben");
    }

    public async Task DisposeAsync()
    {
        controller.Dispose();
        staff.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_values_of_a_file_stand_in_the_form_are_kept_only_when_saved_and_have_the_history_of_what_is_typed()
    {
        var page = await controller.Upload(Heading, "Folktandvården;-85,4;-131,2;Fler barn;");

        page.Tally().ShouldBe(("1", "0", "0"));
        (page.Typed(Outcome), page.Typed(Forecast), page.Typed(Comment)).ShouldBe(("-85,4", "-131,2", "Fler barn"));
        (await desk.Draft(Ftv)).ShouldBeNull("nothing is kept before the user says so");
        var saved = await EconomyDesk.Post(controller, page, false);
        (await controller.Open(saved.Location!)).Html.ShouldContain("1 budgetpost är sparad som utkast.");
        (await desk.Draft(Ftv))!.SavedBy.ShouldBe("Controller, Folktandvården, ur ekonomi.csv");

        (await desk.HandIn(controller)).Location.ShouldEndWith("klart=1");
        await desk.Approve("chef.ftv");
        (await desk.Entries(Ftv)).Select(e => (e.Kind, e.Amount, e.Comment)).ShouldBe([(AmountKind.Outcome, -85.4m, "Fler barn"), (AmountKind.Forecast, -131.2m, "Fler barn")]);
        (await app.Page("/ekonomi/post/folktandvarden?ar=2025")).Section("Utfall och prognoser").Words().ShouldContain("Chef, Folktandvården för förvaltningen");
    }

    [Fact]
    public async Task What_is_ready_is_handed_in_and_what_is_mended_in_the_form_is_what_counts()
    {
        var page = await controller.Upload(Heading, "Folktandvården;ungefär 85;-131,2;;");
        page.ErrorAt(Outcome).ShouldBe("Ange ett belopp i miljoner kronor, till exempel −12,3.");
        page.Typed(Outcome).ShouldBe("ungefär 85");

        var refused = await EconomyDesk.Post(controller, page, true);
        refused.Errors.ShouldBe(["Folktandvården, utfall: Ange ett belopp i miljoner kronor, till exempel −12,3."]);
        (await desk.Submission()).ShouldBeNull();
        (await desk.Draft(Ftv))!.Texts.Outcome.ShouldBe("ungefär 85", "what cannot be read is kept too");
        var done = await EconomyDesk.Post(controller, refused, true, (Outcome, "-85"));

        (await controller.Open(done.Location!)).Html.ShouldContain("1 budgetpost är inskickad och väntar på godkännande.");
        (await desk.Submission())!.Amounts.Single().Outcome.ShouldBe(-85);
        (await desk.Draft(Ftv)).ShouldBeNull();
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_template_that_comes_back_as_it_was_changes_nothing(string format)
    {
        await desk.Save(controller, (Outcome, "−85,40"), (Forecast, "ungefär 5"), (Comment, "=A1; \"citat\""));
        await new EconomyDesk(app, "regionstaben").HandIn(staff, ("utfall.kopt-vard", "−401,2"), ("prognos.kopt-vard", "-795"));
        await EconomyDesk.Post(staff, await staff.Open(new EconomyDesk(app, "regionstaben").Path), false, ("utfall.lakemedel", "-600"));

        (await controller.Upload(await controller.Downloaded(format), $"mall.{format}")).Tally().ShouldBe(("0", "1", "0"));
        var page = await staff.Upload(await staff.Downloaded(format), $"mall.{format}");
        (page.Tally().Changed, page.Tally().Refused).ShouldBe(("0", "0"));
        page.Html.ShouldContain("Inget ändras: allt står redan där");
        page.Document.Section("Utkast som inte är inskickade").Words().ShouldContain("Regionstaben, 1 budgetpost");
        page.Document.QuerySelector("[name=gor]").ShouldBeNull();
    }

    [Fact]
    public async Task The_template_has_every_post_of_every_unit_that_the_user_hands_in_for_and_no_other()
    {
        using var director = await Browser.SignedInAs(app, "regiondirektor");
        var all = Encoding.UTF8.GetString(await director.Downloaded("csv"));

        all.ShouldContain("folktandvarden;Folktandvården;Folktandvården;2025-06;-129,2;-65,1;");
        all.ShouldContain("kopt-vard;Köpt vård;Regionstaben;2025-06;");
        Encoding.UTF8.GetString(await controller.Downloaded("csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Two_units_in_one_file_are_each_handed_in_by_their_own()
    {
        using var director = await Browser.SignedInAs(app, "regiondirektor");

        var page = await director.Upload(Heading, "Folktandvården;-85,4;-131,2;;", "Köpt vård;-400;-795;;");
        var done = await EconomyDesk.Post(director, page, true);

        done.Location.ShouldEndWith("inskickade=2");
        (await desk.Submission())!.Amounts.Single().Outcome.ShouldBe(-85.4m);
        (await new EconomyDesk(app, "regionstaben").Submission())!.Amounts.Single().Outcome.ShouldBe(-400);
    }

    [Fact]
    public async Task A_row_that_cannot_be_taken_says_why_and_the_others_are_taken()
    {
        var page = await staff.Upload(
            "Nyckel;Budgetpost;Månad;Utfall",
            ";KÖPT  VÅRD;2025-6;-401,2",
            ";Folktandvården;;-61,2",
            "folktandvarden;;;-61,2",
            ";Summa ramar;;-5000",
            ";Verksamhetens nettokostnader;;-5000",
            ";Totalt drift;;-5000",
            ";bildning;;-3",
            ";Läkemedel;2025-05;-150",
            ";Läkemedel;maj;-150",
            ";Riktade statsbidrag;;150",
            "riktade-statsbidrag;;;151",
            ";Pensioner;;-130",
            "pension;;;-130",
            "skatteintakter;Avskrivningar;;-130",
            ";Återställning av negativt balanskravsresultat;;-100",
            ";;;-100");

        page.Refused().ShouldBe(new Dictionary<int, string>
        {
            [3] = "Folktandvården lämnas in av Folktandvården, som du inte lämnar in för. Ta bort raden, eller låt någon vid Folktandvården läsa in den.",
            [4] = "Folktandvården lämnas in av Folktandvården, som du inte lämnar in för. Ta bort raden, eller låt någon vid Folktandvården läsa in den.",
            [5] = "Summa ramar är en summa. Systemet räknar den ur posterna, så den läses inte in. Ta gärna bort raden.",
            [6] = "Verksamhetens nettokostnader är en summa. Systemet räknar den ur posterna, så den läses inte in. Ta gärna bort raden.",
            [7] = "Totalt drift är en summa. Systemet räknar den ur posterna, så den läses inte in. Ta gärna bort raden.",
            [8] = "Bildning är en del av Regionala utvecklingsförvaltningen och lämnas inte in för sig. Ta bort raden.",
            [9] = "Raden gäller maj 2025, men Periodrapport 2 2025 gäller till och med juni 2025. Ta bort raden, eller välj uppföljningen som den hör till.",
            [10] = "Månaden ”maj” kan inte läsas. Skriv 2025-06, eller lämna rutan tom.",
            [11] = "Riktade statsbidrag finns också på rad 12. Behåll en av raderna.",
            [12] = "Riktade statsbidrag finns också på rad 11. Behåll en av raderna.",
            [13] = "Budgetposten ”Pensioner” finns inte i årets budget. Skriv den som i mallen.",
            [14] = "Nyckeln ”pension” finns inte i årets budget. Skriv den som i mallen, eller lämna den tom så gäller budgetpostens namn.",
            [15] = "Nyckeln skatteintakter är Skatteintäkter, men i kolumnen Budgetpost står Avskrivningar. Rätta den ena.",
            [16] = "Utfall lämnas inte för Återställning av negativt balanskravsresultat till den här uppföljningen. Töm rutan.",
            [17] = "Raden säger inte vilken budgetpost den gäller. Skriv nyckeln eller namnet, som i mallen.",
        });
        (page.Tally().Changed, page.Typed("utfall.kopt-vard")).ShouldBe(("1", "-401,2"));
        page.Document.QuerySelectorAll("[name^='version.']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_cell_changes_nothing_and_a_changed_row_tells_what_it_replaces()
    {
        using var head = await Browser.SignedInAs(app, "chef.ftv");
        await desk.Save(head, (Outcome, "-80"), (Forecast, "-130"), (Comment, "Från chefen"));

        var page = await controller.Upload(Heading, "Folktandvården;-81;;;");

        (page.Typed(Outcome), page.Typed(Forecast), page.Typed(Comment)).ShouldBe(("-81", "-130", "Från chefen"));
        page.RowOf(Ftv).ShouldContain("Ersätter utkastet utfall -80 av Chef, Folktandvården ");
        page.RowOf(Ftv).ShouldNotContain("helårsprognos -130 av", customMessage: "what stays is not told as replaced");
    }

    [Fact]
    public async Task What_another_typed_while_the_file_was_looked_through_is_not_overwritten_unseen()
    {
        using var head = await Browser.SignedInAs(app, "chef.ftv");
        var page = await controller.Upload(Heading, "Folktandvården;-81;-130;;");
        await desk.Save(head, (Outcome, "-80"), (Comment, "Från chefen"));

        var answer = await EconomyDesk.Post(controller, page, false);

        answer.ErrorAt(Outcome).ShouldBe("Chef, Folktandvården har skrivit samtidigt. Jämför innan du sparar igen.");
        (await desk.Draft(Ftv))!.Texts.Comment.ShouldBe("Från chefen");
        answer.Typed(Outcome).ShouldBe("-81");
        (await EconomyDesk.Post(controller, answer, false)).Location.ShouldEndWith("sparade=1");
        (await desk.Draft(Ftv))!.SavedBy.ShouldBe("Controller, Folktandvården, ur ekonomi.csv");
    }

    [Fact]
    public async Task What_waits_for_an_approval_is_told_and_not_overwritten()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));

        var page = await controller.Upload(Heading, "Folktandvården;-86;;;");

        page.Refused()[2].ShouldBe("Folktandvården är redan inskickad och väntar på godkännande. Be den som godkänner att skicka tillbaka den, och läs in raden igen.");
        page.Document.QuerySelector($"[name='{Outcome}']").ShouldBeNull();
        (await controller.Upload(Heading, "Folktandvården;-85,40;-131,2;;")).Tally().ShouldBe(("0", "1", "0"));
    }

    [Fact]
    public async Task What_is_approved_is_changed_only_with_a_reason_which_may_stand_in_the_file()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        await desk.Approve("chef.ftv");

        var without = await controller.Upload(Heading, "Folktandvården;-86;;;");
        without.ErrorAt(Reason).ShouldBe("Beloppet är redan godkänt. Skriv varför det rättas.");
        without.RowOf(Ftv).ShouldContain("Ersätter utfall −85,4.");
        var page = await controller.Upload(Heading, "Folktandvården;-86;;;Sen faktura");
        page.Typed(Reason).ShouldBe("Sen faktura");
        (await EconomyDesk.Post(controller, page, true)).Location.ShouldEndWith("inskickade=1");
    }

    [Fact]
    public async Task Only_what_was_sent_back_can_be_changed()
    {
        await desk.HandIn(controller, (Outcome, "-85,4"), (Forecast, "-131,2"));
        await desk.Return("chef.ftv", Ftv, AmountKind.Forecast, "Räkna med höstens avtal");

        (await controller.Upload(Heading, "Folktandvården;-86;-133;;")).Refused()[2].ShouldStartWith("Bara det som skickades tillbaka kan ändras, och utfall -86 är inte det.");
        var page = await controller.Upload(Heading, "Folktandvården;-85,4;-133;;");
        (await EconomyDesk.Post(controller, page, true)).Location.ShouldEndWith("inskickade=1");
        (await desk.Submission())!.Amounts[^1].Report.ShouldBe(new AmountReport(-85.4m, -133m));
    }

    [Theory]
    [InlineData("-61200", "-129200", "tusental kronor", "474 gånger budgeten. Är det i tusental kronor? Ange miljoner kronor, eller förklara i kommentaren.")]
    [InlineData("-61200000", "-129200000", "kronor", "Beloppet är för stort. Ange det i miljoner kronor.")]
    public async Task Amounts_in_another_unit_of_money_are_told_and_never_converted(string outcome, string forecast, string unit, string told)
    {
        var page = await controller.Upload(Heading, $"Folktandvården;{outcome};{forecast};;");

        page.Warning().ShouldStartWith($"2 belopp är så mycket större än budgeten att de ser ut att stå i {unit}. Inget är omräknat.");
        (page.ErrorAt(Outcome), page.Typed(Outcome)).ShouldBe((told, outcome));
        (await EconomyDesk.Post(controller, page, true)).Errors.ShouldContain($"Folktandvården, utfall: {told}");
        (await desk.Submission()).ShouldBeNull();
        (await controller.Upload(Heading, "Folktandvården;-61,2;-129,2;;")).Warning().ShouldBe("");
    }

    [Fact]
    public async Task A_cell_that_Excel_cannot_tell_goes_to_its_field_and_one_that_might_be_another_refuses_the_row()
    {
        var broken = MadeWorkbook.WithSheet(MadeWorkbook.Heading("Budgetpost", "Utfall", "Helårsprognos"), [MadeWorkbook.Text("Folktandvården"), MadeWorkbook.Typed("e", "#DIV/0!"), MadeWorkbook.Number("-131.2")]);
        var page = await controller.Upload(broken.Bytes(), "ekonomi.xlsx");
        (page.Typed(Outcome), page.ErrorAt(Outcome)).ShouldBe(("#DIV/0!", "Cellen visar felet #DIV/0!. Rätta formeln, eller skriv värdet i stället."));

        var uncounted = MadeWorkbook.WithSheet(MadeWorkbook.Heading("Budgetpost", "Utfall"), [MadeWorkbook.Text("Folktandvården"), MadeWorkbook.Formula(null)]);
        (await controller.Upload(uncounted.Bytes(), "ekonomi.xlsx")).Refused()[2].ShouldStartWith("Utfall: Formeln har inget uträknat värde.");
        (await controller.Upload("Budgetpost,Utfall", "Folktandvården,-85,4")).Refused()[2].ShouldContain("Tal med decimalkomma", customMessage: "a decimal comma between commas takes two places");
    }

    [Fact]
    public async Task A_comment_of_several_lines_is_kept_on_one_line_with_its_words_apart()
    {
        var file = MadeWorkbook.WithSheet(
            MadeWorkbook.Heading("Budgetpost", "Utfall", "Helårsprognos", "Kommentar"),
            [MadeWorkbook.Text("Folktandvården"), MadeWorkbook.Number("-85.4"), MadeWorkbook.Number("-131.2"), MadeWorkbook.Text("rad ett\nrad två")]).Bytes();

        var page = await controller.Upload(file, "ekonomi.xlsx");
        page.Typed(Comment).ShouldBe("rad ett rad två");
        await EconomyDesk.Post(controller, page, false);

        (await desk.Draft(Ftv))!.Texts.Comment.ShouldBe("rad ett rad två");
        (await controller.Upload(file, "ekonomi.xlsx")).Tally().ShouldBe(("0", "1", "0"));
    }

    [Fact]
    public async Task Two_amounts_in_one_cell_never_become_one()
    {
        var page = await controller.Upload(Heading, "Folktandvården;\"-85\n400\";-131,2;;");

        page.Typed(Outcome).ShouldBe("-85 / 400");
        page.ErrorAt(Outcome).ShouldBe("Ange ett belopp i miljoner kronor, till exempel −12,3.");
    }

    [Fact]
    public async Task The_rows_that_were_not_taken_are_still_told_when_the_rest_is_mended_and_kept()
    {
        var page = await controller.Upload(Heading, "Folktandvården;ungefär 85;-131,2;;", "Läkemedel;-600;-1249;;", "Summa ramar;-5000;;;");
        var told = page.Refused();
        told.Keys.ShouldBe([3, 4]);

        var refused = await EconomyDesk.Post(controller, page, true);
        refused.Refused().ShouldBe(told);
        var done = await EconomyDesk.Post(controller, refused, true, (Outcome, "-85"));

        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Refused().ShouldBe(told);
        done.Document.QuerySelector("[role=status]").Words().ShouldBe("1 budgetpost är inskickad och väntar på godkännande.");
        done.Document.QuerySelector("#fil").ShouldNotBeNull("the file that was mended can be chosen at once");
        (await desk.Submission())!.Amounts.Single().Outcome.ShouldBe(-85);
        (await controller.Upload(Heading, "Folktandvården;-85;-131,2;;")).Document.QuerySelector(".rp-import-rows").ShouldBeNull();
    }

    [Fact]
    public async Task However_many_rows_were_not_taken_the_first_of_them_go_with_the_form()
    {
        var page = await controller.Upload([Heading, "Folktandvården;-85,4;-131,2;;", .. Enumerable.Range(0, 300).Select(n => $"Okänd {n};-1;;;")]);

        var done = await EconomyDesk.Post(controller, page, false);

        done.Refused().Count.ShouldBe(200);
        done.Html.ShouldContain("De första 200 av 300 rader visas.");
        (await desk.Draft(Ftv)).ShouldNotBeNull();
    }
}
