using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>That a duty is owed to another follow-up than before, or arises or falls away.</summary>
/// <param name="Series">The series.</param>
/// <param name="Period">The period.</param>
/// <param name="IsForecast">Whether it is a helårsprognos.</param>
/// <param name="From">The follow-up that it was owed to; null where it arises.</param>
/// <param name="To">The follow-up that it is owed to; null where it falls away.</param>
public sealed record DutyChange(OwedSeries Series, Period Period, bool IsForecast, FollowUp? From, FollowUp? To)
{
    /// <summary>What differs between the duties before and after a change of the year's follow-ups.</summary>
    public static IReadOnlyList<DutyChange> Between(IEnumerable<Duty> before, IEnumerable<Duty> after)
    {
        var earlier = before.ToDictionary(KeyOf);
        var later = after.ToDictionary(KeyOf);
        return
        [
            .. from duty in earlier
               let to = later.GetValueOrDefault(duty.Key)?.FollowUp
               where to?.Id != duty.Value.FollowUp.Id
               select new DutyChange(duty.Value.Series, duty.Value.Period, duty.Value.IsForecast, duty.Value.FollowUp, to),
            .. from duty in later
               where !earlier.ContainsKey(duty.Key)
               select new DutyChange(duty.Value.Series, duty.Value.Period, duty.Value.IsForecast, null, duty.Value.FollowUp),
        ];
    }

    /// <summary>A figure is owed once for its period; a prognos once to each follow-up that asks for it.</summary>
    private static (SubmittedRowKey Row, Guid? Forecast) KeyOf(Duty duty) => (duty.Key, duty.IsForecast ? duty.FollowUp.Id : null);
}
