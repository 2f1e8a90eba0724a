using RegionPlan.Domain.Assessment;

namespace RegionPlan.Web.Shared;

/// <summary>How a status looks: the style's key, the word, and a shape of its own so that colour never stands alone.</summary>
/// <param name="Key">Value of data-status, which the stylesheet colours.</param>
/// <param name="Word">What the user reads.</param>
/// <param name="Stroke">Drawn outline in a 16 x 16 box.</param>
/// <param name="Fill">Filled shape in the same box.</param>
public sealed record StatusMark(string Key, string Word, string Stroke, string Fill)
{
    private const string Ring = "M8 3.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z";
    private const string Dash = "M3.5 8h9";

    private static readonly StatusMark Achieved = new("achieved", "Uppnått", "M2.8 8.6l3.4 3.4L13.2 4.6", "");
    private static readonly StatusMark PartlyAchieved = new("partly", "Delvis uppnått", "", "M8 2.2 14.8 13.6H1.2z");
    private static readonly StatusMark NotAchieved = new("not", "Ej uppnått", "M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4", "");

    /// <summary>The mark of a status as a report keeps it: by its key, and its word where several have the key.</summary>
    public static StatusMark Of(string key, string word) => Enum.GetValues<OutcomeStatus>().Select(Of).Concat(Enum.GetValues<GoalStatus>().Select(Of))
        .OrderByDescending(m => m.Word == word).First(m => m.Key == key);

    public static StatusMark Of(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Achieved => Achieved,
        OutcomeStatus.PartlyAchieved => PartlyAchieved,
        OutcomeStatus.NotAchieved => NotAchieved,
        OutcomeStatus.NoTarget => new("none", "Ej målsatt", Dash, ""),
        OutcomeStatus.OutcomeMissing => new("missing", "Utfall saknas", Ring, ""),
    };

    public static StatusMark Of(GoalStatus status) => status switch
    {
        GoalStatus.Achieved => Achieved,
        GoalStatus.PartlyAchieved => PartlyAchieved,
        GoalStatus.NotAchieved => NotAchieved,
        GoalStatus.InsufficientBasis => new("missing", "Otillräckligt underlag", Ring, "M8 3.2a4.8 4.8 0 0 1 0 9.6z"),
        GoalStatus.NotAssessed => new("none", "Ingen bedömning", Dash, ""),
    };
}
