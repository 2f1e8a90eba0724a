using Microsoft.JSInterop;

namespace RegionPlan.Web.Shared;

/// <summary>What js/typing.js asks of the server.</summary>
public static class Typing
{
    /// <summary>Keys and questions come in order: who gets this answer knows that every key before it has come.</summary>
    [JSInvokable("rpHasCome")]
    public static void HasCome()
    {
    }
}
