using RegionPlan.Web.Data.Seeding;

namespace RegionPlan.Web.Access;

/// <summary>The demo users to list on the sign-in page; none unless demo seeds are loaded.</summary>
public sealed class DemoUsers
{
    public string Password { get; private set; } = "";

    public IReadOnlyList<(string Email, string Name)> Users { get; private set; } = [];

    internal void Show(SeedFiles.UserFile file)
    {
        Password = file.Password;
        Users = [.. file.Users.OrderBy(u => u.Role).Select(u => (u.Email, u.Name))];
    }
}
