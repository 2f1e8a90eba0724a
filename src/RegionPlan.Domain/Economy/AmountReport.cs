using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>What an amount of a budget post tells.</summary>
public enum AmountKind
{
    /// <summary>What it has come to, from January through the month.</summary>
    Outcome,

    /// <summary>What the year is expected to come to (helårsprognos).</summary>
    Forecast,
}

/// <summary>Which amounts: a budget post through a month of its year.</summary>
public readonly record struct AmountKey(Guid PostId, Period Through);

/// <summary>The amounts that are told of a budget post through a month, in mnkr with minus for a cost.</summary>
/// <param name="Outcome">From January through the month; null where it is not told.</param>
/// <param name="Forecast">What the year is expected to come to; null where it is not told.</param>
/// <param name="Comment">A remark, such as why it deviates.</param>
public sealed record AmountReport(decimal? Outcome, decimal? Forecast, string? Comment = null)
{
    public decimal? For(AmountKind kind) => kind switch
    {
        AmountKind.Outcome => Outcome,
        AmountKind.Forecast => Forecast,
    };

    /// <summary>The same as it is kept.</summary>
    /// <exception cref="RuleViolation">An amount cannot be kept, or the comment is too long.</exception>
    internal AmountReport Checked()
    {
        foreach (var kind in Enum.GetValues<AmountKind>())
        {
            _ = Mnkr.Keepable(For(kind) ?? 0);
        }

        return this with { Comment = TextLimit.Optional(Comment, EconomyEntry.MaxCommentLength, "Kommentaren") };
    }
}
