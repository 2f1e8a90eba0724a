using System.Globalization;
using RegionPlan.Domain.Assessment;

namespace RegionPlan.Web.Shared;

/// <summary>How many series stand how, in words.</summary>
public static class StatusCountText
{
    /// <summary>Each status that any series has, with how many and their word.</summary>
    public static IEnumerable<(OutcomeStatus Status, int Number, string Word)> Of(StatusCounts counts)
    {
        (OutcomeStatus Status, int Number, string One, string Several)[] all =
        [
            (OutcomeStatus.Achieved, counts.Achieved, "uppnådd", "uppnådda"),
            (OutcomeStatus.PartlyAchieved, counts.PartlyAchieved, "delvis uppnådd", "delvis uppnådda"),
            (OutcomeStatus.NotAchieved, counts.NotAchieved, "ej uppnådd", "ej uppnådda"),
            (OutcomeStatus.OutcomeMissing, counts.OutcomeMissing, "utan utfall", "utan utfall"),
            (OutcomeStatus.NoTarget, counts.NoTarget, "ej målsatt", "ej målsatta"),
        ];
        return all.Where(c => c.Number > 0).Select(c => (c.Status, c.Number, c.Number == 1 ? c.One : c.Several));
    }

    /// <summary>The same in one line: 3 uppnådda, 1 ej uppnådd.</summary>
    public static string Line(StatusCounts counts) => string.Join(", ", Of(counts).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Number} {c.Word}")));
}
