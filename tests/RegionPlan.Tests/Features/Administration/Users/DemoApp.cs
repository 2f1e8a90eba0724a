using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Features.Administration.Users;

/// <summary>The app with the demo users.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public const string Password = "Demo-2024!";
    public const string Administrator = "admin@example.org";

    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await StartAsync();

    public Task DisposeAsync() => App.DisposeAsync();

    public static Task<TestApp> StartAsync() => TestApp.StartAsync(new() { ["Seed:Demo"] = "true" });

    public static async Task<Guid> IdOf(TestApp app, string email)
    {
        await using var db = app.Db();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    /// <summary>The user as the app's cookie would name them.</summary>
    public static async Task<ClaimsPrincipal> As(TestApp app, string email) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, (await IdOf(app, email)).ToString())], "test"));

    /// <summary>The roles that a user holds now.</summary>
    public static async Task<List<Role>> RolesOf(TestApp app, string email)
    {
        var id = await IdOf(app, email);
        await using var db = app.Db();
        return await db.RoleAssignments.Where(a => a.UserId == id && a.EndedAt == null).Select(a => a.Role).ToListAsync();
    }
}
