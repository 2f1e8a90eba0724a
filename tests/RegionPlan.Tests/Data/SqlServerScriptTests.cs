using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data;

/// <summary>What the migrations say to SQL Server, read from the script they make: it holds all of the model, in types fit for that database.</summary>
public sealed partial class SqlServerScriptTests : IClassFixture<TestApp>, IDisposable
{
    private const int MostBytesInIndex = 1700;
    private const int MostBytesInPrimaryKey = 900;

    private readonly RegionPlanDb db;
    private readonly IRelationalModel model;
    private readonly string script;
    private readonly Dictionary<string, string> tables;

    public SqlServerScriptTests(TestApp app)
    {
        db = Contexts.SqlServer(app);
        model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        script = db.GetService<IMigrator>().GenerateScript();
        tables = TablesAfter(script);
    }

    [Fact]
    public void The_script_makes_every_table_of_the_model_and_no_other() =>
        tables.Keys.Where(t => t != "__EFMigrationsHistory").ShouldBe(model.Tables.Select(t => t.Name), ignoreOrder: true);

    [Fact]
    public void Every_column_has_the_type_and_nullability_of_the_model()
    {
        var expected = model.Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name} {c.StoreType} {(c.IsNullable ? "NULL" : "NOT NULL")}"));

        Columns().Select(c => $"{c.Table}.{c.Name} {c.Type} {c.Null}").ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Every_text_has_the_length_that_the_model_gives_it()
    {
        var columns = Columns().ToDictionary(c => (c.Table, c.Name), c => c.Type);
        var lengths = model.Tables.SelectMany(t => t.Columns).SelectMany(c => c.PropertyMappings.Select(m => (Column: c, m.Property)))
            .Where(c => c.Property.GetMaxLength() is not null).ToList();

        lengths.Count.ShouldBeGreaterThan(40);
        foreach (var (column, property) in lengths)
        {
            columns[(column.Table.Name, column.Name)].ShouldBe($"nvarchar({property.GetMaxLength()})", $"{column.Table.Name}.{column.Name}");
        }
    }

    [Fact]
    public void No_text_of_our_own_is_without_a_length_but_what_is_typed_in_drafts_and_documents() =>
        Columns().Where(c => !c.Table.StartsWith("AspNet", StringComparison.Ordinal) && c.Type == "nvarchar(max)")
            .Where(c => !(c.Table is "OutcomeDrafts" or "EconomyDrafts" && c.Name.StartsWith("Texts_", StringComparison.Ordinal)))
            .Select(c => $"{c.Table}.{c.Name}").ShouldBe(["ScorecardDrafts.Content", "ScorecardVersions.Content", "OutgoingMails.Body", "ImportedDrafts.Before", "ReportSections.Text", "SectionDrafts.Text",
                "ReportDecisions.Document", "ReportDecisions.OpenPoints"], ignoreOrder: true, "a styrkort, a letter, a section of a report and what an import took the place of are documents");

    [Fact]
    public void Every_primary_key_of_the_model_is_in_the_script()
    {
        foreach (var key in model.Tables.Select(t => t.PrimaryKey.ShouldNotBeNull()))
        {
            tables[key.Table.Name].ShouldContain($"CONSTRAINT [{key.Name}] PRIMARY KEY ({Names(key.Columns)})");
        }
    }

    [Fact]
    public void Every_index_of_the_model_is_in_the_script()
    {
        foreach (var index in model.Tables.SelectMany(t => t.Indexes))
        {
            script.ShouldContain(
                $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX [{index.Name}] ON [{index.Table.Name}] ({Names(index.Columns)}){(index.Filter is { } filter ? $" WHERE {filter}" : "")};");
        }
    }

    [Fact]
    public void No_unique_index_takes_two_missing_values_for_the_same()
    {
        // SQL Server lets one null into a unique index, SQLite any number: without a filter the second wording without a plan is refused.
        var unique = UniqueIndex().Matches(script).GroupBy(m => m.Groups["index"].Value).Select(g => g.Last()).ToList();

        unique.Count.ShouldBeGreaterThan(15);
        var nullable = Columns().Where(c => c.Null == "NULL").Select(c => (c.Table, c.Name)).ToHashSet();
        unique.Where(i => i.Groups["filter"].Length == 0
                && Bracketed().Matches(i.Groups["columns"].Value).Any(c => nullable.Contains((i.Groups["table"].Value, c.Groups["name"].Value))))
            .Select(i => i.Groups["index"].Value).ShouldBeEmpty();
    }

    [Fact]
    public void Every_foreign_key_of_the_model_is_in_the_script()
    {
        foreach (var key in model.Tables.SelectMany(t => t.ForeignKeyConstraints))
        {
            tables[key.Table.Name].ShouldContain(
                $"CONSTRAINT [{key.Name}] FOREIGN KEY ({Names(key.Columns)}) REFERENCES [{key.PrincipalTable.Name}] ({Names(key.PrincipalColumns)})");
        }
    }

    [Fact]
    public void No_key_or_index_is_on_a_text_without_length_or_wider_than_SQL_Server_takes()
    {
        var types = Columns().ToDictionary(c => (c.Table, c.Name), c => c.Type);
        int Bytes(ITable table, IEnumerable<IColumn> columns) => columns.Sum(c => types[(table.Name, c.Name)] switch
        {
            "nvarchar(max)" or "varbinary(max)" => int.MaxValue / 10,
            "uniqueidentifier" => 16,
            var type when type.StartsWith("nvarchar(", StringComparison.Ordinal) => 2 * int.Parse(Digits().Match(type).Value, CultureInfo.InvariantCulture),
            _ => 10,
        });

        model.Tables.SelectMany(t => t.Indexes).Where(i => Bytes(i.Table, i.Columns) > MostBytesInIndex).Select(i => i.Name).ShouldBeEmpty();
        model.Tables.Select(t => t.PrimaryKey!).Where(k => Bytes(k.Table, k.Columns) > MostBytesInPrimaryKey).Select(k => k.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Decimals_are_stored_as_bigint()
    {
        var columns = Columns().ToDictionary(c => (c.Table, c.Name), c => c.Type);
        var decimals = model.Tables.SelectMany(t => t.Columns)
            .Where(c => c.PropertyMappings.Any(m => (Nullable.GetUnderlyingType(m.Property.ClrType) ?? m.Property.ClrType) == typeof(decimal))).ToList();

        decimals.Select(c => c.Name).ShouldContain("Amount");
        decimals.Select(c => $"{c.Table.Name}.{c.Name} {columns[(c.Table.Name, c.Name)]}").ShouldAllBe(c => c.EndsWith(" bigint"));
        script.ShouldNotContain("decimal(");
        script.ShouldNotContain(" float");
    }

    [Fact]
    public void Whole_number_keys_are_counted_by_the_database()
    {
        var keys = model.Tables.Select(t => t.PrimaryKey!).Where(k => k.Columns is [{ StoreType: "int" }]).ToList();

        keys.ShouldNotBeEmpty("Identity's claims have one");
        foreach (var key in keys)
        {
            tables[key.Table.Name].ShouldMatch($@"\[{key.Columns[0].Name}\] int NOT NULL IDENTITY");
        }
    }

    [Fact]
    public void Nothing_of_our_own_is_deleted_by_following_a_reference()
    {
        var own = model.Tables.Where(t => t.EntityTypeMappings.Any(m => m.TypeBase.ClrType.Namespace!.StartsWith("RegionPlan.", StringComparison.Ordinal))).ToList();

        own.Count.ShouldBeGreaterThan(15);
        foreach (var table in own)
        {
            tables[table.Name].ShouldNotContain("ON DELETE CASCADE", customMessage: table.Name);
            tables[table.Name].ShouldNotContain("ON DELETE SET NULL", customMessage: table.Name);
        }
    }

    [Fact]
    public void No_table_is_reached_by_two_cascades()
    {
        var cascades = tables.SelectMany(t => Cascade().Matches(t.Value).Select(m => (From: m.Groups["principal"].Value, To: t.Key))).ToLookup(c => c.From, c => c.To);
        IEnumerable<string> Reached(string table, int depth) => depth > 20
            ? throw new InvalidOperationException($"The cascades from {table} go round.")
            : cascades[table].SelectMany(next => Reached(next, depth + 1).Prepend(next));

        cascades.ShouldNotBeEmpty("Identity's own");
        foreach (var start in cascades.Select(c => c.Key))
        {
            Reached(start, 0).GroupBy(t => t).Where(g => g.Count() > 1).Select(g => $"{start} to {g.Key}").ShouldBeEmpty();
        }

        cascades.Select(c => c.Key).ShouldBe([model.Tables.Single(t => t.EntityTypeMappings.Any(m => m.TypeBase.ClrType == typeof(AppUser))).Name]);
    }

    [Fact]
    public void SQL_Server_sees_no_change_of_the_model_without_a_migration()
    {
        // MigrateAsync refuses to run when there is one.
        db.Database.HasPendingModelChanges().ShouldBeFalse(string.Join('\n', PendingChanges()));
    }

    public void Dispose() => db.Dispose();

    [GeneratedRegex(@"CREATE TABLE \[(?<name>\w+)\] \((?<body>.*?)\n\s*\);", RegexOptions.Singleline)]
    private static partial Regex CreatedTable();

    [GeneratedRegex(@"^\s+\[(?<name>\w+)\] (?<type>[a-z0-9]+(\([\w,]+\))?) (?<null>NOT NULL|NULL)", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(@"REFERENCES \[(?<principal>\w+)\] \([^)]*\) ON DELETE CASCADE")]
    private static partial Regex Cascade();

    [GeneratedRegex(@"CREATE UNIQUE INDEX \[(?<index>\w+)\] ON \[(?<table>\w+)\] \((?<columns>[^)]*)\)(?<filter> WHERE [^;]*)?;")]
    private static partial Regex UniqueIndex();

    [GeneratedRegex(@"\[(?<name>\w+)\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"ALTER TABLE \[(?<table>\w+)\] (?<what>ADD|ALTER COLUMN) (?<rest>[^;]+);")]
    private static partial Regex Altered();

    /// <summary>The bodies of the tables as they are when the whole script has run: made, and then altered by later migrations.</summary>
    private static Dictionary<string, string> TablesAfter(string script)
    {
        var bodies = CreatedTable().Matches(script).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["body"].Value);
        foreach (Match change in Altered().Matches(script))
        {
            var (table, rest) = (change.Groups["table"].Value, change.Groups["rest"].Value);
            bodies[table] = change.Groups["what"].Value == "ADD"
                ? $"{bodies[table]},\n    {rest}"
                : Regex.Replace(bodies[table], $@"{Regex.Escape(rest[..(rest.IndexOf(']', StringComparison.Ordinal) + 1)])} [^,\n]+", rest);
        }

        return bodies;
    }

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(c => $"[{c.Name}]"));

    private IEnumerable<string> PendingChanges()
    {
        var snapshot = (ModelSnapshot)Activator.CreateInstance(db.GetService<IMigrationsAssembly>().ModelSnapshot!.GetType())!;
        var finished = db.GetService<IModelRuntimeInitializer>().Initialize(
            ((IMutableModel)snapshot.Model).FinalizeModel(), designTime: true, validationLogger: null);
        return db.GetService<IMigrationsModelDiffer>().GetDifferences(finished.GetRelationalModel(), model)
            .Select(o => o is Microsoft.EntityFrameworkCore.Migrations.Operations.AlterColumnOperation a
                ? $"alter {a.Table}.{a.Name}: {a.OldColumn.ColumnType} {string.Join(' ', a.OldColumn.GetAnnotations().Select(x => $"{x.Name}={x.Value}"))} to {a.ColumnType} {string.Join(' ', a.GetAnnotations().Select(x => $"{x.Name}={x.Value}"))}"
                : o switch
                {
                    Microsoft.EntityFrameworkCore.Migrations.Operations.CreateIndexOperation i => $"create index {i.Name} where {i.Filter}",
                    Microsoft.EntityFrameworkCore.Migrations.Operations.DropIndexOperation i => $"drop index {i.Name}",
                    _ => o.GetType().Name,
                });
    }

    private IEnumerable<(string Table, string Name, string Type, string Null)> Columns() =>
        from table in tables
        where table.Key != "__EFMigrationsHistory"
        from Match column in Column().Matches(table.Value)
        select (table.Key, column.Groups["name"].Value, column.Groups["type"].Value, column.Groups["null"].Value);
}
