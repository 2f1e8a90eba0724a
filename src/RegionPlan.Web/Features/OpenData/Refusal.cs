namespace RegionPlan.Web.Features.OpenData;

/// <summary>A question that cannot be answered as it was put. The message is Swedish and says how to mend it.</summary>
internal sealed class Refusal : Exception
{
    private const int ShownLength = 40;

    private Refusal(int status, string title, string detail)
        : base(detail)
    {
        Status = status;
        Title = title;
    }

    internal int Status { get; }

    internal string Title { get; }

    internal static Refusal BadRequest(string detail) => new(StatusCodes.Status400BadRequest, "Frågan går inte att läsa", detail);

    internal static Refusal NotAllowed(string detail) => new(StatusCodes.Status405MethodNotAllowed, "Bara läsning", detail);

    internal static Refusal NotFound(string detail) => new(StatusCodes.Status404NotFound, "Finns inte", detail);

    /// <summary>What was asked, short enough to stand in a message.</summary>
    internal static string Shortened(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}

/// <summary>Answers a refused question with application/problem+json.</summary>
internal sealed class RefusalFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            return await next(context);
        }
        catch (Refusal refusal)
        {
            return TypedResults.Problem(refusal.Message, statusCode: refusal.Status, title: refusal.Title);
        }
    }
}
