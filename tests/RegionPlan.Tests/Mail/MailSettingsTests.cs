using Microsoft.Extensions.Configuration;
using RegionPlan.Web.Mail;

namespace RegionPlan.Tests.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_server_there_are_no_settings() => MailSettings.Of(Configuration(("Mail:Host", " "), ("Mail:From", "nonsense"))).ShouldBeNull();

    [Theory]
    [InlineData(null, null, 587, true)]
    [InlineData("false", null, 25, false)]
    [InlineData("true", "2525", 2525, true)]
    public void Encryption_is_usual_and_the_port_follows_from_it(string? startTls, string? port, int expectedPort, bool expectedTls)
    {
        var settings = MailSettings.Of(Configuration(("Mail:StartTls", startTls), ("Mail:Port", port))).ShouldNotBeNull();

        settings.Port.ShouldBe(expectedPort);
        settings.StartTls.ShouldBe(expectedTls);
        settings.User.ShouldBeNull();
    }

    [Theory]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:From", "ingen adress")]
    [InlineData("Mail:SiteAddress", "")]
    [InlineData("Mail:SiteAddress", "plan.example.org")]
    [InlineData("Mail:SiteAddress", "javascript:alert(1)")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:Port", "65536")]
    [InlineData("Mail:StartTls", "ja")]
    public void A_setting_that_cannot_be_stops_the_start_and_is_named(string name, string value) =>
        Should.Throw<InvalidOperationException>(() => MailSettings.Of(Configuration((name, value)))).Message.ShouldStartWith(name);

    [Fact]
    public void A_password_is_never_sent_in_the_clear_to_another_machine() =>
        Should.Throw<InvalidOperationException>(() => MailSettings.Of(Configuration(("Mail:StartTls", "false"), ("Mail:User", "x"))))
            .Message.ShouldContain("in the clear");

    private static IConfiguration Configuration(params (string Name, string? Value)[] changed)
    {
        Dictionary<string, string?> all = new()
        {
            ["Mail:Host"] = "mail.example.org",
            ["Mail:From"] = "RegionPlan <regionplan@example.org>",
            ["Mail:SiteAddress"] = "https://plan.example.org",
        };
        foreach (var (name, value) in changed)
        {
            all[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
