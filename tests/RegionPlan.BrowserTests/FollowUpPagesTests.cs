using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using RegionPlan.BrowserTests.Running;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;

namespace RegionPlan.BrowserTests;

/// <summary>Mina uppgifter, granskningen and insamlingen in the states they come into: WCAG, a narrow window and the keyboard alone.</summary>
public sealed class FollowUpPagesTests(SharedApp app, EntryApp own) : BrowserTest(app), IClassFixture<EntryApp>
{
    private const string FollowUpKey = "2025-arsredovisning-1";
    private const string Unit = "halso-och-sjukvardsforvaltningen";
    private const string Review = $"/granska/{FollowUpKey}/{Unit}";
    private const string Controller = "controller.hsf@example.org";
    private const string Head = "chef.hsf@example.org";
    private const string Director = "regiondirektor@example.org";
    private const string Auditor = "revisor@example.org";
    private const string Politician = "politiker@example.org";

    private static readonly SubmissionActor Anybody = new(true, Enum.GetValues<ApprovalLevel>().ToHashSet(), true);

    [BrowserTheory]
    [InlineData(Politician, "/uppgifter", 200)]
    [InlineData(Controller, "/uppgifter", 200)]
    [InlineData(Director, "/uppgifter", 200)]
    [InlineData(Politician, Review, 403)]
    [InlineData(Auditor, $"/granska/{FollowUpKey}/finns-inte", 404)]
    [InlineData(Auditor, "/granska/2024-arsredovisning-1/folktandvarden", 200)]
    [InlineData(Director, "/insamling", 200)]
    [InlineData(Director, "/insamling?uppfoljning=2025-verksamhetsberattelse-3", 200)]
    [InlineData(Director, "/insamling?uppfoljning=2026-arsredovisning-1", 200)]
    [InlineData(Auditor, "/insamling?uppfoljning=2025-arsredovisning-1", 200)]
    [InlineData(Controller, "/insamling", 403)]
    public async Task A_page_meets_wcag_and_never_scrolls_sideways(string email, string url, int status)
    {
        var page = await own.As(email, url);
        (await page.APIRequest.GetAsync(url)).Status.ShouldBe(status);

        await page.ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task A_chef_sends_back_and_approves_by_keyboard_alone_and_every_state_meets_wcag()
    {
        await using var app = await App.OwnAppAsync();
        await HandIn(app, 2);
        var head = await app.SignedInPage(Head, "/uppgifter");
        await head.ShouldBeAccessible();
        await head.TabTo(head.Locator("#godkanna ~ * a, section[aria-labelledby=godkanna] a").First);
        await head.Keyboard.PressAsync("Enter");
        await Assertions.Expect(head.Locator("h1")).ToHaveTextAsync("Hälso- och sjukvårdsförvaltningen", new() { Timeout = ScorecardEditing.Patience });
        await head.ShouldBeAccessible();

        var submit = head.GetByRole(AriaRole.Button, new() { Name = "Skicka tillbaka markerade rutor" });
        await head.TabTo(head.GetByRole(AriaRole.Checkbox).First);
        await head.Keyboard.PressAsync("Space");
        await head.TabTo(submit);
        await head.Keyboard.PressAsync("Enter");
        await Assertions.Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv vad som ska rättas", new() { Timeout = ScorecardEditing.Patience });
        await Assertions.Expect(head.GetByRole(AriaRole.Checkbox).First).ToBeCheckedAsync(new() { Timeout = ScorecardEditing.Patience });
        await head.ShouldBeAccessible();

        await head.TabTo(head.Locator("[name='ReturnForm.Why']"));
        await head.Keyboard.TypeAsync("Kontrollera värdet");
        await head.TabTo(submit);
        await head.Keyboard.PressAsync("Enter");
        await Assertions.Expect(head.Locator("main [role=status]")).ToContainTextAsync("1 ruta är tillbakaskickad.", new() { Timeout = ScorecardEditing.Patience });
        await head.ShouldBeAccessible();

        await head.TabTo(head.GetByRole(AriaRole.Button, new() { Name = "Godkänn 1 rad för förvaltningen" }));
        await head.Keyboard.PressAsync("Enter");
        await Assertions.Expect(head.Locator("main [role=status]")).ToContainTextAsync("publikt nu", new() { Timeout = ScorecardEditing.Patience });
        await head.ShouldBeAccessible();
        await head.GotoAsync("/uppgifter");
        await head.ShouldBeAccessible();
        await (await app.SignedInPage(Controller, "/uppgifter")).ShouldBeAccessible();
    }

    [BrowserFact]
    public async Task Regionstaben_reminds_and_locks_by_keyboard_alone_and_every_state_meets_wcag()
    {
        await using var app = await App.OwnAppAsync();
        await HandIn(app, 1);
        var page = await app.SignedInPage(Director, $"/insamling?uppfoljning={FollowUpKey}");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Påminn Hälso- och sjukvårdsförvaltningen" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("påminnelse", new() { Timeout = ScorecardEditing.Patience });
        await page.ShouldBeAccessible();
        await (await app.SignedInPage(Controller, "/uppgifter")).ShouldBeAccessible();

        var button = page.GetByRole(AriaRole.Button, new() { Name = "Lås Årsredovisning 2025" });
        await page.TabTo(button);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv varför uppföljningen låses ändå", new() { Timeout = ScorecardEditing.Patience });
        await page.ShouldBeAccessible();
        await page.TabTo(page.Locator("[name='LockForm.Why']"));
        await page.Keyboard.TypeAsync("Beslutas i morgon");
        await page.TabTo(button);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Motivering: Beslutas i morgon", new() { Timeout = ScorecardEditing.Patience });
        await page.ShouldBeAccessible();
        var head = await app.SignedInPage(Head, Review);
        await Assertions.Expect(head.Locator("[name='ApproveForm.Why']")).ToBeVisibleAsync(new() { Timeout = ScorecardEditing.Patience });
        await head.ShouldBeAccessible();
    }

    /// <summary>Some rows of the region's measures, handed in by way of the domain into the application's own database.</summary>
    private static async Task HandIn(BrowserApp app, int rows)
    {
        await using var db = new RegionPlanDb(new DbContextOptionsBuilder<RegionPlanDb>().UseSqlite($"Data Source={app.Process.DatabaseFile};Pooling=False").Options);
        var followUp = (await db.FollowUps.Include(f => f.Versions).Include(f => f.Locks).ToListAsync()).Single(f => f.Key == FollowUpKey);
        var units = await db.Units.Include(u => u.Placements).ToListAsync();
        var unit = units.Single(u => u.Key == Unit);
        var region = units.Single(u => u.Key == "region-kalmar-lan");
        var recorded = await db.Outcomes.Where(o => o.Period == Period.OfYear(2025)).Select(o => o.SeriesId).ToListAsync();
        var series = (await db.Measures.Include(m => m.Definitions).Include(m => m.Series).Where(m => m.PlanId != null).ToListAsync())
            .Where(m => m.Definitions.Latest()!.Terms is { IsYesNo: false } terms && terms.ResponsibleUnitId == unit.Id)
            .SelectMany(m => m.Series).Where(s => !recorded.Contains(s.Id)).OrderBy(s => s.Id).Take(rows).ToList();
        var submission = new Submission(followUp.Id, unit.Id);
        submission.Submit(
            followUp,
            ApprovalChain.Of(FollowUpYear.TreeOf(followUp, units), unit.Id, followUp.Terms.Requires),
            [.. series.Select(s => new RowToSubmit(
                new(s.Id, region.Id, Period.OfYear(2025)), new(OutcomeValue.Of(1)), new() { Comment = "Preliminärt värde", Analysis = "Fler söker vård än väntat." }))],
            Anybody,
            new Recording(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), "Controller, Hälso- och sjukvårdsförvaltningen"),
            new(2026, 11, 20));
        db.Submissions.Add(submission);
        await db.SaveChangesAsync();
    }
}
