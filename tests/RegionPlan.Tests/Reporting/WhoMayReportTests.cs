using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using RegionPlan.Web.Reporting;

namespace RegionPlan.Tests.Reporting;

/// <summary>Rights are read at the write, from the database as it is then.</summary>
public sealed class WhoMayReportTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string NotYours = "Du får inte lämna in för Hälso- och sjukvårdsförvaltningen.";
    private static readonly DraftTexts Good = Desk.Typed("0,9", comment: "Punktmätning");
    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData("controller.klt", NotYours)]
    [InlineData("controller.pvf", NotYours)]
    [InlineData("controller.lsk", NotYours)]
    [InlineData("politiker", NotYours)]
    [InlineData("revisor", NotYours)]
    [InlineData("admin", NotYours)]
    [InlineData("namndsekreterare.rs", NotYours)]
    [InlineData("anonym", "Du är inte inloggad. Logga in och försök igen; det du har skrivit är kvar som utkast.")]
    public async Task Others_are_refused_by_the_sheet_and_both_writes(string user, string says)
    {
        var who = await app.As(user);
        var scope = await app.Scope();
        var row = await app.RowOf(scope, "3.22");

        (await Should.ThrowAsync<AccessRefused>(() => app.SheetFor(who, scope))).Message.ShouldBe(says);
        (await Should.ThrowAsync<AccessRefused>(() => app.Submit(who, scope, new TypedRow(row.Key.Row, Good, row.Versions)))).Message.ShouldBe(says);
        (await Should.ThrowAsync<AccessRefused>(() => app.SaveDraft(who, scope, row.Key, Good))).Message.ShouldBe(says);
        (await Should.ThrowAsync<AccessRefused>(() => app.SaveDraft(who, scope, row.Key, null))).Message.ShouldBe(says);

        (await app.RowOf(scope, "3.22")).ShouldSatisfyAllConditions(r => r.Standing.ShouldBeNull(), r => r.Draft.ShouldBeNull());
    }

    [Theory]
    [InlineData("controller.hsf", Desk.Hsf, "3.23", "Controller, Hälso- och sjukvårdsförvaltningen")]
    [InlineData("chef.hsf", Desk.Hsf, "3.20", "Chef, Hälso- och sjukvårdsförvaltningen")]
    [InlineData("regiondirektor", Desk.Hsf, "3.21", "Regiondirektör")]
    [InlineData("controller.klt", "kalmar-lanstrafik", "1.6", "Controller, Kalmar länstrafik")]
    public async Task Those_who_answer_for_the_measure_may_write_and_sign_with_their_name(string user, string unit, string code, string by)
    {
        var who = await app.As(user);
        var scope = await app.Scope(unit: unit);
        var row = await app.RowOf(scope, code);
        var texts = Desk.Typed("50", comment: "Prov", reason: "Prov", analysis: "Prov");

        var kept = (await app.SaveDraft(who, scope, row.Key, texts, row.Versions)).ShouldBeOfType<DraftSaved.Kept>();
        (await app.Draft(row.Key)).ShouldNotBeNull().SavedBy.ShouldBe(by);
        (await app.Submit(who, scope, new TypedRow(row.Key.Row, texts, row.Versions, kept.Token)))[row.Key.Row].ShouldBeOfType<RowAnswer.HandedIn>();

        (await app.RowOf(scope, code)).Standing!.Row.Recorded.By.ShouldBe(by);
    }

    [Fact]
    public async Task A_role_that_ended_after_the_page_was_opened_is_refused()
    {
        await using var own = await Demo.StartAsync();
        var who = await own.As("controller.hsf");
        var scope = await own.Scope();
        var row = await own.RowOf(scope, "3.23");
        var kept = (DraftSaved.Kept)await own.SaveDraft(who, scope, row.Key, Good);

        await own.EndRoles("controller.hsf");

        await Should.ThrowAsync<AccessRefused>(() => own.Submit(who, scope, new TypedRow(row.Key.Row, Good, row.Versions, kept.Token)));
        await Should.ThrowAsync<AccessRefused>(() => own.SaveDraft(who, scope, row.Key, Desk.Typed("0,8"), token: kept.Token));
        await Should.ThrowAsync<AccessRefused>(() => own.SheetFor(who, scope));
        (await own.RowOf(scope, "3.23")).Standing.ShouldBeNull();
        (await own.Draft(row.Key)).ShouldNotBeNull().Texts.ShouldBe(Good, "what was typed is not lost");
    }

    [Fact]
    public async Task A_user_who_is_locked_out_or_removed_is_refused_though_still_signed_in()
    {
        await using var own = await Demo.StartAsync();
        var scope = await own.Scope();
        var typed = new TypedRow((await own.RowOf(scope, "3.23")).Key.Row, Good, default);
        var locked = await own.As("controller.hsf");
        var removed = await own.As("chef.hsf");
        await using (var db = own.Db())
        {
            (await db.Users.SingleAsync(u => u.Email == "controller.hsf@example.org")).LockoutEnd = own.Clock.Now.AddMinutes(15);
            await db.SaveChangesAsync();
            await db.RoleAssignments.Where(a => db.Users.Any(u => u.Id == a.UserId && u.Email == "chef.hsf@example.org")).ExecuteDeleteAsync();
            await db.Users.Where(u => u.Email == "chef.hsf@example.org").ExecuteDeleteAsync();
        }

        await Should.ThrowAsync<AccessRefused>(() => own.Submit(locked, scope, typed));
        await Should.ThrowAsync<AccessRefused>(() => own.Submit(removed, scope, typed));

        own.Clock.Advance(TimeSpan.FromMinutes(16));
        (await own.Submit(locked, scope, typed))[typed.Key].ShouldBeOfType<RowAnswer.HandedIn>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("controller.hsf")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_forged_identity_is_nobody(string id)
    {
        var who = Demo.WithId(id);
        var scope = await app.Scope();

        await Should.ThrowAsync<AccessRefused>(() => app.Submit(who, scope));
        await Should.ThrowAsync<AccessRefused>(() => app.SheetFor(who, scope));
    }

    [Theory]
    [InlineData("politiker")]
    [InlineData("revisor")]
    [InlineData("admin")]
    public async Task Those_who_only_read_are_told_and_get_no_grid(string user)
    {
        using var browser = await Browser.SignedInAs(app, user);

        var page = await browser.Open($"/utfall?uppfoljning={Desk.Annual}&enhet={Desk.Hsf}");

        page.Html.ShouldContain("Din roll registrerar inte utfall");
        page.Html.ShouldNotContain("<!--Blazor:", Case.Insensitive, "no grid is started");
    }

    [Fact]
    public async Task Who_answers_for_the_measure_hands_it_in()
    {
        await using var own = await Demo.StartAsync();
        await own.Hand("3.22", "kalmar-lanstrafik", new(2024, 5, 1));

        (await own.Sheet(await own.Scope())).Rows.Select(r => r.Code).ShouldNotContain("3.22");
        (await own.Sheet(await own.Scope(unit: "kalmar-lanstrafik"))).Rows.Select(r => r.Code).ShouldContain("3.22");
    }
}
