using RegionPlan.Domain.Economy;

namespace RegionPlan.Web.Features.Economy;

/// <summary>The amounts of one budget post on the form, with what stood there before anybody typed.</summary>
/// <param name="PostKey">The post.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Token">The token of the draft that was last seen; null where there was none.</param>
/// <param name="Version">The handed-in version that was last seen; 0 where there was none.</param>
/// <param name="Seen">The texts that stood in the fields; null where they are not known, and then every text counts as typed.</param>
public sealed record TypedAmounts(string PostKey, AmountTexts Texts, Guid? Token, int Version, AmountTexts? Seen)
{
    /// <summary>Whether the user has typed anything; a row that stands as it was shown is nobody's wish.</summary>
    internal bool IsTouched => Texts != Seen;

    /// <summary>A row as it stands, with nothing typed.</summary>
    internal static TypedAmounts Of(EconomySheetRow row) => new(row.PostKey, row.OpenTexts, row.Draft?.Token, row.Version, row.OpenTexts);

    /// <summary>The fields that were typed in as they are typed, and the others as they stand now.</summary>
    internal AmountTexts Over(EconomySheetRow row) => AmountFields.Texts(f => IsTyped(f) ? Texts.Of(f) : row.OpenTexts.Of(f));

    /// <summary>The same wish when the user has been told how the row stands now; what was typed is still typed.</summary>
    internal TypedAmounts Onto(EconomySheetRow row) => Of(row) with
    {
        Texts = Over(row),
        Seen = Seen is { } seen ? AmountFields.Texts(f => IsTyped(f) ? seen.Of(f) : row.OpenTexts.Of(f)) : null,
    };

    private bool IsTyped(AmountField field) => Seen is null || Texts.Of(field) != Seen.Of(field);
}

/// <summary>The texts of a budget post, field by field.</summary>
internal static class AmountFields
{
    internal static AmountTexts Texts(Func<AmountField, string> text) => new(text(AmountField.Outcome), text(AmountField.Forecast), text(AmountField.Comment), text(AmountField.Reason));

    internal static string Of(this AmountTexts texts, AmountField field) => field switch
    {
        AmountField.Outcome => texts.Outcome,
        AmountField.Forecast => texts.Forecast,
        AmountField.Comment => texts.Comment,
        AmountField.Reason => texts.Reason,
    };
}
