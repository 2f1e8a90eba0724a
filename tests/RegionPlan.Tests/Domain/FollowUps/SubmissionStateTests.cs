using RegionPlan.Domain;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Organization;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Access;
using static RegionPlan.Tests.Domain.FollowUps.SubmissionModel;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>Tries every transition as every role, from random states that the same seed always gives, against a model of what should happen.</summary>
public sealed class SubmissionStateTests
{
    private const int RowCount = 3;
    private const int Rounds = 12;
    private const int Moves = 40;

    /// <summary>At every so many moves everyone tries, else a few: a refusal costs an exception.</summary>
    private const int EveryoneEach = 5;
    private const int Few = 6;

    public static TheoryData<int, ApprovalLevel, string> Runs()
    {
        var runs = new TheoryData<int, ApprovalLevel, string>();
        foreach (var level in Enum.GetValues<ApprovalLevel>())
        {
            foreach (var reporter in new[] { "Avdelningen", "Kliniken", "Förvaltningen", "Nämnden" })
            {
                runs.Add((((int)level + 1) * 100) + reporter.Length, level, reporter);
            }
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_transition_as_every_role_is_refused_exactly_where_it_should_be(int seed, ApprovalLevel requires, string reporter)
    {
        HashSet<string> done = [];
        for (var round = 0; round < Rounds; round++)
        {
            done.UnionWith(new Run(seed + (round * 10_000), requires, reporter).Play(Moves));
        }

        List<string> needed = ["submit", "correct", "correct after lock", "return", "return of public", "approve after lock", "lock"];
        done.ShouldBeSubsetOf([.. needed, .. Levels(reporter, requires).Select(l => $"approve {l}")]);
        needed.Concat(Levels(reporter, requires).Select(l => $"approve {l}")).Except(done).ShouldBeEmpty("the seeds must reach every transition");
    }

    /// <summary>The levels that a unit of the small region passes, told by hand.</summary>
    private static IReadOnlyList<ApprovalLevel> Levels(string reporter, ApprovalLevel requires)
    {
        List<ApprovalLevel> all = reporter switch
        {
            "Avdelningen" or "Kliniken" => [ApprovalLevel.Unit, ApprovalLevel.Administration, ApprovalLevel.Board, ApprovalLevel.Region],
            "Förvaltningen" => [ApprovalLevel.Administration, ApprovalLevel.Board, ApprovalLevel.Region],
            _ => [ApprovalLevel.Board, ApprovalLevel.Region],
        };
        var passed = all.FindAll(l => l <= requires);
        return passed.Count > 0 ? passed : [all[0]];
    }

    /// <summary>Somebody with one role held somewhere, and by hand what they may do.</summary>
    private sealed record Person(Role Role, OrganizationUnit Place, SubmissionActor Actor, bool Enters, IReadOnlySet<ApprovalLevel> Approves, bool Locks);

    private sealed class Run
    {
        private readonly Random random;
        private readonly GivenFollowUp given;
        private readonly SubmissionModel model;
        private readonly Submission submission;
        private readonly IReadOnlyList<ApprovalStep> chain;
        private readonly IReadOnlyList<ApprovalLevel> levels;
        private readonly List<Person> people;
        private readonly List<SubmittedRowKey> keys;
        private readonly Dictionary<int, SubmittedRow> published = [];
        private readonly string name;
        private IReadOnlyList<Guid> kept = [];

        internal Run(int seed, ApprovalLevel requires, string reporter)
        {
            name = $"seed {seed}, {requires}, {reporter}";
            random = new(seed);
            given = new(requires);
            var unit = given.Units.Single(u => u.Key == reporter);
            levels = Levels(reporter, requires);
            model = new(levels);
            submission = new(given.FollowUp.Id, unit.Id);
            chain = given.ChainOf(unit);
            chain.Select(s => s.Level).ShouldBe(levels, name);
            keys = [.. Enumerable.Range(0, RowCount).Select(_ => new SubmittedRowKey(Guid.CreateVersion7(), unit.Id, Period.OfTertial(2026, 2)))];
            people = [.. from role in Enum.GetValues<Role>() from place in given.Units select PersonOf(role, place, unit)];
        }

        /// <returns>The kinds of transitions that were made.</returns>
        internal IReadOnlySet<string> Play(int moves)
        {
            HashSet<string> done = [];
            for (var move = 0; move < moves; move++)
            {
                var attempt = RandomAttempt(random.Next(8) switch { 0 or 1 or 2 => 0, 3 or 4 => 1, 5 or 6 => 2, _ => move > moves / 2 ? 3 : 1 });
                var order = people.OrderBy(_ => random.Next()).ToList();
                foreach (var person in order.Where(p => !attempt.ShouldPass(p)).Take(move % EveryoneEach == 0 ? people.Count : Few))
                {
                    Refused(attempt, person, move);
                }

                if (order.FirstOrDefault(attempt.ShouldPass) is { } one)
                {
                    done.UnionWith(attempt.Kinds());
                    attempt.Do(one);
                    attempt.Expect();
                }

                CheckAgreement($"{name}, move {move}: {attempt.What}");
            }

            return done;
        }

        private void Refused(Attempt attempt, Person person, int move)
        {
            var before = Snapshot();
            Should.Throw<RuleViolation>(() => attempt.Do(person), $"{name}, move {move}: {attempt.What} as {person.Role} at {person.Place.Key}");
            Snapshot().ShouldBe(before);
        }

        private string Snapshot() => $"{submission.Steps.Count} {submission.Rows.Count} {given.FollowUp.Locks.Count}";

        private Attempt RandomAttempt(int kind) => kind switch
        {
            0 => SubmitAttempt(),
            1 => ApproveAttempt(),
            2 => ReturnAttempt(),
            _ => LockAttempt(),
        };

        private Attempt SubmitAttempt()
        {
            var wanted = Enumerable.Range(0, RowCount).Where(_ => random.Next(2) == 0).ToDictionary(n => n, NewCells);
            var reason = random.Next(3) == 0 ? "Fel i källan" : null;
            List<RowToSubmit> rows = [.. wanted.Select(w => new RowToSubmit(
                keys[w.Key], GivenFollowUp.Report(w.Value[0], w.Value[1], w.Value[2]), RowNarrative.Empty, reason))];
            return new(
                $"submit {string.Join(",", wanted.Keys)} because {reason}",
                p => submission.Submit(given.FollowUp, chain, rows, p.Actor, GivenFollowUp.By("Controller"), Given.Day(GivenFollowUp.OpenDay)),
                p => model.MaySubmit(p.Enters, wanted, reason),
                () => model.Submit(wanted, reason),
                () => [.. wanted.Keys.Select(n => model.IsLocked ? "correct after lock" : model.Rows.GetValueOrDefault(n)?.PublicCells is null ? "submit" : "correct")]);
        }

        /// <summary>Often what stands there with only the returned cells changed, else anything.</summary>
        private decimal?[] NewCells(int number)
        {
            if (model.Rows.TryGetValue(number, out var row) && random.Next(4) > 0)
            {
                return [.. row.Cells.Select((c, i) => row.Open.Contains(i) ? random.Next(100) : c)];
            }

            return [.. Enumerable.Range(0, 3).Select(_ => random.Next(4) == 0 ? null : (decimal?)random.Next(100))];
        }

        private Attempt ApproveAttempt()
        {
            var level = RandomLevel();
            var seen = Seen();
            var why = random.Next(2) == 0 ? "Sent men rätt" : null;
            IReadOnlyList<SubmittedRow> made = [];
            return new(
                $"approve at {level} having seen {seen} because {why}",
                p => made = submission.Approve(given.FollowUp, chain, level, p.Actor, seen, GivenFollowUp.By("Chef", why)),
                p => model.MayApprove(p.Approves.Contains(level), level, seen, why),
                () =>
                {
                    var expected = model.Approve(level);
                    made.Select(r => keys.IndexOf(r.Key)).Order().ShouldBe(expected.Order(), name);
                    foreach (var row in made)
                    {
                        published[keys.IndexOf(row.Key)] = row;
                    }
                },
                () => model.IsLocked ? ["approve after lock", $"approve {level}"] : [$"approve {level}"]);
        }

        private Attempt ReturnAttempt()
        {
            var seen = Seen();
            var why = random.Next(5) == 0 ? null : "Kontrollera";
            var wanted = random.Next(2) == 0 ? Mark.Public : Mark.Waiting;
            var level = wanted == Mark.Public && random.Next(4) > 0 ? levels[^1] : RandomLevel();
            List<int> rows = [.. model.Rows.Where(r => r.Value.Mark == wanted).Select(r => r.Key)];
            rows = rows.Count == 0 || random.Next(4) == 0 ? [.. Enumerable.Range(0, RowCount)] : rows;
            List<(int Row, int Cell)> cells = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (rows[random.Next(rows.Count)], random.Next(3)))];
            List<ReturnedCell> named = [.. cells.Select(c => new ReturnedCell(keys[c.Row], (Sex)c.Cell))];
            return new(
                $"return {string.Join(" ", cells)} at {level} having seen {seen} because {why}",
                p => submission.Return(given.FollowUp, chain, named, level, p.Actor, seen, GivenFollowUp.By("Chef", why)),
                p => model.MayReturn(p.Approves.Contains(level), level, seen, why, cells),
                () => model.Return(why!, cells),
                () => [.. cells.Select(c => model.Rows[c.Row].Mark == Mark.Public ? "return of public" : "return")]);
        }

        private Attempt LockAttempt()
        {
            var isComplete = random.Next(2) == 0;
            var why = random.Next(2) == 0 ? "Rapporten ska beslutas" : null;
            return new(
                $"lock complete {isComplete} because {why}",
                p => given.FollowUp.Lock(p.Actor, GivenFollowUp.By("Regionstaben", why), Given.Day(GivenFollowUp.OpenDay), isComplete),
                p => model.MayLock(p.Locks, isComplete, why),
                model.Lock,
                () => ["lock"]);
        }

        /// <summary>Most often a level where something waits.</summary>
        private ApprovalLevel RandomLevel()
        {
            List<ApprovalLevel> waiting = [.. model.Rows.Values.Select(model.WaitsFor).OfType<ApprovalLevel>()];
            return waiting.Count > 0 && random.Next(4) > 0 ? waiting[random.Next(waiting.Count)] : (ApprovalLevel)random.Next(4);
        }

        private int Seen() => random.Next(6) == 0 ? model.Steps - 1 : model.Steps;

        private void CheckAgreement(string at)
        {
            submission.Version.ShouldBe(model.Steps, at);
            submission.Steps.Select(s => s.Version).ShouldBe(Enumerable.Range(1, model.Steps), at);
            var facts = submission.Steps.Select(s => s.Id).Concat(submission.Rows.Select(r => r.Id)).ToList();
            kept.ShouldAllBe(id => facts.Contains(id), at);
            kept = facts;
            submission.Standings(chain).Count.ShouldBe(model.Rows.Count, at);
            foreach (var (number, expected) in model.Rows)
            {
                CheckRow(number, expected, $"{at}, row {number}");
            }
        }

        private void CheckRow(int number, ModelRow expected, string at)
        {
            var standing = submission.StandingOf(keys[number], chain).ShouldNotBeNull(at);
            var versions = submission.Rows.Where(r => r.Key == keys[number]).OrderBy(r => r.Version).ToList();
            versions.Select(r => r.Version).ShouldBe(Enumerable.Range(1, expected.Versions), at);
            standing.Row.ShouldBe(versions[^1], at);
            standing.Stage.ShouldBe(expected.Mark switch { Mark.Waiting => RowStage.Submitted, Mark.Back => RowStage.Returned, _ => RowStage.Approved }, at);
            standing.WaitsFor.ShouldBe(model.WaitsFor(expected), at);
            standing.ReturnedCells.Select(c => (int)c).Order().ShouldBe(expected.Open.Order(), at);
            standing.Row.IsCorrection.ShouldBe(expected.Corrects, at);
            standing.Row.Recorded.Why.ShouldBe(expected.Reason, at);
            CellsOf(standing.Row).ShouldBe(expected.Cells, at);
            if (standing.Row.IsCorrection)
            {
                standing.Row.Recorded.Why.ShouldNotBeNull(at);
            }

            var shown = published.GetValueOrDefault(number);
            submission.LastPublic(keys[number]).ShouldBe(shown, at);
            (shown is null ? null : CellsOf(shown)).ShouldBe(expected.PublicCells, at);
            if (shown is not null)
            {
                submission.HistoryOf(shown, chain).Approvals.Select(a => a.Level!.Value).ShouldBe(levels, at);
            }
        }

        private static decimal?[] CellsOf(SubmittedRow row) => [row.Report.Total?.Amount, row.Report.Women?.Amount, row.Report.Men?.Amount];

        private Person PersonOf(Role role, OrganizationUnit place, OrganizationUnit reporter)
        {
            List<string> above = reporter.Key switch
            {
                "Avdelningen" => ["Avdelningen", "Kliniken", "Området", "Förvaltningen", "Nämnden"],
                "Kliniken" => ["Kliniken", "Området", "Förvaltningen", "Nämnden"],
                "Förvaltningen" => ["Förvaltningen", "Nämnden"],
                _ => ["Nämnden"],
            };
            var region = place.Kind == UnitKind.Region;
            var rank = region ? int.MaxValue : above.IndexOf(place.Key);
            bool At(string unit) => region || (rank >= 0 && above.Contains(unit) && rank >= above.IndexOf(unit));
            HashSet<ApprovalLevel> approves = [];
            if (role is Role.UnitHead or Role.Executive && At(reporter.Key))
            {
                approves.Add(ApprovalLevel.Unit);
            }

            if (role is Role.UnitHead or Role.Executive && At("Förvaltningen"))
            {
                approves.Add(ApprovalLevel.Administration);
            }

            if (role == Role.BoardSecretary && At("Nämnden"))
            {
                approves.Add(ApprovalLevel.Board);
            }

            if (role == Role.Executive)
            {
                approves.Add(ApprovalLevel.Region);
            }

            approves.IntersectWith(levels);
            var enters = role == Role.Executive || (role is Role.Controller or Role.UnitHead && At(reporter.Key));
            return new(role, place, given.Actor(role, place, reporter), enters, approves, role == Role.Executive);
        }
    }

    /// <summary>One thing to try: how it is done, who should get to, what it should come to, and what kinds of transitions it is.</summary>
    private sealed record Attempt(string What, Action<Person> Do, Func<Person, bool> ShouldPass, Action Expect, Func<IReadOnlyList<string>> Kinds);
}
