using System.Text.Json;
using System.Text.Json.Serialization;
using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Organization;
using RegionPlan.Web.Access;

namespace RegionPlan.Web.Data.Seeding;

/// <summary>The shapes of the files in the seeds folder. Numbers are in the measure's own unit.</summary>
internal static class SeedFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    internal static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    internal sealed record OrganizationFile(string Source, DateOnly HoldsFrom, IReadOnlyList<UnitSeed> Units);

    internal sealed record UnitSeed(string Key, string Name, UnitKind Kind, string? Parent = null, int? AboutStaff = null);

    internal sealed record PlanFile(
        string Source,
        string Key,
        string Name,
        string? DecidedBy,
        int FirstYear,
        int LastYear,
        IReadOnlyList<GoalSeed> Goals,
        IReadOnlyList<FocusAreaSeed>? FocusAreas = null);

    internal sealed record FocusAreaSeed(int Year, string Name);

    internal sealed record GoalSeed(int Order, string Name, string Perspective, string? Text = null, IReadOnlyList<DirectionSeed>? Directions = null, ContinuesSeed? Continues = null);

    /// <summary>The goal of an earlier plan that a goal continues.</summary>
    internal sealed record ContinuesSeed(string Plan, int Goal);

    internal sealed record DirectionSeed(string Name, IReadOnlyList<MeasureSeed> Measures);

    internal sealed record MeasureSeed(
        int Order,
        string Name,
        string Unit,
        DesiredDirection Desired,
        string Responsible,
        IReadOnlyList<SeriesSeed> Series,
        int Decimals = 1,
        Frequency Frequency = Frequency.Year,
        decimal? Lowest = null,
        decimal? Highest = null,
        decimal RatioScale = 1,
        string? Note = null);

    internal sealed record SeriesSeed(
        string Key,
        IReadOnlyList<LongTermSeed> LongTerm,
        string? Name = null,
        string? Abbreviation = null,
        Frequency? Frequency = null,
        ShortTermSeed? ShortTerm = null,
        KoladaSeed? Kolada = null,
        BreakSeed? Break = null);

    internal sealed record ShortTermSeed(int Year, decimal? Value = null, NoTargetReason? None = null, string? Note = null);

    internal sealed record LongTermSeed(decimal? Value = null, int? Year = null, string? Text = null);

    internal sealed record KoladaSeed(string Id, string Title, string? Definition = null, string? Difference = null, int? LastYear = null);

    internal sealed record BreakSeed(int Year, string Text);

    /// <summary>One line of a file of published values: code;series;koladaId;areaCode;area;year;value.</summary>
    internal sealed record PublishedValue(string Code, string Series, string KoladaId, string AreaCode, string Area, int Year, decimal Value);

    internal sealed record UserFile(string Password, IReadOnlyList<UserSeed> Users);

    internal sealed record UserSeed(string Email, string Name, Role Role, string Unit);
}
