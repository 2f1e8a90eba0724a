using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace RegionPlan.Tests;

/// <summary>
/// Databases as the application seeds them on its first start, made once for each kind of start and copied for every test that begins with
/// the same: to migrate and seed anew for each of them takes most of the time that the tests take.
/// </summary>
internal static class SeededDatabases
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new();
    private static readonly string Folder = Directory.CreateTempSubdirectory("regionplan-seeded-").FullName;

    static SeededDatabases() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    };

    /// <summary>Puts a seeded database in a file.</summary>
    /// <param name="kind">What differs from start to start.</param>
    /// <param name="start">Starts an application of the kind on a database of its own, and tells its file.</param>
    /// <param name="file">Where the copy goes.</param>
    internal static async Task CopyAsync(string kind, Func<Task<TestApp>> start, string file) =>
        File.Copy(await Made.GetOrAdd(kind, _ => new(() => MakeAsync(start))).Value, file);

    private static async Task<string> MakeAsync(Func<Task<TestApp>> start)
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        await using var app = await start();
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $file";
        copy.Parameters.AddWithValue("$file", file);
        await copy.ExecuteNonQueryAsync();
        return file;
    }
}
