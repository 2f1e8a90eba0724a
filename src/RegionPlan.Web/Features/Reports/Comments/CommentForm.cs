namespace RegionPlan.Web.Features.Reports.Comments;

/// <summary>A comment as posted.</summary>
public sealed class CommentForm
{
    public string? Text { get; set; }
}

/// <summary>That a comment is dealt with, as posted.</summary>
public sealed class ClosingForm
{
    public Guid Comment { get; set; }

    public string? Why { get; set; }
}
