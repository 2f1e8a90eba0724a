using System.Text;
using RegionPlan.Web.Features.ImportOutcomes;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Tests.TableFiles;

/// <summary>Reads files that tests make.</summary>
internal static class Reading
{
    internal static TableFile Of(byte[] bytes, string name = "utfall.xlsx") => TableFileReader.Read(ImportColumn.Table, new MemoryStream(bytes), name);

    internal static TableFile Of(string csv) => Of(Encoding.UTF8.GetBytes(csv), "utfall.csv");

    internal static string RefusalOf(byte[] bytes, string name = "utfall.xlsx") => Should.Throw<FileRefused>(() => Of(bytes, name)).Message;

    internal static string RefusalOf(string csv) => RefusalOf(Encoding.UTF8.GetBytes(csv), "utfall.csv");
}
