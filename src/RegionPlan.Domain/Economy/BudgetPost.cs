using RegionPlan.Domain.History;
using RegionPlan.Domain.Plans;

namespace RegionPlan.Domain.Economy;

/// <summary>
/// A row of the region's budget: a förvaltning's driftram, a ram under a nämnd without a unit of its own, or a line of the resultatbudget.
/// The same post is in plan after plan; what it is called and whose it is may change, its key never does.
/// </summary>
public sealed class BudgetPost
{
    public const int MaxKeyLength = 60;

    private readonly List<PostDefinition> definitions = [];
    private readonly List<BudgetAmount> amounts = [];

    private BudgetPost() => Key = "";

    /// <param name="key">A stable, readable key, such as <c>kopt-vard</c>.</param>
    /// <param name="section">Where in the budget it stands.</param>
    /// <param name="order">Its place among the posts of its section, or of the post that it is part of.</param>
    /// <param name="partOf">The post that this one tells a part of ("varav"); such a post is in no sum. Null for a post of its own.</param>
    /// <exception cref="RuleViolation">The key is missing or too long, or the post would be part of a part or of another section.</exception>
    public BudgetPost(string key, BudgetSection section, int order, BudgetPost? partOf = null)
    {
        if (partOf is not null && (partOf.PartOfId is not null || partOf.Section != section))
        {
            throw new RuleViolation("En varav-rad hör till en rad i samma del av budgeten. Välj en sådan.");
        }

        Id = Guid.CreateVersion7();
        Key = TextLimit.Needed(key, MaxKeyLength, "Budgetpostens nyckel");
        Section = section;
        Order = order;
        PartOfId = partOf?.Id;
    }

    public Guid Id { get; private init; }

    public string Key { get; private init; }

    public BudgetSection Section { get; private init; }

    public int Order { get; private init; }

    public Guid? PartOfId { get; private init; }

    public IReadOnlyList<PostDefinition> Definitions => definitions;

    /// <summary>What has been decided, for all plans and years.</summary>
    public IReadOnlyList<BudgetAmount> Amounts => amounts;

    /// <summary>Names the post and says whose it is, from a date; earlier definitions stay for earlier dates.</summary>
    /// <exception cref="RuleViolation">The name is missing, a text is too long, a driftram has no nämnd, or a later definition has no motivation.</exception>
    public PostDefinition Define(PostTerms terms, DateOnly holdsFrom, Recording recorded)
    {
        if (Section == BudgetSection.BoardFrame && terms.BoardId is null)
        {
            throw new RuleViolation("En driftram hör till en nämnd. Välj vilken.");
        }

        Motivated(definitions.Count, recorded);
        var definition = new PostDefinition(definitions.NextVersion(), terms, holdsFrom, recorded);
        definitions.Add(definition);
        return definition;
    }

    /// <summary>Decides the post's amount in a plan for one of its years; a later decision takes over from the earlier one.</summary>
    /// <exception cref="RuleViolation">The year is not the plan's, the amount cannot be kept, or it is decided anew without a motivation.</exception>
    public BudgetAmount Decide(Plan plan, int year, decimal amount, string source, Recording recorded)
    {
        if (year < plan.FirstYear || year > plan.LastYear)
        {
            throw new RuleViolation($"Planen gäller {plan.FirstYear}–{plan.LastYear}. Välj ett av dess år.");
        }

        var earlier = amounts.Where(a => a.PlanId == plan.Id && a.Year == year).ToList();
        Motivated(earlier.Count, recorded);
        var decided = new BudgetAmount(Id, plan.Id, year, earlier.NextVersion(), amount, source, recorded);
        amounts.Add(decided);
        return decided;
    }

    /// <summary>The amount that holds for a year of a plan, as known at an instant; null where none is decided.</summary>
    public BudgetAmount? AmountOf(Guid planId, int year, DateTimeOffset? asOf = null) =>
        amounts.Where(a => a.PlanId == planId && a.Year == year).Latest(asOf);

    private static void Motivated(int earlier, Recording recorded)
    {
        if (earlier > 0 && recorded.Why is null)
        {
            throw new RuleViolation("Skriv varför uppgiften ändras, till exempel vilket beslut som ligger bakom.");
        }
    }
}
