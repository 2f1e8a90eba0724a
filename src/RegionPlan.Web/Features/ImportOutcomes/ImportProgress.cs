namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>How far the work with a file has come; written by the work and read by the pages.</summary>
internal sealed class ImportProgress(ImportStep step) : IProgress<int>
{
    private volatile int rows;
    private volatile bool isRunning = true;

    internal ImportStep Step { get; private set; } = step;

    /// <summary>How many rows are done.</summary>
    internal int Rows => rows;

    /// <summary>How many rows there are; null while that is not known.</summary>
    internal int? Of { get; private set; }

    internal bool IsRunning => isRunning;

    /// <summary>Why it did not go through, in Swedish; null where it did.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The file as it was looked through; null where it has not been.</summary>
    internal CheckedFile? File { get; set; }

    /// <summary>What handing in came to; null where nothing has been handed in.</summary>
    internal HandedIn? HandedIn { get; set; }

    /// <summary>When it was last of use, in ticks of the machine's clock.</summary>
    internal long Touched { get; private set; } = Environment.TickCount64;

    internal Task Task { get; set; } = Task.CompletedTask;

    /// <summary>Whether others' files are before it.</summary>
    internal bool IsWaiting { get; set; } = true;

    /// <summary>It is of use now.</summary>
    internal void Touch() => Touched = Environment.TickCount64;

    public void Report(int value) => rows = value;

    internal void Begin(ImportStep next, int of)
    {
        (Step, Of) = (next, of);
        rows = 0;
    }

    internal void End(string? problem)
    {
        Problem = problem;
        Touched = Environment.TickCount64;
        isRunning = false;
    }
}
