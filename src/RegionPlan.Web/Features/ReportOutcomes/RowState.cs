namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>How a row stands for the one who enters.</summary>
internal enum RowState
{
    /// <summary>Utkast: not handed in.</summary>
    Draft,

    /// <summary>Inskickad: waits for an approval, and is only read.</summary>
    Submitted,

    /// <summary>Tillbakaskickad: the named cells are open.</summary>
    Returned,

    /// <summary>Godkänd: changed only by a rättelse.</summary>
    Approved,

    /// <summary>Låst with its follow-up: changed only by a rättelse.</summary>
    Locked,
}
