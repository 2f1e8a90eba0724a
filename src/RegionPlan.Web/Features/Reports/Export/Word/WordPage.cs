using DocumentFormat.OpenXml.Wordprocessing;

namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>The sheet of paper: A4, in twentieths of a point.</summary>
internal static class WordPage
{
    /// <summary>What fits between the margins of an upright page.</summary>
    internal const int Width = ShortSide - (2 * Margin);

    /// <summary>What fits between the margins of a lying page.</summary>
    internal const int LyingWidth = LongSide - (2 * Margin);

    private const int ShortSide = 11906;
    private const int LongSide = 16838;
    private const int Margin = 1247;
    private const int HeaderMargin = 652;

    /// <summary>The section that ends here.</summary>
    internal static SectionProperties Section(bool isLying, bool isFirst)
    {
        var section = new SectionProperties();
        if (isFirst)
        {
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = WordFrame.HeaderPart },
                new FooterReference { Type = HeaderFooterValues.Default, Id = WordFrame.FooterPart },
                new HeaderReference { Type = HeaderFooterValues.First, Id = WordFrame.EmptyHeaderPart },
                new FooterReference { Type = HeaderFooterValues.First, Id = WordFrame.EmptyFooterPart });
        }

        section.Append(
            new SectionType { Val = SectionMarkValues.NextPage },
            isLying
                ? new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = ShortSide, Height = LongSide },
            new PageMargin { Top = Margin + 170, Bottom = Margin, Left = Margin, Right = Margin, Header = HeaderMargin, Footer = HeaderMargin, Gutter = 0 });
        if (isFirst)
        {
            section.Append(new TitlePage());
        }

        return section;
    }
}
