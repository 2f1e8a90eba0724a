using Microsoft.EntityFrameworkCore;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Data;

/// <summary>Contexts on databases other than the app's own, with the app's services: Identity takes the length of its keys from them.</summary>
internal static class Contexts
{
    internal static RegionPlanDb Sqlite(TestApp app, string file) => On(app, "Sqlite", $"Data Source={Path.Combine(app.Folder, file)};Pooling=False");

    /// <summary>Knows what it would say to a SQL Server; there is none behind it.</summary>
    internal static RegionPlanDb SqlServer(TestApp app) => On(app, "SqlServer", "Server=.;Database=x");

    private static RegionPlanDb On(TestApp app, string provider, string connection)
    {
        var options = new DbContextOptionsBuilder<RegionPlanDb>();
        Database.Use(options, provider, connection, app.Folder);
        return new RegionPlanDb(options.UseApplicationServiceProvider(app.Services).Options);
    }
}
