using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>The fields of a row by the names that their elements have.</summary>
internal static class GridField
{
    internal const string Numerator = "numerator";
    internal const string Denominator = "denominator";
    internal const string Reason = "skal";

    internal static string NameOf(Sex sex) => sex switch
    {
        Sex.Total => "total",
        Sex.Women => "women",
        Sex.Men => "men",
    };

    internal static Sex? SexOf(string field) => field switch
    {
        "total" => Sex.Total,
        "women" => Sex.Women,
        "men" => Sex.Men,
        _ => null,
    };

    /// <summary>What a field holds; null where there is no such field.</summary>
    internal static string? Read(DraftTexts texts, string field) => field switch
    {
        Numerator => Part(texts, isAbove: true),
        Denominator => Part(texts, isAbove: false),
        Reason => texts.Reason,
        "prognos" => texts.Forecast,
        "prognosskal" => texts.ForecastReason,
        "kommentar" => texts.Comment,
        "analys" => texts.Analysis,
        "atgard" => texts.Action,
        "ansvarig" => texts.ActionOwner,
        "klart" => texts.ActionDue,
        _ => SexOf(field) is { } sex ? texts.For(sex) : null,
    };

    /// <summary>The texts with one field changed; as they are where there is no such field.</summary>
    internal static DraftTexts With(DraftTexts texts, string field, string text) => field switch
    {
        Numerator => WithPart(texts, isAbove: true, text),
        Denominator => WithPart(texts, isAbove: false, text),
        Reason => texts with { Reason = text },
        "prognos" => texts with { Forecast = text },
        "prognosskal" => texts with { ForecastReason = text },
        "kommentar" => texts with { Comment = text },
        "analys" => texts with { Analysis = text },
        "atgard" => texts with { Action = text },
        "ansvarig" => texts with { ActionOwner = text },
        "klart" => texts with { ActionDue = text },
        _ => SexOf(field) is { } sex ? texts.With(sex, text) : texts,
    };

    /// <summary>A part of a ratio as it is typed; empty where the total is no ratio.</summary>
    internal static string Part(DraftTexts texts, bool isAbove) => texts.Total.Split('/') is [var above, var below] ? (isAbove ? above : below).Trim() : "";

    internal static DraftTexts WithPart(DraftTexts texts, bool isAbove, string text)
    {
        var (above, below) = isAbove ? (text, Part(texts, false)) : (Part(texts, true), text);
        return texts with { Total = (above + below).Trim().Length == 0 ? "" : $"{above}/{below}" };
    }
}
