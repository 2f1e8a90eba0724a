using RegionPlan.Domain.History;

namespace RegionPlan.Domain.Economy;

/// <summary>One year of a plan's budget, as known at an instant: the posts, and every sum derived from them.</summary>
public sealed class BudgetYear
{
    private readonly BudgetRows rows;

    private BudgetYear(BudgetFacts facts, int year, DateTimeOffset? asOf)
    {
        Year = year;
        IsBudget = year == facts.Plan.FirstYear;
        rows = new(facts, year, asOf);
        Boards = [.. rows.In(BudgetSection.BoardFrame).GroupBy(r => r.Definition.BoardId!.Value)
            .Select(g => rows.Sum(BudgetSum.Board, g.Key, g.Select(r => new SumTerm.Post(r))))];
        BoardsTotal = rows.Sum(BudgetSum.Boards, Boards.Select(b => new SumTerm.Part(b)));
        Frames = rows.Sum(BudgetSum.Frames, [new SumTerm.Part(BoardsTotal), .. rows.TermsOf(BudgetSection.JointFrame)]);
        NetCost = rows.Sum(BudgetSum.NetCost, [new SumTerm.Part(Frames), .. rows.TermsOf(BudgetSection.OperatingItem)]);
        TaxesAndGrants = rows.Sum(BudgetSum.TaxesAndGrants, rows.TermsOf(BudgetSection.TaxesAndGrants));
        Financing = rows.Sum(BudgetSum.Financing, [new SumTerm.Part(TaxesAndGrants), .. rows.TermsOf(BudgetSection.FinancialItem)]);
        Result = rows.Sum(BudgetSum.Result, [new SumTerm.Part(NetCost), new SumTerm.Part(Financing)]);
        Investments = rows.Sum(BudgetSum.Investments, rows.TermsOf(BudgetSection.Investment));
        Target = facts.Goals.Where(g => g.PlanId == facts.Plan.Id).Latest(asOf) is { } goal ? new(goal, TaxesAndGrants, Result) : null;
        Bridge = BalanceBridge.Of(facts, rows, Result, year, asOf);
    }

    public int Year { get; }

    /// <summary>The plan's first year is decided as budget; the later ones are plan.</summary>
    public bool IsBudget { get; }

    /// <summary>Each nämnd's driftramar, in the plan's order.</summary>
    public IReadOnlyList<DerivedSum> Boards { get; }

    public DerivedSum BoardsTotal { get; }

    /// <summary>All ramar: the nämnder's and those outside them.</summary>
    public DerivedSum Frames { get; }

    /// <summary>Verksamhetens nettokostnader.</summary>
    public DerivedSum NetCost { get; }

    public DerivedSum TaxesAndGrants { get; }

    /// <summary>Skatteintäkter och finansnetto.</summary>
    public DerivedSum Financing { get; }

    /// <summary>Årets resultat.</summary>
    public DerivedSum Result { get; }

    public DerivedSum Investments { get; }

    /// <summary>Null where the plan has no resultatmål.</summary>
    public ResultTarget? Target { get; }

    public BalanceBridge Bridge { get; }

    /// <summary>The year of a plan, as known at an instant.</summary>
    public static BudgetYear Of(BudgetFacts facts, int year, DateTimeOffset? asOf = null) => new(facts, year, asOf);

    public IReadOnlyList<BudgetRow> RowsIn(BudgetSection section) => rows.In(section);
}
