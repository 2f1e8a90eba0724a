using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.RecordOutcomes;

namespace RegionPlan.Tests.Features.RecordOutcomes;

/// <summary>Rights are read at the write, from the database as it is then.</summary>
public sealed class WhoMayRecordTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData("controller.klt", "Du får inte registrera utfall för 3.23: Hälso- och sjukvårdsförvaltningen ansvarar för måttet.")]
    [InlineData("controller.pvf", "Du får inte registrera utfall för 3.23: Hälso- och sjukvårdsförvaltningen ansvarar för måttet.")]
    [InlineData("politiker", "Du får inte registrera utfall för 3.23: Hälso- och sjukvårdsförvaltningen ansvarar för måttet.")]
    [InlineData("revisor", "Du får inte registrera utfall för 3.23: Hälso- och sjukvårdsförvaltningen ansvarar för måttet.")]
    [InlineData("admin", "Du får inte registrera utfall för 3.23: Hälso- och sjukvårdsförvaltningen ansvarar för måttet.")]
    [InlineData("anonym", "Du är inte inloggad. Logga in och försök igen; det du har skrivit är kvar som utkast.")]
    public async Task Others_are_refused_by_both_writes(string user, string says)
    {
        var who = await app.As(user);
        var row = await app.Row("3.23", "2022-T1");

        (await Should.ThrowAsync<AccessRefused>(() => app.Record(who, row, Desk.Typed("0,9")))).Message.ShouldBe(says);
        (await Should.ThrowAsync<AccessRefused>(() => app.SaveDraft(who, row, Desk.Typed("0,9")))).Message.ShouldBe(says);
        (await Should.ThrowAsync<AccessRefused>(() => app.SaveDraft(who, row, null))).Message.ShouldBe(says);

        (await app.Entries(row)).ShouldBeEmpty();
        (await app.Draft(row)).ShouldBeNull();
    }

    [Theory]
    [InlineData("controller.hsf", "3.23", "2023-T1", "Controller, Hälso- och sjukvårdsförvaltningen")]
    [InlineData("chef.hsf", "3.23", "2023-T2", "Chef, Hälso- och sjukvårdsförvaltningen")]
    [InlineData("regiondirektor", "3.23", "2023-T3", "Regiondirektör")]
    [InlineData("regiondirektor", "1.6", "2023-T3", "Regiondirektör")]
    [InlineData("controller.klt", "1.6", "2023-T1", "Controller, Kalmar länstrafik")]
    [InlineData("controller.pvf", "3.18", "2023-T1", "Controller, Primärvårdsförvaltningen")]
    public async Task Those_who_answer_for_the_measure_may_write_and_sign_with_their_name(string user, string code, string period, string by)
    {
        var who = await app.As(user);
        var row = await app.Row(code, period);

        var kept = (await app.SaveDraft(who, row, Desk.Typed("0,9"))).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Draft(row)).ShouldNotBeNull().SavedBy.ShouldBe(by);
        (await app.Record(who, row, Desk.Typed("0,9"), token: kept.Token)).ShouldBeOfType<RowRecorded.Done>();

        (await app.Entries(row)).ShouldHaveSingleItem().Recorded.By.ShouldBe(by);
    }

    [Fact]
    public async Task A_role_that_ended_after_the_page_was_opened_is_refused()
    {
        await using var own = await Demo.StartAsync();
        var who = await own.As("controller.hsf");
        var row = await own.Row("3.23");
        (await own.Rows(who)).Codes().ShouldContain("3.23");
        await own.SaveDraft(who, row, Desk.Typed("0,9"));
        var draft = await own.Draft(row);

        await own.EndRoles("controller.hsf");

        await Should.ThrowAsync<AccessRefused>(() => own.Record(who, row, Desk.Typed("0,9"), token: draft!.Token));
        await Should.ThrowAsync<AccessRefused>(() => own.SaveDraft(who, row, Desk.Typed("0,8"), token: draft!.Token));
        (await own.Entries(row)).ShouldBeEmpty();
        (await own.Draft(row)).ShouldNotBeNull().Texts.Total.ShouldBe("0,9", "what was typed is not lost");
        (await own.Rows(who)).Goals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_who_is_locked_out_or_removed_is_refused_though_still_signed_in()
    {
        await using var own = await Demo.StartAsync();
        var row = await own.Row("3.23");
        var locked = await own.As("controller.hsf");
        var removed = await own.As("chef.hsf");
        await using (var db = own.Db())
        {
            (await db.Users.SingleAsync(u => u.Email == "controller.hsf@example.org")).LockoutEnd = own.Clock.Now.AddMinutes(15);
            await db.SaveChangesAsync();
            await db.RoleAssignments.Where(a => db.Users.Any(u => u.Id == a.UserId && u.Email == "chef.hsf@example.org")).ExecuteDeleteAsync();
            await db.Users.Where(u => u.Email == "chef.hsf@example.org").ExecuteDeleteAsync();
        }

        await Should.ThrowAsync<AccessRefused>(() => own.Record(locked, row, Desk.Typed("0,9")));
        await Should.ThrowAsync<AccessRefused>(() => own.Record(removed, row, Desk.Typed("0,9")));

        own.Clock.Advance(TimeSpan.FromMinutes(16));
        (await own.Record(locked, row, Desk.Typed("0,9"))).ShouldBeOfType<RowRecorded.Done>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("controller.hsf")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_forged_identity_is_nobody(string id)
    {
        var who = Demo.WithId(id);
        var row = await app.Row("3.23", "2022-T2");

        await Should.ThrowAsync<AccessRefused>(() => app.Record(who, row, Desk.Typed("0,9")));
        await Should.ThrowAsync<AccessRefused>(() => app.Rows(who));
    }

    [Fact]
    public async Task The_grid_holds_the_units_own_measures_and_those_below_only()
    {
        (await app.Rows(await app.As("controller.klt"))).Codes().ShouldBe(["1.6", "1.8", "2.5"]);
        (await app.Rows(await app.As("controller.hsf"))).Codes().ShouldBe(["3.6", "3.7", "3.8", "3.13", "3.14", "3.19", "3.20", "3.21", "3.22", "3.23"]);
        (await app.Rows(await app.As("regiondirektor"))).Codes().Count().ShouldBe(44);
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Those_who_only_read_have_no_rows_and_are_told(string user)
    {
        (await app.Rows(await app.As(user))).Goals.ShouldBeEmpty();
        using var browser = await Browser.SignedInAs(app, user);

        var page = await browser.Open("/utfall");

        page.Html.ShouldContain("Din roll registrerar inte utfall");
        page.Html.ShouldNotContain("<!--Blazor:", Case.Insensitive, "no grid is started");
    }

    [Fact]
    public async Task Responsibility_for_a_period_follows_the_definition_that_holds_at_its_end()
    {
        await using var own = await Demo.StartAsync();
        await own.Hand("3.22", "kalmar-lanstrafik", new(2024, 5, 1));
        var (hsf, klt) = (await own.As("controller.hsf"), await own.As("controller.klt"));

        (await own.Record(hsf, await own.Row("3.22", "2024-T1"), Desk.Typed("3"))).ShouldBeOfType<RowRecorded.Done>();
        await Should.ThrowAsync<AccessRefused>(async () => await own.Record(klt, await own.Row("3.22", "2024-01"), Desk.Typed("3")));
        (await own.Record(klt, await own.Row("3.22", "2024-T2"), Desk.Typed("3"))).ShouldBeOfType<RowRecorded.Done>();
        await Should.ThrowAsync<AccessRefused>(async () => await own.Record(hsf, await own.Row("3.22", "2024-T3"), Desk.Typed("3")));
    }

    [Theory]
    [InlineData("2024-T1", "controller.hsf")]
    [InlineData("2024-T2", "controller.klt")]
    public async Task The_grid_of_a_period_shows_a_measure_to_the_one_who_may_record_it(string period, string user)
    {
        await using var own = await Demo.StartAsync();
        await own.Hand("3.22", "kalmar-lanstrafik", new(2024, 5, 1));

        foreach (var other in new[] { "controller.hsf", "controller.klt" })
        {
            (await own.Rows(await own.As(other), period)).Codes().Contains("3.22").ShouldBe(other == user, other);
        }
    }
}
