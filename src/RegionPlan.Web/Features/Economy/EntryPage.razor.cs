using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Economy;

/// <summary>
/// A unit's economy to hand in: an ordinary form, so that it needs no script. Everything typed is kept as a draft with each button, and what
/// stands in the fields after a post is always what was typed.
/// </summary>
public sealed partial class EntryPage
{
    private const string FormName = "amounts";
    private const string ActionName = "gor";
    private const string HandIn = "skicka";

    private readonly Dictionary<string, string> notes = [];
    private readonly FormErrors errors = new();
    private readonly Dictionary<string, string> fields = [];
    private Dictionary<string, TypedAmounts> typed = [];
    private EconomyChoice? choice;
    private EconomySheet? sheet;
    private bool posted;
    private string? told;

    [SupplyParameterFromQuery(Name = "uppfoljning")]
    private string? FollowUpKey { get; set; }

    [SupplyParameterFromQuery(Name = "enhet")]
    private string? UnitKey { get; set; }

    /// <summary>What the user just did, so that the page can say so: how many posts were handed in, or that a draft was kept.</summary>
    [SupplyParameterFromQuery(Name = "klart")]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private EconomySheetReader Reader { get; set; } = null!;

    [Inject]
    private SaveAmounts Save { get; set; } = null!;

    [Inject]
    private PermissionReader PermissionReader { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Path => PageLink.With("/ekonomi/lamna-in", ("uppfoljning", sheet?.FollowUp.Key ?? FollowUpKey), ("enhet", sheet?.Unit.Key ?? UnitKey));

    private Period Through => EconomyDuties.MonthOf(sheet!.FollowUp);

    private string? Told => told ?? (posted ? null : Done switch
    {
        "utkast" => "Utkastet är sparat.",
        "inget" => "Inget var ändrat.",
        { } text when int.TryParse(text, out var posts) && posts > 0 => $"{Sv.Count(posts, "budgetpost är inskickad och väntar", "budgetposter är inskickade och väntar")} på godkännande.",
        _ => null,
    });

    protected override async Task OnInitializedAsync()
    {
        posted = HttpContext?.Request.HasFormContentType == true;
        if (await PermissionReader.OfAsync(HttpContext?.User) is { } user && user.Has(Right.WriteEconomy))
        {
            await ReadAsync(user);
        }
    }

    /// <summary>What stands in a row's fields: what was posted just now, else the draft, else what is known.</summary>
    private AmountTexts Shown(EconomySheetRow row) => typed.TryGetValue(row.PostKey, out var post) ? post.Texts : row.Texts;

    private async Task ReadAsync(Permissions user)
    {
        choice = await Reader.ChooseAsync(user, FollowUpKey, UnitKey);
        sheet = choice.Sheet;
        if (posted && (choice.FollowUp?.Key != FollowUpKey || sheet?.Unit.Key != UnitKey))
        {
            // A post is about the unit and follow-up of its own address, never about what the page chose in their place.
            sheet = null;
        }
    }

    private async Task SaveAsync()
    {
        if (sheet is null || HttpContext is null)
        {
            return;
        }

        var form = HttpContext.Request.Form;
        typed = AmountForm.Read(form, sheet.Rows);
        var handIn = form[ActionName] == HandIn;
        try
        {
            var answers = await Save.SaveAsync(HttpContext.User, sheet.FollowUp.Id, sheet.Unit.Id, typed.Values, handIn);
            var user = (await PermissionReader.ForWritingAsync(HttpContext.User))!;
            await ReadAsync(user);
            Tell(answers, handIn);
        }
        catch (RuleViolation violation)
        {
            errors.Add(violation.Message);
        }
        catch (AccessRefused refused)
        {
            errors.Add(refused.Message);
        }
    }

    private void Tell(IReadOnlyDictionary<string, AmountAnswer> answers, bool handIn)
    {
        foreach (var (post, answer) in answers)
        {
            TellOf(sheet!.Find(post)!, answer);
        }

        var handedIn = answers.Values.Count(a => a is AmountAnswer.HandedIn);
        if (errors.All.Count == 0)
        {
            Navigation.NavigateTo(PageLink.With(Path, ("klart", handedIn > 0 ? handedIn.ToString(Sv.Culture) : answers.Values.Any(a => a is AmountAnswer.Kept) ? "utkast" : "inget")));
            return;
        }

        told = (handIn && handedIn > 0 ? $"{Sv.Count(handedIn, "budgetpost", "budgetposter")} inskickade. " : "") + "Det övriga är kvar i fälten.";
    }

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
                Add(row, AmountField.Outcome, $"{theirs.SavedBy} har skrivit samtidigt. Jämför innan du sparar igen.");
                break;
            case AmountAnswer.TakenByAnother { Theirs: var theirs }:
                notes[row.PostKey] = $"{theirs.Recorded.By} skickade in {Sv.Time(theirs.Recorded.At)}: utfall {Or(EconomySheetRow.Text(theirs.Outcome))}, "
                    + $"helårsprognos {Or(EconomySheetRow.Text(theirs.Forecast))}. Det du skrev är sparat som utkast.";
                Add(row, AmountField.Outcome, $"{theirs.Recorded.By} har skickat in samtidigt. Jämför innan du går vidare.");
                break;
            case AmountAnswer.Untouched or AmountAnswer.Kept or AmountAnswer.HandedIn:
                break;
        }
    }

    /// <summary>Told by the field as it is, and at the top of the page with the post's name.</summary>
    private void Add(EconomySheetRow row, AmountField field, string message)
    {
        var name = AmountForm.Name(row.PostKey, field);
        errors.Add(name, $"{row.Name}: {message}");
        fields.TryAdd(name, message);
    }

    private static string Or(string text) => string.IsNullOrWhiteSpace(text) ? "tomt" : text;
}
