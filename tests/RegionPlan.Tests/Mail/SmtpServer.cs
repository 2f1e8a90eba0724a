using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace RegionPlan.Tests.Mail;

/// <summary>A letter as a mail server took it, its heads and text decoded by the server.</summary>
internal sealed record Taken(string From, IReadOnlyList<string> To, string? User, bool Encrypted, IReadOnlyList<IReadOnlyList<string>> Heads, string Body, string Raw)
{
    internal string Head(string name) => Heads.Single(h => h[0] == name)[1];
}

/// <summary>A real mail server, Debian's aiosmtpd, on a port of its own; it can be stopped and started again.</summary>
internal sealed class SmtpServer : IDisposable
{
    internal const string User = "regionplan";
    internal const string Password = "hemligt ord åäö";

    private const string Python = "/usr/bin/python3";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly string folder = Directory.CreateTempSubdirectory("regionplan-smtp-").FullName;
    private readonly bool isSecured;
    private Process? process;

    /// <param name="isSecured">Whether it wants STARTTLS, with a certificate that nobody has reason to trust, and sign-in.</param>
    internal SmtpServer(bool isSecured = false)
    {
        this.isSecured = isSecured;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
        if (isSecured)
        {
            WriteCertificate();
        }
    }

    internal int Port { get; }

    /// <summary>What it has taken, in order.</summary>
    internal IReadOnlyList<Taken> Letters =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => JsonSerializer.Deserialize<Taken>(File.ReadAllText(f), Web)!)];

    /// <summary>The settings of an application that sends through it.</summary>
    internal Dictionary<string, string?> Settings => new()
    {
        ["Seed:Demo"] = "true",
        ["Mail:Host"] = "localhost",
        ["Mail:Port"] = $"{Port}",
        ["Mail:StartTls"] = isSecured ? "true" : "false",
        ["Mail:User"] = isSecured ? User : "",
        ["Mail:Password"] = isSecured ? Password : "",
        ["Mail:From"] = "RegionPlan på Öland <regionplan@example.org>",
        ["Mail:SiteAddress"] = "https://plan.example.org/",
    };

    internal static SmtpServer Started(bool isSecured = false)
    {
        var server = new SmtpServer(isSecured);
        server.Start();
        return server;
    }

    internal void Start()
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] secured = isSecured ? [Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"), User, Password] : [];
        foreach (var argument in (string[])[Script(), $"{Port}", folder, .. secured])
        {
            start.ArgumentList.Add(argument);
        }

        process = File.Exists(Python) ? Process.Start(start)! : throw new InvalidOperationException(Missing);
        if (process.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException($"{Missing}\n{process.StandardError.ReadToEnd()}");
        }
    }

    /// <summary>Has it answer a command otherwise than by taking it, once: <c>DATA 451 4.3.0 Try later</c>.</summary>
    internal void AnswerOnce(string answer) => File.AppendAllText(Path.Combine(folder, "answers"), answer + "\n");

    internal void Stop()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private const string Missing = "The tests of e-mail need a mail server. Install it: apt-get install -y python3-aiosmtpd";

    private static string Script()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "RegionPlan.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at!.FullName, "tests", "RegionPlan.Tests", "Mail", "smtp_server.py");
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
