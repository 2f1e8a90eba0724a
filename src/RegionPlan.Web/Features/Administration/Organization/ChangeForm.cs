using System.Globalization;
using FluentValidation;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Data;
using RegionPlan.Web.Features.Administration.Plans;

namespace RegionPlan.Web.Features.Administration.Organization;

/// <summary>A change of the organisation, as posted: every kind of change uses the fields it needs. Units stand by their keys.</summary>
public sealed class ChangeForm
{
    internal const string Review = "granska";
    internal const string CarryOut = "genomfor";
    internal const string Edit = "andra";
    internal const string MoreRows = "rader";
    internal const string IntoExisting = "finns";
    internal const string IntoNew = "ny";

    private const int FewestRows = 4;
    private const int FreeRows = 2;

    /// <summary>What the button asked for.</summary>
    public string? Step { get; set; }

    /// <summary>The number of the latest change when the preview was shown.</summary>
    public int Seen { get; set; }

    public string? Unit { get; set; }

    public string? Parent { get; set; }

    public string? Name { get; set; }

    public string? Kind { get; set; }

    /// <summary>The units to merge.</summary>
    public List<string?>? Units { get; set; }

    /// <summary>Whether they go up in a new unit or in one that is there.</summary>
    public string? Into { get; set; }

    public string? Successor { get; set; }

    /// <summary>The names of the units that one is split into.</summary>
    public List<string?>? Parts { get; set; }

    public string? From { get; set; }

    public string? Why { get; set; }

    internal IReadOnlyList<string> ChosenUnits => Filled(Units);

    internal IReadOnlyList<string> NamedParts => Filled(Parts);

    internal bool IsIntoExisting => Into == IntoExisting;

    /// <summary>How many rows of units or parts to show.</summary>
    internal int Rows(List<string?>? rows) => Math.Max(FewestRows, Step == MoreRows ? (rows?.Count ?? 0) + FreeRows : rows?.Count ?? 0);

    /// <summary>A form for a unit that was chosen in the tree.</summary>
    internal static ChangeForm For(ReorganizationKind kind, string? unitKey) => kind switch
    {
        ReorganizationKind.Founded => new() { Parent = unitKey },
        ReorganizationKind.Merged => new() { Units = [unitKey] },
        ReorganizationKind.Renamed or ReorganizationKind.Moved or ReorganizationKind.Split or ReorganizationKind.Closed or ReorganizationKind.Reverted =>
            new() { Unit = unitKey },
    };

    /// <summary>All that was typed, as hidden fields carry it from the preview.</summary>
    internal IEnumerable<(string Name, string? Value)> Typed() =>
    [
        ("Form.Unit", Unit), ("Form.Parent", Parent), ("Form.Name", Name), ("Form.Kind", Kind), ("Form.Into", Into), ("Form.Successor", Successor),
        ("Form.From", From), ("Form.Why", Why),
        .. Rows("Form.Units", Units), .. Rows("Form.Parts", Parts),
    ];

    /// <summary>The change that a valid form asks for.</summary>
    internal UnitChange Read(ReorganizationKind kind, UnitChoices units, Reorganization? reverted) => kind switch
    {
        ReorganizationKind.Founded => new UnitChange.Found(new(Name!, KindOf(Kind)!.Value, units[Parent]!.Unit.Id)),
        ReorganizationKind.Renamed => new UnitChange.Rename(units[Unit]!.Unit.Id, Name!),
        ReorganizationKind.Moved => new UnitChange.Move(units[Unit]!.Unit.Id, units[Parent]!.Unit.Id),
        ReorganizationKind.Merged => Merge(units),
        ReorganizationKind.Split => Split(units[Unit]!),
        ReorganizationKind.Closed => new UnitChange.Close(units[Unit]!.Unit.Id),
        ReorganizationKind.Reverted => new UnitChange.Revert(reverted!.Id),
    };

    internal static UnitKind? KindOf(string? text) =>
        Enum.GetValues<UnitKind>().Where(k => k != UnitKind.Region).Cast<UnitKind?>().FirstOrDefault(k => k.ToString() == text);

    private UnitChange Merge(UnitChoices units)
    {
        var merged = ChosenUnits.Select(u => units[u]!).ToList();
        Guid[] ids = [.. merged.Select(u => u.Unit.Id)];
        var (first, place) = (merged[0].Unit, units[Parent]?.Unit.Id ?? merged[0].Placement.ParentId ?? Guid.Empty);
        return IsIntoExisting
            ? new UnitChange.MergeInto(ids, units[Successor]!.Unit.Id)
            : new UnitChange.Merge(ids, new(Name!, KindOf(Kind) ?? first.Kind, place));
    }

    private UnitChange.Split Split(OrganizationTree.Branch old) =>
        new(old.Unit.Id, [.. NamedParts.Select(name => new NewUnit(name, old.Unit.Kind, old.Placement.ParentId ?? old.Unit.Id))]);

    private static List<string> Filled(List<string?>? rows) => [.. (rows ?? []).Where(r => !string.IsNullOrWhiteSpace(r)).Select(r => r!)];

    private static IEnumerable<(string Name, string? Value)> Rows(string name, List<string?>? rows) =>
        Filled(rows).Select((row, index) => (string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"), (string?)row));
}

internal sealed class ChangeFormValidator : AbstractValidator<ChangeForm>
{
    private const string ChooseUnit = "Välj en enhet.";

    public ChangeFormValidator(ReorganizationKind kind, UnitChoices units)
    {
        switch (kind)
        {
            case ReorganizationKind.Founded:
                RuleFor(f => f.Parent).Must(Known).WithMessage("Välj vad enheten ska ligga under.");
                Named();
                RuleFor(f => f.Kind).Must(k => ChangeForm.KindOf(k) is not null).WithMessage("Välj vad för slags enhet det är.");
                break;
            case ReorganizationKind.Renamed:
                RuleFor(f => f.Unit).Must(Known).WithMessage(ChooseUnit);
                Named();
                break;
            case ReorganizationKind.Moved:
                RuleFor(f => f.Unit).Must(Known).WithMessage(ChooseUnit);
                RuleFor(f => f.Parent).Must(Known).WithMessage("Välj vad enheten ska ligga under.");
                break;
            case ReorganizationKind.Merged:
                Merge();
                break;
            case ReorganizationKind.Split:
                RuleFor(f => f.Unit).Must(Known).WithMessage(ChooseUnit);
                RuleFor(f => f.NamedParts).Must(p => p.Count >= 2).OverridePropertyName("Parts[0]").WithMessage("Skriv namnen på minst två nya enheter.");
                RuleForEach(f => f.Parts).IsAtMost(Placement.MaxNameLength);
                break;
            case ReorganizationKind.Closed:
                RuleFor(f => f.Unit).Must(Known).WithMessage(ChooseUnit);
                break;
            case ReorganizationKind.Reverted:
                break;
        }

        if (kind != ReorganizationKind.Reverted)
        {
            RuleFor(f => f.From).Must(text => TimeAxes.TryReadValidOn(text, out _)).WithMessage("Ange vilken dag det gäller från, till exempel 2025-07-01.");
        }

        RuleFor(f => f.Why).IsMotivation();

        bool Known(string? key) => units[key] is not null;

        void Named() => RuleFor(f => f.Name)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Skriv enhetens namn.")
            .IsAtMost(Placement.MaxNameLength);

        void Merge()
        {
            RuleFor(f => f.ChosenUnits).Must((f, u) => u.Distinct().Count(k => !f.IsIntoExisting || k != f.Successor) >= (f.IsIntoExisting ? 1 : 2))
                .OverridePropertyName("Units[0]")
                .WithMessage(f => f.IsIntoExisting ? "Välj minst en enhet som går upp i den andra." : "Välj minst två olika enheter.");
            RuleForEach(f => f.Units).Must(k => string.IsNullOrWhiteSpace(k) || Known(k)).WithMessage(ChooseUnit);
            When(f => f.IsIntoExisting, () => RuleFor(f => f.Successor).Must(Known).WithMessage("Välj enheten som de går upp i."))
                .Otherwise(() =>
                {
                    Named();
                    RuleFor(f => f.Kind).Must(k => string.IsNullOrEmpty(k) || ChangeForm.KindOf(k) is not null).WithMessage("Välj vad för slags enhet det är.");
                    RuleFor(f => f.Parent).Must(k => string.IsNullOrEmpty(k) || Known(k)).WithMessage("Välj vad enheten ska ligga under.");
                });
        }
    }
}
