namespace RegionPlan.BrowserTests.Running;

/// <summary>One application and one browser for all tests; tests only read from it. Who writes asks for <see cref="BrowserApp.OwnAppAsync"/>.</summary>
public sealed class SharedApp : BrowserApp, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.SkipReason is null)
        {
            var chromium = await Chromium.StartAsync();
            Use(chromium, await AppProcess.StartAsync());
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await EndBrowserAsync();
    }
}

/// <summary>The tests of this collection share an app and run one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<SharedApp>
{
    public const string Name = "Browser";
}

/// <summary>A test in the browser; its pages are closed when it ends.</summary>
[Collection(Browsing.Name)]
public abstract class BrowserTest(SharedApp app) : IAsyncLifetime
{
    protected SharedApp App { get; } = app;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync() => await App.CloseAsync();
}
