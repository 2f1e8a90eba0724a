using Microsoft.EntityFrameworkCore;
using RegionPlan.Tests.Access;
using RegionPlan.Web.Mail;
using static RegionPlan.Tests.Features.Approval.GivenSubmission;

namespace RegionPlan.Tests.Features.Approval;

/// <summary>That cells sent back from Granska are written about, as the letters stand in the outbox.</summary>
public sealed class ReturnLetterTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_return_is_written_to_the_one_who_handed_in_and_to_nobody_where_it_is_refused()
    {
        var given = new GivenSubmission(app);
        var row = (await given.Percentages())[0];
        await given.Submit("controller.hsf", Row(row, 82, women: 81, men: 83));
        using var browser = await Browser.SignedInAs(app, "chef.hsf");
        var page = await browser.Open(given.Path);
        var boxes = page.Document.QuerySelectorAll("input[type=checkbox]").Select(b => b.GetAttribute("name")!).ToList();
        var women = boxes.ToDictionary(b => b, b => b.EndsWith("Women", StringComparison.Ordinal) ? "on" : null);

        (await browser.Submit(page, "return", women)).Errors.ShouldNotBeEmpty("the comment is missing");
        (await Letters()).ShouldBeEmpty();

        (await browser.Submit(page, "return", new(women) { ["ReturnForm.Why"] = "Kvinnor verkar lågt" })).Location.ShouldNotBeNull();
        var letter = (await Letters()).ShouldHaveSingleItem();
        letter.ToAddress.ShouldBe("controller.hsf@example.org");
        letter.Subject.ShouldBe("Åter för ändring: Årsredovisning 2025, Hälso- och sjukvårdsförvaltningen");
        letter.Body.ShouldSatisfyAllConditions(b => b.ShouldContain("1 ruta"), b => b.ShouldContain("Kvinnor verkar lågt"), b => b.ShouldContain("kvinnor"));
        letter.LinkPath.ShouldBe($"/utfall?uppfoljning={Annual}&enhet={Hospital}");
    }

    private async Task<List<OutgoingMail>> Letters()
    {
        await using var db = app.Db();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Key.StartsWith("return/")).ToListAsync();
    }
}
