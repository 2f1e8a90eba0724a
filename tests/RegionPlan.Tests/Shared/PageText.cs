using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace RegionPlan.Tests.Shared;

/// <summary>Reads a page as people do: words, headings, rows and the terms of a list, with every space as one plain space.</summary>
internal static partial class PageText
{
    internal static string Words(this INode? node) => node is null ? "" : BeforeSign().Replace(Space().Replace(string.Join(' ', Pieces(node)), " "), "$1").Trim();

    /// <summary>The section that a heading with this text stands in.</summary>
    internal static IElement Section(this IParentNode page, string heading) =>
        page.QuerySelectorAll("h1, h2, h3").SingleOrDefault(h => h.Words() == heading).ShouldNotBeNull($"no heading {heading}")
            .Closest("section").ShouldNotBeNull($"{heading} stands in no section");

    /// <summary>The cells of the table row whose heading starts with the code and holds the name: Mått, Status, Utfall, Målvärde and on.</summary>
    internal static IReadOnlyList<string> Row(this IParentNode part, string code, string name = "") =>
        [.. part.QuerySelectorAll("tr").Single(r => Head(r).StartsWith(code + " ", StringComparison.Ordinal) && Head(r).Contains(name, StringComparison.Ordinal))
            .Children.Select(c => c.Words())];

    internal static IReadOnlyList<IReadOnlyList<string>> Rows(this IParentNode part) =>
        [.. part.QuerySelectorAll("tbody tr").Select(r => (IReadOnlyList<string>)[.. r.Children.Select(c => c.Words())])];

    /// <summary>What is said about a term: the dd after a dt.</summary>
    internal static string Said(this IParentNode part, string term) =>
        part.QuerySelectorAll("dt").Where(t => t.Words() == term).ToList() is [var only] ? only.NextElementSibling.Words() : throw new ShouldAssertException($"not one {term}");

    /// <summary>The list item on Läget that a goal's heading stands in.</summary>
    internal static string GoalCard(this IParentNode page, int order) =>
        page.QuerySelectorAll("li").Single(li => li.QuerySelector("h3").Words().StartsWith($"{order}. ", StringComparison.Ordinal)).Words();

    internal static IReadOnlyList<string> Notices(this IParentNode page) => [.. page.QuerySelectorAll("[role=status]").Select(n => n.Words())];

    private static string Head(IElement row) => row.FirstElementChild.Words();

    private static IEnumerable<string> Pieces(INode node) => node switch
    {
        IElement { LocalName: "svg" or "script" or "style" or "head" } => [],
        IText text => [text.Data],
        _ => node.ChildNodes.SelectMany(Pieces),
    };

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Space();

    [GeneratedRegex(@" ([,.:;])(?= |$)")]
    private static partial Regex BeforeSign();
}
