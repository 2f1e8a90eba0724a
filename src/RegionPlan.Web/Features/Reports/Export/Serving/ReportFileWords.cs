namespace RegionPlan.Web.Features.Reports.Export.Serving;

/// <summary>What is said of a report's files.</summary>
internal static class ReportFileWords
{
    internal static string Name(ReportFileFormat format) => format switch
    {
        ReportFileFormat.Word => "Word",
        ReportFileFormat.Pdf => "PDF",
        ReportFileFormat.Excel => "Excel",
        ReportFileFormat.Json => "JSON",
        ReportFileFormat.Csv => "CSV",
    };

    internal static string Holds(ReportFileFormat format) => format switch
    {
        ReportFileFormat.Word => "Hela rapporten att arbeta vidare med: innehållsförteckning, rubriker, tabeller och diagram",
        ReportFileFormat.Pdf => "Hela rapporten för läsning, utskrift och diarium, märkt för hjälpmedel (PDF/UA)",
        ReportFileFormat.Excel => "Alla tabeller och diagrammens värden, ett blad för varje",
        ReportFileFormat.Json => "Hela rapporten för program",
        ReportFileFormat.Csv => "Alla siffror i rapportens tabeller, en på varje rad",
    };
}
