using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Administration.Users;

namespace RegionPlan.Tests.Features.Administration.Users;

public sealed class UserWritesTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData("politiker@example.org")]
    [InlineData("controller.hsf@example.org")]
    [InlineData("chef.hsf@example.org")]
    [InlineData("revisor@example.org")]
    [InlineData("regiondirektor@example.org")]
    public async Task Every_write_is_refused_to_who_is_not_administrator(string email)
    {
        var principal = await DemoApp.As(app, email);
        var id = await DemoApp.IdOf(app, email);
        var before = await StateAsync();

        await Refused(() => Write<CreateUser>().CreateAsync(principal, new() { Name = "Ny", Email = "ny@example.org", Password = "Hemlig-2026!" }));
        await Refused(() => Write<ChangeUser>().ChangeAsync(principal, id, new() { Name = "Ny", Email = "ny@example.org" }));
        await Refused(() => Write<ChangePassword>().ChangeAsync(principal, id, new() { Password = "Hemlig-2026!" }));
        await Refused(() => Write<GrantRole>().GrantAsync(principal, id, new() { Role = "Administrator", Unit = "region-kalmar-lan" }));
        await Refused(() => Write<EndRole>().EndAsync(principal, id, Guid.NewGuid()));
        await Refused(() => Write<LockUser>().LockAsync(principal, id));
        await Refused(() => Write<UnlockUser>().UnlockAsync(principal, id));
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_write_is_refused_to_who_is_not_signed_in() =>
        await Refused(() => Write<LockUser>().LockAsync(new(), Guid.NewGuid()));

    [Fact]
    public async Task The_last_administrator_can_be_neither_ended_nor_locked()
    {
        await using var own = await DemoApp.StartAsync();
        var principal = await DemoApp.As(own, DemoApp.Administrator);
        var id = await DemoApp.IdOf(own, DemoApp.Administrator);

        (await Broken(() => own.Services.GetRequiredService<LockUser>().LockAsync(principal, id))).ShouldContain("den sista administratören");
        (await Broken(async () => await own.Services.GetRequiredService<EndRole>().EndAsync(principal, id, await AdministratorRoleAsync(own, id))))
            .ShouldContain("den sista administratören");
        (await DemoApp.RolesOf(own, DemoApp.Administrator)).ShouldBe([Role.Administrator]);
    }

    [Fact]
    public async Task Nobody_locks_themself_or_ends_their_own_administration_even_when_there_are_others()
    {
        await using var own = await DemoApp.StartAsync();
        var principal = await DemoApp.As(own, DemoApp.Administrator);
        var id = await DemoApp.IdOf(own, DemoApp.Administrator);
        await MakeAdministratorAsync(own, principal, "revisor@example.org");

        (await Broken(() => own.Services.GetRequiredService<LockUser>().LockAsync(principal, id))).ShouldContain("ditt eget konto");
        (await Broken(async () => await own.Services.GetRequiredService<EndRole>().EndAsync(principal, id, await AdministratorRoleAsync(own, id))))
            .ShouldContain("din egen administratörsroll");
    }

    [Fact]
    public async Task A_locked_administrator_does_not_count_as_another()
    {
        await using var own = await DemoApp.StartAsync();
        var first = await DemoApp.As(own, DemoApp.Administrator);
        await MakeAdministratorAsync(own, first, "revisor@example.org");
        var revisor = await DemoApp.IdOf(own, "revisor@example.org");
        await own.Services.GetRequiredService<LockUser>().LockAsync(first, revisor);

        var id = await DemoApp.IdOf(own, DemoApp.Administrator);
        (await Broken(() => own.Services.GetRequiredService<LockUser>().LockAsync(first, id)))
            .ShouldContain("den sista administratören");
        await Refused(async () => await own.Services.GetRequiredService<UnlockUser>().UnlockAsync(await DemoApp.As(own, "revisor@example.org"), revisor));
    }

    [Fact]
    public async Task Administrators_who_end_each_other_at_once_leave_one()
    {
        await using var own = await DemoApp.StartAsync();
        var principal = await DemoApp.As(own, DemoApp.Administrator);
        string[] emails = ["revisor@example.org", "politiker@example.org", "chef.hsf@example.org"];
        foreach (var email in emails)
        {
            await MakeAdministratorAsync(own, principal, email);
        }

        List<(System.Security.Claims.ClaimsPrincipal By, Guid User, Guid Role)> endings = [];
        foreach (var by in emails.Append(DemoApp.Administrator))
        {
            foreach (var email in emails.Append(DemoApp.Administrator).Where(e => e != by))
            {
                var id = await DemoApp.IdOf(own, email);
                endings.Add((await DemoApp.As(own, by), id, await AdministratorRoleAsync(own, id)));
            }
        }

        await Task.WhenAll(endings.Select(e => Task.Run(async () =>
        {
            try
            {
                await own.Services.GetRequiredService<EndRole>().EndAsync(e.By, e.User, e.Role);
            }
            catch (Exception exception) when (exception is RuleViolation or AccessRefused)
            {
                // Some must lose; which ones is not told.
            }
        })));

        await using var db = own.Db();
        (await db.RoleAssignments.CountAsync(a => a.Role == Role.Administrator && a.EndedAt == null)).ShouldBe(1);
    }

    [Theory]
    [InlineData("Administrator", "finns-inte", "Välj en enhet.")]
    [InlineData("99", "region-kalmar-lan", "Välj en roll.")]
    [InlineData("", "region-kalmar-lan", "Välj en roll.")]
    [InlineData("<script>", "region-kalmar-lan", "Välj en roll.")]
    public async Task A_role_that_cannot_be_read_is_not_granted(string role, string unit, string message)
    {
        var principal = await DemoApp.As(app, DemoApp.Administrator);
        var before = await StateAsync();
        var found = await Write<GrantRole>().GrantAsync(principal, await DemoApp.IdOf(app, "revisor@example.org"), new() { Role = role, Unit = unit });

        found.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe(message);
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_name_with_a_line_break_is_refused()
    {
        var principal = await DemoApp.As(app, DemoApp.Administrator);
        var created = await Write<CreateUser>().CreateAsync(
            principal, new() { Name = "Åsa\nadministratör", Email = "rad@example.org", Password = "Hemlig-2026!" });

        created.Id.ShouldBeNull();
        created.Found.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldContain("en rad");
    }

    [Fact]
    public async Task Two_new_users_with_one_address_at_once_become_one()
    {
        var principal = await DemoApp.As(app, DemoApp.Administrator);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => Write<CreateUser>().CreateAsync(
            principal, new() { Name = $"Nr {n}", Email = "samma@example.org", Password = "Hemlig-2026!" }))));

        made.Count(m => m.Id is not null).ShouldBe(1);
        made.Where(m => m.Id is null).ShouldAllBe(
            m => m.Found.Errors[0].ErrorMessage == "Det finns redan en användare med den e-postadressen.");
    }

    private static async Task Refused(Func<Task> write) => await Should.ThrowAsync<AccessRefused>(write);

    private static async Task<string> Broken(Func<Task> write) => (await Should.ThrowAsync<RuleViolation>(write)).Message;

    private static async Task MakeAdministratorAsync(TestApp app, System.Security.Claims.ClaimsPrincipal by, string email) =>
        (await app.Services.GetRequiredService<GrantRole>().GrantAsync(
            by, await DemoApp.IdOf(app, email), new() { Role = nameof(Role.Administrator), Unit = "region-kalmar-lan" })).IsValid.ShouldBeTrue();

    private static async Task<Guid> AdministratorRoleAsync(TestApp app, Guid userId)
    {
        await using var db = app.Db();
        return await db.RoleAssignments.Where(a => a.UserId == userId && a.Role == Role.Administrator && a.EndedAt == null)
            .Select(a => a.Id).SingleAsync();
    }

    private T Write<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Everything that a write of users can change, as one text.</summary>
    private async Task<string> StateAsync()
    {
        await using var db = app.Db();
        var users = await db.Users.OrderBy(u => u.Id).Select(u => $"{u.Id} {u.DisplayName} {u.Email} {u.PasswordHash} {u.LockoutEnd}").ToListAsync();
        var roles = await db.RoleAssignments.OrderBy(a => a.Id).Select(a => $"{a.Id} {a.EndedAt}").ToListAsync();
        return string.Join("\n", users.Concat(roles));
    }
}
