using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.YearWheel;

/// <summary>Tells what a change of a year's follow-ups would bring with it.</summary>
internal sealed class ConsequenceQuery(FollowUpReader reader)
{
    /// <summary>The consequences of other terms for a follow-up.</summary>
    /// <exception cref="RegionPlan.Domain.RuleViolation">It is locked, or the terms contradict each other.</exception>
    internal async Task<Consequences> OfChangeAsync(FollowUp followUp, FollowUpTerms terms)
    {
        var tried = followUp.Trying(terms);
        var reading = await reader.ReadAsync(followUp.Year);
        var names = reading.Units.ToDictionary(u => u.Id, u => reading.Today.NameOf(u.Id) ?? u.Key);
        var handedIn = reading.FollowUps.Submissions.Count(s => s.FollowUpId == followUp.Id && s.Steps.Count > 0);
        return new(
            [.. Days(followUp.Terms).Zip(Days(tried.Terms), (a, b) => new MovedDay(a.Name, a.Day, b.Day)).Where(m => m.From != m.To)],
            [.. Differences(followUp.Terms, tried.Terms, id => FollowUpText.DecidedBy(id, reading.Today))],
            Between(reading, names, [.. reading.FollowUps.FollowUps.Select(f => f.Id == tried.Id ? tried : f)]),
            [.. Warnings(tried), .. AlreadyHandedIn(followUp, tried, handedIn, reading.FollowUps.Today)]);
    }

    /// <summary>The consequences of one follow-up more.</summary>
    internal async Task<Consequences> OfNewAsync(FollowUp added)
    {
        var reading = await reader.ReadAsync(added.Year);
        var names = reading.Units.ToDictionary(u => u.Id, u => reading.Today.NameOf(u.Id) ?? u.Key);
        return new([], [], Between(reading, names, [.. reading.FollowUps.FollowUps, added]), [.. Warnings(added)]);
    }

    /// <summary>The consequences of one follow-up less.</summary>
    internal async Task<Consequences> OfWithdrawalAsync(FollowUp withdrawn)
    {
        var reading = await reader.ReadAsync(withdrawn.Year);
        var names = reading.Units.ToDictionary(u => u.Id, u => reading.Today.NameOf(u.Id) ?? u.Key);
        return new([], [$"{withdrawn.Terms.Name} försvinner ur årshjulet, uppgifterna och kalendrarna. I historiken står att den är borttagen och varför."],
            Between(reading, names, [.. reading.FollowUps.FollowUps.Where(f => f.Id != withdrawn.Id)]), []);
    }

    private static IEnumerable<(string Name, DateOnly? Day)> Days(FollowUpTerms terms) =>
        Enum.GetValues<ApprovalLevel>().Select(l => (Sv.Capital($"{FollowUpText.OfLevel(l)} sista dag"), (DateOnly?)terms.DueFor(l)))
            .Prepend(("Öppnar", terms.OpensOn)).Prepend(("Periodens slut", terms.Through)).Append(("Beslut", terms.DecidedOn));

    private static IEnumerable<string> Differences(FollowUpTerms before, FollowUpTerms after, Func<Guid?, string> decidedBy)
    {
        if (before.Name != after.Name)
        {
            yield return $"Namnet blir ”{after.Name}” i stället för ”{before.Name}”.";
        }

        if (before.DecidedByUnitId != after.DecidedByUnitId)
        {
            yield return $"Beslutas av {Small(decidedBy(after.DecidedByUnitId))} i stället för {Small(decidedBy(before.DecidedByUnitId))}.";
        }

        if (before.Requires != after.Requires)
        {
            yield return $"Ett värde visas för alla när {FollowUpText.TheLevel(after.Requires)} har godkänt, i stället för {FollowUpText.TheLevel(before.Requires)}.";
        }

        foreach (var (name, was, willBe) in new[]
        {
            ("Utfall för regionens mått samlas in", before.CollectsOutcomes, after.CollectsOutcomes),
            ("Enheternas egna värden samlas in", before.CollectsUnitFigures, after.CollectsUnitFigures),
            ("Analys krävs när ett målvärde inte nås", before.AsksForAnalysis, after.AsksForAnalysis),
            ("Helårsprognos efterfrågas", before.AsksForForecast, after.AsksForForecast),
        })
        {
            if (was != willBe)
            {
                yield return willBe ? $"{name}." : $"{name} inte längre.";
            }
        }
    }

    private static IReadOnlyList<MovedDuties> Between(FollowUpReading reading, Dictionary<Guid, string> names, List<FollowUp> changed)
    {
        var series = reading.Series.Select(s => s.Owed).ToList();
        return
        [
            .. from change in DutyChange.Between(Duties.Of(reading.FollowUps.FollowUps, series, reading.Year), Duties.Of(changed, series, reading.Year))
               group change by (change.IsForecast, From: change.From?.Terms.Name, To: change.To?.Terms.Name) into moved
               select new MovedDuties(moved.Key.IsForecast, moved.Key.From, moved.Key.To, [.. moved.Select(m => Told(m, reading, names))]),
        ];
    }

    private static string Told(DutyChange change, FollowUpReading reading, Dictionary<Guid, string> names)
    {
        var about = reading.Of(new(change.Series.SeriesId, change.Series.AboutUnitId, change.Period));
        return $"{about?.Code} {about?.Name}, {Sv.Period(change.Period)}, {names.GetValueOrDefault(change.Series.ReporterId)}";
    }

    private static IEnumerable<string> Warnings(FollowUp tried)
    {
        if (tried.Terms.LatestByLaw(tried.Kind) is { } latest && tried.Terms.DecidedOn > latest)
        {
            yield return $"Delårsrapporten beslutas {Sv.Day(tried.Terms.DecidedOn.Value)}. Lagen ger två månader efter periodens slut, till och med {Sv.Day(latest)}.";
        }

        foreach (var (name, day) in Days(tried.Terms).Skip(2))
        {
            if (day is { } given && !SwedishCalendar.IsWorkingDay(given))
            {
                yield return $"{name} {Sv.Day(given)} är {DayText.Off(given)}. Nästa vardag är {DayText.Full(SwedishCalendar.WorkingDayFrom(given))}.";
            }
        }
    }

    private static IEnumerable<string> AlreadyHandedIn(FollowUp followUp, FollowUp tried, int handedIn, DateOnly today)
    {
        if (handedIn > 0)
        {
            yield return $"{Sv.Capital(Sv.Count(handedIn, "enhet har", "enheter har"))} redan lämnat in till uppföljningen. Det som är inlämnat ligger kvar där.";
        }

        if (followUp.On(today) == FollowUpState.Open && tried.On(today) == FollowUpState.Planned)
        {
            yield return $"Uppföljningen är öppen nu och stängs till {Sv.Day(tried.Terms.OpensOn)}. Utkast ligger kvar.";
        }
    }

    private static string Small(string body) => body == FollowUpText.EachBoard ? "varje nämnd" : char.ToLower(body[0], Sv.Culture) + body[1..];
}
