using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RegionPlan.Tests.Access;

/// <summary>A browser without JavaScript, with cookies of its own: opens pages and posts the forms that stand on them.</summary>
internal sealed class Browser(TestApp app) : IDisposable
{
    private const string Origin = "http://localhost";

    internal HttpClient Client { get; } = app.NewClient();

    public void Dispose() => Client.Dispose();

    /// <summary>Signed in as a demo user, such as <c>controller.hsf</c>.</summary>
    internal static async Task<Browser> SignedInAs(TestApp app, string user)
    {
        var browser = new Browser(app);
        var answer = await browser.SignIn($"{user}@example.org", Demo.Password);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Html);
        return browser;
    }

    internal async Task<Answer> SignIn(string email, string password, string address = "/logga-in") =>
        await Submit(await Open(address), "sign-in", new() { ["email"] = email, ["password"] = password });

    internal async Task<Answer> Open(string address)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        return await Answer.Of(address, response);
    }

    /// <summary>Posts a form of a page with everything it holds, hidden fields included, changed by <paramref name="typed"/>; null leaves a field out.</summary>
    internal async Task<Answer> Submit(Answer page, string form, Dictionary<string, string?> typed)
    {
        var found = page.Document.QuerySelectorAll<IHtmlFormElement>("form")
            .SingleOrDefault(f => f.QuerySelector("[name=_handler]")?.GetAttribute("value") == form)
            .ShouldNotBeNull($"no form {form} on {page.Address}\n{page.Html}");
        return await Post(page.Address, Fields(found), typed);
    }

    internal async Task<Answer> Post(string address, Dictionary<string, string?> fields, Dictionary<string, string?> typed)
    {
        foreach (var (name, text) in typed)
        {
            fields[name] = text;
        }

        using var content = new FormUrlEncodedContent(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!)));
        using var response = await Client.PostAsync(new Uri(address, UriKind.Relative), content);
        return await Answer.Of(address, response);
    }

    internal static Dictionary<string, string?> Fields(IElement form) => form.QuerySelectorAll("input[name], textarea[name], select[name]").ToDictionary(
        f => f.GetAttribute("name")!, TextOf);

    private static string? TextOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    /// <summary>What came back, with where it leads on this site; an address on another site stands in full.</summary>
    internal sealed record Answer(string Address, HttpStatusCode Status, string? Location, string Html, IDocument Document)
    {
        internal static async Task<Answer> Of(string address, HttpResponseMessage response)
        {
            var html = await response.Content.ReadAsStringAsync();
            var location = response.Headers.Location is { } to ? new Uri(new Uri(Origin), to).ToString() : null;
            var local = location?.StartsWith(Origin + "/", StringComparison.Ordinal) == true ? location[Origin.Length..] : location;
            return new(address, response.StatusCode, local, html, new HtmlParser().ParseDocument(html));
        }

        /// <summary>The message tied to a field; null where it is all right.</summary>
        internal string? ErrorAt(string field)
        {
            var input = Document.QuerySelector($"[name='{field}']").ShouldNotBeNull($"no field {field}\n{Html}");
            if (input.GetAttribute("aria-invalid") != "true")
            {
                return null;
            }

            var id = input.GetAttribute("aria-describedby")!.Split(' ').Single(i => i.EndsWith("-fel", StringComparison.Ordinal));
            return Document.GetElementById(id)!.TextContent.Trim();
        }

        /// <summary>What stands in a field.</summary>
        internal string? Typed(string field) => TextOf(Document.QuerySelector($"main [name='{field}']").ShouldNotBeNull($"no field {field}\n{Html}"));

        internal IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".ds-error-summary li").Select(l => l.TextContent.Trim())];
    }
}
