using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Domain.Reports;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.Reporting;
using RegionPlan.Tests.Shared;
using RegionPlan.Web.Features.Reports;

namespace RegionPlan.Tests.Features.Reports;

/// <summary>A decision is recorded apart from the page: all of it or nothing, once, and only of what was seen.</summary>
public sealed class DecisionWorkTests : IAsyncLifetime
{
    private const string Annual = "/rapporter/2024-arsredovisning-1/region-kalmar-lan";

    private static readonly Dictionary<string, string?> Typed = new() { ["Form.DecidedOn"] = "2025-04-24", ["Form.Why"] = "Prov" };

    private TestApp app = null!;

    private DecideReport Decide => app.Services.GetRequiredService<DecideReport>();

    private DecisionWork Work => app.Services.GetRequiredService<DecisionWork>();

    public async Task InitializeAsync() => app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = "/finns/inte" });

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_corrected_while_the_files_are_made_is_not_decided_over()
    {
        var prepared = await Prepare();
        var content = await Decide.MakeAsync(prepared, new Progress<Web.Features.Reports.Export.ReportFileProgress>(), CancellationToken.None);
        await app.Correct("3.11", 2024, 12.3m);

        (await Should.ThrowAsync<RuleViolation>(() => Decide.WriteAsync(prepared, content))).Message.ShouldBe(DecideReport.HasChanged);

        (await Decisions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does_and_the_other_follows_it()
    {
        var (first, second) = (await Prepare(), await Prepare());

        var makings = new[] { Work.Begin(first), Work.Begin(second) };

        makings[1].ShouldBeSameAs(makings[0]);
        await makings[0].Task;
        makings[0].Problem.ShouldBeNull();
        (await Decisions()).ShouldHaveSingleItem().Recorded.By.ShouldBe(first.By);
    }

    [Fact]
    public async Task Of_two_that_are_written_at_once_one_is_kept_and_the_other_is_told()
    {
        var prepared = await Prepare();
        var content = await Decide.MakeAsync(prepared, new Progress<Web.Features.Reports.Export.ReportFileProgress>(), CancellationToken.None);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await Decide.WriteAsync(prepared, content);
                return null;
            }
            catch (RuleViolation refused)
            {
                return refused.Message;
            }
        }));

        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.OfType<string>().ShouldHaveSingleItem().ShouldStartWith("Rapporten är beslutad");
        (await Decisions()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_decision_lacks_is_told_before_any_file_is_made()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var answer = await staff.Submit(await staff.Open($"{Annual}/beslut"), "decide", new() { ["Form.DecidedOn"] = "2027-01-01", ["Form.Why"] = "Prov" });

        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Beslutsdagen kan inte ligga i framtiden");
        Work.Of(ReportDesk.AnnualKey).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_stopped_says_at_the_next_look_that_nothing_is_decided()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");

        var page = await staff.Open($"{Annual}/beslut?arbete={Guid.NewGuid()}");

        page.Document.QuerySelector("[role=alert]").Words().ShouldBe("Servern stannade innan beslutet var registrerat. Rapporten är inte beslutad; registrera beslutet igen.");
        page.Document.QuerySelector("form input[name='Form.DecidedOn']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_looks_after_it_is_written_comes_to_the_report()
    {
        using var staff = await Browser.SignedInAs(app, "regiondirektor");
        var opened = await staff.Open($"{Annual}/beslut");
        (await staff.Submit(opened, "decide", Typed)).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.Recorded();

        (await staff.Open(DecisionWork.PathOf(ReportDesk.AnnualKey, Work.Of(ReportDesk.AnnualKey)!.Token))).Location.ShouldBe(Annual);
        (await staff.Submit(opened, "decide", Typed)).Location.ShouldBe(Annual, "the form was open in another tab");
        (await Decisions()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_it_goes_on_the_page_says_so_and_a_file_that_fails_leaves_the_report_undecided_with_what_was_typed()
    {
        var folder = Directory.CreateTempSubdirectory("regionplan-office-");
        var (program, go) = (Path.Combine(folder.FullName, "office"), Path.Combine(folder.FullName, "go"));
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nwhile [ ! -e '{go}' ]; do sleep 0.1; done\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await using var slow = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["LibreOffice:Program"] = program });
        using var staff = await Browser.SignedInAs(slow, "regiondirektor");
        var opened = await staff.Open($"{Annual}/beslut");

        var begun = await staff.Submit(opened, "decide", Typed);

        var work = slow.Services.GetRequiredService<DecisionWork>().Of(ReportDesk.AnnualKey).ShouldNotBeNull();
        begun.Location.ShouldBe(DecisionWork.PathOf(ReportDesk.AnnualKey, work.Token));
        var going = (await staff.Open(begun.Location!)).Document;
        going.Body.Words().ShouldContain("Regiondirektör registrerar beslutet 2025-04-24.");
        going.QuerySelector("progress").ShouldNotBeNull();
        going.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == begun.Location);
        going.QuerySelector("form[action$='/beslut']").ShouldBeNull();
        (await staff.Submit(opened, "decide", Typed)).Location.ShouldBe(begun.Location, "the second follows the first");

        await File.WriteAllTextAsync(go, "");
        await work.Task;

        var after = await staff.Open(begun.Location!);
        after.Document.QuerySelector("[role=alert]").Words().ShouldBe("PDF: LibreOffice gjorde ingen PDF. Felet är loggat; skriv ut sidan från webbläsaren så länge. Rapporten är inte beslutad. Försök igen.");
        after.Typed("Form.DecidedOn").ShouldBe("2025-04-24");
        after.Typed("Form.Why").ShouldBe("Prov");
        await using var db = slow.Db();
        (await db.ReportDecisions.AnyAsync()).ShouldBeFalse();
        folder.Delete(recursive: true);
    }

    private async Task<PreparedDecision> Prepare()
    {
        var principal = await app.As("regiondirektor");
        var seen = (await Decide.ReadAsync(principal, ReportDesk.AnnualKey)).ShouldNotBeNull();
        return await Decide.PrepareAsync(principal, ReportDesk.AnnualKey, new(new(2025, 4, 24), null), seen.Seal, "Prov", null);
    }

    private async Task<List<ReportDecision>> Decisions()
    {
        await using var db = app.Db();
        return await db.ReportDecisions.AsNoTracking().ToListAsync();
    }
}
