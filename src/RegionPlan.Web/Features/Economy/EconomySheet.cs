using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The budget posts that a unit hands in the economy of to a follow-up, and where each stands.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Unit">The unit that hands in.</param>
/// <param name="UnitName">Its name in the follow-up's organisation.</param>
/// <param name="DueOn">The unit's last day.</param>
/// <param name="Today">The day it is looked at.</param>
/// <param name="Steps">Who approves, in order.</param>
/// <param name="Rows">The posts.</param>
public sealed record EconomySheet(
    FollowUp FollowUp, OrganizationUnit Unit, string UnitName, DateOnly DueOn, DateOnly Today, IReadOnlyList<string> Steps, IReadOnlyList<EconomySheetRow> Rows)
{
    public FollowUpState State => FollowUp.On(Today);

    public EconomySheetRow? Find(string postKey) => Rows.FirstOrDefault(r => r.PostKey == postKey);
}

/// <summary>One budget post on a sheet.</summary>
/// <param name="Duty">That it is owed.</param>
/// <param name="Recorded">What is recorded of it.</param>
/// <param name="Standing">How what was handed in stands; null where nothing was.</param>
/// <param name="Draft">What somebody has typed; null where nobody has.</param>
/// <param name="OutcomeBefore">The outcome through the same month a year before; null where it is not known.</param>
/// <param name="IsExampleBefore">Whether that outcome is invented for demonstration.</param>
public sealed record EconomySheetRow(EconomyDuty Duty, AmountRow Recorded, AmountStanding? Standing, EconomyDraft? Draft, decimal? OutcomeBefore, bool IsExampleBefore)
{
    public string PostKey => Duty.Row.Post.Key;

    public string Name => Duty.Row.Definition.Name;

    public decimal? Budget => Duty.Row.Amount;

    /// <summary>The version that was handed in last; 0 where none was.</summary>
    public int Version => Standing?.Row.Version ?? 0;

    /// <summary>Whether it waits for an approval, so that it is not open.</summary>
    public bool IsWaiting => Standing is { Stage: RowStage.Submitted };

    /// <summary>The handed-in amounts, or those that are recorded and real.</summary>
    public AmountReport Known => Standing?.Row.Report ?? new(Real(AmountKind.Outcome), Real(AmountKind.Forecast), Comment());

    /// <summary>What stands in the fields before anybody types.</summary>
    public AmountTexts KnownTexts => new(Text(Known.Outcome), Text(Known.Forecast), Known.Comment ?? "", "");

    /// <summary>What stands in the fields.</summary>
    public AmountTexts Texts => Draft?.Texts ?? KnownTexts;

    /// <summary>What stands in the fields, and for an amount that is not open what is known of it.</summary>
    internal AmountTexts OpenTexts => Texts with
    {
        Outcome = IsOpen(AmountKind.Outcome) ? Texts.Outcome : KnownTexts.Outcome,
        Forecast = IsOpen(AmountKind.Forecast) ? Texts.Forecast : KnownTexts.Forecast,
    };

    /// <summary>Why a reason is asked for; null where it is not.</summary>
    public string? AskedReason => Duty.FollowUp.Locked is not null ? "Uppföljningen är låst. Skriv varför beloppet rättas."
        : Standing is { Stage: RowStage.Approved } ? "Beloppet är redan godkänt. Skriv varför det rättas."
        : null;

    /// <summary>Whether an amount is open to change.</summary>
    public bool IsOpen(AmountKind kind) => Standing switch
    {
        { Stage: RowStage.Submitted } => false,
        { Stage: RowStage.Returned } back => back.ReturnedKinds.Contains(kind),
        _ => Duty.Owes(kind),
    };

    /// <summary>An amount as one would type it: −12,3.</summary>
    internal static string Text(decimal? amount) => amount is { } some ? some.ToString("0.0##", Sv.Culture).Replace('-', '−') : "";

    private decimal? Real(AmountKind kind) => Recorded.Current(kind) is { IsExample: false } entry ? entry.Amount : null;

    private string? Comment() => Enum.GetValues<AmountKind>().Select(Recorded.Current).Where(e => e is { IsExample: false }).Select(e => e!.Comment).FirstOrDefault(c => c is not null);
}

/// <summary>What there is to hand in for, and what is chosen.</summary>
/// <param name="FollowUps">The follow-ups that collect the economy, newest first.</param>
/// <param name="Units">The units that the user hands in for to the chosen one.</param>
/// <param name="FollowUp">The chosen follow-up; null where there is none.</param>
/// <param name="Sheet">The chosen unit's sheet; null where the user hands in for none.</param>
/// <param name="Notice">Why something else is shown than the address asks for.</param>
public sealed record EconomyChoice(
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<OrganizationTree.Branch> Units, FollowUp? FollowUp, EconomySheet? Sheet, string? Notice);

/// <summary>What a user hands in to a follow-up, for all units, and what else the year's budget has.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Sheets">The sheets of the units that the user hands in for.</param>
/// <param name="Duties">What every unit owes.</param>
/// <param name="Tree">The follow-up's organisation.</param>
/// <param name="Sums">What the budget's sums are called.</param>
public sealed record EconomySheets(
    FollowUp FollowUp, IReadOnlyList<EconomySheet> Sheets, IReadOnlyList<EconomyDuty> Duties, OrganizationTree Tree, IReadOnlyList<string> Sums)
{
    public Domain.Outcomes.Period Through => EconomyDuties.MonthOf(FollowUp);
}
