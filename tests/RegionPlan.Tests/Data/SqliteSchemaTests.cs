using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data;

/// <summary>The migrations build the same SQLite database as the model says.</summary>
public sealed class SqliteSchemaTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_migrated_schema_is_that_of_the_model()
    {
        await using var migrated = Contexts.Sqlite(app, "migrated.db");
        await migrated.Database.MigrateAsync();
        await using var modelled = Contexts.Sqlite(app, "modelled.db");
        await modelled.Database.EnsureCreatedAsync();

        var expected = await SchemaAsync(modelled);
        var actual = await SchemaAsync(migrated);

        actual.Except(expected).ShouldBeEmpty("only in the migrated database");
        expected.Except(actual).ShouldBeEmpty("only in the model");
        actual.Count(line => line.StartsWith("table ", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        actual.Count(line => line.Contains(" foreign key ", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Every_table_of_the_model_is_in_the_migrated_database()
    {
        await using var migrated = Contexts.Sqlite(app, "tables.db");
        await migrated.Database.MigrateAsync();

        var tables = (await SchemaAsync(migrated)).Where(l => l.StartsWith("table ", StringComparison.Ordinal)).Select(l => l["table ".Length..]);

        tables.ShouldBe(migrated.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task No_change_of_the_model_lacks_a_migration()
    {
        await using var db = Contexts.Sqlite(app, "pending.db");

        db.Database.HasPendingModelChanges().ShouldBeFalse("run src/RegionPlan.Web/Data/add-migration");
    }

    /// <summary>Tables, columns, indexes and foreign keys, one a line.</summary>
    private static async Task<List<string>> SchemaAsync(RegionPlanDb db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var lines = new List<string>();
        var tables = await RowsAsync(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'");
        foreach (var table in tables.Select(t => t["name"]))
        {
            lines.Add($"table {table}");
            var options = (await RowsAsync(connection, $"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'"))[0]["sql"];
            lines.Add($"{table} autoincrement {options.Contains("AUTOINCREMENT", StringComparison.Ordinal)}");
            lines.AddRange((await RowsAsync(connection, $"PRAGMA table_info('{table}')"))
                .Select(c => $"{table}.{c["name"]} {c["type"]} notnull {c["notnull"]} default {c["dflt_value"]} key {c["pk"]}"));
            foreach (var index in await RowsAsync(connection, $"PRAGMA index_list('{table}')"))
            {
                var columns = (await RowsAsync(connection, $"PRAGMA index_info('{index["name"]}')")).OrderBy(c => c["seqno"], StringComparer.Ordinal).Select(c => c["name"]);
                lines.Add($"{table} index {index["name"]} unique {index["unique"]} partial {index["partial"]} on {string.Join(',', columns)}");
            }

            lines.AddRange((await RowsAsync(connection, $"PRAGMA foreign_key_list('{table}')"))
                .Select(k => $"{table} foreign key {k["from"]} to {k["table"]}.{k["to"]} on delete {k["on_delete"]} on update {k["on_update"]}"));
        }

        return lines;
    }

    private static async Task<List<Dictionary<string, string>>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, string>>();
        while (await reader.ReadAsync())
        {
            var row = (IDataRecord)reader;
            rows.Add(Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? ""));
        }

        return rows;
    }
}
