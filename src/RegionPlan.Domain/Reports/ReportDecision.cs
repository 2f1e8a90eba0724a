using System.Security.Cryptography;
using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Reports;

/// <summary>What a body has decided.</summary>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="Reference">Where it stands in the minutes, such as a paragraph; null where that is not told.</param>
public sealed record DecisionTerms(DateOnly DecidedOn, string? Reference);

/// <summary>A report as it is kept.</summary>
/// <param name="Document">The report put together, with every figure as it was, in JSON.</param>
/// <param name="Files">Its files.</param>
public sealed record DecidedContent(string Document, IReadOnlyList<DecidedFile> Files);

/// <summary>
/// That a report was decided, with the report as it was: texts, figures, organisation and rules. The motivation in
/// <see cref="Fact.Recorded"/> tells why it was decided although something was open.
/// </summary>
public sealed class ReportDecision : Fact
{
    public const int MaxReferenceLength = 100;

    private readonly List<DecidedFile> files = [];

    private ReportDecision()
    {
        Document = "";
        OpenPoints = [];
    }

    internal ReportDecision(Guid reportId, int version, DecisionTerms terms, DecidedContent content, IReadOnlyList<string> openPoints, Recording recorded)
        : base(version, recorded)
    {
        ReportId = reportId;
        DecidedOn = terms.DecidedOn;
        Reference = TextLimit.Optional(terms.Reference, MaxReferenceLength, "Paragrafen");
        Document = content.Document;
        OpenPoints = openPoints;
        files.AddRange(content.Files);
    }

    public Guid ReportId { get; private init; }

    public DateOnly DecidedOn { get; private init; }

    /// <summary>Where it stands in the minutes; null where that is not told.</summary>
    public string? Reference { get; private init; }

    /// <summary>The report put together, in JSON.</summary>
    public string Document { get; private init; }

    /// <summary>What the checklist found still open, in words.</summary>
    public IReadOnlyList<string> OpenPoints { get; private init; }

    /// <summary>The files, as they were made when it was decided.</summary>
    public IReadOnlyList<DecidedFile> Files => files;
}

/// <summary>A file of a decided report: served as it was made, for ever.</summary>
public sealed class DecidedFile
{
    public const int MaxNameLength = 200;
    public const int MaxTypeLength = 100;
    public const int HashLength = 64;

    private DecidedFile()
    {
        Name = ContentType = Sha256 = "";
        Content = [];
    }

    /// <param name="name">What it is called, with its extension; unique in the report.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="content">What it holds.</param>
    public DecidedFile(string name, string contentType, byte[] content)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        ContentType = contentType;
        Content = content;
        Length = content.Length;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public Guid Id { get; private init; }

    public Guid DecisionId { get; private init; }

    public string Name { get; private init; }

    public string ContentType { get; private init; }

    public byte[] Content { get; private init; }

    /// <summary>In bytes.</summary>
    public int Length { get; private init; }

    /// <summary>The digest of the content, by which anyone can see that it is unchanged.</summary>
    public string Sha256 { get; private init; }
}
