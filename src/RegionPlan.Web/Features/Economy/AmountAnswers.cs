using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Economy;

/// <summary>What the user is told of the posts that were just saved or handed in.</summary>
internal sealed class AmountAnswers
{
    private readonly Dictionary<string, string> notes = [];
    private readonly Dictionary<string, string> fields = [];

    /// <summary>Everything that is to be mended, for the top of the page.</summary>
    internal FormErrors Errors { get; } = new();

    /// <summary>What others have done with a post meanwhile, by its key.</summary>
    internal IReadOnlyDictionary<string, string> Notes => notes;

    internal int HandedIn { get; private set; }

    internal int Kept { get; private set; }

    /// <summary>What is to be mended in a field; null where it is all right.</summary>
    internal string? ErrorOf(string name) => fields.GetValueOrDefault(name);

    /// <param name="sheet">The sheet as it is now.</param>
    /// <param name="answers">What became of its posts.</param>
    /// <param name="typed">What stands in the fields: from here on what is kept, and over what another has typed what the user wants in its place.</param>
    internal void Tell(EconomySheet sheet, IReadOnlyDictionary<string, AmountAnswer> answers, Dictionary<string, TypedAmounts> typed)
    {
        foreach (var (post, answer) in answers)
        {
            var row = sheet.Find(post)!;
            typed[post] = answer is AmountAnswer.TypedByAnother ? typed[post].Onto(row) : TypedAmounts.Of(row);
            TellOf(row, answer);
        }
    }

    /// <summary>Tells what is to be mended in a field by the field alone.</summary>
    internal void Mark(string postKey, AmountField field, string message) => fields.TryAdd(AmountForm.Name(postKey, field), message);

    /// <summary>Which of a post's fields it is about, so that two of them can be told apart.</summary>
    private static string About(AmountField field) => field switch
    {
        AmountField.Outcome => ", utfall",
        AmountField.Forecast => ", helårsprognos",
        AmountField.Comment or AmountField.Reason => "",
    };

    private static string Or(string text) => string.IsNullOrWhiteSpace(text) ? "tomt" : text;

    private void TellOf(EconomySheetRow row, AmountAnswer answer)
    {
        switch (answer)
        {
            case AmountAnswer.NotYet { Findings: var findings }:
                foreach (var (field, message) in findings)
                {
                    Add(row, field, message);
                }

                break;
            case AmountAnswer.TypedByAnother { Theirs: var theirs }:
                notes[row.PostKey] = $"{theirs.SavedBy} har skrivit här {Sv.Time(theirs.SavedAt)}: utfall {Or(theirs.Texts.Outcome)}, helårsprognos {Or(theirs.Texts.Forecast)}, "
                    + $"kommentar {Or(theirs.Texts.Comment)}. Din text står kvar i fälten men är inte sparad; spara igen om den ska ersätta.";
                AddOfRow(row, $"{theirs.SavedBy} har skrivit samtidigt. Jämför innan du sparar igen.");
                break;
            case AmountAnswer.ChangedByAnother { Theirs: var theirs }:
                AddOfRow(row, $"{theirs.SavedBy} har ändrat utkastet sedan du öppnade sidan. Se igenom det och skicka in igen.");
                break;
            case AmountAnswer.TakenByAnother { Theirs: var theirs }:
                notes[row.PostKey] = $"{theirs.Recorded.By} skickade in {Sv.Time(theirs.Recorded.At)}: utfall {Or(EconomySheetRow.Text(theirs.Outcome))}, "
                    + $"helårsprognos {Or(EconomySheetRow.Text(theirs.Forecast))}. Det du skrev är sparat som utkast.";
                AddOfRow(row, $"{theirs.Recorded.By} har skickat in samtidigt. Jämför innan du går vidare.");
                break;
            case AmountAnswer.HandedIn:
                HandedIn++;
                break;
            case AmountAnswer.Kept:
                Kept++;
                break;
            case AmountAnswer.Untouched:
                break;
        }
    }

    /// <summary>Told by the field as it is, and at the top of the page with the post's name.</summary>
    private void Add(EconomySheetRow row, AmountField field, string message)
    {
        Errors.Add(AmountForm.Name(row.PostKey, field), $"{row.Name}{About(field)}: {message}");
        Mark(row.PostKey, field, message);
    }

    /// <summary>Told of the whole post, by its first field.</summary>
    private void AddOfRow(EconomySheetRow row, string message)
    {
        Errors.Add(AmountForm.Name(row.PostKey, AmountField.Outcome), $"{row.Name}: {message}");
        Mark(row.PostKey, AmountField.Outcome, message);
    }
}
