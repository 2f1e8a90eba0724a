using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RegionPlan.Web.Data;

/// <summary>The only file that names a database provider.</summary>
internal static class Database
{
    private const string ConnectionName = "RegionPlan";
    private const string Sqlite = "Sqlite";
    private const string SqlServer = "SqlServer";

    /// <summary>Registers the context factory for the provider in <c>Database:Provider</c> (Sqlite, the default, or SqlServer).</summary>
    internal static void AddRegionPlanDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = configuration["Database:Provider"] ?? Sqlite;
        var connection = configuration.GetConnectionString(ConnectionName);
        services.AddDbContextFactory<RegionPlanDb>(options => Use(options, provider, connection, environment.ContentRootPath));
    }

    /// <summary>Points a context at a database; an empty connection string means <c>data/regionplan.db</c> under the content root.</summary>
    /// <exception cref="InvalidOperationException">The provider is not known, or SQL Server has no connection string.</exception>
    internal static void Use(DbContextOptionsBuilder options, string provider, string? connection, string contentRoot)
    {
        if (string.Equals(provider, Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            options.UseSqlite(
                SqliteConnection(connection, contentRoot), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        }
        else if (string.Equals(provider, SqlServer, StringComparison.OrdinalIgnoreCase))
        {
            options.UseSqlServer(
                string.IsNullOrWhiteSpace(connection)
                    ? throw new InvalidOperationException("ConnectionStrings:RegionPlan must be set when Database:Provider is SqlServer.")
                    : connection,
                server => server.EnableRetryOnFailure().UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        }
        else
        {
            throw new InvalidOperationException($"Database:Provider is '{provider}'; use {Sqlite} or {SqlServer}.");
        }
    }

    /// <summary>
    /// Brings the database to its latest schema. A SQLite file is put in write-ahead logging, so that readers and writers do not stop each
    /// other: a file that was copied or restored may have lost it.
    /// </summary>
    internal static async Task PrepareAsync(this RegionPlanDb db)
    {
        await db.Database.MigrateAsync();
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        }
    }

    /// <summary>Whether a failed save was refused by a unique index: someone else wrote the same next version first.</summary>
    internal static bool IsTakenByAnother(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        Microsoft.Data.SqlClient.SqlException { Number: 2601 or 2627 } => true,
        _ => false,
    };

    private static string SqliteConnection(string? connection, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(
            string.IsNullOrWhiteSpace(connection) ? $"Data Source={Path.Combine(contentRoot, "data", "regionplan.db")}" : connection);
        if (builder.Mode != SqliteOpenMode.Memory && Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return builder.ConnectionString;
    }
}
