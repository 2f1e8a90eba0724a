namespace RegionPlan.BrowserTests.Running;

/// <summary>A test that needs a browser: skipped, with the reason, where there is none; a failure there when CI=true.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = SkipReason;

    internal static string? SkipReason => Chromium.Executable is null && !Chromium.IsRequired ? Chromium.NoBrowser : null;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, for each row of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.SkipReason;
}
