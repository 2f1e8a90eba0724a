using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Reports;

/// <summary>What is said of a file.</summary>
internal static class FileText
{
    private const int Kilo = 1024;

    /// <summary>How large it is: 12 kB; 3,4 MB.</summary>
    internal static string Size(int length) => length < Kilo * Kilo
        ? string.Create(Sv.Culture, $"{Math.Max(1, length / Kilo)} kB")
        : string.Create(Sv.Culture, $"{length / (decimal)(Kilo * Kilo):0.0} MB");
}
