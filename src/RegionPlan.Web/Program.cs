using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Data.Seeding;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddAccess();
builder.Services.AddRegionPlanDatabase(builder.Configuration, builder.Environment);
builder.Services.AddSingleton<PlanReader>();
builder.Services.AddSingleton<SeedLoader>();
var app = builder.Build();
await app.Services.GetRequiredService<SeedLoader>().LoadAsync();
app.Run();
