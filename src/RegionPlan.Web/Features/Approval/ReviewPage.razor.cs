using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using RegionPlan.Domain;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Approval;

/// <summary>A submission to look at, approve and send back.</summary>
public sealed partial class ReviewPage : IPicksCells
{
    private const string CellPrefix = "Cell-";
    private const string AmountPrefix = "Amount-";

    private ReviewAnswer? answer;
    private Review? review;
    private readonly FormErrors errors = new();
    private string? posted;

    [Parameter]
    public string FollowUpKey { get; set; } = "";

    [Parameter]
    public string UnitKey { get; set; } = "";

    [SupplyParameterFromQuery(Name = "niva")]
    private string? LevelText { get; set; }

    /// <summary>What the reader just did, so that the page can say so.</summary>
    [SupplyParameterFromQuery(Name = "klart")]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "ApproveForm", FormName = "approve")]
    private StepForm? ApproveForm { get; set; }

    [SupplyParameterFromForm(Name = "ReturnForm", FormName = "return")]
    private StepForm? ReturnForm { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private ReviewQuery Query { get; set; } = null!;

    [Inject]
    private ApproveSubmission Approve { get; set; } = null!;

    [Inject]
    private ReturnCells Return { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Path => $"/granska/{FollowUpKey}/{UnitKey}";

    private int Seen => review?.Submission?.Version ?? 0;

    /// <summary>The level that the reader acts at: the one in the address where they may, else the first where something waits.</summary>
    private ApprovalLevel? Level => review is null || review.Levels.Count == 0
        ? null
        : review.Levels.FirstOrDefault(l => SubmissionText.LevelKey(l) == LevelText, review.Levels[0]);

    private bool MayReturnAny => review!.Standings.Any(MayReturn);

    /// <summary>Whether cells of a row, or amounts of a post, can be sent back at the level.</summary>
    public bool MayReturn(PartStanding standing) => Level is { } level && standing.MayBeReturnedBy(level, review!.IsLocked);

    /// <summary>The name of a cell's box in the post.</summary>
    public string NameOf(SubmittedRowKey row, Sex sex) => $"{CellPrefix}{row.SeriesId:N}-{row.UnitId:N}-{row.Period}-{sex}";

    /// <summary>Whether the box was ticked in the post that is answered.</summary>
    public bool IsPicked(SubmittedRowKey row, Sex sex) => posted == "return" && HttpContext!.Request.Form.ContainsKey(NameOf(row, sex));

    /// <summary>The name of an amount's box in the post.</summary>
    public string NameOf(AmountKey post, AmountKind kind) => $"{AmountPrefix}{post.PostId:N}-{kind}";

    /// <summary>Whether the box was ticked in the post that is answered.</summary>
    public bool IsPicked(AmountKey post, AmountKind kind) => posted == "return" && HttpContext!.Request.Form.ContainsKey(NameOf(post, kind));

    protected override async Task OnInitializedAsync()
    {
        posted = HttpContext?.Request is { HasFormContentType: true } request ? request.Form["_handler"].ToString() : null;
        answer = await Query.ReadAsync(HttpContext?.User, FollowUpKey, UnitKey);
        review = (answer as ReviewAnswer.Found)?.Review;
        if (answer is ReviewAnswer.NotThere)
        {
            PageStatus.Set(HttpContext, StatusCodes.Status404NotFound);
        }
    }

    private string LinkToLevel(ApprovalLevel level) => QueryHelpers.AddQueryString(Path, "niva", SubmissionText.LevelKey(level));

    private Task ApproveAsync() => ActAsync(ApproveForm, nameof(ApproveForm), async form =>
    {
        var result = await Approve.ApproveAsync(HttpContext!.User, new(FollowUpKey, UnitKey), form.At, form.Seen, form.Why);
        return result.Rows + result.Posts > 0 ? "publik" : "godkand";
    });

    private Task ReturnAsync() => ActAsync(ReturnForm, nameof(ReturnForm), async form =>
    {
        var cells = review!.Rows.SelectMany(r => Enum.GetValues<Sex>().Select(sex => (r.Row.Key, sex))).Where(c => IsPicked(c.Key, c.sex)).ToList();
        var amounts = review.Amounts.SelectMany(a => Enum.GetValues<AmountKind>().Where(kind => IsPicked(a.Row.Key, kind)).Select(kind => new ReturnedAmount(a.Row.Key, kind))).ToList();
        if (cells.Count + amounts.Count == 0 && string.IsNullOrWhiteSpace(form.Why))
        {
            errors.Add("Markera minst en ruta att skicka tillbaka.");
        }

        await Return.ReturnAsync(HttpContext!.User, new(FollowUpKey, UnitKey), form.At, cells, form.Seen, form.Why, amounts);
        return "tillbaka";
    });

    private async Task ActAsync(StepForm? form, string name, Func<StepForm, Task<string>> act)
    {
        try
        {
            var done = await act(form ?? new());
            Navigation.NavigateTo(QueryHelpers.AddQueryString(Path, "klart", done));
        }
        catch (RuleViolation violation)
        {
            var isAboutWhy = string.IsNullOrWhiteSpace(form?.Why) && violation.Message.Contains("Skriv va", StringComparison.Ordinal);
            if (isAboutWhy)
            {
                errors.Add($"{name}.{nameof(StepForm.Why)}", violation.Message);
            }
            else
            {
                errors.Add(violation.Message);
            }
        }
        catch (AccessRefused refused)
        {
            errors.Add(refused.Message);
        }
    }
}

/// <summary>Who knows which cells may be sent back, and which are ticked.</summary>
public interface IPicksCells
{
    /// <summary>Whether cells of a row can be sent back.</summary>
    bool MayReturn(PartStanding standing);

    /// <summary>The name of a cell's box.</summary>
    string NameOf(SubmittedRowKey row, Sex sex);

    /// <summary>Whether the box is ticked.</summary>
    bool IsPicked(SubmittedRowKey row, Sex sex);

    /// <summary>The name of an amount's box.</summary>
    string NameOf(AmountKey post, AmountKind kind);

    /// <summary>Whether an amount's box is ticked.</summary>
    bool IsPicked(AmountKey post, AmountKind kind);
}

/// <summary>An approval or a return as it is posted.</summary>
internal sealed class StepForm
{
    /// <summary>The level that acts.</summary>
    public string? Level { get; set; }

    /// <summary>The version of the submission that was looked at.</summary>
    public int Seen { get; set; }

    public string? Why { get; set; }

    /// <summary>The level; one that does not exist is nobody's.</summary>
    internal ApprovalLevel At => Enum.TryParse<ApprovalLevel>(Level, out var level) && Enum.IsDefined(level)
        ? level
        : throw new RuleViolation("Nivån saknas. Ladda om sidan.");
}
