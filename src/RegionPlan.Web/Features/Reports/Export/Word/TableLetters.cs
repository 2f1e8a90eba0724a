namespace RegionPlan.Web.Features.Reports.Export.Word;

/// <summary>How large a table's letters are, in half points: the widest tables have the smallest.</summary>
internal enum TableLetters
{
    Ordinary = 17,
    Small = 14,
    Smallest = 12,
}
