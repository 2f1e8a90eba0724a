using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Reports;

/// <summary>What somebody says of a section while the report is written. It stays as it was written; that it is dealt with is a later fact.</summary>
public sealed class SectionComment : Fact
{
    public const int MaxTextLength = 2000;

    private SectionComment() => Key = Text = "";

    /// <param name="followUpId">The follow-up.</param>
    /// <param name="unitId">The body whose report it is.</param>
    /// <param name="section">The section.</param>
    /// <param name="earlier">Every comment on the section before.</param>
    /// <param name="text">What is said.</param>
    /// <param name="recorded">Who and when.</param>
    /// <exception cref="RuleViolation">The text is missing or too long.</exception>
    public SectionComment(Guid followUpId, Guid unitId, SectionTemplate section, IEnumerable<SectionComment> earlier, string? text, Recording recorded)
        : base(earlier.NextVersion(), recorded)
    {
        FollowUpId = followUpId;
        UnitId = unitId;
        Key = section.Key;
        Text = TextLimit.Needed(text, MaxTextLength, "Kommentaren");
    }

    public Guid FollowUpId { get; private init; }

    /// <summary>The body whose report it is.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The section's key in the template.</summary>
    public string Key { get; private init; }

    public string Text { get; private init; }
}

/// <summary>That a comment was dealt with; what was done about it is <see cref="Recording.Why"/>, where it is told.</summary>
public sealed class SectionCommentClosing : Fact
{
    private SectionCommentClosing()
    {
    }

    /// <param name="comment">The comment.</param>
    /// <param name="earlier">Whether and by whom it was closed before.</param>
    /// <param name="recorded">Who, when and, if it is told, what was done.</param>
    /// <exception cref="RuleViolation">It is closed already.</exception>
    public SectionCommentClosing(SectionComment comment, IReadOnlyCollection<SectionCommentClosing> earlier, Recording recorded)
        : base(earlier.NextVersion(), recorded)
    {
        if (earlier.Latest() is { } closed)
        {
            throw new RuleViolation($"{closed.Recorded.By} har redan markerat kommentaren som åtgärdad. Ladda om sidan.");
        }

        CommentId = comment.Id;
    }

    public Guid CommentId { get; private init; }
}
