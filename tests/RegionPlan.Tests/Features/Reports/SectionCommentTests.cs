using System.Net;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Shared;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>Those who write a report comment on its sections, and every comment stays with who dealt with it.</summary>
public sealed class SectionCommentTests : IAsyncLifetime
{
    private const string Report = "/rapporter/2025-delarsrapport-2/region-kalmar-lan";
    private const string Section = Report + "/sammanfattning";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Demo.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_comment_stands_on_the_section_until_it_is_dealt_with_and_then_folds_away()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");

        (await Comment(browser, "Nämn väntetiderna.")).Location.ShouldBe($"{Section}#kommentarer");

        var open = (await browser.Open(Section)).Document.Section("Kommentarer");
        open.QuerySelector("ol.rp-comments").Words().ShouldContain("Nämn väntetiderna.");
        (await browser.Open(Report)).Document.QuerySelector($"a[href='{Section}#kommentarer']").Words().ShouldStartWith("1 öppen kommentar");
        (await browser.Open($"{Report}/kontroll")).Document.QuerySelector("#check-commentopen + ul").Words().ShouldContain("Avsnittet Sammanfattning har en kommentar");

        (await browser.Submit(await browser.Open(Section), "close-1", new() { ["ClosingForm.Why"] = "Stycke två." })).Status.ShouldBe(HttpStatusCode.Redirect);

        var closed = (await browser.Open(Section)).Document.Section("Kommentarer");
        closed.QuerySelector("details summary").Words().ShouldBe("1 åtgärdad kommentar");
        closed.QuerySelector("details").Words().ShouldContain("Åtgärdad av Regiondirektör, 2026-11-22 10:00. Stycke två.");
        (await browser.Open(Report)).Document.QuerySelector($"a[href='{Section}#kommentarer']").ShouldBeNull();
        await using var db = app.Db();
        db.Reports.ShouldBeEmpty("a comment does not begin the report");
    }

    [Fact]
    public async Task A_comment_that_is_empty_or_too_long_is_refused_and_what_was_typed_stays()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");
        var text = new string('å', SectionComment.MaxTextLength + 1);

        (await Comment(browser, " ")).ErrorAt("CommentForm.Text").ShouldBe("Kommentaren saknas. Fyll i.");
        var refused = await Comment(browser, text);

        refused.Errors.ShouldBe(["Kommentaren får vara högst 2000 tecken. Korta texten."]);
        refused.Typed("CommentForm.Text").ShouldBe(text);
        await using var db = app.Db();
        db.SectionComments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_deal_with_the_same_comment_the_second_is_told()
    {
        using var one = await Browser.SignedInAs(app, "regiondirektor");
        using var other = await Browser.SignedInAs(app, "regiondirektor");
        await Comment(one, "Nämn väntetiderna.");
        var opened = await other.Open(Section);
        await one.Submit(await one.Open(Section), "close-1", []);

        var second = await other.Submit(opened, "close-1", new() { ["ClosingForm.Why"] = "Gjort." });

        second.Errors.ShouldBe(["Regiondirektör har redan markerat kommentaren som åtgärdad. Ladda om sidan."]);
        await using var db = app.Db();
        (await db.SectionCommentClosings.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_auditor_reads_the_comments_and_writes_none()
    {
        using var writer = await Browser.SignedInAs(app, "regiondirektor");
        using var auditor = await Browser.SignedInAs(app, "revisor");
        await Comment(writer, "Nämn väntetiderna.");
        var seen = (await auditor.Open(Section)).Document;
        seen.Section("Kommentarer").Words().ShouldContain("Nämn väntetiderna.");
        seen.QuerySelector("[name='CommentForm.Text']").ShouldBeNull();
        var token = Browser.Fields(seen.QuerySelector("form[action='/logga-ut']")!)["__RequestVerificationToken"];

        var forged = await auditor.Post(Section, new() { ["_handler"] = "comment", ["__RequestVerificationToken"] = token }, new() { ["CommentForm.Text"] = "Obehörigt" });

        forged.Errors.ShouldHaveSingleItem().ShouldStartWith("Du skriver inte rapporten");
        await using var db = app.Db();
        (await db.SectionComments.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_token_of_the_page_nothing_is_written()
    {
        using var browser = await Browser.SignedInAs(app, "regiondirektor");

        var forged = await browser.Post(Section, new() { ["_handler"] = "comment" }, new() { ["CommentForm.Text"] = "Från en annan sajt" });

        forged.Location.ShouldBe("/for-gammal");

        await using var db = app.Db();
        db.SectionComments.ShouldBeEmpty();
    }

    private static async Task<Browser.Answer> Comment(Browser browser, string text) =>
        await browser.Submit(await browser.Open(Section), "comment", new() { ["CommentForm.Text"] = text });
}
