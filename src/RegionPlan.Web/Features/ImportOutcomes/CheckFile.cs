using System.Globalization;
using System.Security.Claims;
using RegionPlan.Domain.FollowUps;
using RegionPlan.Domain.Imports;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Reporting;
using RegionPlan.Web.TableFiles;

namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>Checks every row of a file by the rules of the grid, against what stands in the database now. Nothing is written.</summary>
internal sealed class CheckFile(FollowUpReader followUps, SheetReader sheets, PermissionReader permissions)
{
    private const int UnitsAtATime = 50;

    /// <param name="principal">Whose rights count.</param>
    /// <param name="file">The file as read.</param>
    /// <param name="defaults">What its rows are about where they do not say so themselves.</param>
    /// <param name="rowsChecked">Told how many rows have been checked.</param>
    /// <param name="cancellation">Stops the checking.</param>
    /// <exception cref="AccessRefused">Nobody is signed in.</exception>
    internal async Task<CheckedFile> CheckAsync(
        ClaimsPrincipal principal, TableFile file, ImportDefaults defaults, IProgress<int>? rowsChecked, CancellationToken cancellation)
    {
        var user = await permissions.ForWritingAsync(principal);
        var done = new CheckedRows(rowsChecked);
        var latest = await followUps.ReadAsync(cancellation: cancellation);
        var isSetUp = latest.Years.ToHashSet();
        Dictionary<int, FollowUpReading> years = new() { [latest.Year] = latest };
        foreach (var group in file.Rows.GroupBy(r => Or(r[ImportColumn.FollowUp], defaults.FollowUp), StringComparer.OrdinalIgnoreCase))
        {
            if (await FindAsync(group.Key, isSetUp, years, cancellation) is var (reading, followUp))
            {
                await CheckAsync(user, reading, followUp, [.. group], defaults, done, cancellation);
            }
            else
            {
                done.Refuse(group, NoFollowUp(group.Key));
            }
        }

        return new(file.Format, done.InOrder(), file.Notes);
    }

    private static string Or(string text, string? otherwise) => text.Length > 0 ? text : otherwise ?? "";

    private static string NoFollowUp(string key) => key.Length == 0
        ? "Skriv uppföljningen i kolumnen Uppföljning, eller välj den på sidan innan filen läses in."
        : $"Uppföljningen ”{ImportedTexts.Cut(key)}” finns inte eller samlar inte in några värden. Skriv den som i mallen, till exempel 2025-delarsrapport-2.";

    /// <summary>Whether a row that names its unit names this one.</summary>
    private static bool IsCalled(FileRow row, string name) => row[ImportColumn.UnitName] is not { Length: > 0 } called
        || string.Equals(UnitFinder.Plain(called), UnitFinder.Plain(name), StringComparison.OrdinalIgnoreCase);

    private async Task<(FollowUpReading Reading, FollowUp FollowUp)?> FindAsync(string key, HashSet<int> isSetUp, Dictionary<int, FollowUpReading> years, CancellationToken cancellation)
    {
        if (!int.TryParse(key.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !isSetUp.Contains(year))
        {
            return null;
        }

        if (!years.TryGetValue(year, out var reading))
        {
            years[year] = reading = await followUps.ReadAsync(year, cancellation);
        }

        return reading.FollowUps.Find(key.ToLowerInvariant()) is { Terms.Collects: true } followUp ? (reading, followUp) : null;
    }

    private async Task CheckAsync(
        Permissions user,
        FollowUpReading reading,
        FollowUp followUp,
        IReadOnlyList<FileRow> rows,
        ImportDefaults defaults,
        CheckedRows done,
        CancellationToken cancellation)
    {
        if (followUp.On(reading.FollowUps.Today) == FollowUpState.Planned)
        {
            done.Refuse(rows, $"{followUp.Terms.Name} öppnar {Shared.Sv.Day(followUp.Terms.OpensOn)}. Läs in filen då.");
            return;
        }

        var units = new UnitFinder(reading.FollowUps.TreeOf(followUp));
        Dictionary<Guid, List<FileRow>> byUnit = [];
        foreach (var group in rows.GroupBy(r => Or(r[ImportColumn.Unit], Or(r[ImportColumn.UnitName], defaults.Unit)), StringComparer.OrdinalIgnoreCase))
        {
            switch (units.Find(group.Key))
            {
                case { } unit when user.MayWriteOutcomesOf(unit.Unit.Id, reading.Today):
                    byUnit.TryAdd(unit.Unit.Id, []);
                    byUnit[unit.Unit.Id].AddRange(group.Where(r => IsCalled(r, unit.Name)));
                    done.Refuse(group.Where(r => !IsCalled(r, unit.Name)), $"Kolumnen Enhet är {unit.Name}, men i kolumnen Enhetens namn står en annan. Rätta den ena.");
                    break;
                case { } unit:
                    done.Refuse(group, $"Du lämnar inte in för {unit.Name}. Ta bort raden, eller låt någon som lämnar in för enheten läsa in den.");
                    break;
                default:
                    done.Refuse(group, units.NotFound(group.Key));
                    break;
            }
        }

        foreach (var some in byUnit.Keys.Chunk(UnitsAtATime))
        {
            foreach (var sheet in await sheets.SheetsAsync(reading, followUp, some))
            {
                cancellation.ThrowIfCancellationRequested();
                done.Check(byUnit[sheet.Scope.UnitId], new RowFinder(sheet));
            }
        }
    }
}
