namespace RegionPlan.Tests.Mail;

/// <summary>A test that sends to a real mail server; skipped where Debian's python3-aiosmtpd is not installed, and failing there when CI=true.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MailServerFactAttribute : FactAttribute
{
    private const string Library = "/usr/lib/python3/dist-packages/aiosmtpd";

    public MailServerFactAttribute() => Skip = SkipReason;

    internal static string? SkipReason => Directory.Exists(Library) || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : "No mail server: install Debian's python3-aiosmtpd to run this test.";
}

/// <summary>The same for a test with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MailServerTheoryAttribute : TheoryAttribute
{
    public MailServerTheoryAttribute() => Skip = MailServerFactAttribute.SkipReason;
}
