using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace RegionPlan.BrowserTests.Running;

/// <summary>
/// A slow line to an application: everything comes through whole and in order, but late, both ways. The application's answers can be held
/// back altogether, so that a test decides what the user has done before they come.
/// </summary>
public sealed class SlowLine : IAsyncDisposable
{
    private const int BufferSize = 16 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Uri application;
    private readonly TimeSpan delay;
    private readonly Task listening;
    private volatile TaskCompletionSource open = Opened();

    /// <param name="address">Where the application answers.</param>
    /// <param name="delay">How late everything is, each way.</param>
    public SlowLine(string address, TimeSpan delay)
    {
        (application, this.delay) = (new(address), delay);
        listener.Start();
        listening = ListenAsync();
    }

    /// <summary>Where the application is reached by this line, without a closing slash. Cookies are the same: they know no ports.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Holds the application's answers back; what the browser sends comes through.</summary>
    public void HoldAnswers() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the answers through again, those held back first.</summary>
    public void LetAnswers() => open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await listening;
        ended.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private async Task ListenAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await listener.AcceptTcpClientAsync(ended.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        (near.NoDelay, far.NoDelay) = (true, true);
        try
        {
            await far.ConnectAsync(application.Host, application.Port, ended.Token);
            var (up, down) = (near.GetStream(), far.GetStream());
            await Task.WhenAny(CarryAsync(up, down, () => Task.CompletedTask), CarryAsync(down, up, () => open.Task));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Either end has closed the connection, or the test is over.
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to, Func<Task> isOpen)
    {
        var onItsWay = Channel.CreateUnbounded<(DateTime Due, byte[] Bytes)>();
        var delivered = DeliverAsync(onItsWay.Reader, to, isOpen);
        try
        {
            var buffer = new byte[BufferSize];
            while (await from.ReadAsync(buffer, ended.Token) is > 0 and var count)
            {
                onItsWay.Writer.TryWrite((DateTime.UtcNow + delay, buffer[..count]));
            }
        }
        finally
        {
            onItsWay.Writer.Complete();
            await delivered;
        }
    }

    private async Task DeliverAsync(ChannelReader<(DateTime Due, byte[] Bytes)> onItsWay, NetworkStream to, Func<Task> isOpen)
    {
        await foreach (var (due, bytes) in onItsWay.ReadAllAsync(ended.Token))
        {
            var left = due - DateTime.UtcNow;
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, ended.Token);
            }

            await isOpen().WaitAsync(ended.Token);
            await to.WriteAsync(bytes, ended.Token);
        }
    }
}
