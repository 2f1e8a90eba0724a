using System.Net;
using RegionPlan.Web.Access;

namespace RegionPlan.Tests.Features.Administration.Users;

public sealed class UserPagesTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string ListPath = "/administration/anvandare";
    private const string NewPath = "/administration/anvandare/ny";
    private const string Strong = "Hemlig-2026!";

    private readonly TestApp app = demo.App;

    [Theory]
    [InlineData("/administration")]
    [InlineData(ListPath)]
    [InlineData(NewPath)]
    public async Task An_anonymous_visitor_is_asked_to_sign_in(string path)
    {
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldContain("/logga-in?tillbaka=");
    }

    [Theory]
    [InlineData("politiker@example.org")]
    [InlineData("controller.hsf@example.org")]
    [InlineData("chef.hsf@example.org")]
    [InlineData("revisor@example.org")]
    [InlineData("regiondirektor@example.org")]
    public async Task Nobody_but_an_administrator_sees_users(string email)
    {
        var visitor = await Visitor.SignedInAsync(app, email);
        foreach (var path in new[] { ListPath, NewPath, $"{ListPath}/{await DemoApp.IdOf(app, email)}" })
        {
            await visitor.OpenAsync(path);
            visitor.Status.ShouldBe(HttpStatusCode.Forbidden, path);
            visitor.Text.ShouldContain("Ingen behörighet");
            visitor.Text.ShouldNotContain("@example.org");
        }
    }

    [Theory]
    [InlineData("admin@example.org", "Användare", "Plan, mått och målvärden")]
    [InlineData("regiondirektor@example.org", "Plan, mått och målvärden", "Användare")]
    public async Task The_administration_leads_to_what_the_role_may_do(string email, string shown, string notShown)
    {
        var visitor = await Visitor.SignedInAsync(app, email);
        await visitor.OpenAsync("/administration");

        visitor.Status.ShouldBe(HttpStatusCode.OK);
        var links = visitor.Page.QuerySelectorAll("main h2 a").Select(a => a.TextContent).ToList();
        links.ShouldContain(shown);
        links.ShouldNotContain(notShown);
        visitor.Page.QuerySelectorAll("main table tbody tr").Length.ShouldBe(Enum.GetValues<Right>().Length);
    }

    [Fact]
    public async Task Who_may_administrate_nothing_is_told_so()
    {
        var visitor = await Visitor.SignedInAsync(app, "politiker@example.org");
        await visitor.OpenAsync("/administration");

        visitor.Status.ShouldBe(HttpStatusCode.Forbidden);
        visitor.Text.ShouldContain("Ingen behörighet");
    }

    [Fact]
    public async Task The_demo_users_stand_in_the_list_with_roles_and_units()
    {
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync(ListPath);

        var rows = visitor.Page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        rows.ShouldContain(r => r.Contains("controller.klt@example.org") && r.Contains("Controller, Kalmar länstrafik"));
    }

    [Theory]
    [InlineData("KALMAR LÄNSTRAFIK", "controller.klt@example.org")]
    [InlineData("regiondirektor@", "regiondirektor@example.org")]
    [InlineData("revisor", "revisor@example.org")]
    public async Task A_search_finds_by_name_address_role_and_unit(string sought, string found)
    {
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync($"{ListPath}?sok={Uri.EscapeDataString(sought)}");

        visitor.Page.QuerySelectorAll("main tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain(found);
    }

    [Fact]
    public async Task A_search_without_a_hit_says_how_to_go_on()
    {
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync($"{ListPath}?sok=%3Cb%3E");

        visitor.Text.ShouldContain("Ingen användare passar sökningen");
        visitor.Value("sok").ShouldBe("<b>");
    }

    [Fact]
    public async Task A_new_user_signs_in_with_the_role_that_was_given()
    {
        var email = await MakeAsync("Åsa <script>alert(1)</script> 😀", ("New.Role", "Controller"), ("New.Unit", "folktandvarden"));

        var visitor = await Visitor.SignedInAsync(app, email, Strong);
        visitor.Page.QuerySelector(".rp-user-name")!.TextContent.ShouldBe("Åsa <script>alert(1)</script> 😀");
        visitor.Page.QuerySelectorAll("script").Where(s => s.TextContent.Contains("alert")).ShouldBeEmpty();
        await visitor.OpenAsync("/utfall");
        visitor.Text.ShouldNotContain("Din roll registrerar inte utfall");
        (await DemoApp.RolesOf(app, email)).ShouldBe([Role.Controller]);
    }

    [Theory]
    [InlineData("", "", "", "Ange ett namn.", "Ange en e-postadress.", "Ange ett lösenord.")]
    [InlineData("Åsa", "asa", "kort", null, "Ange e-postadressen som namn@exempel.se.",
        "Lösenordet behöver minst 10 tecken, ett specialtecken, en siffra och en stor bokstav.")]
    [InlineData("😀", "åsa@example.org", Strong, null,
        "E-postadressen kan inte användas. Skriv den som namn@exempel.se, med a–z, siffror och . _ - +", null)]
    [InlineData("Åsa", "ADMIN@example.org", Strong, null, "Det finns redan en användare med den e-postadressen.", null)]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(
        string name, string email, string password, string? nameError, string? emailError, string? passwordError)
    {
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync(NewPath);
        await visitor.SendAsync("new-user", ("New.Name", name), ("New.Email", email), ("New.Password", password), ("New.Role", "Auditor"));

        visitor.Error("new-name").ShouldBe(nameError);
        visitor.Error("new-email").ShouldBe(emailError);
        visitor.Error("new-password").ShouldBe(passwordError);
        visitor.Error("new-unit").ShouldBe("Välj en enhet.");
        visitor.Value("new-name").ShouldBe(name);
        visitor.Value("new-email").ShouldBe(email);
        visitor.Value("new-password").ShouldBe("");
        visitor.Page.QuerySelector("#new-role option[selected]")!.GetAttribute("value").ShouldBe("Auditor");
        visitor.Page.QuerySelectorAll(".ds-error-summary a").Select(a => a.GetAttribute("href")!.Split('#')[1])
            .ShouldAllBe(id => visitor.Page.GetElementById(id) != null);
        visitor.Page.GetElementById("new-email")!.GetAttribute("aria-describedby")!.ShouldContain("new-email-fel");
    }

    [Fact]
    public async Task Far_too_long_texts_are_refused_and_kept()
    {
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync(NewPath);
        var text = new string('å', 10_000);
        await visitor.SendAsync("new-user", ("New.Name", text), ("New.Email", text + "@example.org"), ("New.Password", text));

        visitor.Error("new-name").ShouldBe("Namnet får vara högst 200 tecken. Korta det.");
        visitor.Error("new-email").ShouldBe("E-postadressen får vara högst 256 tecken.");
        visitor.Error("new-password").ShouldBe("Lösenordet får vara högst 200 tecken.");
        visitor.Value("new-name").ShouldBe(text);
    }

    [Fact]
    public async Task A_role_is_granted_and_ended_and_both_stand_in_the_history()
    {
        var email = await MakeAsync("Kim");
        var visitor = await AdministratorAsync();
        var path = $"{ListPath}/{await DemoApp.IdOf(app, email)}";
        await visitor.OpenAsync(path);
        await visitor.SendAsync("grant-role", ("Grant.Role", "UnitHead"), ("Grant.Unit", "kalmar-lanstrafik"));

        visitor.Text.ShouldContain("Rollen är given");
        (await DemoApp.RolesOf(app, email)).ShouldBe([Role.UnitHead]);
        await visitor.SendAsync("grant-role", ("Grant.Role", "UnitHead"), ("Grant.Unit", "kalmar-lanstrafik"));
        visitor.Error("grant-role").ShouldBe("Användaren har redan den rollen för enheten.");

        var assignment = visitor.Page.QuerySelector("button[name=assignment]")!.GetAttribute("value")!;
        await visitor.SendAsync("end-role", ("assignment", assignment));
        visitor.Text.ShouldContain("Rollen är avslutad");
        (await DemoApp.RolesOf(app, email)).ShouldBeEmpty();
        visitor.Page.QuerySelectorAll(".rp-log li").Select(l => l.TextContent).ShouldBe(
            ["Chef, Kalmar länstrafik avslutades2026-11-22 10:00 · Administratör",
            "Chef, Kalmar länstrafik gavs2026-11-22 10:00 · Administratör"]);

        await visitor.SendAsync("end-role", ("assignment", assignment));
        visitor.Text.ShouldContain("Rollen avslutades redan 2026-11-22 10:00 av Administratör.");
    }

    [Fact]
    public async Task An_ended_role_counts_for_nothing_at_the_next_page()
    {
        var email = await MakeAsync("Tillfällig administratör", ("New.Role", "Administrator"), ("New.Unit", "region-kalmar-lan"));
        var temporary = await Visitor.SignedInAsync(app, email, Strong);
        await temporary.OpenAsync(NewPath);
        temporary.Status.ShouldBe(HttpStatusCode.OK);

        var administrator = await AdministratorAsync();
        await administrator.OpenAsync($"{ListPath}/{await DemoApp.IdOf(app, email)}");
        await administrator.SendAsync(
            "end-role", ("assignment", administrator.Page.QuerySelector("button[name=assignment]")!.GetAttribute("value")!));

        await temporary.SendAsync("new-user", ("New.Name", "Insmugglad"), ("New.Email", "smyg@example.org"), ("New.Password", Strong));
        temporary.Status.ShouldBe(HttpStatusCode.Forbidden);
        temporary.Text.ShouldContain("Ingen behörighet");
        await using var db = app.Db();
        db.Users.Count(u => u.Email == "smyg@example.org").ShouldBe(0);
        await temporary.OpenAsync(ListPath);
        temporary.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_changed_name_and_address_are_used_at_the_next_sign_in()
    {
        var email = await MakeAsync("Före");
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync($"{ListPath}/{await DemoApp.IdOf(app, email)}");
        await visitor.SendAsync("user", ("User.Name", " Efter "), ("User.Email", "ny-" + email));

        visitor.Text.ShouldContain("Namn och e-post är sparade.");
        (await Visitor.SignedInAsync(app, "ny-" + email, Strong)).Page.QuerySelector(".rp-user-name")!.TextContent.ShouldBe("Efter");
    }

    [Fact]
    public async Task A_changed_address_that_is_taken_is_refused()
    {
        var email = await MakeAsync("Upptagen");
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync($"{ListPath}/{await DemoApp.IdOf(app, email)}");
        await visitor.SendAsync("user", ("User.Name", "Ny"), ("User.Email", "admin@example.org"));

        visitor.Error("user-email").ShouldBe("Det finns redan en användare med den e-postadressen.");
        visitor.Value("user-name").ShouldBe("Ny");
        visitor.Page.QuerySelector("h1")!.TextContent.ShouldBe("Upptagen");
    }

    [Fact]
    public async Task A_user_who_does_not_exist_is_not_found()
    {
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync($"{ListPath}/{Guid.NewGuid()}");

        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        visitor.Text.ShouldContain("Hittar inte användaren");
    }

    private Task<Visitor> AdministratorAsync() => Visitor.SignedInAsync(app, DemoApp.Administrator);

    private async Task<string> MakeAsync(string name, params (string, string)[] more)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var visitor = await AdministratorAsync();
        await visitor.OpenAsync(NewPath);
        await visitor.SendAsync("new-user", [("New.Name", name), ("New.Email", email), ("New.Password", Strong), .. more]);
        visitor.Text.ShouldContain("Användaren är tillagd och kan logga in.");
        return email;
    }
}
