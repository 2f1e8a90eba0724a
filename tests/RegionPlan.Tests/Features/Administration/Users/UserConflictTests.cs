using Microsoft.EntityFrameworkCore;

namespace RegionPlan.Tests.Features.Administration.Users;

/// <summary>Two administrators at one user, and accounts that are locked or get a new password while they are in use.</summary>
public sealed class UserConflictTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Strong = "Hemlig-2026!";

    private readonly TestApp app = demo.App;

    [Fact]
    public async Task The_second_of_two_sees_both_values_and_chooses()
    {
        var (email, path) = await MakeAsync("Ursprung");
        var (first, second) = (await OpenAsync(path), await OpenAsync(path));
        await first.SendAsync("user", ("User.Name", "Förstas namn"));

        await second.SendAsync("user", ("User.Name", "Andras namn"));
        var choice = second.Page.QuerySelector(".ds-alert")!.TextContent;
        choice.ShouldContain("Någon annan har ändrat användaren");
        choice.ShouldContain("Förstas namn");
        choice.ShouldContain("Andras namn");
        second.Value("user-name").ShouldBe("Andras namn");
        (await NameAsync(email)).ShouldBe("Förstas namn");

        await second.SendAsync("user");
        second.Text.ShouldContain("Namn och e-post är sparade.");
        (await NameAsync(email)).ShouldBe("Andras namn");
    }

    [Fact]
    public async Task A_third_change_in_between_is_told_again()
    {
        var (email, path) = await MakeAsync("Ursprung");
        var (first, second) = (await OpenAsync(path), await OpenAsync(path));
        await first.SendAsync("user", ("User.Name", "Ett"));
        await second.SendAsync("user", ("User.Name", "Två"));
        await first.SendAsync("user", ("User.Name", "Tre"));

        await second.SendAsync("user");
        second.Page.QuerySelector(".ds-alert")!.TextContent.ShouldContain("Tre");
        (await NameAsync(email)).ShouldBe("Tre");
    }

    [Fact]
    public async Task A_failed_sign_in_meanwhile_is_no_conflict()
    {
        var (email, path) = await MakeAsync("Glömsk");
        var visitor = await OpenAsync(path);
        await Visitor.SignedInAsync(app, email, "fel lösenord");

        await visitor.SendAsync("user", ("User.Name", "Glömsk igen"));
        (await NameAsync(email)).ShouldBe("Glömsk igen");
    }

    [Fact]
    public async Task A_password_that_another_changed_meanwhile_is_not_overwritten()
    {
        var (email, path) = await MakeAsync("Två lösenord");
        var (first, second) = (await OpenAsync(path), await OpenAsync(path));
        await first.SendAsync("password", ("Secret.Password", "Forsta-2026!"));
        await second.SendAsync("password", ("Secret.Password", "Andra-2026!!"));

        second.Text.ShouldContain("Lösenordet är inte bytt.");
        IsSignedIn(await Visitor.SignedInAsync(app, email, "Forsta-2026!")).ShouldBeTrue();
        IsSignedIn(await Visitor.SignedInAsync(app, email, Strong)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_weak_password_is_not_taken()
    {
        var (email, path) = await MakeAsync("Svag");
        var visitor = await OpenAsync(path);
        await visitor.SendAsync("password", ("Secret.Password", "svagt"));

        visitor.Error("secret-password")!.ShouldContain("minst 10 tecken");
        IsSignedIn(await Visitor.SignedInAsync(app, email, Strong)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_locked_user_is_shut_out_and_can_come_back()
    {
        var (email, path) = await MakeAsync("Låst");
        var user = await Visitor.SignedInAsync(app, email, Strong);
        IsSignedIn(user).ShouldBeTrue();
        var administrator = await OpenAsync(path);
        await administrator.SendAsync("lock", ("lock", "las"));
        administrator.Text.ShouldContain("Låst tills vidare");
        administrator.Page.QuerySelector("button[name=lock]")!.TextContent.ShouldBe("Lås upp kontot");

        await user.OpenAsync("/");
        IsSignedIn(user).ShouldBeFalse();
        IsSignedIn(await Visitor.SignedInAsync(app, email, Strong)).ShouldBeFalse();
        await administrator.OpenAsync("/administration/anvandare");
        administrator.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(email)).TextContent.ShouldContain("Låst tills vidare");

        await administrator.OpenAsync(path);
        await administrator.SendAsync("lock", ("lock", "upp"));
        administrator.Text.ShouldContain("Kontot är upplåst.");
        IsSignedIn(await Visitor.SignedInAsync(app, email, Strong)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_cookie_of_a_locked_user_stops_working_even_when_the_account_is_opened_again()
    {
        await using var own = await DemoApp.StartAsync();
        var user = await Visitor.SignedInAsync(own, "revisor@example.org");
        var administrator = await Visitor.SignedInAsync(own, DemoApp.Administrator);
        await administrator.OpenAsync($"/administration/anvandare/{await DemoApp.IdOf(own, "revisor@example.org")}");
        await administrator.SendAsync("lock", ("lock", "las"));
        await administrator.SendAsync("lock", ("lock", "upp"));

        own.Clock.Advance(TimeSpan.FromMinutes(31));
        await user.OpenAsync("/utfall");
        user.Address.ShouldStartWith("/logga-in");
        await administrator.OpenAsync("/administration/anvandare");
        IsSignedIn(administrator).ShouldBeTrue();
    }

    [Fact]
    public async Task An_administrator_who_changes_the_own_password_stays_signed_in()
    {
        await using var own = await DemoApp.StartAsync();
        var administrator = await Visitor.SignedInAsync(own, DemoApp.Administrator);
        await administrator.OpenAsync($"/administration/anvandare/{await DemoApp.IdOf(own, DemoApp.Administrator)}");
        await administrator.SendAsync("password", ("Secret.Password", "Min-egen-2026!"));
        administrator.Text.ShouldContain("Lösenordet är bytt.");

        own.Clock.Advance(TimeSpan.FromMinutes(31));
        await administrator.OpenAsync("/administration/anvandare");
        IsSignedIn(administrator).ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_locked_by_failed_sign_ins_tells_until_when()
    {
        await using var own = await DemoApp.StartAsync();
        own.Clock.Now = DateTimeOffset.UtcNow;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Visitor.SignedInAsync(own, "revisor@example.org", "fel");
        }

        var administrator = await Visitor.SignedInAsync(own, DemoApp.Administrator);
        await administrator.OpenAsync($"/administration/anvandare/{await DemoApp.IdOf(own, "revisor@example.org")}");
        administrator.Text.ShouldContain("Kontot låstes efter flera misslyckade försök att logga in.");
        administrator.Text.ShouldContain("Låst till 2");
    }

    private static bool IsSignedIn(Visitor visitor) => visitor.Page.QuerySelector(".rp-user-name") is not null;

    private async Task<Visitor> OpenAsync(string path)
    {
        var visitor = await Visitor.SignedInAsync(app, DemoApp.Administrator);
        await visitor.OpenAsync(path);
        return visitor;
    }

    private async Task<(string Email, string Path)> MakeAsync(string name)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var visitor = await OpenAsync("/administration/anvandare/ny");
        await visitor.SendAsync("new-user", ("New.Name", name), ("New.Email", email), ("New.Password", Strong));
        return (email, $"/administration/anvandare/{await DemoApp.IdOf(app, email)}");
    }

    private async Task<string> NameAsync(string email)
    {
        await using var db = app.Db();
        return await db.Users.Where(u => u.Email == email).Select(u => u.DisplayName).SingleAsync();
    }
}
