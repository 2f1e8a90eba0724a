using System.Runtime.CompilerServices;
using System.Xml.Linq;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Access;

/// <summary>docs/behorigheter.md shows the one table of who may do what.</summary>
public sealed class RightsTests
{
    private static readonly Dictionary<string, string[]> Rows = File.ReadLines(Path.Combine(Root(), "docs/behorigheter.md"))
        .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
        .Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(c => c[0].Trim('`'));

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    public static TheoryData<Right> AllRights => [.. Enum.GetValues<Right>()];

    [Theory]
    [MemberData(nameof(AllRoles))]
    public void The_page_on_access_gives_a_role_the_rights_it_has(Role role)
    {
        var row = Rows.GetValueOrDefault($"Role.{role}").ShouldNotBeNull($"add a row for Role.{role} to docs/behorigheter.md");

        row[2].ShouldBe(string.Join(", ", Rights.Of(role).Select(r => $"`{r}`")));
        row[1].ShouldBe(Summary($"F:RegionPlan.Web.Access.Role.{role}"), "the Swedish name is the role's own");
    }

    [Theory]
    [MemberData(nameof(AllRights))]
    public void The_page_on_access_says_what_a_right_allows(Right right)
    {
        var row = Rows.GetValueOrDefault($"Right.{right}").ShouldNotBeNull($"add a row for Right.{right} to docs/behorigheter.md");

        row[1].ShouldBe(Summary($"F:RegionPlan.Web.Access.Right.{right}"));
    }

    [Fact]
    public void The_page_on_access_has_no_role_or_right_that_is_gone() =>
        Rows.Keys.ShouldBe(
            Enum.GetNames<Role>().Select(n => $"Role.{n}").Concat(Enum.GetNames<Right>().Select(n => $"Right.{n}")), ignoreOrder: true);

    [Fact]
    public void Only_the_executive_writes_for_every_unit_and_changes_the_plan()
    {
        RolesWith(Right.WriteAllOutcomes).ShouldBe([Role.Executive]);
        RolesWith(Right.AdministratePlan).ShouldBe([Role.Executive]);
        RolesWith(Right.AdministrateUsers).ShouldBe([Role.Administrator]);
        RolesWith(Right.WriteOutcomes).ShouldBe([Role.Controller, Role.UnitHead]);
    }

    [Fact]
    public void Every_role_may_read_what_is_recorded() => RolesWith(Right.ReadRecorded).ShouldBe(Enum.GetValues<Role>());

    private static IEnumerable<Role> RolesWith(Right right) => Enum.GetValues<Role>().Where(r => Rights.Of(r).Contains(right));

    /// <summary>The summary in the documentation file that the compiler writes beside the assembly, without its full stop.</summary>
    private static string Summary(string member) =>
        XDocument.Load(Path.ChangeExtension(typeof(Rights).Assembly.Location, "xml")).Descendants("member")
            .Single(m => m.Attribute("name")!.Value == member).Element("summary")!.Value.Trim().TrimEnd('.');

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
