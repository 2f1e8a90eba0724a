using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RegionPlan.Domain;

namespace RegionPlan.Tests;

/// <summary>The walls of the house, so that they are seen when someone leans on them.</summary>
public sealed partial class ArchitectureTests
{
    private const string FeaturesNamespace = "RegionPlan.Web.Features.";
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string Root = FindRoot();
    private static readonly Assembly Domain = typeof(RuleViolation).Assembly;
    private static readonly Assembly Web = Assembly.Load("RegionPlan.Web");

    private static readonly string[] UnfitNames = ["Manager", "Helper", "Util", "Utils", "Service", "Dto", "Common", "Base"];
    private static readonly string[] ProviderNames = ["UseSqlite", "UseSqlServer", "Microsoft.Data.Sqlite", "SqlClient"];
    private static readonly string[] MadeFolders = ["bin", "obj", "node_modules", "lib", "_framework", "data", "logs"];
    private static readonly string[] TextFiles =
    [
        ".cs", ".razor", ".csproj", ".targets", ".props", ".json", ".md", ".css", ".js", ".mjs", ".csv", ".txt", ".yml", ".yaml", ".svg",
        ".html", ".sh",
    ];

    [Fact]
    public void The_domain_references_nothing_but_the_runtime()
    {
        Domain.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"))
            .ShouldBeEmpty();

        var project = XDocument.Load(Path.Combine(Root, "src/RegionPlan.Domain/RegionPlan.Domain.csproj"));
        project.Descendants().Select(e => e.Name.LocalName).Where(name => name.EndsWith("Reference", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_public_type_of_the_domain_stands_in_the_glossary()
    {
        var terms = GlossaryTerms();

        Domain.GetExportedTypes().Where(type => !WithParents(type).Any(t => terms.Contains(PlainName(t)))).Select(type => type.FullName)
            .ShouldBeEmpty("add a row to docs/ordlista.md");
    }

    [Fact]
    public void Every_word_of_the_domains_vocabularies_stands_in_the_glossary()
    {
        var terms = GlossaryTerms();

        Domain.GetExportedTypes().Where(type => type.IsEnum)
            .SelectMany(type => type.GetEnumNames().Select(name => $"{type.Name}.{name}"))
            .Where(word => !terms.Contains(word))
            .ShouldBeEmpty("add a row to docs/ordlista.md");
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        new[] { Domain, Web }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !IsMadeByTheCompiler(type) && UnfitNames.Any(unfit => PlainName(type).EndsWith(unfit, StringComparison.Ordinal)))
            .Select(type => type.FullName)
            .ShouldBeEmpty("name it by what it is or does");

    [Fact]
    public void No_feature_uses_the_types_of_another_feature()
    {
        var reaches =
            from type in Web.GetTypes()
            let feature = FeatureOf(type)
            where feature is not null
            from used in TypesUsedBy(type).SelectMany(Parts)
            let other = FeatureOf(used)
            where other is not null && other != feature
            select $"{type.FullName} uses {used.FullName}";

        reaches.Distinct().ShouldBeEmpty("link by URL, or move what both need to Shared");
    }

    [Fact]
    public void No_source_file_of_a_feature_names_another_feature()
    {
        var features = Path.Combine(Root, "src/RegionPlan.Web/Features");
        var names = Directory.Exists(features) ? Directory.GetDirectories(features).Select(Path.GetFileName).ToHashSet() : [];
        var reaches =
            from file in Files("src/RegionPlan.Web")
            where Path.GetExtension(file) is ".cs" or ".razor"
            let path = Path.GetRelativePath(features, file).Split(Path.DirectorySeparatorChar)
            let feature = path[0] == ".." || path.Length == 1 ? null : path[0]
            from match in FeatureMention().Matches(File.ReadAllText(file))
            let other = match.Groups["feature"].Value
            let isForEveryFeature = feature is null && (Path.GetFileName(file) == "_Imports.razor" || match.Groups["global"].Success)
            where names.Contains(other) && (isForEveryFeature || (feature is not null && other != feature))
            select $"{Path.GetRelativePath(Root, file)} names {other}";

        reaches.Distinct().ShouldBeEmpty("link by URL, or move what both need to Shared");
    }

    [Fact]
    public void Only_one_file_names_a_database_provider()
    {
        var allowed = Files("src").Where(file =>
            Relative(file).StartsWith("src/PartialFeed/", StringComparison.Ordinal)
            || Relative(file) == "src/RegionPlan.Web/Data/Database.cs"
            || Relative(file).Contains("/Migrations/", StringComparison.Ordinal)
            || file.EndsWith(".csproj", StringComparison.Ordinal));

        Files("src").Except(allowed)
            .SelectMany(file => ProviderNames.Where(File.ReadAllText(file).Contains).Select(name => $"{Relative(file)} names {name}"))
            .ShouldBeEmpty("ask Data/Database.cs");
    }

    [GeneratedRegex(@"(?<global>global\s+using\s+)?(static\s+)?\b(RegionPlan\.Web\.)?Features\.(?<feature>[A-Z]\w*)")]
    private static partial Regex FeatureMention();

    [GeneratedRegex("`(?<term>[A-Za-z.]+)`")]
    private static partial Regex Code();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RegionPlan.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("RegionPlan.sln is not above the tests.");
    }

    private static HashSet<string> GlossaryTerms() =>
        [.. Code().Matches(File.ReadAllText(Path.Combine(Root, "docs/ordlista.md"))).Select(match => match.Groups["term"].Value)];

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The text files under a folder that people write; a path that is not there has none.</summary>
    private static IEnumerable<string> Files(string path)
    {
        var full = Path.Combine(Root, path);
        if (File.Exists(full))
        {
            return [full];
        }

        return Directory.Exists(full) ? Walk(full) : [];

        static IEnumerable<string> Walk(string folder) =>
            Directory.EnumerateFiles(folder).Where(file => TextFiles.Contains(Path.GetExtension(file)))
                .Concat(Directory.EnumerateDirectories(folder).Where(sub => !MadeFolders.Contains(Path.GetFileName(sub))).SelectMany(Walk));
    }

    private static string PlainName(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<Type> WithParents(Type type) => type.DeclaringType is { } parent ? [type, .. WithParents(parent)] : [type];

    private static bool IsMadeByTheCompiler(Type type) =>
        WithParents(type).Any(t => t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || t.Name.StartsWith('<'));

    private static string? FeatureOf(Type type) => type.Namespace is { } name && name.StartsWith(FeaturesNamespace, StringComparison.Ordinal)
        ? name[FeaturesNamespace.Length..].Split('.')[0]
        : null;

    /// <summary>The types in a type's bases, members, signatures and local variables.</summary>
    private static IEnumerable<Type> TypesUsedBy(Type type)
    {
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).ToList();
        return
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetProperties(Declared).Select(property => property.PropertyType),
            .. methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. methods.OfType<MethodInfo>().Select(method => method.ReturnType),
            .. methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType),
        ];
    }

    /// <summary>A type with those it is made of: List&lt;A[]&gt; is List, A[] and A.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
    [
        type,
        .. type.HasElementType ? Parts(type.GetElementType()!) : [],
        .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [],
    ];
}
