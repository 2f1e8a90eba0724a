namespace RegionPlan.Domain.Organization;

/// <summary>What an organisation unit is in the region's hierarchy (regionplan 2024-2026, bilaga 7).</summary>
public enum UnitKind
{
    /// <summary>The region itself, with regionfullmäktige at its head.</summary>
    Region,

    /// <summary>A political board: regionstyrelsen or a nämnd.</summary>
    Board,

    /// <summary>A förvaltning.</summary>
    Administration,

    /// <summary>A förvaltningsområde.</summary>
    Division,

    /// <summary>A basenhet.</summary>
    Department,

    /// <summary>An enhet.</summary>
    Unit,
}
