using System.Net.Http.Headers;
using System.Text;
using RegionPlan.Tests.Access;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>The economy of the periodrapport per 30 June 2025 handed in from files, through the page.</summary>
internal static class EconomyFileDesk
{
    internal const string Path = $"/ekonomi/lamna-in/fil?uppfoljning={EconomyDesk.June}";

    internal static string Template(string format) => $"/ekonomi/lamna-in/mall.{format}?uppfoljning={EconomyDesk.June}";

    /// <summary>Uploads a file and gets the page with its amounts.</summary>
    internal static async Task<Browser.Answer> Upload(this Browser browser, byte[] file, string name = "ekonomi.csv", Browser.Answer? page = null)
    {
        page ??= await browser.Open(Path);
        var form = page.Document.QuerySelector("form[enctype='multipart/form-data']").ShouldNotBeNull(page.Html);
        using var content = new MultipartFormDataContent();
        foreach (var (field, text) in Browser.Fields(form).Where(f => f.Key != "fil"))
        {
            content.Add(new StringContent(text!), field);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "fil", name);
        using var response = await browser.Client.PostAsync(new Uri(page.Address, UriKind.Relative), content);
        return await Browser.Answer.Of(page.Address, response);
    }

    /// <summary>Uploads a CSV file of the given lines.</summary>
    internal static Task<Browser.Answer> Upload(this Browser browser, params string[] lines) => browser.Upload(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    internal static async Task<byte[]> Downloaded(this Browser browser, string format) => await browser.Client.GetByteArrayAsync(new Uri(Template(format), UriKind.Relative));

    /// <summary>The rows that could not be taken: their number and why.</summary>
    internal static Dictionary<int, string> Refused(this Browser.Answer answer) =>
        answer.Document.QuerySelectorAll(".rp-import-rows tbody tr").ToDictionary(
            r => int.Parse(r.QuerySelector("[data-label=Rad]")!.TextContent, System.Globalization.CultureInfo.InvariantCulture), r => r.QuerySelector("[data-label=Varför]")!.TextContent.Trim());

    /// <summary>What a file comes to: changed, unchanged and refused.</summary>
    internal static (string Changed, string Unchanged, string Refused) Tally(this Browser.Answer answer)
    {
        var figures = answer.Document.QuerySelectorAll(".rp-tally dd").Select(d => d.TextContent).ToList();
        figures.Count.ShouldBe(4, answer.Html);
        return (figures[0], figures[2], figures[3]);
    }

    /// <summary>The row of a post among the amounts.</summary>
    internal static string RowOf(this Browser.Answer answer, string post) =>
        answer.Document.QuerySelector($"[name='version.{post}']").ShouldNotBeNull($"no {post}\n{answer.Html}").Closest("tr")!.TextContent;

    internal static string Warning(this Browser.Answer answer) => answer.Document.QuerySelector(".rp-import-verdict .ds-alert")?.TextContent.Trim() ?? "";
}
