using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace RegionPlan.Web.Features.ReportOutcomes;

/// <summary>A text for a field of the grid.</summary>
/// <param name="Id">The field's element.</param>
/// <param name="Text">The text.</param>
public sealed record FieldText(string Id, string Text);

/// <summary>How a field of the grid stands.</summary>
/// <param name="Id">The field's element.</param>
/// <param name="Label">Its measure and column, for people.</param>
/// <param name="Kept">What the database holds of it.</param>
/// <param name="Over">The versions that are recorded and handed in.</param>
/// <param name="IsOpen">Whether it can be typed in.</param>
/// <param name="IsSettled">Whether nothing of the row is on its way to the database.</param>
public sealed record FieldState(string Id, string Label, string Kept, string Over, bool IsOpen, bool IsSettled);

/// <summary>What js/grid.js asks of the grid: how fields stand, and many texts put in at once, such as what was pasted or never came to be saved.</summary>
public sealed partial class OutcomeGrid : IAsyncDisposable
{
    private const int LongestText = 20_000;

    private DotNetObjectReference<OutcomeGrid>? self;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    /// <summary>What the browser keeps unsaved texts by: another user or submission on the same computer never sees them.</summary>
    private string KeptBy => $"{principal.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? principal.Identity?.Name}|{FollowUpId}|{UnitId}";

    /// <summary>How fields stand; those that are not of this grid are left out.</summary>
    [JSInvokable]
    public FieldState[] FieldsNow(string[] ids) =>
        [.. ids.Select(id => Find(id) is var (row, field) ? StateOf(row, field, id) : null).OfType<FieldState>()];

    /// <summary>Types texts in many fields, each row saved as one draft, and tells how they stand then.</summary>
    [JSInvokable]
    public async Task<FieldState[]> PutAsync(FieldText[] texts)
    {
        Message = null;
        HashSet<GridRow> changed = [];
        foreach (var (id, text) in texts)
        {
            if (Find(id) is var (row, field) && row.IsFieldOpen(field) && text.Length <= LongestText)
            {
                row.Type(GridField.With(row.Texts, field, text));
                row.IsUnsaved = true;
                changed.Add(row);
            }
        }

        foreach (var row in changed)
        {
            await KeepAsync(row);
        }

        return FieldsNow([.. texts.Select(t => t.Id)]);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        self?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (self is null && isLoaded && rows.Count > 0)
        {
            self = DotNetObjectReference.Create(this);
            await Script.InvokeVoidAsync("rpGridOpen", self);
        }
    }

    private static FieldState StateOf(GridRow row, string field, string id) => new(
        id, $"{row.Source.Code} {row.Source.Name}, {ReportText.Field(field)}", row.Kept(field), VersionsOf(row), row.IsFieldOpen(field), row is { IsSaving: false, IsUnsaved: false });

    internal static string VersionsOf(GridRow row) =>
        FormattableString.Invariant($"{row.Source.Versions.Total}.{row.Source.Versions.Women}.{row.Source.Versions.Men}.{row.Source.Versions.HandedIn}");

    private (GridRow Row, string Field)? Find(string id)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && rows.Find(r => r.Source.RowId == id[..dash]) is { } row && GridField.Read(row.Texts, id[(dash + 1)..]) is not null
            ? (row, id[(dash + 1)..])
            : null;
    }
}
