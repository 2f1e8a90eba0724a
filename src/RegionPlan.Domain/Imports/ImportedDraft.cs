using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Domain.Imports;

/// <summary>What an import did to one draft, so that it can be put back.</summary>
public sealed class ImportedDraft
{
    private ImportedDraft()
    {
    }

    /// <param name="importId">The import.</param>
    /// <param name="line">The row's number in the file.</param>
    /// <param name="followUpId">The follow-up that it is to be handed in to.</param>
    /// <param name="reporterId">The unit that hands in.</param>
    /// <param name="draft">The draft as the import left it.</param>
    /// <param name="before">The draft that it took the place of; null where there was none.</param>
    public ImportedDraft(Guid importId, int line, Guid followUpId, Guid reporterId, OutcomeDraft draft, KeptDraft? before)
    {
        Id = Guid.CreateVersion7();
        ImportId = importId;
        Line = line;
        FollowUpId = followUpId;
        ReporterId = reporterId;
        SeriesId = draft.SeriesId;
        UnitId = draft.UnitId;
        Period = draft.Period;
        Token = draft.Token;
        Before = before;
    }

    public Guid Id { get; private init; }

    public Guid ImportId { get; private init; }

    /// <summary>The row's number in the file, the header's being 1 where it is first.</summary>
    public int Line { get; private init; }

    public Guid FollowUpId { get; private init; }

    /// <summary>The unit that hands in.</summary>
    public Guid ReporterId { get; private init; }

    public Guid SeriesId { get; private init; }

    /// <summary>The unit that the figures are about.</summary>
    public Guid UnitId { get; private init; }

    public Period Period { get; private init; }

    /// <summary>The draft's token as the import left it: while it is the same nobody has changed the row since.</summary>
    public Guid Token { get; private init; }

    /// <summary>The draft that it took the place of; null where there was none.</summary>
    public KeptDraft? Before { get; private init; }

    public SubmittedRowKey Key => new(SeriesId, UnitId, Period);
}
