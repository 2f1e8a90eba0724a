using FluentValidation;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Web.Features.Administration.Plans;

/// <summary>A new plan, as posted.</summary>
internal sealed class PlanForm
{
    internal const string TakeOver = "over";
    internal const string Write = "skriv";

    public string? Name { get; set; }

    public string? FirstYear { get; set; }

    public string? LastYear { get; set; }

    /// <summary>The key of the plan that it follows.</summary>
    public string? Follows { get; set; }

    /// <summary>Whether the goals are taken over or written afterwards.</summary>
    public string? Goals { get; set; } = TakeOver;

    public string? Why { get; set; }

    /// <summary>A plan of as many years as the newest, one year later.</summary>
    internal static PlanForm After(Plan newest) => new()
    {
        Name = $"Regionplan {Plan.KeyOf(newest.FirstYear + 1, newest.LastYear + 1)}",
        FirstYear = FieldRules.Typed(newest.FirstYear + 1),
        LastYear = FieldRules.Typed(newest.LastYear + 1),
        Follows = newest.Key,
    };
}

internal sealed class PlanFormValidator : AbstractValidator<PlanForm>
{
    /// <summary>No plan has been for longer than a term of office and the year after it.</summary>
    private const int MostYears = 5;

    public PlanFormValidator(IReadOnlyCollection<string> planKeys)
    {
        RuleFor(f => f.Name).IsGiven(Wording.MaxNameLength);
        RuleFor(f => f.FirstYear).IsYear();
        RuleFor(f => f.LastYear).IsYear();
        When(f => FieldRules.Year(f.FirstYear) is not null && FieldRules.Year(f.LastYear) is not null, () => RuleFor(f => f.LastYear)
            .Must((f, last) => FieldRules.Year(last) - FieldRules.Year(f.FirstYear) is >= 0 and < MostYears)
            .WithMessage($"Sista året ska vara det första eller senare, och planen högst {MostYears} år lång."));
        RuleFor(f => f.Follows).Must(key => planKeys.Contains(key)).WithMessage("Välj vilken plan den följer på.");
        RuleFor(f => f.Goals).Must(choice => choice is PlanForm.TakeOver or PlanForm.Write).WithMessage("Välj var målen kommer ifrån.");
        RuleFor(f => f.Why).IsReason();
    }
}

/// <summary>A new goal, as posted.</summary>
internal sealed class GoalForm
{
    public string? Perspective { get; set; }

    public string? Name { get; set; }

    public string? Text { get; set; }

    public string? Why { get; set; }
}

internal sealed class GoalFormValidator : AbstractValidator<GoalForm>
{
    public GoalFormValidator(IReadOnlySet<Guid> perspectiveIds)
    {
        RuleFor(f => f.Perspective).Must(t => Guid.TryParse(t, out var id) && perspectiveIds.Contains(id)).WithMessage("Välj ett målområde.");
        RuleFor(f => f.Name).IsGiven(Wording.MaxNameLength);
        RuleFor(f => f.Text).IsAtMost(Wording.MaxTextLength);
        RuleFor(f => f.Why).IsReason();
    }
}

/// <summary>A new measure, as posted: where it stands in the plan, its delmått and its definition.</summary>
internal sealed class NewMeasureForm : MeasureForm
{
    private const char Parted = '/';

    /// <summary>The goal's key and, after a slash, the direction's; no direction is a new one.</summary>
    public string? Under { get; set; }

    /// <summary>The name of a new direction.</summary>
    public string? NewDirection { get; set; }

    /// <summary>The names of the delmått, one a line; empty where it has none.</summary>
    public string? Series { get; set; }

    internal IReadOnlyList<string> SeriesNames => [.. (Series ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    internal bool IsNewDirection => Under?.EndsWith(Parted) == true;

    internal static string KeyOf(Goal goal, Direction? direction) => $"{goal.Id}{Parted}{direction?.Id}";

    /// <summary>The form before anything is typed.</summary>
    internal static NewMeasureForm Empty => new()
    {
        Decimals = "1",
        Desired = nameof(DesiredDirection.High),
        Frequency = nameof(Domain.Measures.Frequency.Year),
        SexSplit = nameof(Domain.Measures.SexSplit.Allowed),
        RatioScale = "100",
    };

    internal Guid GoalId => Guid.Parse(Under!.Split(Parted)[0]);

    internal Guid? DirectionId => IsNewDirection ? null : Guid.Parse(Under!.Split(Parted)[1]);
}

internal sealed class NewMeasureFormValidator : AbstractValidator<NewMeasureForm>
{
    /// <param name="places">The goals and directions that it can stand under.</param>
    /// <param name="unitIds">The units that can answer for a measure.</param>
    public NewMeasureFormValidator(IReadOnlyCollection<string> places, IReadOnlySet<Guid> unitIds)
    {
        Include(new MeasureFormValidator(unitIds));
        RuleFor(f => f.Under).Must(t => places.Contains(t)).WithMessage("Välj mål och inriktning.");
        When(f => f.IsNewDirection, () => RuleFor(f => f.NewDirection).IsGiven(Wording.MaxNameLength));
        RuleFor(f => f.Series)
            .Must((f, _) => f.SeriesNames.All(n => n.Length <= SeriesTerms.MaxNameLength && MeasureSeries.KeyOf(n).Length > 0))
            .WithMessage($"Skriv ett namn på högst {SeriesTerms.MaxNameLength} tecken på varje rad.")
            .Must((f, _) => f.SeriesNames.Select(MeasureSeries.KeyOf).Distinct().Count() == f.SeriesNames.Count)
            .WithMessage("Två delmått har för lika namn. Ge dem olika namn.")
            .Must((f, _) => f.SeriesNames.Count != 1)
            .WithMessage("Ett mått har minst två delmått, eller inget. Lägg till ett eller lämna tomt.");
    }
}
