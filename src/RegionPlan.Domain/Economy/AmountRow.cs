using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Economy;

/// <summary>What is recorded of a budget post through a month, and how more is recorded.</summary>
/// <param name="key">The post and the month.</param>
/// <param name="recorded">Entries, also of other posts and months.</param>
public sealed class AmountRow(AmountKey key, IEnumerable<EconomyEntry> recorded)
{
    private const string ReplacesExample = "Ersätter ett exempelvärde";

    private readonly List<EconomyEntry> entries = [.. recorded.Where(e => e.Key == key)];

    public EconomyEntry? Current(AmountKind kind) => entries.Where(e => e.Kind == kind).Latest();

    /// <summary>Records the amounts that differ from those that stand; what is not told leaves what was recorded otherwise as it is.</summary>
    /// <param name="report">The amounts.</param>
    /// <param name="reportedByUnitId">The unit that answers for them.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="by">Who, when and, where a recorded amount is changed, why.</param>
    /// <param name="submittedAmountId">The handed-in amounts that they were approved from.</param>
    /// <exception cref="RuleViolation">The month is none, or a recorded amount would change without a reason.</exception>
    public IReadOnlyList<EconomyEntry> Record(AmountReport report, Guid reportedByUnitId, OutcomeOrigin origin, Recording by, Guid? submittedAmountId = null)
    {
        if (key.Through.Kind != PeriodKind.Month)
        {
            throw new RuleViolation("Utfall och prognos lämnas till och med en månad.");
        }

        List<EconomyEntry> made = [];
        foreach (var kind in Enum.GetValues<AmountKind>())
        {
            if (Made(kind, report.Checked(), reportedByUnitId, origin, by, submittedAmountId) is { } entry)
            {
                made.Add(entry);
            }
        }

        entries.AddRange(made);
        return made;
    }

    private EconomyEntry? Made(AmountKind kind, AmountReport report, Guid reportedByUnitId, OutcomeOrigin origin, Recording by, Guid? submittedAmountId)
    {
        var (amount, current) = (report.For(kind), Current(kind));
        var takesBack = amount is null && current is { Amount: not null, SubmittedAmountId: not null };
        var makesReal = current is { IsExample: true } && !origin.IsExample;
        if (amount is null ? !takesBack : current is not null && current.Amount == amount && !makesReal)
        {
            return null;
        }

        var why = by.Why ?? (makesReal ? ReplacesExample : null);
        if (current is { Amount: not null } && why is null)
        {
            throw new RuleViolation("Beloppet är redan registrerat. Skriv varför det ändras.");
        }

        return new(
            key, kind, entries.Where(e => e.Kind == kind).NextVersion(), amount, reportedByUnitId, origin, report.Comment, new(by.At, by.By, by.UserId, why), submittedAmountId);
    }
}
