using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Features.YearWheel;

namespace RegionPlan.Tests.Features.YearWheel;

public sealed class CalendarFeedTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private TestApp App => demo.App;

    [Fact]
    public async Task A_units_calendar_has_its_levels_last_days_and_the_decisions_and_no_other_levels()
    {
        var (text, events) = await Read("/arshjul.ics?enhet=folktandvarden");

        text.ShouldContain("\r\nX-WR-CALNAME:Årshjul Folktandvården\r\n");
        var interim = events.Where(e => e["SUMMARY"].Contains("Delårsrapport T1 2026", StringComparison.Ordinal)).ToList();
        interim.Select(e => (e["SUMMARY"], e["DTSTART"], e["DTEND"])).ShouldBe(
            [("Sista dag för förvaltning: Delårsrapport T1 2026", "20260515", "20260516"), ("Beslut: Delårsrapport T1 2026 (Regionstyrelsen)", "20260609", "20260610")]);
        events.ShouldNotContain(e => e["SUMMARY"].StartsWith("Sista dag för enhet", StringComparison.Ordinal));
        events.Select(e => e["UID"]).Distinct().Count().ShouldBe(events.Count);
    }

    [Fact]
    public async Task The_whole_calendar_has_every_level()
    {
        var (_, events) = await Read("/arshjul.ics");

        events.Count(e => e["SUMMARY"].EndsWith(": Årsredovisning 2025", StringComparison.Ordinal)).ShouldBe(4);
        events.Single(e => e["SUMMARY"].StartsWith("Beslut: Årsredovisning 2025", StringComparison.Ordinal))["SUMMARY"].ShouldBe("Beslut: Årsredovisning 2025 (Regionfullmäktige)");
    }

    [Fact]
    public async Task Every_line_ends_with_CRLF_and_is_at_most_75_octets()
    {
        var (text, _) = await Read("/arshjul.ics");

        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Split("\r\n").Max(l => Encoding.UTF8.GetByteCount(l)).ShouldBeInRange(70, 75);
    }

    [Fact]
    public void Text_is_escaped_and_folded_between_characters_never_within_one()
    {
        var summary = "Bokslut; del 1, \\ och\n" + string.Concat(Enumerable.Repeat("åäö🙂", 40));

        var text = CalendarText.Write("Namn; med, tecken", [new("a@b", Given("2026-05-15"), summary, "", "/", 3, DateTimeOffset.UnixEpoch)]);

        text.Split("\r\n").ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        text.ShouldContain("NAME:Namn\\; med\\, tecken\r\n");
        text.ShouldContain("\r\nSEQUENCE:3\r\n");
        text.ShouldContain("\r\nDTSTART;VALUE=DATE:20260515\r\nDTEND;VALUE=DATE:20260516\r\n");
        Unfolded(text).ShouldContain("SUMMARY;LANGUAGE=sv:Bokslut\\; del 1\\, \\\\ och\\n" + string.Concat(Enumerable.Repeat("åäö🙂", 40)) + "\r\n");
        text.ShouldNotContain('\uFFFD');
    }

    [Fact]
    public async Task A_changed_date_keeps_its_uid_and_gets_a_higher_sequence()
    {
        await using var app = await Demo.StartAsync();
        var before = (await Read("/arshjul.ics?enhet=folktandvarden", app)).Events.Single(e => e["SUMMARY"] == "Sista dag för förvaltning: Delårsrapport T2 2026");

        await app.Change("2026-delarsrapport-2", f => f with { AdministrationDue = Given("2026-09-15") });

        var after = (await Read("/arshjul.ics?enhet=folktandvarden", app)).Events.Single(e => e["UID"] == before["UID"]);
        (before["DTSTART"], before["SEQUENCE"]).ShouldBe(("20260914", "1"));
        (after["DTSTART"], after["SEQUENCE"]).ShouldBe(("20260915", "2"));
    }

    [Fact]
    public async Task An_unknown_unit_is_told_so()
    {
        using var answer = await App.Client.GetAsync(new Uri("/arshjul.ics?enhet=finns-inte", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("Det finns ingen sådan enhet.");
    }

    [Fact]
    public async Task The_personal_calendar_opens_without_signing_in_and_shows_the_levels_of_the_persons_units()
    {
        var address = await PersonalAddress(App, "controller.ftv");

        var (text, events) = await Read(address);

        text.ShouldContain("\r\nX-WR-CALNAME:Årshjul Controller\\, Folktandvården\r\n");
        events.ShouldContain(e => e["SUMMARY"] == "Sista dag för förvaltning: Delårsrapport T1 2026");
        events.ShouldNotContain(e => e["SUMMARY"].StartsWith("Sista dag för nämnd", StringComparison.Ordinal));
        (await App.Page("/arshjul")).QuerySelector("#egen-kalender").ShouldBeNull("nobody is signed in");
    }

    [Fact]
    public async Task The_personal_address_stops_when_the_password_is_changed_or_the_person_is_locked_out_and_cannot_be_made_up()
    {
        await using var app = await Demo.StartAsync();
        var address = await PersonalAddress(app, "controller.ftv");
        var other = await PersonalAddress(app, "chef.ftv");
        await using (var db = app.Db())
        {
            (await db.Users.SingleAsync(u => u.Email == "controller.ftv@example.org")).SecurityStamp = "ett nytt";
            (await db.Users.SingleAsync(u => u.Email == "chef.ftv@example.org")).LockoutEnd = app.Clock.Now.AddDays(1);
            await db.SaveChangesAsync();
        }

        foreach (var stopped in new[] { address, other, "/arshjul/kalender/gissat.ics", address.Replace(".ics", "A.ics", StringComparison.Ordinal) })
        {
            using var answer = await app.Client.GetAsync(new Uri(stopped, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync()).ShouldStartWith("Adressen gäller inte längre.");
        }
    }

    [Fact]
    public async Task Where_reading_is_closed_a_units_calendar_asks_for_signing_in_and_a_personal_one_does_not()
    {
        await using var app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["Access:PublicReading"] = "false" });

        using var closed = await app.Client.GetAsync(new Uri("/arshjul.ics", UriKind.Relative));
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Read(await PersonalAddress(app, "controller.ftv"), app)).Events.ShouldNotBeEmpty();
    }

    private static DateOnly Given(string day) => Tests.Domain.Given.Day(day);

    private static async Task<string> PersonalAddress(TestApp app, string user)
    {
        using var browser = await Browser.SignedInAs(app, user);
        var address = (await browser.Open("/arshjul")).Document.QuerySelector("#egen-kalender")!.GetAttribute("value")!;
        address.ShouldStartWith("http://localhost/arshjul/kalender/");
        return address["http://localhost".Length..];
    }

    private Task<(string Text, List<Dictionary<string, string>> Events)> Read(string address) => Read(address, App);

    private static async Task<(string Text, List<Dictionary<string, string>> Events)> Read(string address, TestApp app)
    {
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var text = await answer.Content.ReadAsStringAsync();
        var events = Unfolded(text).Split("BEGIN:VEVENT\r\n").Skip(1)
            .Select(e => e.Split("\r\n").TakeWhile(l => l != "END:VEVENT").Select(l => l.Split(':', 2)).ToDictionary(p => p[0].Split(';')[0], p => p[1])).ToList();
        return (text, events);
    }

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);
}
