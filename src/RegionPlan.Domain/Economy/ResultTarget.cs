namespace RegionPlan.Domain.Economy;

/// <summary>The resultatmål of a year beside the budgeted result.</summary>
/// <param name="Goal">The share that the result shall be.</param>
/// <param name="Basis">Taxes, equalisation and general grants: what it is a share of.</param>
/// <param name="Result">Årets resultat.</param>
public sealed record ResultTarget(ResultGoal Goal, DerivedSum Basis, DerivedSum Result)
{
    /// <summary>The result that is asked for, in mnkr.</summary>
    public decimal Amount => Basis.Amount * Goal.Percent / 100;

    /// <summary>The result as a share of the basis, in percent; null where there is no basis.</summary>
    public decimal? ResultPercent => Basis.Amount == 0 ? null : 100 * Result.Amount / Basis.Amount;

    public bool IsReached => Result.Amount >= Amount;

    /// <summary>Over the resultatmål, or under it where negative.</summary>
    public decimal Distance => Result.Amount - Amount;
}
