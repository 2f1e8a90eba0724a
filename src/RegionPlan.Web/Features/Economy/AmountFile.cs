using RegionPlan.Domain.Economy;

namespace RegionPlan.Web.Features.Economy;

/// <summary>What a file says of the economy, held against what stands there now. Nothing of it is kept.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Format">The file's form in words.</param>
/// <param name="Notes">What the user should know of how it was read.</param>
/// <param name="Changed">The posts that it changes, by their keys.</param>
/// <param name="Unchanged">The posts that it tells nothing new of.</param>
/// <param name="Refused">The rows that could not be taken, in the order of the file.</param>
/// <param name="Scale">That the amounts seem to be in another unit than miljoner kronor; null where they do not.</param>
public sealed record AmountFile(
    string Name,
    string Format,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, FiledAmounts> Changed,
    IReadOnlyList<string> Unchanged,
    IReadOnlyList<RefusedAmounts> Refused,
    string? Scale);

/// <summary>What a file would make of a post.</summary>
/// <param name="Line">The number of its row in the file.</param>
/// <param name="Texts">The texts: those of the file over those that stand there.</param>
/// <param name="Replaces">What it takes the place of; null where nothing stood there.</param>
public sealed record FiledAmounts(int Line, AmountTexts Texts, string? Replaces)
{
    /// <summary>What is to be mended or explained, by field.</summary>
    internal IReadOnlyList<(AmountField Field, string Message)> Findings { get; init; } = [];
}

/// <summary>A row of a file that could not be taken.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Post">What it calls its post.</param>
/// <param name="Figures">Its amounts.</param>
/// <param name="Why">Why, and how to mend it.</param>
public sealed record RefusedAmounts(int Line, string Post, string Figures, string Why);
