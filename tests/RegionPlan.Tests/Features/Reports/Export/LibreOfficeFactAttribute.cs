using Microsoft.Extensions.Logging.Abstractions;
using RegionPlan.Web.Features.Reports.Export.Pdf;

namespace RegionPlan.Tests.Features.Reports.Export;

/// <summary>A test that makes PDF; skipped where LibreOffice is not installed, and failing there when CI=true.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        using var office = New();
        Skip = office.IsInstalled || Environment.GetEnvironmentVariable("CI") == "true" ? null : "No LibreOffice: install Debian's libreoffice-writer-nogui to run this test.";
    }

    internal static LibreOffice New(string? program = null, TimeSpan? timeout = null) => new(new(program, timeout), NullLogger<LibreOffice>.Instance);
}
