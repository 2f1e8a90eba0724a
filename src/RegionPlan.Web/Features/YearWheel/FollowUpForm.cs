using System.Globalization;
using FluentValidation;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>A follow-up's terms as posted; everything is text so that nothing typed is lost.</summary>
public sealed class FollowUpForm
{
    internal const string Save = "spara";
    internal const string Look = "se";
    internal const string EachBoard = "varje";

    private const string Ticked = "ja";

    /// <summary>The version that was opened; 0 for a new follow-up.</summary>
    public int Version { get; set; }

    /// <summary>What the consequences were last shown for.</summary>
    public string? Seen { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Step { get; set; }

    /// <summary>Which report; asked for only where the follow-up is new.</summary>
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Through { get; set; }

    public string? OpensOn { get; set; }

    public string? UnitDue { get; set; }

    public string? AdministrationDue { get; set; }

    public string? BoardDue { get; set; }

    public string? RegionDue { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecidedOn { get; set; }

    public string? Requires { get; set; }

    public string? CollectsOutcomes { get; set; }

    public string? CollectsUnitFigures { get; set; }

    public string? AsksForAnalysis { get; set; }

    public string? AsksForForecast { get; set; }

    public string? Why { get; set; }

    internal bool IsSaving => Step == Save;

    /// <summary>Whether the consequences have been shown for exactly what stands here.</summary>
    internal bool IsSeen => Seen == Signature;

    /// <summary>All that makes a difference, as one text.</summary>
    internal string Signature => string.Join(
        '|', Kind, Name, Through, OpensOn, UnitDue, AdministrationDue, BoardDue, RegionDue, DecidedBy, DecidedOn, Requires, CollectsOutcomes, CollectsUnitFigures, AsksForAnalysis, AsksForForecast);

    internal FollowUpKind ReadKind => Enum.Parse<FollowUpKind>(Kind!);

    internal static FollowUpForm Of(FollowUpTerms terms, int version) => new()
    {
        Version = version,
        Name = terms.Name,
        Through = Sv.Day(terms.Through),
        OpensOn = Sv.Day(terms.OpensOn),
        UnitDue = Sv.Day(terms.UnitDue),
        AdministrationDue = Sv.Day(terms.AdministrationDue),
        BoardDue = Sv.Day(terms.BoardDue),
        RegionDue = Sv.Day(terms.RegionDue),
        DecidedBy = terms.DecidedByUnitId?.ToString() ?? EachBoard,
        DecidedOn = terms.DecidedOn is { } day ? Sv.Day(day) : "",
        Requires = terms.Requires.ToString(),
        CollectsOutcomes = Tick(terms.CollectsOutcomes),
        CollectsUnitFigures = Tick(terms.CollectsUnitFigures),
        AsksForAnalysis = Tick(terms.AsksForAnalysis),
        AsksForForecast = Tick(terms.AsksForForecast),
    };

    /// <summary>The name of the field that holds a level's last day.</summary>
    internal static string FieldOf(ApprovalLevel level) => level switch
    {
        ApprovalLevel.Unit => nameof(UnitDue),
        ApprovalLevel.Administration => nameof(AdministrationDue),
        ApprovalLevel.Board => nameof(BoardDue),
        ApprovalLevel.Region => nameof(RegionDue),
    };

    /// <summary>Puts another day in one of the fields of days, as a moved date in the address says.</summary>
    /// <returns>Whether there is such a field and the day can be read.</returns>
    internal bool Move(string? field, string? day)
    {
        if (!TimeAxes.TryReadValidOn(day, out _))
        {
            return false;
        }

        switch (field)
        {
            case nameof(OpensOn):
                OpensOn = day;
                return true;
            case nameof(UnitDue):
                UnitDue = day;
                return true;
            case nameof(AdministrationDue):
                AdministrationDue = day;
                return true;
            case nameof(BoardDue):
                BoardDue = day;
                return true;
            case nameof(RegionDue):
                RegionDue = day;
                return true;
            case nameof(DecidedOn):
                DecidedOn = day;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The terms, once the form is valid.</summary>
    internal FollowUpTerms Terms() => new()
    {
        Name = Name!.Trim(),
        Through = Day(Through),
        OpensOn = Day(OpensOn),
        UnitDue = Day(UnitDue),
        AdministrationDue = Day(AdministrationDue),
        BoardDue = Day(BoardDue),
        RegionDue = Day(RegionDue),
        DecidedByUnitId = Guid.TryParse(DecidedBy, CultureInfo.InvariantCulture, out var id) ? id : null,
        DecidedOn = string.IsNullOrWhiteSpace(DecidedOn) ? null : Day(DecidedOn),
        Requires = Enum.Parse<ApprovalLevel>(Requires!),
        CollectsOutcomes = CollectsOutcomes == Ticked,
        CollectsUnitFigures = CollectsUnitFigures == Ticked,
        AsksForAnalysis = AsksForAnalysis == Ticked,
        AsksForForecast = AsksForForecast == Ticked,
    };

    private static string? Tick(bool isTicked) => isTicked ? Ticked : null;

    private static DateOnly Day(string? text) => TimeAxes.TryReadValidOn(text, out var day) ? day : throw new FormatException(text);
}

internal sealed class FollowUpFormValidator : AbstractValidator<FollowUpForm>
{
    private const string DayNeeded = "Ange ett datum, till exempel 2027-05-10.";

    /// <param name="bodies">The units whose bodies can decide.</param>
    /// <param name="isNew">Whether the follow-up is to be made: then its kind is asked for, and no reason.</param>
    public FollowUpFormValidator(IReadOnlySet<Guid> bodies, bool isNew)
    {
        RuleFor(f => f.Kind).Must(t => Enum.GetNames<FollowUpKind>().Contains(t)).WithMessage("Välj vilken rapport det är.").When(_ => isNew);
        RuleFor(f => f.Name)
            .Must(t => !string.IsNullOrWhiteSpace(t)).WithMessage("Skriv vad uppföljningen heter.")
            .MaximumLength(FollowUpTerms.MaxNameLength).WithMessage($"Skriv högst {FollowUpTerms.MaxNameLength} tecken.");
        RuleFor(f => f.Through).Must(IsDay).WithMessage("Välj periodens sista månad.");
        RuleFor(f => f.OpensOn).Must(IsDay).WithMessage(DayNeeded);
        RuleFor(f => f.UnitDue).Must(IsDay).WithMessage(DayNeeded);
        RuleFor(f => f.AdministrationDue).Must(IsDay).WithMessage(DayNeeded);
        RuleFor(f => f.BoardDue).Must(IsDay).WithMessage(DayNeeded);
        RuleFor(f => f.RegionDue).Must(IsDay).WithMessage(DayNeeded);
        RuleFor(f => f.DecidedBy)
            .Must(t => t == FollowUpForm.EachBoard || (Guid.TryParse(t, CultureInfo.InvariantCulture, out var id) && bodies.Contains(id)))
            .WithMessage("Välj vem som beslutar.");
        RuleFor(f => f.DecidedOn).Must(t => string.IsNullOrWhiteSpace(t) || IsDay(t)).WithMessage("Ange ett datum, till exempel 2027-05-10, eller lämna tomt.");
        RuleFor(f => f.Requires).Must(t => Enum.GetNames<ApprovalLevel>().Contains(t)).WithMessage("Välj en nivå.");
        RuleFor(f => f.Why).Must(t => !string.IsNullOrWhiteSpace(t)).WithMessage("Skriv varför uppföljningen ändras.").When(f => f.IsSaving && !isNew);
        RuleFor(f => f.Why).MaximumLength(Recording.MaxWhyLength).WithMessage($"Skriv högst {Recording.MaxWhyLength} tecken.");
    }

    private static bool IsDay(string? text) => TimeAxes.TryReadValidOn(text, out _);
}
