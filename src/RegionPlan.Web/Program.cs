using System.Text.Encodings.Web;
using System.Text.Unicode;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Data.Seeding;
using RegionPlan.Web.Layout;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddAccess();
builder.Services.AddRegionPlanDatabase(builder.Configuration, builder.Environment);
builder.Services.AddSingleton<PlanReader>();
builder.Services.AddSingleton<SeedLoader>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.Services.GetRequiredService<SeedLoader>().LoadAsync();
app.Run();
