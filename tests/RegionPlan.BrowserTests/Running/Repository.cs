namespace RegionPlan.BrowserTests.Running;

/// <summary>Where the source tree is.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string Web { get; } = Path.Combine(Root, "src", "RegionPlan.Web");

    private static string Find(string? folder) => folder is null
        ? throw new InvalidOperationException($"RegionPlan.sln was not found in or above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder, "RegionPlan.sln")) ? folder : Find(Path.GetDirectoryName(folder));
}
