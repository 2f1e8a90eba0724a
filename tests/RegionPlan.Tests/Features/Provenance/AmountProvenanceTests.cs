using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Features.Economy;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Features.Provenance;

/// <summary>From an amount one sees who entered and approved it and what has become of it, and from a sum what it is the sum of, then and now.</summary>
public sealed class AmountProvenanceTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_amount_that_was_handed_in_tells_its_budget_who_entered_and_who_approved()
    {
        var desk = new EconomyDesk(app);
        using var controller = await Browser.SignedInAs(app, "controller.ftv");
        await desk.HandIn(controller, ("utfall.folktandvarden", "-85,4"), ("prognos.folktandvarden", "-131,2"), ("kommentar.folktandvarden", "Fler barn"));
        await desk.Approve("chef.ftv");
        var entry = (await desk.Entries("folktandvarden")).Single(e => e.Kind == AmountKind.Outcome);

        var page = await app.Page($"/underlag/{entry.Id}");

        page.Body.Words().ShouldContain("Utfall jan–juni 2025");
        page.Section("Beloppet").Words().ShouldContain("−85,4 mnkr");
        page.Section("Beloppet").Words().ShouldContain("Budget 2025 −129,2 mnkr");
        page.Section("Beloppet").Words().ShouldContain("Kommentar Fler barn");
        page.Section("Beloppet").QuerySelector(".rp-example").ShouldBeNull();
        var who = page.Section("Vem och när").Words();
        who.ShouldContain("av Controller, Folktandvården, till Periodrapport 2 2025");
        who.ShouldContain("Godkänt av förvaltningen");
        who.ShouldContain("av Chef, Folktandvården");
        page.Section("Rättelser").Words().ShouldContain("Ersätter ett exempelvärde");
    }

    [Fact]
    public async Task A_corrected_amount_says_so_and_leads_to_the_one_that_holds()
    {
        var old = await Entry("lakemedel", AmountKind.Forecast);
        var held = (await Record("lakemedel", new(null, -1300m), "Nya priser")).Single(e => e.Kind == AmountKind.Forecast);

        var page = await app.Page($"/underlag/{old.Id}");

        page.QuerySelector(".ds-alert").Words().ShouldStartWith("Beloppet har ändrats. Nu gäller −1 300,0 mnkr");
        page.QuerySelector(".ds-alert a")!.GetAttribute("href").ShouldBe($"/underlag/{held.Id}");
        page.Section("Rättelser").QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldContain(r => r.Contains("Nya priser", StringComparison.Ordinal));
        (await app.Page($"/underlag/{held.Id}")).QuerySelector(".ds-alert").ShouldBeNull();
    }

    [Fact]
    public async Task A_budget_tells_where_it_is_decided()
    {
        await using var db = app.Db();
        var post = await db.Set<BudgetPost>().Include(p => p.Amounts).SingleAsync(p => p.Key == "kopt-vard");

        var page = await app.Page($"/underlag/{post.Amounts.Where(a => a.Year == 2025).OrderBy(a => a.Version).Last().Id}");

        page.QuerySelector("h1").Words().ShouldBe("Köpt vård");
        page.Section("Beloppet").Words().ShouldContain("−792,2 mnkr");
        page.Section("Beloppet").Words().ShouldContain("Källa Regionplan");
        page.Section("Vem och när").Words().ShouldContain("Registrerat");
    }

    [Fact]
    public async Task A_sum_shows_each_of_its_terms_and_every_post_in_them_leads_to_its_own_amount()
    {
        var page = await app.Page("/underlag/summa/2025-08/ramar/prognos");

        page.QuerySelector("h1").Words().ShouldBe("Summa ramar");
        var terms = page.QuerySelectorAll(".rp-panel > .rp-terms > li").ToList();
        Mnkr(terms[^1].QuerySelector(".rp-num")!).ShouldBe(terms.SkipLast(1).Sum(t => Mnkr(t.Children.Single(c => c.ClassList.Contains("rp-num")))));
        var posts = page.QuerySelectorAll(".rp-terms a").Select(a => a.GetAttribute("href")!).Where(h => Guid.TryParse(h.Split('/')[^1], out _)).ToList();
        posts.ShouldContain($"/underlag/{(await Entry("lakemedel", AmountKind.Forecast)).Id}");
        posts.ShouldContain($"/underlag/{(await Entry("folktandvarden", AmountKind.Forecast)).Id}", "a post of a sum in the sum");
    }

    [Fact]
    public async Task A_sum_as_it_was_known_stays_and_says_what_it_is_now()
    {
        var then = FigureAddress.Instant(app.Clock.Now);
        var before = await app.Page($"/underlag/summa/2025-08/resultat/prognos?asOf={Uri.EscapeDataString(then)}");
        before.QuerySelector(".ds-alert").Words().ShouldContain("Beloppet är detsamma nu.");
        var (shown, old) = (before.QuerySelector(".rp-value").Words(), await Entry("lakemedel", AmountKind.Forecast));
        app.Clock.Advance(TimeSpan.FromDays(30));
        var held = (await Record("lakemedel", new(null, old.Amount - 100m), "Nya priser")).Single(e => e.Kind == AmountKind.Forecast);

        var later = await app.Page($"/underlag/summa/2025-08/resultat/prognos?asOf={Uri.EscapeDataString(then)}");

        later.QuerySelector(".rp-value").Words().ShouldBe(shown);
        later.QuerySelectorAll(".rp-terms a").Select(a => a.GetAttribute("href")).ShouldContain($"/underlag/{old.Id}");
        later.QuerySelectorAll(".rp-terms a").Select(a => a.GetAttribute("href")).ShouldNotContain($"/underlag/{held.Id}");
        var alert = later.QuerySelector(".ds-alert").ShouldNotBeNull();
        alert.GetAttribute("data-color").ShouldBe("warning");
        alert.Words().ShouldEndWith("Nu är det 219,8 mnkr.");
        var now = await app.Page(alert.QuerySelector("a")!.GetAttribute("href")!);
        now.QuerySelector(".rp-value").Words().ShouldBe("219,8 mnkr");
        now.QuerySelectorAll(".rp-terms a").Select(a => a.GetAttribute("href")).ShouldContain($"/underlag/{held.Id}");
    }

    [Fact]
    public async Task A_sum_that_lacks_a_post_is_not_shown_and_the_post_is_named()
    {
        await Record("lakemedel", new(-1m, -2m), null, "2025-05");

        var page = await app.Page("/underlag/summa/2025-05/ramar/prognos");

        page.QuerySelector(".rp-value").Words().ShouldBe("saknas");
        var told = page.Section("Så räknas summan").Words();
        told.ShouldContain("Summan visas inte");
        told.ShouldContain("Köpt vård");
        told.ShouldContain("Läkemedel −2,0");
    }

    [Fact]
    public async Task A_difference_shows_what_it_is_the_difference_of()
    {
        var page = await app.Page("/underlag/post/2025-08/lakemedel/avvikelse");

        page.Body.Words().ShouldContain("Avvikelsen är helårsprognosen minus budgeten");
        page.QuerySelectorAll(".rp-terms > li").Select(t => t.Words().Replace(" exempel", "", StringComparison.Ordinal)).ShouldBe(["Prognos 2025 −1 255,9", "Minus budget 2025 −1 249,4", "Läkemedel −6,5 mnkr"]);
        page.QuerySelectorAll(".rp-terms a").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith("/underlag/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/underlag/summa/2025-08/finns-inte/prognos")]
    [InlineData("/underlag/summa/2025-08/resultat/finns-inte")]
    [InlineData("/underlag/summa/2025-T2/resultat/prognos")]
    [InlineData("/underlag/summa/abc/resultat/prognos")]
    [InlineData("/underlag/summa/1995-08/resultat/prognos")]
    [InlineData("/underlag/summa/1990-01/resultat/utfall")]
    [InlineData("/underlag/post/1990-01/lakemedel/avvikelse")]
    [InlineData("/underlag/summa/2025-12/resultat/prognos")]
    [InlineData("/underlag/post/2025-08/lakemedel/prognos")]
    [InlineData("/underlag/summa/2025-08/resultat/prognos?asOf=2020-01-01")]
    public async Task What_is_no_sum_is_not_found(string url) => await app.Page(url, HttpStatusCode.NotFound);

    private static decimal Mnkr(IElement amount) => decimal.Parse(
        (amount.QuerySelector("a") ?? amount).Words().Replace("mnkr", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('−', '-'), Sv.Culture);

    private async Task<EconomyEntry> Entry(string post, AmountKind kind, string month = "2025-08")
    {
        await using var db = app.Db();
        var id = await db.Set<BudgetPost>().Where(p => p.Key == post).Select(p => p.Id).SingleAsync();
        var through = Period.Parse(month);
        return await db.EconomyEntries.Where(e => e.PostId == id && e.Kind == kind && e.Through == through).OrderByDescending(e => e.Version).FirstAsync();
    }

    private async Task<IReadOnlyList<EconomyEntry>> Record(string post, AmountReport report, string? why, string month = "2025-08")
    {
        await using var db = app.Db();
        var key = new AmountKey(await db.Set<BudgetPost>().Where(p => p.Key == post).Select(p => p.Id).SingleAsync(), Period.Parse(month));
        var unit = await db.Units.Where(u => u.Key == "regionstaben").Select(u => u.Id).SingleAsync();
        var row = new AmountRow(key, await db.EconomyEntries.Where(e => e.PostId == key.PostId).ToListAsync());
        var made = row.Record(
            report with { Outcome = report.Outcome ?? row.Current(AmountKind.Outcome)?.Amount },
            unit,
            OutcomeOrigin.Manual,
            new Recording(app.Clock.Now, "Controller, Regionstaben", why: why));
        db.EconomyEntries.AddRange(made);
        await db.SaveChangesAsync();
        return made;
    }
}
