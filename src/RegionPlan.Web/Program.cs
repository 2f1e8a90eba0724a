using System.Text.Encodings.Web;
using System.Text.Unicode;
using RegionPlan.Web.Access;
using RegionPlan.Web.Data;
using RegionPlan.Web.Data.Seeding;
using RegionPlan.Web.Features.OpenData;
using RegionPlan.Web.Features.Administration.Plans;
using RegionPlan.Web.Features.RecordOutcomes;
using RegionPlan.Web.Features.SignIn;
using RegionPlan.Web.Layout;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddAccess(builder.Configuration, builder.Environment);
builder.Services.AddSingleton<DemoUsers>();
builder.Services.AddRegionPlanDatabase(builder.Configuration, builder.Environment);
builder.Services.AddSingleton<PlanReader>();
builder.Services.AddSingleton<ChangeLog>();
builder.Services.AddOpenData();
builder.Services.AddSingleton<SeedLoader>();
builder.Services.AddRecordOutcomes();
builder.Services.AddSingleton<PlanWriting>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents()
    .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 256 * 1024);

var app = builder.Build();
app.UseExceptionHandler("/fel", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/hittas-inte", createScopeForStatusCodePages: true);
app.UseAuthentication();
app.UseAuthorization();
app.UseGuardedCircuits();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapSignOut();
app.MapOpenData();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
await app.Services.GetRequiredService<SeedLoader>().LoadAsync();
app.Run();
