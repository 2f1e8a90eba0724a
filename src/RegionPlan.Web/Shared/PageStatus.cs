namespace RegionPlan.Web.Shared;

/// <summary>Answers with another status than 200 and still shows the page, which says itself what is wrong.</summary>
public static class PageStatus
{
    /// <summary>Sets the status as the answer starts: the framework throws away a page whose status is 404 before it is written.</summary>
    public static void Set(HttpContext? context, int status)
    {
        if (context is { Response.HasStarted: false })
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        }
    }
}
