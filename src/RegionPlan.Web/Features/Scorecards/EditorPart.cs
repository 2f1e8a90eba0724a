using Microsoft.AspNetCore.Components;

namespace RegionPlan.Web.Features.Scorecards;

/// <summary>
/// A part of the editor that is drawn by what is above it, and never by itself after an event. On a slow line many keys are answered before
/// anything is drawn: a part that drew itself would then draw the text from before them, over what the user has typed since.
/// </summary>
public abstract class EditorPart : ComponentBase, IHandleEvent
{
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);
}
