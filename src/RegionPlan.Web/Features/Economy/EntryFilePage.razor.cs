using System.Globalization;
using Microsoft.AspNetCore.Components;
using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.Economy;

/// <summary>
/// The economy from a file. The answer to the upload is the form to hand in by, with the values of the file in its fields: nothing is kept
/// until the user saves, and then as if it had been typed.
/// </summary>
public sealed partial class EntryFilePage
{
    private const string FileForm = "fil";
    private const string FileField = "fil";
    private const string AmountsForm = "amounts";
    private const string NameField = "filnamn";
    private const string RefusedField = "avvisade";
    private const string ActionName = "gor";
    private const string HandIn = "skicka";

    /// <summary>More than a file may be, so that one that is too large gets an answer and not a broken line.</summary>
    private const long MostBytesTakenIn = 50L * 1024 * 1024;

    private readonly AmountAnswers answered = new();
    private EconomyChoice? choice;
    private EconomySheets? sheets;
    private AmountFile? file;
    private RefusedRows refused = RefusedRows.None;
    private string? fileName;
    private Dictionary<string, TypedAmounts> typed = [];
    private bool isSaving;
    private string? told;

    [SupplyParameterFromQuery(Name = "uppfoljning")]
    private string? FollowUpKey { get; set; }

    /// <summary>How many posts the user just handed in, so that the page can say so.</summary>
    [SupplyParameterFromQuery(Name = "inskickade")]
    private string? HandedIn { get; set; }

    /// <summary>How many posts the user just kept as drafts.</summary>
    [SupplyParameterFromQuery(Name = "sparade")]
    private string? Kept { get; set; }

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

    private string Path => PageLink.With("/ekonomi/lamna-in/fil", ("uppfoljning", choice?.FollowUp?.Key ?? FollowUpKey));

    private bool IsPosted => HttpContext?.Request.HasFormContentType == true;

    /// <summary>Whether the amounts of a file are shown, to be looked through or mended.</summary>
    private bool IsShown => file is not null || isSaving;

    private string? Told => told ?? (IsPosted ? null : Done(Number(HandedIn), Number(Kept)));

    /// <summary>The units with posts to show, each with those alone.</summary>
    private IEnumerable<EconomySheet> Shown => sheets is null ? []
        : sheets.Sheets.Select(s => s with { Rows = [.. s.Rows.Where(r => file is null ? typed.ContainsKey(r.PostKey) : file.Changed.ContainsKey(r.PostKey))] }).Where(s => s.Rows.Count > 0);

    private IReadOnlyDictionary<string, string> Replaced => file is null ? new Dictionary<string, string>()
        : file.Changed.Where(c => c.Value.Replaces is not null).ToDictionary(c => c.Key, c => c.Value.Replaces!);

    /// <summary>The units that have drafts which nobody has handed in.</summary>
    private IEnumerable<(EconomySheet Sheet, int Drafts)> WithDrafts => sheets is null ? []
        : sheets.Sheets.Select(s => (s, s.Rows.Count(r => r.Draft is not null && !r.IsWaiting))).Where(s => s.Item2 > 0);

    protected override async Task OnInitializedAsync()
    {
        if (await PermissionReader.OfAsync(HttpContext?.User) is not { } user || !user.Has(Right.WriteEconomy))
        {
            return;
        }

        await ReadAsync(user);
        if (IsPosted && sheets is not null)
        {
            var form = HttpContext!.Request.Form;
            isSaving = form.ContainsKey(ActionName);
            refused = isSaving ? RefusedRows.Read(form[RefusedField].ToString()) : RefusedRows.None;
            fileName = UploadedFile.NameOf(form[NameField].ToString());
            typed = isSaving ? AmountForm.Read(form, sheets.Sheets.SelectMany(s => s.Rows)) : [];
        }
    }

    /// <summary>What stands in a row's fields: what was posted just now, else what the file says, typed over what stands there.</summary>
    private TypedAmounts ShownOf(EconomySheetRow row) =>
        typed.GetValueOrDefault(row.PostKey) ?? (file?.Changed.GetValueOrDefault(row.PostKey) is { } filed ? TypedAmounts.Of(row) with { Texts = filed.Texts } : TypedAmounts.Of(row));

    /// <summary>What has become of the posts that were saved.</summary>
    private static string? Done(int? handedIn, int? kept) => (handedIn, kept) switch
    {
        ( > 0 and var posts, _) => $"{Sv.Count(posts, "budgetpost är inskickad och väntar", "budgetposter är inskickade och väntar")} på godkännande.",
        (_, > 0 and var posts) => $"{Sv.Count(posts, "budgetpost är sparad", "budgetposter är sparade")} som utkast.",
        (_, 0) => "Inget var ändrat.",
        _ => null,
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, Sv.Culture, out var number) ? number : null;

    private async Task ReadAsync(Permissions user)
    {
        choice = await Reader.ChooseAsync(user, FollowUpKey, null);

        // A post is about the follow-up of its own address, never about what the page chose in its place.
        sheets = IsPosted && choice.FollowUp?.Key != FollowUpKey ? null : await Reader.SheetsAsync(choice);
    }

    private async Task LookAsync()
    {
        if (HttpContext is null || sheets is null)
        {
            return;
        }

        if (HttpContext.Request.Form.Files[FileField] is not { FileName.Length: > 0 } uploaded)
        {
            answered.Errors.Add(FileField, "Välj en fil.");
            return;
        }

        try
        {
            fileName = UploadedFile.NameOf(uploaded.FileName);
            await using var content = uploaded.OpenReadStream();
            file = AmountFileReader.Read(TableFileReader.Read(AmountColumn.Table, content, fileName, cancellation: HttpContext.RequestAborted), fileName, sheets);
            refused = RefusedRows.Of(file.Refused);
            foreach (var (post, filed) in file.Changed)
            {
                filed.Findings.ToList().ForEach(f => answered.Mark(post, f.Field, f.Message));
            }
        }
        catch (FileRefused refused)
        {
            answered.Errors.Add(FileField, refused.Message);
        }
    }

    private async Task SaveAsync()
    {
        if (HttpContext is null || sheets is null)
        {
            return;
        }

        var handIn = HttpContext.Request.Form[ActionName] == HandIn;
        List<(Guid UnitId, IReadOnlyDictionary<string, AmountAnswer> Answers)> saved = [];
        foreach (var sheet in sheets.Sheets)
        {
            var posts = sheet.Rows.Select(r => typed.GetValueOrDefault(r.PostKey)).OfType<TypedAmounts>().ToList();
            if (posts.Count > 0 && await SaveAsync(sheet, posts, handIn) is { } answers)
            {
                saved.Add((sheet.Unit.Id, answers));
            }
        }

        if (await PermissionReader.OfAsync(HttpContext.User) is { } user && user.Has(Right.WriteEconomy))
        {
            await ReadAsync(user);
        }

        foreach (var (unitId, answers) in saved)
        {
            if (sheets?.Sheets.FirstOrDefault(s => s.Unit.Id == unitId) is { } sheet)
            {
                answered.Tell(sheet, answers, typed);
            }
        }

        Answer();
    }

    /// <summary>Saves what is of one unit; the others are saved whatever becomes of it.</summary>
    private async Task<IReadOnlyDictionary<string, AmountAnswer>?> SaveAsync(EconomySheet sheet, IReadOnlyCollection<TypedAmounts> posts, bool handIn)
    {
        try
        {
            return await Save.SaveAsync(HttpContext!.User, sheet.FollowUp.Id, sheet.Unit.Id, posts, handIn, fileName);
        }
        catch (Exception exception) when (exception is RuleViolation or AccessRefused)
        {
            answered.Errors.Add($"{sheet.UnitName}: {exception.Message}");
            return null;
        }
    }

    private void Answer()
    {
        if (answered.Errors.All.Count == 0 && refused.Count > 0)
        {
            // The rows that were not taken stand nowhere else: another page could not tell them.
            isSaving = false;
            told = Done(answered.HandedIn, answered.Kept);
            return;
        }

        if (answered.Errors.All.Count == 0)
        {
            Navigation.NavigateTo(PageLink.With(
                Path,
                ("inskickade", answered.HandedIn > 0 ? answered.HandedIn.ToString(Sv.Culture) : null),
                ("sparade", answered.HandedIn > 0 ? null : answered.Kept.ToString(Sv.Culture))));
            return;
        }

        told = (answered.HandedIn > 0 ? $"{Sv.Count(answered.HandedIn, "budgetpost", "budgetposter")} inskickade. " : "") + "Det övriga är kvar i fälten.";
    }
}
