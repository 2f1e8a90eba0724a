using RegionPlan.Domain;
using RegionPlan.Web.Access;
using RegionPlan.Web.Features.Reports.Export.Serving;

namespace RegionPlan.Web.Features.Reports;

/// <summary>A decision whose files are being made.</summary>
/// <param name="decision">The decision.</param>
/// <param name="at">When it was asked for.</param>
internal sealed class DecisionMaking(PreparedDecision decision, DateTimeOffset at) : ReportMaking(at)
{
    private volatile bool isDecided;

    /// <summary>What tells it from other attempts.</summary>
    internal Guid Token { get; } = Guid.NewGuid();

    /// <summary>Who records it.</summary>
    internal string By { get; } = decision.By;

    internal DateOnly DecidedOn { get; } = decision.Terms.DecidedOn;

    internal string? Reference { get; } = decision.Terms.Reference;

    internal string? Why { get; } = decision.Why;

    /// <summary>Whether it is written.</summary>
    internal bool IsDecided => isDecided;

    internal override bool IsRunning => !isDecided && Problem is null;

    internal void End() => isDecided = true;
}

/// <summary>
/// Records decisions apart from the page that asked for them, one at a time: first the files are made, then all of it is written at once. What is
/// under way is kept in memory alone: a server that stops leaves the report as it was.
/// </summary>
internal sealed partial class DecisionWork(DecideReport decide, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<DecisionWork> log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<ReportKey, DecisionMaking> work = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Where one sees how far a decision has come.</summary>
    internal static string PathOf(ReportKey key, Guid token) => $"{key.Path}/beslut?arbete={token}";

    public void Dispose() => turn.Dispose();

    /// <summary>The latest attempt since the server started; null where there is none.</summary>
    internal DecisionMaking? Of(ReportKey key)
    {
        lock (gate)
        {
            return work.GetValueOrDefault(key);
        }
    }

    /// <summary>Begins to record a decision; where another of the same report is under way that one goes on, and is returned.</summary>
    internal DecisionMaking Begin(PreparedDecision decision)
    {
        lock (gate)
        {
            if (work.GetValueOrDefault(decision.Key) is { IsRunning: true } earlier)
            {
                return earlier;
            }

            var now = work[decision.Key] = new(decision, clock.GetUtcNow());
            now.Task = Task.Run(() => DoAsync(decision, now));
            return now;
        }
    }

    private async Task DoAsync(PreparedDecision decision, DecisionMaking making)
    {
        try
        {
            await turn.WaitAsync(lifetime.ApplicationStopping);
            try
            {
                var content = await decide.MakeAsync(decision, making, lifetime.ApplicationStopping);
                lifetime.ApplicationStopping.ThrowIfCancellationRequested();
                await decide.WriteAsync(decision, content);
                making.End();
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            making.Fail("Servern stängdes av innan beslutet var registrerat. Rapporten är inte beslutad; registrera beslutet igen.");
        }
        catch (Exception exception) when (exception is RuleViolation or AccessRefused)
        {
            LogRefused(decision.Key.FollowUp, decision.Key.Unit, exception.Message);
            making.Fail(exception.Message);
        }
        catch (Exception exception)
        {
            LogFailed(exception, decision.Key.FollowUp, decision.Key.Unit);
            making.Fail("Något gick fel, och rapporten är inte beslutad. Felet är loggat; registrera beslutet igen, och kontakta administratören om det upprepas.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The decision on {FollowUp} for {Unit} was not recorded: {Why}")]
    private partial void LogRefused(string followUp, string unit, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The decision on {FollowUp} for {Unit} could not be recorded")]
    private partial void LogFailed(Exception exception, string followUp, string unit);
}
