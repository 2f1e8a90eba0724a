using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Tests.Domain.FollowUps;

/// <summary>
/// What a submission should be, told once more in the plainest way: each row is a small record that is overwritten. It shares no code with
/// the domain, so that the two agree only where both are right.
/// </summary>
internal sealed class SubmissionModel(IReadOnlyList<ApprovalLevel> chain)
{
    internal enum Mark
    {
        Waiting,
        Back,
        Public,
    }

    /// <summary>A row by its number, the way it stands.</summary>
    internal sealed class ModelRow
    {
        internal decimal?[] Cells { get; set; } = [];

        internal Mark Mark { get; set; }

        /// <summary>How many of the chain's levels have approved.</summary>
        internal int Approved { get; set; }

        internal HashSet<int> Open { get; } = [];

        internal int Versions { get; set; }

        internal bool Corrects { get; set; }

        internal string? Reason { get; set; }

        internal string? BackBecause { get; set; }

        internal decimal?[]? PublicCells { get; set; }
    }

    internal Dictionary<int, ModelRow> Rows { get; } = [];

    internal int Steps { get; private set; }

    internal bool IsLocked { get; private set; }

    /// <summary>Whether rows may be handed in: one cell array for each row number.</summary>
    internal bool MaySubmit(bool mayEnter, IReadOnlyDictionary<int, decimal?[]> wanted, string? reason) =>
        mayEnter && wanted.Count > 0 && wanted.All(w => MaySubmit(w.Key, w.Value, reason));

    internal void Submit(IReadOnlyDictionary<int, decimal?[]> wanted, string? reason)
    {
        Steps++;
        foreach (var (number, cells) in wanted)
        {
            if (!Rows.TryGetValue(number, out var row))
            {
                Rows[number] = row = new();
            }

            var corrects = IsLocked || row.PublicCells is not null;
            row.Reason = reason ?? (corrects ? Standing(row) : null);
            row.Corrects = corrects;
            row.Cells = cells;
            row.Mark = Mark.Waiting;
            row.Approved = 0;
            row.Open.Clear();
            row.BackBecause = null;
            row.Versions++;
        }
    }

    internal bool MayApprove(bool approvesThere, ApprovalLevel level, int seen, string? why) =>
        approvesThere && seen == Steps && At(level).Any() && (!IsLocked || why is not null || At(level).All(r => r.Corrects));

    /// <returns>The rows that are public now.</returns>
    internal IReadOnlyList<int> Approve(ApprovalLevel level)
    {
        Steps++;
        List<int> published = [];
        foreach (var (number, row) in Rows.Where(r => WaitsFor(r.Value) == level).ToList())
        {
            row.Approved++;
            if (row.Approved == chain.Count)
            {
                row.Mark = Mark.Public;
                row.PublicCells = row.Cells;
                published.Add(number);
            }
        }

        return published;
    }

    internal bool MayReturn(bool approvesThere, ApprovalLevel level, int seen, string? why, IReadOnlyList<(int Row, int Cell)> cells) =>
        approvesThere && seen == Steps && why is not null && cells.Count > 0
        && cells.All(c => Rows.TryGetValue(c.Row, out var row) && row.Mark switch
        {
            Mark.Waiting => chain.Contains(level) && level >= WaitsFor(row),
            Mark.Public => !IsLocked && level == chain[^1],
            _ => false,
        });

    internal void Return(string why, IReadOnlyList<(int Row, int Cell)> cells)
    {
        Steps++;
        foreach (var (number, cell) in cells)
        {
            Rows[number].Mark = Mark.Back;
            Rows[number].BackBecause = why;
            Rows[number].Open.Add(cell);
        }
    }

    internal bool MayLock(bool isStaff, bool isComplete, string? why) => isStaff && !IsLocked && (isComplete || why is not null);

    internal void Lock() => IsLocked = true;

    internal ApprovalLevel? WaitsFor(ModelRow row) => row.Mark == Mark.Waiting ? chain[row.Approved] : null;

    private IEnumerable<ModelRow> At(ApprovalLevel level) => Rows.Values.Where(r => WaitsFor(r) == level);

    private bool MaySubmit(int number, decimal?[] cells, string? reason)
    {
        if (!Rows.TryGetValue(number, out var row))
        {
            return IsLocked ? reason is not null : cells.Any(c => c is not null);
        }

        if (row.Mark == Mark.Waiting)
        {
            return false;
        }

        if (row.Mark == Mark.Back && Enumerable.Range(0, 3).Any(i => !row.Open.Contains(i) && row.Cells[i] != cells[i]))
        {
            return false;
        }

        return IsLocked || row.PublicCells is not null ? (reason ?? Standing(row)) is not null : cells.Any(c => c is not null);
    }

    /// <summary>The reason that holds without a new one: of a correction that came back, or what a public value came back with before the lock.</summary>
    private string? Standing(ModelRow row) => row.Mark != Mark.Back ? null : row.Corrects ? row.Reason : IsLocked ? null : row.BackBecause;
}
