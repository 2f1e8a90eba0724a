using Microsoft.AspNetCore.Identity;

namespace RegionPlan.Web.Access;

/// <summary>Someone who can sign in, with the name that stands in the history beside what they did.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public const int MaxNameLength = 200;

    public AppUser()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString();
    }

    public string DisplayName { get; set; } = "";
}
