using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Access;

/// <summary>A real installation: no demo users, and a first administrator from the settings.</summary>
public sealed class FirstAdministratorTests
{
    private const string Strong = "Sommar-2026-lång!";

    [Fact]
    public async Task The_settings_make_the_first_administrator_once()
    {
        await using var app = await StartAsync("forsta@region.example", Strong, new());
        await app.RestartAsync();

        await using (var db = app.Db())
        {
            var user = await db.Users.SingleAsync();
            user.Email.ShouldBe("forsta@region.example");
            var role = await db.RoleAssignments.SingleAsync();
            (role.UserId, role.Role, role.EndedAt).ShouldBe((user.Id, Role.Administrator, null));
            (await db.Units.SingleAsync(u => u.Id == role.UnitId)).Key.ShouldBe(OrganizationUnit.RegionKey);
        }

        using var browser = new Browser(app);
        (await browser.SignIn("forsta@region.example", Strong)).Location.ShouldBe("/");
        (await browser.Open("/")).Document.QuerySelector(".rp-user-name")!.TextContent.ShouldBe("Administratör");
    }

    [Theory]
    [InlineData("kort")]
    [InlineData("bara-sma-bokstaver-1")]
    [InlineData("UtanTecken2026")]
    [InlineData("")]
    public async Task A_weak_password_makes_no_user_and_is_logged_without_the_password(string password)
    {
        var log = new LogLines();
        await using var app = await StartAsync("forsta@region.example", password, log);

        await using var db = app.Db();
        (await db.Users.CountAsync()).ShouldBe(0);
        (await db.RoleAssignments.CountAsync()).ShouldBe(0);
        var line = log.Lines.Where(l => l.Level == LogLevel.Error).ShouldHaveSingleItem().Text;
        line.ShouldStartWith("The user forsta@region.example was not made: ");
        line.ShouldEndWith("Choose a stronger password and start again");
        if (password.Length > 0)
        {
            log.Lines.ShouldAllBe(l => !l.Text.Contains(password, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Without_demo_seeds_there_are_no_demo_users_and_the_sign_in_page_lists_nobody()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Db();
        (await db.Users.CountAsync()).ShouldBe(0);

        using var browser = new Browser(app);
        var page = await browser.Open("/logga-in");

        page.Html.ShouldNotContain("example.org");
        page.Html.ShouldNotContain("Demo", Case.Insensitive);
        page.Html.ShouldNotContain(Demo.Password);
        (await browser.SignIn("regiondirektor@example.org", Demo.Password)).Document.QuerySelector("[role=alert]").ShouldNotBeNull();
        (await browser.Open("/utfall")).Location.ShouldBe("/logga-in?tillbaka=%2Futfall");
    }

    [Fact]
    public async Task A_user_who_is_there_is_not_changed_by_the_settings()
    {
        await using var app = await TestApp.StartAsync(new() { ["Seed:Demo"] = "true", ["Admin:Email"] = "politiker@example.org", ["Admin:Password"] = Strong });

        using var browser = new Browser(app);
        (await browser.SignIn("politiker@example.org", Strong)).Document.QuerySelector("[role=alert]").ShouldNotBeNull();
        var id = (await app.User("politiker")).Id;
        await using var db = app.Db();
        (await db.RoleAssignments.Where(a => a.UserId == id).Select(a => a.Role).ToListAsync()).ShouldBe([Role.Politician]);
    }

    private static Task<TestApp> StartAsync(string email, string password, LogLines log) => TestApp.StartAsync(
        new() { ["Admin:Email"] = email, ["Admin:Password"] = password }, services: s => s.AddSingleton<ILoggerProvider>(log));

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((logLevel, formatter(state, exception)));
    }
}
