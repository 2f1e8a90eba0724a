using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RegionPlan.Tests.Features.Administration.Users;

/// <summary>Somebody with a browser without script: opens pages, fills in forms and follows where they lead.</summary>
internal sealed class Visitor(HttpClient client)
{
    internal HttpStatusCode Status { get; private set; }

    internal string Address { get; private set; } = "";

    internal IDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    internal string Text => Page.QuerySelector("main")?.TextContent ?? "";

    internal static async Task<Visitor> SignedInAsync(TestApp app, string email, string password = DemoApp.Password)
    {
        var visitor = new Visitor(app.NewClient());
        await visitor.OpenAsync("/logga-in");
        await visitor.SendAsync("sign-in", ("email", email), ("password", password));
        return visitor;
    }

    internal async Task OpenAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)), path);

    /// <summary>Sends the page's form with what stands in it and the given fields changed; follows the answer.</summary>
    internal Task SendAsync(string form, params (string Name, string Value)[] changed)
    {
        var element = (IHtmlFormElement)Page.QuerySelector($"input[name=_handler][value='{form}']")!.Closest("form")!;
        var fields = element.Elements.OfType<IHtmlInputElement>().Select(i => (Name: i.Name ?? "", i.Value))
            .Concat(element.Elements.OfType<IHtmlSelectElement>().Select(s => (Name: s.Name ?? "", Value: s.Value ?? "")))
            .ToDictionary(f => f.Name, f => f.Value);
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return PostAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : Address, fields);
    }

    internal string? Error(string id) => Page.GetElementById($"{id}-fel")?.TextContent;

    internal string Value(string id) => ((IHtmlInputElement)Page.GetElementById(id)!).Value;

    private async Task PostAsync(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content), path);
    }

    private async Task ReadAsync(HttpResponseMessage response, string path)
    {
        using (response)
        {
            if (response.StatusCode == HttpStatusCode.Redirect)
            {
                var target = response.Headers.Location!;
                await OpenAsync(target.IsAbsoluteUri ? target.PathAndQuery : target.OriginalString);
                return;
            }

            (Status, Address) = (response.StatusCode, path);
            Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }
}
