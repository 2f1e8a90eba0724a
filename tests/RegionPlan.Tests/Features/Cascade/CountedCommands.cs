using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using RegionPlan.Web.Data;

namespace RegionPlan.Tests.Features.Cascade;

/// <summary>Counts the commands that an application sends to its database.</summary>
internal sealed class CountedCommands : DbCommandInterceptor, IDbContextOptionsConfiguration<RegionPlanDb>
{
    private int count;

    public int Count => count;

    /// <summary>Begins anew.</summary>
    public void Reset() => count = 0;

    public void AddTo(IServiceCollection services) => services.AddSingleton<IDbContextOptionsConfiguration<RegionPlanDb>>(this);

    public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(this);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref count);
        return base.ReaderExecuting(command, eventData, result);
    }
}
