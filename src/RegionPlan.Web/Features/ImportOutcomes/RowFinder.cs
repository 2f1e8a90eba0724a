using RegionPlan.Web.Reporting;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Finds the row of a unit's sheet that a row of a file is about.</summary>
internal sealed class RowFinder(ReportSheet sheet)
{
    private const string OfRegion = "regionen";
    private const string OfUnit = "enheten";
    private static readonly FileColumn[] Telling = [ImportColumn.Measure, ImportColumn.Series, ImportColumn.About, ImportColumn.Period];
    private readonly ILookup<string, ReportedRow> byCode = sheet.Rows.ToLookup(r => r.Code, StringComparer.OrdinalIgnoreCase);

    internal ReportSheet Sheet => sheet;

    /// <summary>The one row that a row of the file is about, or why there is none and how to mend that.</summary>
    internal (ReportedRow? Row, string? Problem) Find(FileRow file)
    {
        var written = file[ImportColumn.Measure];
        var code = written.Replace(',', '.');
        if (file.Problems.FirstOrDefault(p => Telling.Contains(p.Column)) is { } unreadable)
        {
            return (null, $"{unreadable.Column.Heading}: {unreadable.Message}");
        }

        if (code.Length == 0)
        {
            return (null, "Skriv måttets nummer i kolumnen Mått, till exempel 3.11.");
        }

        if (!byCode.Contains(code))
        {
            return (null, NotHandedIn(code));
        }

        if (written != code && byCode.Contains(code + "0"))
        {
            return (null, $"Måttet står som talet {written} och kan vara {code} eller {code}0. Formatera kolumnen Mått som text och skriv numret igen.");
        }

        if (byCode[code].First() is var known && file[ImportColumn.MeasureName] is { Length: > 0 } called && byCode[code].All(r => !IsNamed(r.Name, called)))
        {
            return (null, $"{code} heter {known.Name}, men i kolumnen Benämning står {ImportedTexts.Cut(called)}. Kontrollera måttets nummer; Excel kan ha ändrat det.");
        }

        if (FilePeriod.Read(file[ImportColumn.Period]) is not { } period)
        {
            return (null, $"Perioden ”{ImportedTexts.Cut(file[ImportColumn.Period])}” kan inte läsas. Skriv ett år (2024), en tertial (2024-T2) eller en månad (2024-08).");
        }

        var left = byCode[code].ToList();
        if (!left.Exists(r => r.Key.Period == period))
        {
            return (null, $"{code} lämnas inte in för {Sv.Period(period)} till {sheet.FollowUp.Terms.Name}, utan för {Told(left.Select(r => Sv.Period(r.Key.Period)))}.");
        }

        left.RemoveAll(r => r.Key.Period != period);
        return OfSeries(code, left, file[ImportColumn.Series]) is var (ofSeries, problem) && problem is null ? About(code, ofSeries, file[ImportColumn.About]) : (null, problem);
    }

    private static bool IsNamed(string name, string called) =>
        string.Equals(UnitFinder.Plain(name), UnitFinder.Plain(called), StringComparison.OrdinalIgnoreCase);

    private static (List<ReportedRow> Rows, string? Problem) OfSeries(string code, List<ReportedRow> rows, string series)
    {
        var known = rows.Select(r => r.SeriesKey).Distinct().ToList();
        if (series.Length == 0)
        {
            return known.Count == 1 ? (rows, null) : ([], $"{code} har flera delmått. Skriv ett av dem i kolumnen Delmått: {Told(known)}.");
        }

        var found = rows.FindAll(r => string.Equals(r.SeriesKey, series, StringComparison.OrdinalIgnoreCase));
        return found.Count > 0 ? (found, null) : ([], $"{code} har inget delmått ”{ImportedTexts.Cut(series)}”. Skriv {Told(known)}, eller hämta mallen.");
    }

    private static (ReportedRow? Row, string? Problem) About(string code, List<ReportedRow> rows, string about)
    {
        if (about.Length > 0 && !string.Equals(about, OfRegion, StringComparison.OrdinalIgnoreCase) && !string.Equals(about, OfUnit, StringComparison.OrdinalIgnoreCase))
        {
            return (null, $"Skriv {OfRegion} eller {OfUnit} i kolumnen Avser, eller lämna den tom.");
        }

        var found = about.Length == 0 ? rows : rows.FindAll(r => r.IsRegional == string.Equals(about, OfRegion, StringComparison.OrdinalIgnoreCase));
        return found switch
        {
            [var only] => (only, null),
            [] => (null, $"{code} lämnas inte in för {about}. Lämna kolumnen Avser tom, eller hämta mallen."),
            _ => (null, $"{code} lämnas in både för {OfRegion} och för {OfUnit}. Skriv vilket i kolumnen Avser."),
        };
    }

    private string NotHandedIn(string code)
    {
        var lost = byCode.Contains(code + "0") ? $" Kan det vara {code}0, som Excel har läst som ett tal? Formatera i så fall kolumnen Mått som text." : "";
        return $"{sheet.UnitName} lämnar inte in {ImportedTexts.Cut(code)} till {sheet.FollowUp.Terms.Name}. Kontrollera numret och enheten, eller hämta mallen, som har rätt rader.{lost}";
    }

    private static string Told(IEnumerable<string> all)
    {
        var texts = all.Distinct().ToList();
        return texts.Count > 6 ? string.Join(", ", texts.Take(6)) + " …" : string.Join(", ", texts);
    }

    /// <summary>What a row is about, as the file says it.</summary>
    internal static string AboutOf(ReportedRow row) => row.IsRegional ? OfRegion : OfUnit;
}
