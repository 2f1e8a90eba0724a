using RegionPlan.Domain.Economy;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.Economy;

/// <summary>Holds the rows of a file against the sheets: an empty cell changes nothing, and an amount written otherwise is the same amount.</summary>
internal sealed class AmountFileReader
{
    private const int ShownLength = 60;

    /// <summary>What stands where an amount has a line break, so that two numbers never become one.</summary>
    private const string BetweenAmounts = " / ";

    private static readonly AmountInputValidator Validator = new();

    private readonly PostFinder posts;
    private readonly SortedDictionary<int, RefusedAmounts> refused = [];
    private readonly Dictionary<string, (FileRow File, EconomySheetRow Row)> found = [];
    private readonly Dictionary<string, FiledAmounts> changed = [];
    private readonly List<string> unchanged = [];
    private readonly List<string> doubted = [];

    private AmountFileReader(EconomySheets sheets) => posts = new(sheets);

    /// <param name="file">The file's table.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="sheets">What the user hands in.</param>
    internal static AmountFile Read(TableFile file, string name, EconomySheets sheets) => new AmountFileReader(sheets).Read(file, name);

    /// <summary>A text of the file, short enough to tell back.</summary>
    internal static string Cut(string text) => text.Length > ShownLength ? text[..ShownLength] + "…" : text;

    private AmountFile Read(TableFile file, string name)
    {
        foreach (var row in file.Rows)
        {
            Find(row);
        }

        foreach (var (row, known) in found.Values)
        {
            Take(row, known);
        }

        return new(name, file.Format, file.Notes, changed, unchanged, [.. refused.Values], Scale());
    }

    private void Find(FileRow file)
    {
        var (row, problem) = posts.Find(file);
        if (row is null)
        {
            Refuse(file, problem!);
        }
        else if (found.TryGetValue(row.PostKey, out var earlier))
        {
            // Which of them is right only the user knows: neither is taken.
            Refuse(earlier.File, $"{row.Name} finns också på rad {file.Number}. Behåll en av raderna.");
            Refuse(file, $"{row.Name} finns också på rad {earlier.File.Number}. Behåll en av raderna.");
        }
        else
        {
            found[row.PostKey] = (file, row);
        }
    }

    private void Take(FileRow file, EconomySheetRow row)
    {
        if (refused.ContainsKey(file.Number))
        {
            return;
        }

        var texts = Texts(file, row);
        if (Doubt(file) is { } doubt)
        {
            Refuse(file, doubt);
        }
        else if (texts == Standing(row))
        {
            unchanged.Add(row.Name);
        }
        else if (NotOpen(row, texts) is { } closed)
        {
            Refuse(file, closed);
        }
        else
        {
            changed[row.PostKey] = new(file.Number, texts, Replaces(row, texts)) { Findings = Findings(file, new(row, texts)) };
            doubted.AddRange(AmountInputValidator.Kinds.Select(k => AmountScale.SeemsToBeIn(new AmountInput(row, texts).Report.For(k), row.Budget)).OfType<string>());
        }
    }

    /// <summary>What stands there, of what can be handed in or waits for an approval.</summary>
    private static AmountTexts Standing(EconomySheetRow row) => row.IsWaiting ? row.KnownTexts : row.Texts;

    private static AmountTexts Texts(FileRow file, EconomySheetRow row)
    {
        var standing = Standing(row);
        var texts = standing with
        {
            Outcome = Amount(Line(file[AmountColumn.Outcome], BetweenAmounts), standing.Outcome),
            Forecast = Amount(Line(file[AmountColumn.Forecast], BetweenAmounts), standing.Forecast),
            Comment = Or(Line(file[AmountColumn.Comment]), standing.Comment),
        };

        // A reason says why something is changed: where nothing is, or none is asked for, it changes nothing either.
        return row.AskedReason is null || (texts with { Reason = "" }) == row.KnownTexts ? texts : texts with { Reason = Or(Line(file[AmountColumn.Reason]), standing.Reason) };
    }

    /// <summary>A text as its field takes it, so that what is looked at is what is kept.</summary>
    private static string Line(string text, string between = " ") => AmountForm.OnOneLine(text, between);

    private static string Or(string text, string stands) => text.Length > 0 && text != Swedish.Clean(Line(stands)) ? text : stands;

    private static string Amount(string text, string stands) => text.Length == 0 || (AmountInput.Amount(text) is { } written && written == AmountInput.Amount(stands)) ? stands : Or(text, stands);

    /// <summary>Why a row cannot be trusted: something is wrong with a cell that could be read all the same. What cannot be read goes to its field.</summary>
    private static string? Doubt(FileRow file) => file.Problems
        .Where(p => !(p.Column == AmountColumn.Outcome || p.Column == AmountColumn.Forecast) || file[p.Column].Length == 0 || AmountInput.Amount(file[p.Column]) is not null)
        .Select(p => $"{p.Column.Heading}: {p.Message}").FirstOrDefault();

    /// <summary>Why a row cannot be changed now; null where it can.</summary>
    private static string? NotOpen(EconomySheetRow row, AmountTexts texts)
    {
        if (row.IsWaiting)
        {
            return $"{row.Name} är redan inskickad och väntar på godkännande. Be den som godkänner att skicka tillbaka den, och läs in raden igen.";
        }

        foreach (var kind in AmountInputValidator.Kinds.Where(k => !row.IsOpen(k)))
        {
            var (word, text) = (EconomyText.Kind(kind), new AmountInput(row, texts).TextOf(kind));
            if (text.Trim().Length > 0 && AmountInput.Amount(text) != row.Known.For(kind))
            {
                return row.Duty.Owes(kind)
                    ? $"Bara det som skickades tillbaka kan ändras, och {word} {Cut(text)} är inte det. Töm rutan, eller skriv det som är inskickat."
                    : $"{Sv.Capital(word)} lämnas inte för {row.Name} till den här uppföljningen. Töm rutan.";
            }
        }

        return null;
    }

    private static List<(AmountField Field, string Message)> Findings(FileRow file, AmountInput input) =>
    [
        .. file.Problems.Select(p => (p.Column == AmountColumn.Outcome ? AmountField.Outcome : AmountField.Forecast, p.Message)),
        .. Validator.Validate(input).Errors.Select(e => (Enum.Parse<AmountField>(e.PropertyName), e.ErrorMessage)),
    ];

    /// <summary>What the file takes the place of: what somebody has typed, or else what is handed in or recorded.</summary>
    private static string? Replaces(EconomySheetRow row, AmountTexts texts)
    {
        (string Name, string Before, string Now)[] parts =
        [
            ("utfall", row.Texts.Outcome, texts.Outcome), ("helårsprognos", row.Texts.Forecast, texts.Forecast), ("kommentaren", row.Texts.Comment, texts.Comment),
            ("skälet", row.Texts.Reason, texts.Reason),
        ];
        var replaced = parts.Where(p => p.Before.Length > 0 && p.Before != p.Now).Select(p => $"{p.Name} {Cut(p.Before)}").ToList();
        return replaced.Count == 0 ? null
            : row.Draft is { } draft ? $"Ersätter utkastet {Swedish.Listed(replaced)} av {draft.SavedBy} {Sv.Time(draft.SavedAt)}."
            : $"Ersätter {Swedish.Listed(replaced)}.";
    }

    private static string Figures(FileRow file)
    {
        (string Name, string Text)[] all = [("utfall", file[AmountColumn.Outcome]), ("helårsprognos", file[AmountColumn.Forecast])];
        return string.Join(", ", all.Where(f => f.Text.Length > 0).Select(f => $"{f.Name} {Cut(f.Text)}"));
    }

    private void Refuse(FileRow file, string why) =>
        refused.TryAdd(file.Number, new(file.Number, Cut(file[AmountColumn.Name].Length > 0 ? file[AmountColumn.Name] : file[AmountColumn.Key]), Figures(file), why));

    private string? Scale()
    {
        var units = doubted.Distinct().ToList();
        return units.Count == 0 ? null
            : $"{Sv.Count(doubted.Count, "belopp", "belopp")} är så mycket större än budgeten att {(doubted.Count == 1 ? "det" : "de")} ser ut att stå i {(units is [var only] ? only : $"{AmountScale.Kronor} eller {AmountScale.Thousands}")}. "
                + "Inget är omräknat. Räkna om till miljoner kronor i filen och läs in den igen, eller rätta i fälten.";
    }
}
