using System.Globalization;
using RegionPlan.Domain.History;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.FollowUps;

/// <summary>A follow-up of a year (uppföljning): one report with what is collected for it, until when, and who decides it.</summary>
public sealed class FollowUp
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;
    public const int MostOfAKind = 12;

    private readonly List<FollowUpVersion> versions = [];
    private readonly List<FollowUpLock> locks = [];
    private readonly List<FollowUpWithdrawal> withdrawals = [];

    private FollowUp()
    {
    }

    /// <param name="year">The year that is followed up.</param>
    /// <param name="kind">Which report.</param>
    /// <param name="number">1 for the first of its kind in the year.</param>
    /// <exception cref="RuleViolation">The year or the number cannot be.</exception>
    public FollowUp(int year, FollowUpKind kind, int number)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            throw new RuleViolation($"Välj ett år mellan {EarliestYear} och {LatestYear}.");
        }

        if (number is < 1 or > MostOfAKind)
        {
            throw new RuleViolation($"Ett år har högst {MostOfAKind} uppföljningar av samma slag.");
        }

        Id = Guid.CreateVersion7();
        Year = year;
        Kind = kind;
        Number = number;
    }

    public Guid Id { get; private init; }

    public int Year { get; private init; }

    public FollowUpKind Kind { get; private init; }

    /// <summary>1 for the first of its kind in the year.</summary>
    public int Number { get; private init; }

    public IReadOnlyList<FollowUpVersion> Versions => versions;

    public IReadOnlyList<FollowUpLock> Locks => locks;

    /// <summary>That it was taken out of the year; empty for all that are read as follow-ups.</summary>
    public IReadOnlyList<FollowUpWithdrawal> Withdrawals => withdrawals;

    /// <summary>What it is called in addresses, such as <c>2026-delarsrapport-2</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Year}-{SlugOf(Kind)}-{Number}");

    /// <summary>What it is to be as last decided.</summary>
    public FollowUpTerms Terms => versions.Latest()?.Terms ?? throw new InvalidOperationException("A follow-up without terms was never set up.");

    /// <summary>The calendar period that ends with it: a tertial or the year, else the month.</summary>
    public Period OwnPeriod => Terms.Through.Month switch
    {
        12 => Period.OfYear(Year),
        4 or 8 => Period.OfTertial(Year, Terms.Through.Month / 4),
        var month => Period.OfMonth(Year, month),
    };

    /// <summary>Who locked it and when; null while it is not locked.</summary>
    public FollowUpLock? Locked => locks.Latest();

    /// <summary>Whether it can be reported to on a day.</summary>
    public FollowUpState On(DateOnly day) =>
        Locked is not null ? FollowUpState.Locked
        : day < Terms.OpensOn ? FollowUpState.Planned
        : FollowUpState.Open;

    /// <summary>Sets it up, or changes it with a motivation.</summary>
    /// <exception cref="RuleViolation">It is locked, the change has no motivation, or the terms contradict each other.</exception>
    public FollowUpVersion Plan(FollowUpTerms terms, Recording recorded)
    {
        RefuseLocked();
        if (versions.Count > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför uppföljningen ändras.");
        }

        var version = new FollowUpVersion(versions.NextVersion(), terms.Checked(Year), recorded);
        versions.Add(version);
        return version;
    }

    /// <summary>The same follow-up as it would be with other terms: to look at the consequences, never to be kept.</summary>
    /// <exception cref="RuleViolation">It is locked, or the terms contradict each other.</exception>
    public FollowUp Trying(FollowUpTerms terms)
    {
        RefuseLocked();
        var tried = new FollowUp(Year, Kind, Number) { Id = Id };
        tried.versions.Add(new(versions.NextVersion(), terms.Checked(Year), versions.Latest()!.Recorded));
        return tried;
    }

    /// <summary>Locks it: from now on a figure of it is changed only by a rättelse.</summary>
    /// <param name="actor">Who would lock it.</param>
    /// <param name="recorded">Who locks it, and why although something is missing.</param>
    /// <param name="day">The day.</param>
    /// <param name="isComplete">Whether everything that is owed has been approved.</param>
    /// <exception cref="RuleViolation">It may not be locked, or not yet, or a motivation is missing.</exception>
    public FollowUpLock Lock(SubmissionActor actor, Recording recorded, DateOnly day, bool isComplete)
    {
        if (!actor.MayLock)
        {
            throw new RuleViolation("Bara regionstaben låser en uppföljning.");
        }

        switch (On(day))
        {
            case FollowUpState.Locked:
                throw new RuleViolation("Uppföljningen är redan låst.");
            case FollowUpState.Planned:
                throw new RuleViolation("Uppföljningen har inte öppnat än. Lås den när den är klar.");
            case FollowUpState.Open:
                break;
        }

        if (!isComplete && recorded.Why is null)
        {
            throw new RuleViolation("Allt är inte inlämnat och godkänt. Skriv varför uppföljningen låses ändå.");
        }

        var made = new FollowUpLock(locks.NextVersion(), isComplete, recorded);
        locks.Add(made);
        return made;
    }

    /// <summary>Takes it out of the year, where it was set up by mistake and nothing has come of it.</summary>
    /// <param name="use">What has come of it.</param>
    /// <param name="recorded">Who takes it out and, which is needed, why.</param>
    /// <exception cref="RuleViolation">It is locked or used, or the motivation is missing.</exception>
    public FollowUpWithdrawal Withdraw(FollowUpUse use, Recording recorded)
    {
        RefuseLocked();
        if (withdrawals.Count > 0)
        {
            throw new RuleViolation("Uppföljningen är redan borttagen. Gå tillbaka till årshjulet.");
        }

        if (use.IsUsed)
        {
            throw new RuleViolation("Uppföljningen används redan och kan inte tas bort. Ändra den i stället.");
        }

        if (recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför uppföljningen tas bort.");
        }

        var made = new FollowUpWithdrawal(withdrawals.NextVersion(), recorded);
        withdrawals.Add(made);
        return made;
    }

    /// <summary>The kind as it is written in addresses.</summary>
    public static string SlugOf(FollowUpKind kind) => kind switch
    {
        FollowUpKind.PeriodReport => "periodrapport",
        FollowUpKind.ProgressReport => "uppfoljningsrapport",
        FollowUpKind.ActivityReport => "verksamhetsberattelse",
        FollowUpKind.InterimReport => "delarsrapport",
        FollowUpKind.AnnualReport => "arsredovisning",
    };

    private void RefuseLocked()
    {
        if (Locked is not null)
        {
            throw new RuleViolation("Uppföljningen är låst och kan inte ändras.");
        }
    }
}

/// <summary>One version of what a follow-up is to be.</summary>
public sealed class FollowUpVersion : Fact
{
    private FollowUpVersion() => Terms = null!;

    internal FollowUpVersion(int version, FollowUpTerms terms, Recording recorded)
        : base(version, recorded) => Terms = terms;

    public Guid FollowUpId { get; private init; }

    public FollowUpTerms Terms { get; private init; }
}

/// <summary>That a follow-up was locked; the motivation tells why although something was missing.</summary>
public sealed class FollowUpLock : Fact
{
    private FollowUpLock()
    {
    }

    internal FollowUpLock(int version, bool isComplete, Recording recorded)
        : base(version, recorded) => IsComplete = isComplete;

    public Guid FollowUpId { get; private init; }

    /// <summary>Whether everything that was owed had been approved.</summary>
    public bool IsComplete { get; private init; }
}
