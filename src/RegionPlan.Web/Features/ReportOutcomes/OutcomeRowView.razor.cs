using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RegionPlan.Domain.Assessment;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Measures;
using RegionPlan.Web.Shared;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>One row of the grid, drawn again only when something of it has changed.</summary>
public sealed partial class OutcomeRowView : IDisposable
{
    private int drawn = -1;

    [Parameter, EditorRequired] public required OutcomeGrid Grid { get; set; }

    [Parameter] public bool HasRatio { get; set; }

    [Parameter, EditorRequired] public required GridRow Row { get; set; }

    [Inject] private IJSRuntime Script { get; set; } = null!;

    private string StateWords => Row.State switch
    {
        RowState.Submitted => $"Inskickad, väntar på {Row.Sheet.NameOf(Row.Source.Standing?.WaitsFor ?? ApprovalLevel.Unit)}",
        RowState.Approved or RowState.Locked when Row.IsCorrecting => "Rättelse",
        RowState.Draft or RowState.Returned or RowState.Approved or RowState.Locked => ReportText.State(Row.State),
    };

    private bool ShowsState => Row.State != RowState.Draft || Row.IsChanged;

    private string Saved => Row switch
    {
        { Problem: not null } => "Inte sparat",
        { HasConflict: true } => "Välj värde",
        { IsSaving: true } or { IsUnsaved: true } => "Sparar …",
        { IsChanged: true, SavedAt: { } at } => $"Utkast sparat {Sv.Time(at)[^5..]}",
        _ => "",
    };

    public void Dispose() => Row.Changed -= Draw;

    protected override void OnInitialized() => Row.Changed += Draw;

    protected override bool ShouldRender() => Row.Revision != drawn;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Row.TakeLead() is { } id)
        {
            await Script.InvokeVoidAsync("rpFocus", id);
        }
    }

    private static string Told(PeriodOutcomes? outcomes, MeasureTerms terms) =>
        outcomes?.Total?.Amount is { } amount ? $"{Sv.Value(amount, terms)} ({Sv.ShortPeriod(outcomes.Period)})" : "–";

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
