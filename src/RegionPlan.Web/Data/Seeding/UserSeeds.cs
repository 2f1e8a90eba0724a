using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>Makes the demo users, or the first administrator of a real installation; never changes a user who is there.</summary>
internal sealed partial class UserSeeds(
    UserManager<AppUser> users, RegionPlanDb db, DemoUsers demo, IConfiguration configuration, TimeProvider clock, ILogger<UserSeeds> log)
{
    private const string GrantedBy = "Grunddata";

    internal async Task LoadAsync(string folder)
    {
        if (configuration.GetValue("Seed:Demo", false))
        {
            var file = SeedFiles.Read<SeedFiles.UserFile>(Path.Combine(folder, "demo", "users.json"));
            demo.Show(file);
            foreach (var user in file.Users)
            {
                await MakeAsync(user.Email, user.Name, file.Password, user.Role, user.Unit);
            }
        }

        if (configuration["Admin:Email"] is { Length: > 0 } email && await MakeAsync(
            email, "Administratör", configuration["Admin:Password"] ?? "", Role.Administrator, OrganizationUnit.RegionKey))
        {
            LogFirstAdministrator(email);
        }
    }

    private async Task<bool> MakeAsync(string email, string name, string password, Role role, string unitKey)
    {
        if (await users.FindByEmailAsync(email) is not null)
        {
            return false;
        }

        var user = new AppUser { UserName = email, Email = email, DisplayName = name, EmailConfirmed = true };
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
        {
            LogRefused(email, string.Join(" ", result.Errors.Select(e => e.Description)));
            return false;
        }

        var unitId = await db.Units.Where(u => u.Key == unitKey).Select(u => u.Id).SingleAsync();
        db.RoleAssignments.Add(new(user.Id, role, unitId, clock.GetUtcNow(), GrantedBy));
        await db.SaveChangesAsync();
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The first administrator {Email} was made from Admin:Email and Admin:Password")]
    private partial void LogFirstAdministrator(string email);

    [LoggerMessage(Level = LogLevel.Error, Message = "The user {Email} was not made: {Reasons} Choose a stronger password and start again")]
    private partial void LogRefused(string email, string reasons);
}
