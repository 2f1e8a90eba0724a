using RegionPlan.Domain.Economy;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.Economy;

/// <summary>Finds the budget post that a row of a file is about, by its key or by its name.</summary>
internal sealed class PostFinder
{
    private static readonly FileColumn[] Telling = [AmountColumn.Key, AmountColumn.Name, AmountColumn.Month];
    private static readonly string[] SumWords = ["summa", "totalt", "total"];

    private readonly EconomySheets sheets;
    private readonly Dictionary<string, EconomySheetRow> byKey;
    private readonly ILookup<string, EconomySheetRow> byName;
    private readonly Dictionary<string, string> otherKeys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> otherNames = [];

    internal PostFinder(EconomySheets sheets)
    {
        this.sheets = sheets;
        var rows = sheets.Sheets.SelectMany(s => s.Rows).ToList();
        byKey = rows.ToDictionary(r => r.PostKey, StringComparer.OrdinalIgnoreCase);
        byName = rows.ToLookup(r => Plain(r.Name));
        foreach (var duty in sheets.Duties.Where(d => !byKey.ContainsKey(d.Row.Post.Key)))
        {
            var unit = sheets.Tree.NameOf(duty.ReporterId);
            Refuse(duty.Row, $"{duty.Row.Definition.Name} lämnas in av {unit}, som du inte lämnar in för. Ta bort raden, eller låt någon vid {unit} läsa in den.");
        }

        foreach (var (part, whole) in sheets.Duties.SelectMany(d => d.Row.Parts.Select(p => (p, d.Row))))
        {
            Refuse(part, $"{Sv.Capital(part.Definition.Name)} är en del av {whole.Definition.Name} och lämnas inte in för sig. Ta bort raden.");
        }
    }

    /// <summary>The row of a sheet that a row of the file is about, or why there is none and how to mend that.</summary>
    internal (EconomySheetRow? Row, string? Problem) Find(FileRow file)
    {
        if (file.Problems.FirstOrDefault(p => Telling.Contains(p.Column)) is { } unreadable)
        {
            return (null, $"{unreadable.Column.Heading}: {unreadable.Message}");
        }

        var (key, name) = (file[AmountColumn.Key], file[AmountColumn.Name]);
        return key.Length == 0 && name.Length == 0 ? (null, "Raden säger inte vilken budgetpost den gäller. Skriv nyckeln eller namnet, som i mallen.")
            : OfMonth(file[AmountColumn.Month]) is { } otherMonth ? (null, otherMonth)
            : key.Length > 0 ? OfKey(key, name)
            : OfName(name);
    }

    /// <summary>A name by its letters and digits alone.</summary>
    private static string Plain(string name) => string.Concat(name.Normalize().Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool IsCalledSum(string name) => SumWords.Contains(name.Split(' ')[0].TrimEnd(':'), StringComparer.OrdinalIgnoreCase);

    private void Refuse(BudgetRow row, string why)
    {
        otherKeys[row.Post.Key] = why;
        otherNames[Plain(row.Definition.Name)] = why;
    }

    private string? OfMonth(string text) => text.Length == 0 || FilePeriod.Read(text) == sheets.Through ? null
        : FilePeriod.Read(text) is { } other
            ? $"Raden gäller {Sv.Period(other)}, men {sheets.FollowUp.Terms.Name} gäller till och med {Sv.Period(sheets.Through)}. Ta bort raden, eller välj uppföljningen som den hör till."
            : $"Månaden ”{AmountFileReader.Cut(text)}” kan inte läsas. Skriv {sheets.Through}, eller lämna rutan tom.";

    private (EconomySheetRow? Row, string? Problem) OfKey(string key, string name)
    {
        if (byKey.GetValueOrDefault(key) is not { } row)
        {
            return (null, otherKeys.GetValueOrDefault(key) ?? $"Nyckeln ”{AmountFileReader.Cut(key)}” finns inte i årets budget. Skriv den som i mallen, eller lämna den tom så gäller budgetpostens namn.");
        }

        return name.Length == 0 || Plain(name) == Plain(row.Name)
            ? (row, null)
            : (null, $"Nyckeln {row.PostKey} är {row.Name}, men i kolumnen Budgetpost står {AmountFileReader.Cut(name)}. Rätta den ena.");
    }

    private (EconomySheetRow? Row, string? Problem) OfName(string name) => byName[Plain(name)].Take(2).ToList() switch
    {
        [var only] => (only, null),
        [_, _] => (null, $"Flera budgetposter heter {AmountFileReader.Cut(name)}. Skriv också nyckeln, som i mallen."),
        _ => (null, otherNames.GetValueOrDefault(Plain(name)) ?? NotFound(name)),
    };

    private string NotFound(string name) => IsCalledSum(name) || sheets.Sums.Any(s => Plain(s) == Plain(name))
        ? $"{AmountFileReader.Cut(name)} är en summa. Systemet räknar den ur posterna, så den läses inte in. Ta gärna bort raden."
        : $"Budgetposten ”{AmountFileReader.Cut(name)}” finns inte i årets budget. Skriv den som i mallen.";
}
