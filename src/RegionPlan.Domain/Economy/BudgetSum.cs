namespace RegionPlan.Domain.Economy;

/// <summary>The sums of a year's budget. Each is derived from posts or from other sums, never recorded.</summary>
public enum BudgetSum
{
    /// <summary>One nämnd's driftramar.</summary>
    Board,

    /// <summary>All nämnders driftramar.</summary>
    Boards,

    /// <summary>All ramar, those outside the nämnder included.</summary>
    Frames,

    /// <summary>Verksamhetens nettokostnader.</summary>
    NetCost,

    /// <summary>Skatteintäkter, utjämning and generella statsbidrag.</summary>
    TaxesAndGrants,

    /// <summary>Skatteintäkter och finansnetto.</summary>
    Financing,

    /// <summary>Årets resultat.</summary>
    Result,

    /// <summary>Årets resultat after balanskravsjusteringar.</summary>
    AdjustedResult,

    /// <summary>Balanskravsresultat.</summary>
    BalanceResult,

    /// <summary>Investeringsutgifter.</summary>
    Investments,
}
