using RegionPlan.Domain.FollowUps;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Mail;

/// <summary>What a letter of a reminder says.</summary>
internal sealed class ReminderText(FollowUpReading reading, FollowUp followUp)
{
    /// <summary>To somebody at the unit itself.</summary>
    internal (string Subject, string Body) Of(Reminder one)
    {
        var unit = NameOf(one.UnitId);
        var lacking = one.Level is { } level ? ToApprove(one.UnitId, level) : ToHandIn(one.UnitId);
        var lastDay = LastDay(one);
        var late = reading.FollowUps.Today > lastDay ? " Den dagen har passerat." : "";
        return (
            $"Påminnelse: {followUp.Terms.Name}, {unit}",
            $"""
            Hej!

            {one.Recorded.By} påminner om {followUp.Terms.Name} för {unit}.

            {one.Text.Trim()}

            {lacking}

            Sista dag är {Sv.Day(lastDay)}.{late}

            Allt som väntar på dig står under Mina uppgifter:
            """);
    }

    /// <summary>To somebody above units where nobody can be written to: all of them in one letter.</summary>
    internal (string Subject, string Body) OfUnitsBelow(IReadOnlyCollection<Reminder> about)
    {
        var first = about.First();
        return (
            $"Påminnelse: {followUp.Terms.Name}, {(about.Count == 1 ? NameOf(first.UnitId) : Sv.Count(about.Count, "påminnelse", "påminnelser"))}",
            $"""
            Hej!

            {first.Recorded.By} påminner om {followUp.Terms.Name}. Du får brevet för att ingen har en roll vid just {(about.Count == 1 ? "den enheten" : "de enheterna")}, och du har en ovanför.

            {string.Join("\n\n", about.Select(r => r.Text.Trim()).Distinct())}

            {MailRows.List([.. about.Select(Told)])}

            Allt som väntar på dig står under Mina uppgifter:
            """);
    }

    private string Told(Reminder one)
    {
        var rows = one.Level is { } level
            ? $"{SubmissionText.Extent(Waiting(one.UnitId, level).Sum(w => w.Rows), Waiting(one.UnitId, level).Sum(w => w.Posts))} att godkänna för {FollowUpText.TheLevel(level)}"
            : $"{Sv.Count(Open(one.UnitId).Count, "rad", "rader")} att lämna in";
        return $"{NameOf(one.UnitId)}: {rows}, sista dag {Sv.Day(LastDay(one))}";
    }

    private string NameOf(Guid unitId) => reading.FollowUps.TreeOf(followUp).NameOf(unitId) ?? reading.Today.NameOf(unitId) ?? "";

    private DateOnly LastDay(Reminder one) => one.Level is { } level ? followUp.Terms.DueFor(level) : reading.FollowUps.DueOn(followUp, one.UnitId);

    private List<OwedStanding> Open(Guid unitId) => [.. reading.FollowUps.OwedTo(followUp).Where(s => s.ReporterId == unitId && s.IsOpen)];

    private List<(Guid UnitId, int Rows, int Posts)> Waiting(Guid unitId, ApprovalLevel level) =>
        [.. reading.FollowUps.Waiting
            .Where(w => w.FollowUp.Id == followUp.Id && w.Step.UnitId == unitId && w.Step.Level == level)
            .Select(w => (w.Submission.UnitId, w.Rows, w.Posts))];

    private string ToHandIn(Guid unitId)
    {
        var open = Open(unitId);
        return $"Att lämna in ({Sv.Count(open.Count, "rad", "rader")}):\n{MailRows.List(open.ConvertAll(NameOf))}";
    }

    private string NameOf(OwedStanding standing) => standing switch
    {
        DutyStanding { Duty: var duty } => MailRows.NameOf(reading, duty.Key) + (duty.IsForecast ? " (prognos)" : ""),
        EconomyStanding { Duty: var duty } => $"Ekonomi: {duty.Row.Definition.Name}, {EconomyText.Span(duty.Through)}",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    } + (standing.Stage == DutyStage.Returned ? " (åter för ändring)" : "");

    private string ToApprove(Guid unitId, ApprovalLevel level)
    {
        var waiting = Waiting(unitId, level).ConvertAll(w => $"{NameOf(w.UnitId)}, {SubmissionText.Extent(w.Rows, w.Posts)}");
        return $"Att godkänna för {FollowUpText.TheLevel(level)}:\n{MailRows.List(waiting)}";
    }
}
