using RegionPlan.Domain;
using RegionPlan.Domain.History;

namespace RegionPlan.Tests.Domain.History;

public sealed class RecordingTests
{
    private static readonly DateTimeOffset Summer = new(2024, 7, 1, 0, 30, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nobody_cannot_record_anything(string by) =>
        Should.Throw<RuleViolation>(() => new Recording(Summer, by)).Message.ShouldBe("Ange vem som registrerar uppgiften.");

    [Fact]
    public void The_instant_is_kept_in_utc()
    {
        var recording = new Recording(Summer, "Regionstaben");

        recording.At.Offset.ShouldBe(TimeSpan.Zero);
        recording.At.ShouldBe(Summer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_blank_motivation_is_no_motivation(string? why) => new Recording(Summer, "Regionstaben", why: why).Why.ShouldBeNull();

    [Fact]
    public void A_motivation_is_trimmed() => new Recording(Summer, "Regionstaben", why: " Fel fil \n").Why.ShouldBe("Fel fil");

    [Fact]
    public void A_motivation_has_a_longest_length()
    {
        new Recording(Summer, "Regionstaben", why: new string('å', 2000)).Why.ShouldNotBeNull().Length.ShouldBe(2000);
        Should.Throw<RuleViolation>(() => new Recording(Summer, "Regionstaben", why: new string('å', 2001)))
            .Message.ShouldBe("Motiveringen får vara högst 2000 tecken. Korta den.");
    }
}
