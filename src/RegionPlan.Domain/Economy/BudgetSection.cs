namespace RegionPlan.Domain.Economy;

/// <summary>Where in the region's budget a post stands, which decides what sums it is part of.</summary>
public enum BudgetSection
{
    /// <summary>A driftram of a nämnd.</summary>
    BoardFrame,

    /// <summary>A ram that no nämnd's sum holds: köpt vård, läkemedel, indexuppräkning.</summary>
    JointFrame,

    /// <summary>What joins the ramar in verksamhetens nettokostnader: riktade statsbidrag, pensioner, avskrivningar.</summary>
    OperatingItem,

    /// <summary>Skatteintäkter, utjämning and generella statsbidrag: what the resultatmål is a share of.</summary>
    TaxesAndGrants,

    /// <summary>Finansiella intäkter and kostnader.</summary>
    FinancialItem,

    /// <summary>What is not of the ongoing operations and is taken out of the balanskravsresultat.</summary>
    BalanceAdjustment,

    /// <summary>Reserved to or taken from resultatutjämningsreserven or resultatreserven.</summary>
    Reserve,

    /// <summary>An earlier negative balanskravsresultat restored, negative.</summary>
    Restoration,

    /// <summary>Investeringsutgifter, positive.</summary>
    Investment,

    /// <summary>New external loans to pay for investments, positive; in no sum.</summary>
    Borrowing,
}
