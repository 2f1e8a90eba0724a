using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using RegionPlan.Web.Features.Reports.Documents;

namespace RegionPlan.Web.Features.Reports.Export;

/// <summary>The properties of an Open XML package: its title, who it is from and in what language. Written here, as the library names the part by chance.</summary>
internal static class PackageWords
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    internal static void Write(OpenXmlPackage package, ReportDocument document, DocumentImprint imprint)
    {
        Fill(package.AddNewPart<CoreFilePropertiesPart>("core"), new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
            new XElement(Dc + "title", ExportText.Clean(ExportText.TitleOf(document))),
            new XElement(Dc + "subject", ExportText.Clean(imprint.Standing)),
            new XElement(Dc + "creator", ExportText.Clean(imprint.Region)),
            new XElement(Dc + "language", imprint.Language)));
        Fill(package.AddNewPart<ExtendedFilePropertiesPart>("extended"), new XElement(
            Extended + "Properties",
            new XElement(Extended + "Application", "RegionPlan"),
            new XElement(Extended + "Company", ExportText.Clean(imprint.Region))));
    }

    internal static void Fill(OpenXmlPart part, XElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        new XDocument(new XDeclaration("1.0", "utf-8", "yes"), root).Save(stream, SaveOptions.DisableFormatting);
    }
}
