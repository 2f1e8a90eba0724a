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

    private readonly AmountAnswers answered = new();
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

    /// <summary>How many of the draft's amounts cannot be read; each says so itself.</summary>
    private string Unread => sheet?.Rows.Where(r => r.Draft is not null).Sum(r => new[] { r.Texts.Outcome, r.Texts.Forecast }.Count(t => !AmountInput.CanRead(t))) is { } number and > 0
        ? $" {Sv.Count(number, "belopp går", "belopp går")} inte att läsa; rätta innan du skickar in."
        : "";

    private string? Told => told ?? (posted ? null : Done switch
    {
        "utkast" => $"Utkastet är sparat.{Unread}",
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
    private TypedAmounts Shown(EconomySheetRow row) => typed.GetValueOrDefault(row.PostKey) ?? TypedAmounts.Of(row);

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
            Tell(answers);
        }
        catch (RuleViolation violation)
        {
            answered.Errors.Add(violation.Message);
        }
        catch (AccessRefused refused)
        {
            answered.Errors.Add(refused.Message);
        }
    }

    private void Tell(IReadOnlyDictionary<string, AmountAnswer> answers)
    {
        answered.Tell(sheet!, answers, typed);
        if (answered.Errors.All.Count == 0)
        {
            Navigation.NavigateTo(PageLink.With(Path, ("klart", answered.HandedIn > 0 ? answered.HandedIn.ToString(Sv.Culture) : answered.Kept > 0 ? "utkast" : "inget")));
            return;
        }

        told = (answered.HandedIn > 0 ? $"{Sv.Count(answered.HandedIn, "budgetpost", "budgetposter")} inskickade. " : "") + "Det övriga är kvar i fälten.";
    }
}
