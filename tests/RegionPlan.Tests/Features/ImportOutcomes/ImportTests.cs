using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Imports;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Features.ImportOutcomes;

/// <summary>Files of outcomes to the årsredovisning of 2024: 3.23 has no outcome yet, 3.13 is a share, 3.22 needs a comment at 3.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Head = "Mått;Period;Totalt;Täljare;Nämnare;Kommentar;Skäl";
    private TestApp app = null!;
    private ReportScope scope;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        scope = await app.Scope();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Looking_a_file_through_tells_of_every_row_by_the_rules_of_the_grid_and_writes_nothing()
    {
        var (_, file) = await app.Look(
        [
            Head,
            "3.23;2024;;9;1000;Punktmätning vecka 10;",
            "3.13;2024;140;;;;Rättat",
            "3.22;2024;3;;;;",
            "3.23;2025;1;;;;",
            "9.99;2024;1;;;;",
            "3.7;2024;18,0;;;;",
            "3.22;hösten;1;;;;",
        ]);

        file.Rows.Select(r => (r.Line, r.Verdict)).ShouldBe(
        [
            (2, RowVerdict.Ready), (3, RowVerdict.Refused), (4, RowVerdict.ToExplain), (5, RowVerdict.Refused), (6, RowVerdict.Refused),
            (7, RowVerdict.Unchanged), (8, RowVerdict.Refused),
        ]);
        file.Line(2).Figures.ShouldBe("9/1000 (= 0,9\u00a0%), kommentar ”Punktmätning vecka 10”");
        file.Line(3).Messages.ShouldBe(["Ange högst 100."]);
        file.Line(4).Messages.ShouldHaveSingleItem().ShouldContain("skriv en kommentar");
        file.Line(5).Messages.ShouldHaveSingleItem().ShouldBe("3.23 lämnas inte in för helår 2025 till Årsredovisning 2024, utan för helår 2024.");
        file.Line(6).Messages.ShouldHaveSingleItem().ShouldStartWith("Hälso- och sjukvårdsförvaltningen lämnar inte in 9.99 till Årsredovisning 2024.");
        file.Line(8).Messages.ShouldHaveSingleItem().ShouldStartWith("Perioden ”hösten” kan inte läsas.");
        (await app.Drafts(scope)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_that_are_taken_in_are_drafts_that_are_handed_in_as_if_they_had_been_typed()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;;9;1000;Punktmätning vecka 10;", "3.22;2024;3;;;;", "3.13;2024;140;;;;Rättat"]);

        (await app.Apply(id)).ShouldBeNull();

        var drafts = await app.Drafts(scope);
        drafts.Keys.ShouldBe(["3.22", "3.23"], ignoreOrder: true, "what has a fault is not taken in");
        drafts["3.23"].ShouldBe(Desk.Typed("9/1000", comment: "Punktmätning vecka 10"));
        (await app.Entries(await app.Row("3.23"))).ShouldBeEmpty("nothing is public by an import");
        (await app.RowOf(scope, "3.23")).Draft!.SavedBy.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen, ur utfall.csv");
        (await app.Import(id)).Tally.ShouldBe(new ImportTally(Taken: 2, Unchanged: 0, Refused: 1, Overtaken: 0));

        await app.HandedIn(scope, "3.23", drafts["3.23"]);
        await app.ApproveAll(scope);
        (await app.Entries(await app.Row("3.23"))).ShouldHaveSingleItem().Amount.ShouldBe(0.9m);
    }

    [Fact]
    public async Task The_same_file_once_more_changes_nothing_whether_its_rows_are_drafts_handed_in_or_public()
    {
        string[] lines = [Head, "3.23;2024;;9;1000;Punktmätning vecka 10;"];
        var (id, _) = await app.Look(lines);
        await app.Apply(id);
        await IsUnchanged();

        await app.HandedIn(scope, "3.23", (await app.Drafts(scope))["3.23"]);
        await IsUnchanged();

        await app.ApproveAll(scope);
        await IsUnchanged();

        async Task IsUnchanged()
        {
            var (again, file) = await app.Look(lines);
            (file.Taken, file.Count(RowVerdict.Unchanged)).ShouldBe((0, 1));
            (await app.Apply(again)).ShouldNotBeNull().ShouldStartWith("Raderna har ändrats");
            (await app.Import(again)).State.ShouldBe(ImportState.Uploaded);
        }
    }

    [Theory]
    [InlineData("0,9")]
    [InlineData("0.90")]
    [InlineData("0,900 %")]
    public async Task A_figure_that_is_written_otherwise_is_the_same_figure(string written)
    {
        await app.SaveDraft(await app.As("controller.hsf"), scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("0,9"));

        var (_, file) = await app.Look([Head, $"3.23;2024;{written};;;;"]);

        file.Line(2).Verdict.ShouldBe(RowVerdict.Unchanged);
    }

    [Fact]
    public async Task An_empty_cell_changes_nothing_of_what_stands_there()
    {
        await app.SaveDraft(
            await app.As("controller.hsf"), scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("0,9", comment: "Vecka 10", analysis: "Färre fall"));

        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;;"]);
        await app.Apply(id);

        (await app.Drafts(scope))["3.23"].ShouldBe(Desk.Typed("0,8", comment: "Vecka 10", analysis: "Färre fall"));
    }

    [Fact]
    public async Task Undoing_puts_back_what_stood_there_before()
    {
        var who = await app.As("controller.hsf");
        await app.SaveDraft(who, scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("0,7", comment: "Min egen"));
        var (id, file) = await app.Look([Head, "3.23;2024;0,8;;;;", "3.22;2024;3;;;Ny metod;"]);
        file.Line(2).Messages.ShouldContain(m => m.StartsWith("Ersätter utkastet totalt 0,7 av Controller, Hälso- och sjukvårdsförvaltningen"));
        await app.Apply(id);

        (await app.Undo(id)).ShouldBeNull();

        var drafts = await app.Drafts(scope);
        drafts.ShouldHaveSingleItem().Value.ShouldBe(Desk.Typed("0,7", comment: "Min egen"));
        (await app.RowOf(scope, "3.23")).Draft!.SavedBy.ShouldBe("Controller, Hälso- och sjukvårdsförvaltningen");
        var import = await app.Import(id);
        (import.State, import.PutBack).ShouldBe((ImportState.Undone, 2));
        (await app.Undo(id)).ShouldBe("Inläsningen är redan ångrad.");
    }

    [Fact]
    public async Task Undoing_leaves_what_has_been_changed_or_handed_in_since()
    {
        var who = await app.As("controller.hsf");
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;", "3.22;2024;3;;;Ny metod;", "3.6;2024;49;;;Ny metod;"]);
        await app.Apply(id);
        (await app.Import(id)).Tally.Taken.ShouldBe(3);
        await app.HandedIn(scope, "3.23", (await app.Drafts(scope))["3.23"]);
        var typed = await app.RowOf(scope, "3.22");
        await app.SaveDraft(who, scope, typed.Key, Desk.Typed("4", comment: "Ny metod"), token: typed.Draft!.Token);

        await app.Undo(id);

        (await app.Import(id)).PutBack.ShouldBe(1);
        (await app.Drafts(scope)).ShouldHaveSingleItem().Value.Total.ShouldBe("4");
        (await app.RowOf(scope, "3.23")).Standing!.Stage.ShouldBe(RowStage.Submitted);
    }

    [Fact]
    public async Task A_row_that_somebody_types_in_after_the_look_is_left_to_them_and_told()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;", "3.22;2024;3;;;Ny metod;"]);
        await app.SaveDraft(await app.As("chef.hsf"), scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("0,5"));

        await app.Apply(id);

        (await app.Drafts(scope))["3.23"].Total.ShouldBe("0,5");
        (await app.Import(id)).Tally.ShouldBe(new ImportTally(Taken: 1, Unchanged: 0, Refused: 0, Overtaken: 1));
    }

    [Fact]
    public async Task Who_types_in_a_row_that_a_file_has_changed_is_told_and_loses_nothing()
    {
        var row = await app.RowOf(scope, "3.23");
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;"]);
        await app.Apply(id);

        var saved = await app.SaveDraft(await app.As("chef.hsf"), scope, row.Key, Desk.Typed("0,5"));

        saved.ShouldBeOfType<DraftSaved.TakenByAnother>().Theirs.Texts.Total.ShouldBe("0,8");
    }

    [Fact]
    public async Task A_row_that_waits_for_approval_is_refused_and_one_that_came_back_is_open_in_the_named_cells_alone()
    {
        await app.HandedIn(scope, "3.23", Desk.Typed("9/1000", comment: "Vecka 10"));
        (await app.Look([Head, "3.23;2024;0,8;;;;"])).File.Line(2).Messages.ShouldHaveSingleItem().ShouldStartWith("Raden är redan inskickad");

        await app.SendBack(scope, "3.23", "Fel vecka", Sex.Women);
        (await app.Look([Head, "3.23;2024;0,8;;;;"])).File.Line(2).Messages.ShouldBe(["Bara de rutor som skickades tillbaka kan ändras."]);
    }

    [Fact]
    public async Task What_is_public_or_locked_is_changed_with_a_reason_that_the_file_can_tell()
    {
        await app.HandedIn(scope, "3.23", Desk.Typed("9/1000", comment: "Vecka 10"));
        await app.ApproveAll(scope);
        await app.Lock();

        (await app.Look([Head, "3.23;2024;0,8;;;;"])).File.Line(2).Verdict.ShouldBe(RowVerdict.ToExplain);
        var (id, file) = await app.Look([Head, "3.23;2024;0,8;;;;Fel vecka räknades"]);
        file.Line(2).Verdict.ShouldBe(RowVerdict.Ready);
        await app.Apply(id);
        (await app.Drafts(scope))["3.23"].Reason.ShouldBe("Fel vecka räknades");
        (await app.Entries(await app.Row("3.23"))).ShouldHaveSingleItem().Amount.ShouldBe(0.9m);
    }

    [Fact]
    public async Task Of_the_same_row_twice_in_a_file_none_is_taken_in()
    {
        var (_, file) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;", "3.23;2024;0,9;;;Vecka 10;"]);

        file.Line(2).Messages.ShouldBe(["Samma rad finns också på rad 3 i filen. Behåll en av dem."]);
        (file.Taken, file.Line(2).Planned).ShouldBe((0, null));
        file.Line(3).Messages.ShouldBe(["Samma rad finns redan på rad 2 i filen. Behåll en av dem."]);
    }

    [Theory]
    [InlineData("3.23;2024;0,9;9;;;", "Fyll i både täljare och nämnare")]
    [InlineData("3.23;2024;0,7;9;1000;;", "Totalt 0,7 stämmer inte med täljare och nämnare, som blir 0,9\u00a0%.")]
    [InlineData("3.23;2024;;9;0;;", "Nämnaren ska vara större än noll.")]
    [InlineData("3.23;2024;;1100;1000;;", "Täljaren kan inte vara större än nämnaren.")]
    [InlineData("3.23;2024;nio;;;;", "Ange ett tal, till exempel 78,5.")]
    [InlineData(";2024;1;;;;", "Skriv måttets nummer i kolumnen Mått")]
    [InlineData("3.23;;1;;;;", "Perioden ”” kan inte läsas.")]
    [InlineData("3,2;2024;1;;;;", "Hälso- och sjukvårdsförvaltningen lämnar inte in 3.2 till Årsredovisning 2024.")]
    public async Task A_row_with_a_fault_says_how_to_mend_it(string line, string message)
    {
        var (_, file) = await app.Look([Head, line]);

        file.Line(2).Verdict.ShouldBe(RowVerdict.Refused);
        file.Line(2).Messages[0].ShouldStartWith(message);
    }

    [Fact]
    public async Task A_file_may_be_about_many_units_and_follow_ups_and_only_those_that_one_hands_in_for()
    {
        var (_, file) = await app.Look(
            [
                "Uppföljning;Enhet;Mått;Period;Totalt;Kommentar",
                $"{Desk.Annual};{Desk.Hsf};3.23;2024;0,8;Vecka 10",
                $"{Desk.Annual};Hälso- och sjukvårdsförvaltningen;3.22;2024;3;Ny metod",
                $"{Desk.Annual};kalmar-lanstrafik;2.1;2024;80;Ny metod",
                $"{Desk.Annual};nowhere;2.1;2024;80;Ny metod",
                $"2024-finns-inte;{Desk.Hsf};3.23;2024;0,8;Vecka 10",
                $"2026-arsredovisning-1;{Desk.Hsf};3.23;2026;0,8;Vecka 10",
                $";{Desk.Hsf};3.23;2024;0,8;Vecka 10",
            ],
            followUp: null,
            unit: null);

        file.Rows.Select(r => r.Verdict).ShouldBe(
            [RowVerdict.Ready, RowVerdict.Ready, RowVerdict.Refused, RowVerdict.Refused, RowVerdict.Refused, RowVerdict.Refused, RowVerdict.Refused]);
        file.Line(4).Messages[0].ShouldStartWith("Du lämnar inte in för Kalmar länstrafik.");
        file.Line(5).Messages[0].ShouldStartWith("Enheten ”nowhere” finns inte");
        file.Line(6).Messages[0].ShouldStartWith("Uppföljningen ”2024-finns-inte” finns inte");
        file.Line(7).Messages[0].ShouldStartWith("Årsredovisning 2026 öppnar 202");
        file.Line(8).Messages[0].ShouldStartWith("Skriv uppföljningen i kolumnen Uppföljning");
    }

    [Fact]
    public async Task A_file_is_taken_in_once()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;"]);
        var (other, file) = (id, await app.Look(id));
        await app.Apply(id);

        await app.Look(other);
        (await app.Apply(other)).ShouldBe("Filen är redan inläst. Ladda upp den igen om den ska läsas in en gång till.");
        file.Taken.ShouldBe(1);
    }

    [Fact]
    public async Task A_role_that_ends_between_the_look_and_the_taking_in_takes_in_nothing()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;"]);
        await app.EndRoles("controller.hsf");

        (await app.Apply(id)).ShouldNotBeNull().ShouldEndWith("inget är inläst. Se igenom dem igen.");
        (await app.Drafts(scope)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_looked_through_before_a_restart_is_looked_through_anew_before_anything_is_taken_in()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;"]);
        await app.RestartAsync();

        (await app.Apply(id)).ShouldBeNull();
        (await app.Import(id)).State.ShouldBe(ImportState.Uploaded, "the user looks first");
        await app.Look(id);
        (await app.Apply(id)).ShouldBeNull();
        (await app.Drafts(scope))["3.23"].Total.ShouldBe("0,8");
    }

    [Fact]
    public async Task What_is_ready_is_handed_in_at_once_and_what_must_be_explained_or_was_changed_stays()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;", "3.22;2024;3;;;;", "3.6;2024;49;;;Ny metod;"]);
        await app.Apply(id);
        var typed = await app.RowOf(scope, "3.6");
        await app.SaveDraft(await app.As("chef.hsf"), scope, typed.Key, Desk.Typed("48", comment: "Ny metod"), token: typed.Draft!.Token);

        (await app.Submit(id)).ShouldBe(new HandedIn(Rows: 1, Left: 1));

        (await app.RowOf(scope, "3.23")).Standing!.Stage.ShouldBe(RowStage.Submitted);
        (await app.Drafts(scope)).Keys.ShouldBe(["3.22", "3.6"], ignoreOrder: true);
        (await app.Drafts(scope))["3.6"].Total.ShouldBe("48");
    }

    [Fact]
    public async Task What_was_handed_in_after_the_look_is_left_to_the_one_who_did()
    {
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;", "3.22;2024;3;;;Ny metod;"]);
        await app.HandedIn(scope, "3.23", Desk.Typed("0,5", comment: "Vecka 12"), "chef.hsf");

        await app.Apply(id);

        (await app.Import(id)).Tally.ShouldBe(new ImportTally(Taken: 1, Unchanged: 0, Refused: 1, Overtaken: 1));
        (await app.Drafts(scope)).Keys.ShouldBe(["3.22"]);
    }

    [Fact]
    public async Task A_reason_that_was_asked_for_can_come_in_a_second_file()
    {
        var (first, asked) = await app.Look([Head, "3.7;2024;16;;;Ny metod;"]);
        asked.Line(2).Messages.ShouldContain("Värdet är redan registrerat. Skriv varför det ändras.");
        await app.Apply(first);

        var (second, file) = await app.Look([Head, "3.7;2024;16;;;Ny metod;Fel i källan"]);

        file.Line(2).Verdict.ShouldBe(RowVerdict.Ready);
        await app.Apply(second);
        (await app.Drafts(scope))["3.7"].Reason.ShouldBe("Fel i källan");
    }

    [Fact]
    public async Task A_file_that_is_looked_through_is_for_the_one_who_uploaded_it_and_one_taken_in_also_for_regionstaben()
    {
        var query = app.Services.GetRequiredService<ImportQuery>();
        var (id, _) = await app.Look([Head, "3.23;2024;0,8;;;Vecka 10;"]);
        (await query.FindAsync(await app.As("controller.hsf"), id)).ShouldNotBeNull().IsOwn.ShouldBeTrue();
        (await query.FindAsync(await app.As("regiondirektor"), id)).ShouldBeNull();

        await app.Apply(id);

        (await query.FindAsync(await app.As("regiondirektor"), id)).ShouldNotBeNull().IsOwn.ShouldBeFalse();
        (await query.FindAsync(await app.As("controller.klt"), id)).ShouldBeNull();
        (await query.ContentAsync(await app.As("controller.klt"), id)).ShouldBeNull();
        await app.EndRoles("controller.hsf");
        (await query.FindAsync(await app.As("controller.hsf"), id)).ShouldBeNull();
        (await app.Undo(id)).ShouldNotBeNull().ShouldEndWith("Inget är ångrat.");
        (await app.Drafts(scope)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Enhetens namn;Mått;Period;Totalt", "Primärvårdsförvaltningen;3.23;2024;0,8", "Du lämnar inte in för Primärvårdsförvaltningen.")]
    [InlineData("Enhet;Enhetens namn;Mått;Period;Totalt", "halso-och-sjukvardsforvaltningen;Folktandvården;3.23;2024;0,8", "Kolumnen Enhet är Hälso- och sjukvårdsförvaltningen, men")]
    [InlineData("Mått;Benämning;Period;Totalt", "3.7;Andel trycksår;2024;0,8", "3.7 heter Oplanerad återinskrivning inom 30 dagar, men i kolumnen Benämning står Andel trycksår.")]
    [InlineData("Mått;Period;Totalt", "3.8;2024;50 %", "Måttet mäts i per 100 000 invånare 20 år eller äldre, inte i procent.")]
    [InlineData("Mått;Period;Täljare;Nämnare", "3.8;2024;9;1000", "Måttet har inte täljare och nämnare.")]
    [InlineData("Uppföljning;Mått;Period;Totalt", "0-x;3.23;2024;0,8", "Uppföljningen ”0-x” finns inte")]
    [InlineData("Uppföljning;Mått;Period;Totalt", "9999-x;3.23;2024;0,8", "Uppföljningen ”9999-x” finns inte")]
    public async Task What_a_row_says_of_itself_must_fit_together(string head, string line, string message)
    {
        var (_, file) = await app.Look([head, line]);

        file.Line(2).Verdict.ShouldBe(RowVerdict.Refused);
        file.Line(2).Messages[0].ShouldStartWith(message);
    }

    [Fact]
    public async Task Texts_that_would_be_replaced_are_told_and_a_text_that_differs_in_spaces_alone_is_the_same()
    {
        await app.SaveDraft(
            await app.As("chef.hsf"), scope, (await app.RowOf(scope, "3.23")).Key, Desk.Typed("0,8", comment: "Viktigt av chefen \r\n", analysis: "Färre fall"));

        (await app.Look([Head, "3.23;2024;0,8;;;Viktigt av chefen;"])).File.Line(2).Verdict.ShouldBe(RowVerdict.Unchanged);
        var (_, file) = await app.Look([Head, "3.23;2024;0,8;;;Annat;"]);

        file.Line(2).Figures.ShouldBe("0,8, kommentar ”Annat”");
        file.Line(2).Messages.ShouldHaveSingleItem().ShouldStartWith("Ersätter utkastet kommentaren Viktigt av chefen");
    }
}
