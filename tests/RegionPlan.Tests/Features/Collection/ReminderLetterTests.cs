using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Mail;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Collection;

/// <summary>Whom a reminder from Insamling is written to, as the letters stand in the outbox.</summary>
public sealed class ReminderLetterTests : IAsyncLifetime
{
    private const string Path = $"/insamling?uppfoljning={Activity}";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_reminder_is_written_to_those_with_a_role_at_the_unit_and_the_page_names_them()
    {
        var answer = await Remind(Clinic, "Vi behöver era tal");

        var letters = await Letters();
        letters.Select(l => l.ToAddress).ShouldBe(["chef.akut@example.org", "controller.akut@example.org"]);
        letters.ShouldAllBe(l => l.LinkPath == "/uppgifter" && l.Subject == "Påminnelse: Verksamhetsberättelse helår 2025, Akutkliniken Kalmar" && l.Body.Contains("Vi behöver era tal"));
        answer.ShouldBe("1 påminnelse är lagd i Mina uppgifter. Brev är skrivna till Chef, Akutkliniken Kalmar; Controller, Akutkliniken Kalmar.");
    }

    [Theory]
    [InlineData("ortopedkliniken-kalmar", "chef.lsk controller.lsk")]
    [InlineData("oskarshamns-sjukhus", "chef.hsf controller.hsf")]
    [InlineData("barn-och-ungdomspsykiatri", "regiondirektor")]
    public async Task Where_nobody_has_a_role_at_the_unit_it_goes_to_the_nearest_above(string unit, string users)
    {
        await Remind(unit);

        var letters = await Letters();
        letters.Select(l => l.ToAddress).ShouldBe(users.Split(' ').Select(u => $"{u}@example.org"));
        letters.ShouldAllBe(l => l.Body.Contains("ingen har en roll vid just den enheten"));
    }

    [Fact]
    public async Task Somebody_above_several_such_units_gets_one_letter_of_them_all()
    {
        await Remind("");

        var letters = await Letters();
        var above = letters.Where(l => l.ToAddress == "chef.hsf@example.org" && l.Body.Contains("ingen har en roll vid just")).ToList();
        above.ShouldHaveSingleItem().Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("- Oskarshamns sjukhus: "), b => b.ShouldContain("- Västerviks sjukhus: "), b => b.ShouldNotContain("- Ortopedkliniken Kalmar: "));
        letters.Select(l => l.Key).ShouldBeUnique();
    }

    [Fact]
    public async Task Locked_accounts_are_passed_over_and_where_nobody_is_left_the_page_says_so()
    {
        await Lock("chef.akut", "controller.akut");
        (await Remind(Clinic)).ShouldContain("Brev är skrivna till Chef, Länssjukhuset i Kalmar; Controller, Länssjukhuset i Kalmar.");
        await TakeAddress("regiondirektor");
        (await Remind("barn-och-ungdomspsykiatri")).ShouldBe("1 påminnelse är lagd i Mina uppgifter. För 1 påminnelse finns ingen att skriva till.");
    }

    [Fact]
    public async Task A_reminder_that_is_refused_writes_to_nobody()
    {
        await Remind(Clinic);
        var before = (await Letters()).Count;
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        (await staff.Submit(await staff.Open(Path), "remind", new() { ["RemindForm.Unit"] = Clinic })).Errors.ShouldBe(["Enheten är redan påmind i dag."]);

        (await Letters()).Count.ShouldBe(before);
    }

    /// <summary>Reminds by the page, and returns what it says afterwards.</summary>
    private async Task<string> Remind(string unit, string? text = null)
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");
        var answer = await browser.Submit(await browser.Open(Path), "remind", new() { ["RemindForm.Unit"] = unit, ["RemindForm.Text"] = text });
        return (await browser.Open(answer.Location.ShouldNotBeNull(string.Join(' ', answer.Errors)))).Document.QuerySelector("[role=status]").Words();
    }

    private async Task<List<OutgoingMail>> Letters()
    {
        await using var db = app.Db();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Key.StartsWith("reminder/")).OrderBy(m => m.ToAddress).ToListAsync();
    }

    /// <summary>The user can sign in by what is left, and cannot be written to.</summary>
    private async Task TakeAddress(string user)
    {
        await using var db = app.Db();
        (await db.Users.SingleAsync(u => u.Email == $"{user}@example.org")).Email = null;
        await db.SaveChangesAsync();
    }

    private async Task Lock(params string[] users)
    {
        await using var db = app.Db();
        foreach (var user in users)
        {
            (await db.Users.SingleAsync(u => u.Email == $"{user}@example.org")).LockoutEnd = app.Clock.Now.AddYears(100);
        }

        await db.SaveChangesAsync();
    }
}
