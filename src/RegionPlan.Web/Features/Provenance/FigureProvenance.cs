using RegionPlan.Domain.Measures;
using RegionPlan.Domain.Outcomes;
using RegionPlan.Web.Data;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.Provenance;

/// <summary>Everything that a recorded figure comes from, and what has become of it.</summary>
/// <param name="Entry">The figure.</param>
/// <param name="Code">The measure's number.</param>
/// <param name="Name">The measure's name, with the delmått's where it has one.</param>
/// <param name="Terms">The measure's terms when the figure was recorded.</param>
/// <param name="Definition">The version of the terms that they are of.</param>
/// <param name="UnitName">The unit that the figure is about.</param>
/// <param name="ReportedBy">The unit that answers for it.</param>
/// <param name="Versions">Every version of the same figure, the latest first; the figure among them.</param>
/// <param name="Approvals">Who handed in and approved the versions, by the row they were.</param>
/// <param name="Judged">The rule and its inputs with the målvärde that was known when the figure was recorded.</param>
/// <param name="Reports">The decided reports that show the figure.</param>
internal sealed record FigureProvenance(
    OutcomeEntry Entry,
    string Code,
    string Name,
    MeasureTerms Terms,
    MeasureDefinition Definition,
    string UnitName,
    string ReportedBy,
    IReadOnlyList<OutcomeEntry> Versions,
    IReadOnlyDictionary<Guid, FigureApproval> Approvals,
    Explanation? Judged,
    IReadOnlyList<DecidedIn> Reports)
{
    /// <summary>The version that holds now.</summary>
    internal OutcomeEntry Latest => Versions[0];

    internal bool Holds => Latest.Id == Entry.Id;

    internal FigureApproval? ApprovalOf(OutcomeEntry entry) => entry.SubmittedRowId is { } row ? Approvals.GetValueOrDefault(row) : null;

    internal string ValueOf(OutcomeEntry entry) => entry.Amount is { } amount ? Sv.Value(amount, Terms) : "återtaget";
}

/// <summary>A decided report that shows a figure.</summary>
/// <param name="Name">The report's name and whose it is.</param>
/// <param name="Href">Where it is read.</param>
/// <param name="DecidedOn">When it was decided.</param>
public sealed record DecidedIn(string Name, string Href, DateOnly DecidedOn);
