using System.Net;
using System.Text;
using RegionPlan.Tests.Access;
using RegionPlan.Tests.TableFiles;

namespace RegionPlan.Tests.Features.Economy;

/// <summary>Who may read in the economy from a file, and what the page does with files, forms and addresses that no user would send.</summary>
public sealed class EconomyFileDoorTests : IAsyncLifetime
{
    private const string Ftv = "folktandvarden";
    private const string Heading = "Budgetpost;Utfall;Helårsprognos;Kommentar;Skäl";
    private const int Megabyte = 1024 * 1024;

    private TestApp app = null!;
    private EconomyDesk desk = null!;
    private Browser controller = null!;

    public async Task InitializeAsync()
    {
        app = await Demo.StartAsync();
        desk = new(app);
        controller = await Browser.SignedInAs(app, "controller.ftv");
    }

    public async Task DisposeAsync()
    {
        controller.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_hostile_or_wrong_file_is_refused_at_this_door_too()
    {
        string[][] rows = [MadeWorkbook.Heading("Budgetpost", "Utfall"), [MadeWorkbook.Text("Folktandvården"), MadeWorkbook.Number("-85.4")]];
        var macro = MadeWorkbook.WithSheet(rows).WithPart("xl/vbaProject.bin", [1]).Bytes();
        var bomb = MadeWorkbook.WithSheet(rows).WithPart("xl/media/1", new byte[70 * Megabyte]).Bytes();
        var merged = MadeWorkbook.WithSheet(rows).Merged("A2:B2").Bytes();

        (await Refusal(macro, "makro.xlsx")).ShouldContain("innehåller makron och öppnas inte");
        (await Refusal(bomb, "bomb.xlsx")).ShouldContain("packas upp till mer än 64 MB");
        (await Refusal(merged, "ekonomi.xlsx")).ShouldContain("sammanfogade");
        (await Refusal(new byte[(5 * Megabyte) + 1], "stor.csv")).ShouldContain("Största storlek är 5 MB");
        (await Refusal([], "tom.csv")).ShouldContain("är tom");
        (await Refusal("%PDF-1.7"u8.ToArray(), "rapport.pdf")).ShouldContain("är en PDF");
        (await Refusal("Konto;Belopp\n1;2\n"u8.ToArray(), "reskontra.csv")).ShouldContain("Kolumnerna Nyckel eller Budgetpost och Utfall (eller en annan kolumn att fylla i) saknas");
        (await Refusal(Encoding.UTF8.GetBytes("Budgetpost;Utfall\n" + string.Concat(Enumerable.Repeat("Läkemedel;1\n", 5_001))), "lång.csv")).ShouldContain("fler än 5 000 rader");

        async Task<string> Refusal(byte[] file, string name)
        {
            var answer = await controller.Upload(file, name);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Document.QuerySelector("[name=gor]").ShouldBeNull();
            return answer.Errors.Single().Replace('\u00a0', ' ');
        }
    }

    [Fact]
    public async Task A_file_name_is_shown_as_text_without_its_folder()
    {
        var page = await controller.Upload(Encoding.UTF8.GetBytes($"{Heading}\nFolktandvården;-85;-131;;\n"), "C:\\mapp\\<b>ekonomi<x>.csv");

        page.Document.QuerySelector(".rp-lead")!.TextContent.ShouldStartWith("<b>ekonomi<x>.csv, ");
        page.Document.QuerySelector("main b").ShouldBeNull();
        await EconomyDesk.Post(controller, page, false, ("filnamn", "/etc/" + new string('x', 300) + ".csv"));
        (await desk.Draft(Ftv))!.SavedBy.ShouldBe($"Controller, Folktandvården, ur {new string('x', 100)}…");
    }

    [Theory]
    [InlineData("namndsekreterare.rs")]
    [InlineData("revisor")]
    public async Task Who_does_not_hand_in_gets_neither_page_nor_template(string user)
    {
        using var other = await Browser.SignedInAs(app, user);

        (await other.Open(EconomyFileDesk.Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.Open(EconomyFileDesk.Template("xlsx"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Open("/import")).Html.ShouldNotContain("/ekonomi/lamna-in/fil");
    }

    [Fact]
    public async Task An_anonymous_visitor_is_asked_to_sign_in()
    {
        using var nobody = new Browser(app);

        (await nobody.Open(EconomyFileDesk.Path)).Location.ShouldStartWith("/logga-in");
        (await nobody.Open(EconomyFileDesk.Template("csv"))).Location.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task A_right_that_ends_between_the_upload_and_the_save_keeps_nothing()
    {
        var empty = await controller.Open(EconomyFileDesk.Path);
        var page = await controller.Upload(Heading, "Folktandvården;-85,4;-131,2;;");
        await app.EndRoles("controller.ftv");

        await EconomyDesk.Post(controller, page, true);
        (await controller.Upload(Encoding.UTF8.GetBytes($"{Heading}\nFolktandvården;-85;-131;;\n"), page: empty)).Html.ShouldNotContain("-131");

        (await desk.Submission()).ShouldBeNull();
        (await desk.Draft(Ftv)).ShouldBeNull();
    }

    [Fact]
    public async Task Posts_of_another_unit_are_not_taken_from_a_form_that_is_tampered_with()
    {
        var page = await controller.Upload(Heading, "Folktandvården;-85,4;-131,2;;");

        await EconomyDesk.Post(controller, page, true, ("version.kopt-vard", "0"), ("utkast.kopt-vard", ""), ("utfall.kopt-vard", "-1"), ("prognos.kopt-vard", "-2"));

        (await new EconomyDesk(app, "regionstaben").Submission()).ShouldBeNull();
        (await desk.Draft("kopt-vard")).ShouldBeNull();
        (await desk.Submission()).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_is_found_where_one_hands_in_and_where_outcomes_are_imported()
    {
        (await controller.Open(desk.Path)).Document.QuerySelector($"main a[href='{EconomyFileDesk.Path}']").ShouldNotBeNull();
        (await controller.Open("/import")).Document.QuerySelector("main a[href='/ekonomi/lamna-in/fil']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("inskickade=x")]
    [InlineData("sparade=x")]
    [InlineData("sparade=-1")]
    [InlineData("inskickade=99999999999&sparade=")]
    public async Task An_address_that_tells_no_number_opens_the_page_and_tells_nothing(string query)
    {
        var page = await controller.Open($"/ekonomi/lamna-in/fil?{query}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("main [role=status]").ShouldBeNull();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"Count\":3}")]
    [InlineData("{\"Count\":3,\"Rows\":[null]}")]
    [InlineData("{\"Count\":1,\"Rows\":[{\"Line\":2,\"Post\":null,\"Figures\":\"\",\"Why\":\"\"}]}")]
    public async Task Rows_not_taken_that_come_back_tampered_with_are_let_be_and_the_rest_is_kept(string posted)
    {
        var page = await controller.Upload(Heading, "Folktandvården;-85,4;-131,2;;");

        (await EconomyDesk.Post(controller, page, false, ("avvisade", posted))).Location.ShouldEndWith("sparade=1");
        (await desk.Draft(Ftv)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"Outcome\":null}")]
    public async Task A_form_that_does_not_tell_what_was_shown_counts_as_typed(string shown)
    {
        var page = await controller.Open(desk.Path);

        await EconomyDesk.Post(controller, page, false, ("visat.folktandvarden", shown), ("utfall.folktandvarden", "-81"));

        (await desk.Draft(Ftv))!.Texts.Outcome.ShouldBe("-81");
    }
}
