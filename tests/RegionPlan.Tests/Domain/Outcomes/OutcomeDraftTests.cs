using RegionPlan.Domain.Outcomes;

namespace RegionPlan.Tests.Domain.Outcomes;

public sealed class OutcomeDraftTests
{
    private static readonly DraftTexts Typed = new("78,", "åttio?", "", "Kommentar", "");
    private readonly OutcomeDraft draft = new(Guid.NewGuid(), Guid.NewGuid(), Period.OfYear(2024));

    [Fact]
    public void A_new_draft_is_empty_over_nothing_recorded()
    {
        draft.Texts.ShouldBe(new DraftTexts("", "", "", "", ""));
        draft.Over.ShouldBe(new RecordedVersions(0, 0, 0));
    }

    [Fact]
    public void What_is_typed_is_kept_as_it_stands_with_who_typed_it_and_over_what()
    {
        draft.Save(Typed, new(2, 1, 0), Given.At("2025-02-10"), "Regionstaben");

        draft.ShouldSatisfyAllConditions(
            d => d.Texts.ShouldBe(Typed),
            d => d.Over.ShouldBe(new RecordedVersions(2, 1, 0)),
            d => d.SavedAt.ShouldBe(Given.At("2025-02-10")),
            d => d.SavedBy.ShouldBe("Regionstaben"));
    }

    [Fact]
    public void Every_save_has_a_new_token_even_of_the_same_texts()
    {
        var tokens = new List<Guid> { draft.Token };
        for (var saves = 0; saves < 3; saves++)
        {
            draft.Save(Typed, default, Given.At("2025-02-10"), "Regionstaben");
            tokens.Add(draft.Token);
        }

        tokens.ShouldBeUnique();
    }

    [Fact]
    public void A_name_is_cut_at_its_longest_length_and_texts_are_free()
    {
        var texts = Typed with { Total = new string('1', 10_000) };

        draft.Save(texts, default, Given.At("2025-02-10"), new string('å', 201));

        draft.SavedBy.ShouldBe(new string('å', 200));
        draft.Texts.ShouldBe(texts);
    }

    [Theory]
    [InlineData(Sex.Total)]
    [InlineData(Sex.Women)]
    [InlineData(Sex.Men)]
    public void A_text_changes_in_its_own_cell_alone(Sex cell)
    {
        var changed = Typed.With(cell, "1");

        changed.For(cell).ShouldBe("1");
        changed.With(cell, Typed.For(cell)).ShouldBe(Typed);
    }
}
