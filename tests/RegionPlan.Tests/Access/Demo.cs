using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Access;

/// <summary>An app with the demo users; one for all tests of a class.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await Demo.StartAsync();

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>The demo users, as browsers and as the principals that the writes are handed.</summary>
internal static class Demo
{
    internal const string Password = "Demo-2024!";

    internal static ClaimsPrincipal Anonymous => new(new ClaimsIdentity());

    internal static Task<TestApp> StartAsync() => TestApp.StartAsync(new() { ["Seed:Demo"] = "true" });

    /// <summary>The principal of a demo user, such as <c>controller.hsf</c>; <c>anonym</c> is nobody.</summary>
    internal static async Task<ClaimsPrincipal> As(this TestApp app, string user) =>
        user == "anonym" ? Anonymous : WithId((await app.User(user)).Id.ToString());

    internal static ClaimsPrincipal WithId(string id) => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], "test"));

    internal static async Task<AppUser> User(this TestApp app, string user)
    {
        await using var db = app.Db();
        return await db.Users.SingleAsync(u => u.Email == $"{user}@example.org");
    }

    /// <summary>Ends every role of a user, as an administrator does.</summary>
    internal static async Task EndRoles(this TestApp app, string user)
    {
        var id = (await app.User(user)).Id;
        await using var db = app.Db();
        foreach (var role in await db.RoleAssignments.Where(a => a.UserId == id).ToListAsync())
        {
            role.End(app.Clock.Now, "Administratör");
        }

        await db.SaveChangesAsync();
    }
}
