using System.Text.RegularExpressions;
using FluentValidation;
using RegionPlan.Domain.Economy;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The fields of a budget post on the form.</summary>
internal enum AmountField
{
    Outcome,
    Forecast,
    Comment,
    Reason,
}

/// <summary>One budget post as typed, with what it is checked against.</summary>
internal sealed record AmountInput(EconomySheetRow Row, AmountTexts Texts)
{
    /// <summary>The amounts that could be read; null for an empty field and for one that cannot be read.</summary>
    internal AmountReport Report => new(Read(AmountKind.Outcome), Read(AmountKind.Forecast), string.IsNullOrWhiteSpace(Texts.Comment) ? null : Texts.Comment.Trim());

    /// <summary>Whether anything is told that is not handed in or recorded already.</summary>
    internal bool IsChanged => AmountInputValidator.Kinds.Any(k => !CanRead(k)) || Report != Row.Known;

    internal string TextOf(AmountKind kind) => kind switch
    {
        AmountKind.Outcome => Texts.Outcome,
        AmountKind.Forecast => Texts.Forecast,
    };

    internal bool CanRead(AmountKind kind) => CanRead(TextOf(kind));

    /// <summary>Whether a text is an amount, or nothing.</summary>
    internal static bool CanRead(string text) => text.Trim().Length == 0 || Amount(text) is not null;

    /// <summary>An amount as typed; null for what cannot be read.</summary>
    internal static decimal? Amount(string text) => !text.Contains('%', StringComparison.Ordinal) && SwedishNumber.TryParse(text, out var amount) ? amount : null;

    private decimal? Read(AmountKind kind) => Amount(TextOf(kind));
}

/// <summary>The one place where typed amounts are validated: that they can be read, then the domain's limits, last what must be explained.</summary>
internal sealed partial class AmountInputValidator : AbstractValidator<AmountInput>
{
    internal static readonly AmountKind[] Kinds = Enum.GetValues<AmountKind>();

    private const int MaxDecimals = 1;
    private const decimal TellingShare = 0.05m;
    private const decimal TellingAmount = 1m;

    public AmountInputValidator() => RuleFor(i => i).Custom((input, context) =>
    {
        foreach (var (field, message) in Amounts(input).Concat(Words(input)))
        {
            context.AddFailure(field.ToString(), message);
        }
    });

    private static AmountField FieldOf(AmountKind kind) => kind switch
    {
        AmountKind.Outcome => AmountField.Outcome,
        AmountKind.Forecast => AmountField.Forecast,
    };

    /// <summary>What is wrong with a text that is no amount.</summary>
    internal static string Unreadable(string text) => HasPointedThousands().IsMatch(text)
        ? "Skriv tusental med mellanslag och decimaler med komma, till exempel −2 612,4."
        : "Ange ett belopp i miljoner kronor, till exempel −12,3.";

    [GeneratedRegex(@"^\s*[-−–+]?\d{1,3}(\.\d{3})+(,\d+)?\D*$")]
    private static partial Regex HasPointedThousands();

    private static IEnumerable<(AmountField Field, string Message)> Amounts(AmountInput input)
    {
        var row = input.Row;
        foreach (var kind in Kinds)
        {
            var amount = input.Report.For(kind);
            if (!input.CanRead(kind))
            {
                yield return (FieldOf(kind), Unreadable(input.TextOf(kind)));
            }
            else if (amount is { } some && (Math.Abs(some) > Mnkr.Largest || decimal.Round(some, MaxDecimals) != some))
            {
                yield return (FieldOf(kind), Math.Abs(some) > Mnkr.Largest ? "Beloppet är för stort. Ange det i miljoner kronor." : "Ange beloppet i miljoner kronor med högst en decimal.");
            }
            else if (amount < 0 && row.Duty.Row.Post.Section == BudgetSection.Borrowing)
            {
                yield return (FieldOf(kind), "Ny upplåning skrivs utan minus. Skriv 0 om inget är lånat.");
            }
            else if (row.Standing is { Stage: RowStage.Returned } back && !back.ReturnedKinds.Contains(kind) && amount != back.Row.Report.For(kind))
            {
                yield return (FieldOf(kind), "Bara de belopp som skickades tillbaka kan ändras.");
            }
            else if (amount is null && row.AskedReason is null && row.Duty.IsExpected && row.IsOpen(kind))
            {
                yield return (FieldOf(kind), kind switch
                {
                    AmountKind.Outcome => "Fyll i utfallet. Skriv 0 om det inte finns något.",
                    AmountKind.Forecast => "Fyll i helårsprognosen.",
                });
            }
        }
    }

    private static IEnumerable<(AmountField Field, string Message)> Words(AmountInput input)
    {
        var (row, report) = (input.Row, input.Report);
        if (report.Comment is null)
        {
            foreach (var kind in Kinds)
            {
                if (report.For(kind) is { } amount && Math.Abs(amount) <= Mnkr.Largest && AmountScale.SeemsToBeIn(amount, row.Budget) is { } unit)
                {
                    yield return (FieldOf(kind), $"{Money.Amount(Math.Abs(amount / row.Budget!.Value), 0)} gånger budgeten. Är det i {unit}? Ange miljoner kronor, eller förklara i kommentaren.");
                }
            }

            foreach (var kind in Kinds.Where(k => row.Budget is { } budget && report.For(k) is { } amount && Math.Sign(amount) == -Math.Sign(budget) && amount != 0))
            {
                yield return (FieldOf(kind), row.Budget < 0
                    ? "Budgeten är en kostnad. Skriv minus före beloppet, eller förklara i kommentaren."
                    : "Budgeten har inget minus. Ta bort minus, eller förklara i kommentaren.");
            }

            if (report.Forecast - row.Budget is { } deviation && Math.Abs(deviation) >= Math.Max(TellingAmount, Math.Abs(row.Budget!.Value) * TellingShare)
                && Math.Sign(report.Forecast!.Value) != -Math.Sign(row.Budget.Value) && AmountScale.SeemsToBeIn(report.Forecast, row.Budget) is null)
            {
                yield return (AmountField.Comment, $"Prognosen avviker {Money.Change(deviation)} mnkr från budgeten. Förklara varför.");
            }
        }

        if (input.Texts.Comment.Length > EconomyEntry.MaxCommentLength)
        {
            yield return (AmountField.Comment, $"Kommentaren får vara högst {EconomyEntry.MaxCommentLength} tecken. Korta den.");
        }

        if (input.Texts.Reason.Length > Recording.MaxWhyLength)
        {
            yield return (AmountField.Reason, $"Motiveringen får vara högst {Recording.MaxWhyLength} tecken. Korta den.");
        }

        if (row.AskedReason is { } asked && string.IsNullOrWhiteSpace(input.Texts.Reason))
        {
            yield return (AmountField.Reason, asked);
        }
    }
}
