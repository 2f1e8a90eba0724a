using System.Text;
using RegionPlan.Web.Features.ImportOutcomes.Files;

namespace RegionPlan.Tests.Features.ImportOutcomes.Files;

/// <summary>Reads files that tests make.</summary>
internal static class Reading
{
    internal static OutcomeFile Of(byte[] bytes, string name = "utfall.xlsx") => OutcomeFileReader.Read(new MemoryStream(bytes), name);

    internal static OutcomeFile Of(string csv) => Of(Encoding.UTF8.GetBytes(csv), "utfall.csv");

    internal static string RefusalOf(byte[] bytes, string name = "utfall.xlsx") => Should.Throw<FileRefused>(() => Of(bytes, name)).Message;

    internal static string RefusalOf(string csv) => RefusalOf(Encoding.UTF8.GetBytes(csv), "utfall.csv");
}
