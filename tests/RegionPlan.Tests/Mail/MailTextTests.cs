using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Mail;

namespace RegionPlan.Tests.Mail;

/// <summary>Who is written to about reminders and returns, and what.</summary>
public sealed class MailTextTests : IAsyncLifetime
{
    private const string FollowUpKey = "2025-arsredovisning-1";
    private const string UnitKey = "halso-och-sjukvardsforvaltningen";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Those_who_hand_in_or_approve_for_exactly_the_unit_are_reminded_of_what_is_missing()
    {
        (await Remind()).ShouldBe(2);

        var mails = await app.Mails();
        mails.Select(m => m.ToAddress).ShouldBe(["chef.hsf@example.org", "controller.hsf@example.org"]);
        var mail = mails[1];
        mail.Subject.ShouldBe("Påminnelse: Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen");
        mail.LinkPath.ShouldBe("/uppgifter");
        var reading = await Read();
        var open = reading.FollowUps.Of(FollowUp(reading), Unit(reading)).Where(s => s.IsOpen).ToList();
        open.ShouldNotBeEmpty();
        var posts = reading.FollowUps.Economy.Where(s => s.FollowUp.Id == FollowUp(reading).Id && s.ReporterId == Unit(reading) && s.IsOpen).ToList();
        mail.Body.ShouldContain("Regiondirektör påminner om Årsredovisning 2025 för Hälso- och sjukvårdsförvaltningen.");
        mail.Body.ShouldContain("Vi behöver talen på fredag.");
        mail.Body.ShouldContain($"Att lämna in ({open.Count + posts.Count} ra");
        mail.Body.ShouldContain($"- {reading.Of(open[0].Duty.Key)!.Code} {reading.Of(open[0].Duty.Key)!.Name}, helår 2025");
        mail.Body.ShouldContain($"- Ekonomi: {posts.ShouldHaveSingleItem().Duty.Row.Definition.Name}, helår 2025");
        mail.Body.ShouldContain($"Sista dag är {reading.FollowUps.DueOn(FollowUp(reading), Unit(reading)):yyyy-MM-dd}. Den dagen har passerat.");
    }

    [Fact]
    public async Task A_reminder_is_written_of_once_to_each()
    {
        var reminder = Reminder(await Read());
        (await Enqueue(reminder)).ShouldBe(2);
        (await Enqueue(reminder)).ShouldBe(0);
        (await Remind()).ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_is_written_to_whose_account_is_locked_or_whose_role_is_ended_but_a_lock_of_minutes_does_not_count()
    {
        await LockUntil("controller.hsf", DateTimeOffset.MaxValue);
        await LockUntil("chef.hsf", app.Clock.Now.AddMinutes(15));
        (await Remind()).ShouldBe(1);
        (await app.Mails()).ShouldHaveSingleItem().ToAddress.ShouldBe("chef.hsf@example.org");

        await app.EndRoles("chef.hsf");
        (await Remind()).ShouldBe(1);
        (await app.Mails())[^1].ToAddress.ShouldBe("regiondirektor@example.org", "the nearest above where somebody can be written to");
    }

    [Theory]
    [InlineData(UnitKey, ApprovalLevel.Administration, "chef.hsf@example.org")]
    [InlineData("regionstyrelsen", ApprovalLevel.Board, "namndsekreterare.rs@example.org")]
    [InlineData("region-kalmar-lan", ApprovalLevel.Region, "regiondirektor@example.org")]
    public async Task Those_who_approve_at_the_level_are_reminded_of_what_waits_for_them(string unit, ApprovalLevel level, string expected)
    {
        await Submit("controller.hsf", 1);
        (await Remind(unit, level)).ShouldBe(1);

        var mail = (await app.Mails()).ShouldHaveSingleItem();
        mail.ToAddress.ShouldBe(expected);
        mail.Body.Contains("- Hälso- och sjukvårdsförvaltningen, 1 rad", StringComparison.Ordinal).ShouldBe(level == ApprovalLevel.Administration);
    }

    [Fact]
    public async Task Who_handed_in_is_told_which_cells_came_back_and_why()
    {
        var rows = await Submit("controller.hsf", 2);
        (await Return([(rows[0], Sex.Total), (rows[1], Sex.Men), (rows[1], Sex.Women)])).ShouldBe(1);

        var mail = (await app.Mails()).ShouldHaveSingleItem();
        mail.ToAddress.ShouldBe("controller.hsf@example.org");
        mail.Subject.ShouldBe("Åter för ändring: Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen");
        mail.LinkPath.ShouldBe($"/utfall?uppfoljning={FollowUpKey}&enhet={UnitKey}");
        var reading = await Read();
        mail.Body.ShouldContain("Chef, Hälso- och sjukvårdsförvaltningen har skickat tillbaka 3 rutor i Årsredovisning 2025");
        mail.Body.ShouldContain($"- {reading.Of(rows[0])!.Code} {reading.Of(rows[0])!.Name}, helår 2025: totalt\n");
        mail.Body.ShouldContain($"- {reading.Of(rows[1])!.Code} {reading.Of(rows[1])!.Name}, helår 2025: kvinnor, män\n");
        mail.Body.ShouldContain("Kommentar:\nNämnaren ser fel ut\n");
    }

    [Fact]
    public async Task Each_who_handed_in_is_told_of_their_own_rows()
    {
        var own = (await Submit("controller.hsf", 1))[0];
        var other = (await Submit("regiondirektor", 1))[0];
        (await Return([(own, Sex.Total), (other, Sex.Women)])).ShouldBe(2);

        var mails = await app.Mails();
        mails.Select(m => m.ToAddress).ShouldBe(["controller.hsf@example.org", "regiondirektor@example.org"]);
        mails.ShouldAllBe(m => m.Body.Contains("tillbaka 1 ruta i", StringComparison.Ordinal));
        mails[0].Body.ShouldContain(": totalt");
        mails[1].Body.ShouldContain(": kvinnor");
    }

    [Fact]
    public async Task Where_who_handed_in_is_locked_the_others_of_the_unit_are_told()
    {
        var rows = await Submit("controller.hsf", 1);
        await LockUntil("controller.hsf", DateTimeOffset.MaxValue);
        (await Return([(rows[0], Sex.Total)])).ShouldBe(1);

        (await app.Mails()).ShouldHaveSingleItem().ToAddress.ShouldBe("chef.hsf@example.org");
    }

    private static FollowUp FollowUp(FollowUpReading reading) => reading.FollowUps.Find(FollowUpKey)!;

    private static Guid Unit(FollowUpReading reading, string key = UnitKey) => reading.Units.Single(u => u.Key == key).Id;

    private async Task<FollowUpReading> Read() => await app.Services.GetRequiredService<FollowUpReader>().ReadAsync(2025);

    private Reminder Reminder(FollowUpReading reading, string unit = UnitKey, ApprovalLevel? level = null) =>
        new(FollowUp(reading).Id, Unit(reading, unit), level, [], "Vi behöver talen på fredag.", new(app.Clock.Now, "Regiondirektör"));

    private async Task<int> Remind(string unit = UnitKey, ApprovalLevel? level = null) => await Enqueue(Reminder(await Read(), unit, level));

    private async Task<int> Enqueue(Reminder reminder)
    {
        await using var db = app.Db();
        var (letters, _) = await app.Services.GetRequiredService<ReminderMail>().EnqueueAsync(db, FollowUp(await Read()), [reminder]);
        await db.SaveChangesAsync();
        return letters;
    }

    /// <summary>Hands in as many rows as a user as are asked for, of those that are not handed in.</summary>
    private async Task<IReadOnlyList<SubmittedRowKey>> Submit(string user, int number)
    {
        var reading = await Read();
        var rows = reading.FollowUps.Of(FollowUp(reading), Unit(reading))
            .Where(d => d is { IsOpen: true, Row: null } && reading.Of(d.Duty.Key)!.Terms is { IsYesNo: false, SexSplit: not SexSplit.None, HighestPossible: null or >= 100 })
            .Select(d => d.Duty.Key).Take(number).ToList();
        rows.Count.ShouldBe(number);
        await using var db = app.Db();
        var desk = await Open(db, user, reading);
        var report = new OutcomeReport(OutcomeValue.Of(80), OutcomeValue.Of(79), OutcomeValue.Of(81));
        desk.Submission.Submit(
            desk.FollowUp,
            desk.Chain,
            rows.ConvertAll(key => new RowToSubmit(key, report, RowNarrative.Empty)),
            desk.Actor,
            desk.User.Sign(app.Clock.GetUtcNow()),
            app.Services.GetRequiredService<PlanReader>().Today);
        await db.SaveChangesAsync();
        return rows;
    }

    private async Task<int> Return(IReadOnlyList<(SubmittedRowKey Row, Sex Sex)> cells)
    {
        await using var db = app.Db();
        var desk = await Open(db, "chef.hsf", await Read());
        var step = desk.Submission.Return(
            desk.FollowUp,
            desk.Chain,
            [.. cells.Select(c => new ReturnedCell(c.Row, c.Sex))],
            ApprovalLevel.Administration,
            desk.Actor,
            desk.Submission.Version,
            desk.User.Sign(app.Clock.GetUtcNow(), "Nämnaren ser fel ut"));
        var letters = await app.Services.GetRequiredService<ReturnMail>().EnqueueAsync(db, step, desk.Submission, desk.FollowUp, desk.Unit);
        await db.SaveChangesAsync();
        return letters;
    }

    private async Task<SubmissionDesk> Open(RegionPlanDb db, string user, FollowUpReading reading) => await SubmissionDesk.OpenAsync(
        db,
        app.Services.GetRequiredService<PermissionReader>(),
        await app.As(user),
        FollowUp(reading).Id,
        Unit(reading),
        app.Services.GetRequiredService<PlanReader>().Today);

    private async Task LockUntil(string user, DateTimeOffset until)
    {
        var id = (await app.User(user)).Id;
        await using var db = app.Db();
        (await db.Users.SingleAsync(u => u.Id == id)).LockoutEnd = until;
        await db.SaveChangesAsync();
    }
}
