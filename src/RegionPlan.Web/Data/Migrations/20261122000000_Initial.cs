using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OrganizationUnits",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 80, nullable: false),
                    Kind = table.Column<string>(maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationUnits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Perspectives",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Order = table.Column<int>(nullable: false),
                    Name = table.Column<string>(maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Perspectives", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 40, nullable: false),
                    FirstYear = table.Column<int>(nullable: false),
                    LastYear = table.Column<int>(nullable: false),
                    Thresholds_Achieved = table.Column<long>(nullable: false),
                    Thresholds_Coverage = table.Column<long>(nullable: false),
                    Thresholds_PartlyAchieved = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DisplayName = table.Column<string>(maxLength: 200, nullable: false),
                    UserName = table.Column<string>(maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(maxLength: 256, nullable: true),
                    Email = table.Column<string>(maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(nullable: false),
                    PasswordHash = table.Column<string>(maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(maxLength: 50, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(nullable: false),
                    TwoFactorEnabled = table.Column<bool>(nullable: false),
                    LockoutEnd = table.Column<DateTime>(nullable: true),
                    LockoutEnabled = table.Column<bool>(nullable: false),
                    AccessFailedCount = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(nullable: true),
                    AboutStaff = table.Column<int>(nullable: true),
                    UnitId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Placements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Placements_OrganizationUnits_ParentId",
                        column: x => x.ParentId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Placements_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FocusAreas",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Order = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusAreas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FocusAreas_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Goals",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    PerspectiveId = table.Column<Guid>(nullable: false),
                    Order = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Goals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Goals_Perspectives_PerspectiveId",
                        column: x => x.PerspectiveId,
                        principalTable: "Perspectives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Goals_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(nullable: false)
                        .Annotation("Sqlite:Autoincrement", true).Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(nullable: false),
                    ClaimType = table.Column<string>(nullable: true),
                    ClaimValue = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(nullable: true),
                    UserId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(nullable: false),
                    LoginProvider = table.Column<string>(maxLength: 128, nullable: false),
                    Name = table.Column<string>(maxLength: 128, nullable: false),
                    Value = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    Role = table.Column<string>(maxLength: 20, nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    GrantedAt = table.Column<DateTime>(nullable: false),
                    GrantedBy = table.Column<string>(maxLength: 200, nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    EndedBy = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Directions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    GoalId = table.Column<Guid>(nullable: false),
                    Order = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Directions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Directions_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GoalOverrides",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    GoalId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Status = table.Column<string>(maxLength: 20, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoalOverrides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GoalOverrides_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    GoalId = table.Column<Guid>(nullable: false),
                    DirectionId = table.Column<Guid>(nullable: false),
                    Order = table.Column<int>(nullable: false),
                    Code = table.Column<string>(maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_Directions_DirectionId",
                        column: x => x.DirectionId,
                        principalTable: "Directions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Wordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 400, nullable: false),
                    Text = table.Column<string>(maxLength: 4000, nullable: true),
                    DirectionId = table.Column<Guid>(nullable: true),
                    FocusAreaId = table.Column<Guid>(nullable: true),
                    GoalId = table.Column<Guid>(nullable: true),
                    PlanId = table.Column<Guid>(nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wordings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Wordings_Directions_DirectionId",
                        column: x => x.DirectionId,
                        principalTable: "Directions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Wordings_FocusAreas_FocusAreaId",
                        column: x => x.FocusAreaId,
                        principalTable: "FocusAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Wordings_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Wordings_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MeasureId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Decimals = table.Column<int>(nullable: false),
                    Definition = table.Column<string>(maxLength: 4000, nullable: true),
                    Desired = table.Column<string>(maxLength: 20, nullable: false),
                    Frequency = table.Column<string>(maxLength: 20, nullable: false),
                    HighestPossible = table.Column<long>(nullable: true),
                    LowestPossible = table.Column<long>(nullable: true),
                    Name = table.Column<string>(maxLength: 400, nullable: false),
                    Note = table.Column<string>(maxLength: 4000, nullable: true),
                    RatioScale = table.Column<long>(nullable: false),
                    ResponsibleUnitId = table.Column<Guid>(nullable: false),
                    SexSplit = table.Column<string>(maxLength: 20, nullable: false),
                    Source = table.Column<string>(maxLength: 400, nullable: true),
                    Tolerance = table.Column<long>(nullable: true),
                    TrendThreshold = table.Column<long>(nullable: true),
                    UnitText = table.Column<string>(maxLength: 100, nullable: false),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureDefinitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureDefinitions_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MeasureId = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 40, nullable: false),
                    Order = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureSeries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureSeries_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComparisonValues",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    AreaCode = table.Column<string>(maxLength: 10, nullable: false),
                    AreaName = table.Column<string>(maxLength: 100, nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    Amount = table.Column<long>(nullable: false),
                    Source = table.Column<string>(maxLength: 100, nullable: false),
                    SourceReference = table.Column<string>(maxLength: 100, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComparisonValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComparisonValues_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    Token = table.Column<Guid>(nullable: false),
                    SavedAt = table.Column<DateTime>(nullable: false),
                    SavedBy = table.Column<string>(maxLength: 200, nullable: false),
                    Over_Men = table.Column<int>(nullable: false),
                    Over_Total = table.Column<int>(nullable: false),
                    Over_Women = table.Column<int>(nullable: false),
                    Texts_Comment = table.Column<string>(nullable: false),
                    Texts_Men = table.Column<string>(nullable: false),
                    Texts_Reason = table.Column<string>(nullable: false),
                    Texts_Total = table.Column<string>(nullable: false),
                    Texts_Women = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeDrafts_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeDrafts_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    Sex = table.Column<string>(maxLength: 20, nullable: false),
                    Amount = table.Column<long>(nullable: true),
                    Numerator = table.Column<long>(nullable: true),
                    Denominator = table.Column<long>(nullable: true),
                    ReportedByUnitId = table.Column<Guid>(nullable: false),
                    Source = table.Column<string>(maxLength: 100, nullable: false),
                    SourceReference = table.Column<string>(maxLength: 100, nullable: true),
                    IsExample = table.Column<bool>(nullable: false),
                    Comment = table.Column<string>(maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeEntries_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeEntries_OrganizationUnits_ReportedByUnitId",
                        column: x => x.ReportedByUnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeEntries_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeriesBreaks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Text = table.Column<string>(maxLength: 1000, nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesBreaks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SeriesBreaks_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeriesDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Abbreviation = table.Column<string>(maxLength: 30, nullable: true),
                    Frequency = table.Column<string>(maxLength: 20, nullable: true),
                    MeasuredThrough = table.Column<int>(nullable: true),
                    Name = table.Column<string>(maxLength: 200, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesDefinitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SeriesDefinitions_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeriesSources",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    System = table.Column<string>(maxLength: 40, nullable: false),
                    Reference = table.Column<string>(maxLength: 40, nullable: false),
                    Title = table.Column<string>(maxLength: 400, nullable: false),
                    Definition = table.Column<string>(maxLength: 2000, nullable: true),
                    Difference = table.Column<string>(maxLength: 2000, nullable: true),
                    LastYear = table.Column<int>(nullable: true),
                    SeriesId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SeriesSources_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TargetDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Term = table.Column<string>(maxLength: 20, nullable: false),
                    Slot = table.Column<int>(nullable: false),
                    Year = table.Column<int>(nullable: true),
                    Note = table.Column<string>(maxLength: 1000, nullable: true),
                    IsExample = table.Column<bool>(nullable: false),
                    Amount = table.Column<long>(nullable: true),
                    Text = table.Column<string>(maxLength: 200, nullable: true),
                    NoTarget = table.Column<string>(maxLength: 20, nullable: true),
                    SeriesId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TargetDecisions_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonValues_SeriesId_AreaCode_Period_Version",
                table: "ComparisonValues",
                columns: new[] { "SeriesId", "AreaCode", "Period", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Directions_GoalId_Order",
                table: "Directions",
                columns: new[] { "GoalId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreas_PlanId_Year_Order",
                table: "FocusAreas",
                columns: new[] { "PlanId", "Year", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoalOverrides_GoalId_Year_Version",
                table: "GoalOverrides",
                columns: new[] { "GoalId", "Year", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Goals_PerspectiveId",
                table: "Goals",
                column: "PerspectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_Goals_PlanId_Order",
                table: "Goals",
                columns: new[] { "PlanId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureDefinitions_MeasureId_Version",
                table: "MeasureDefinitions",
                columns: new[] { "MeasureId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DirectionId",
                table: "Measures",
                column: "DirectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_GoalId",
                table: "Measures",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_PlanId_Code",
                table: "Measures",
                columns: new[] { "PlanId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureSeries_MeasureId_Key",
                table: "MeasureSeries",
                columns: new[] { "MeasureId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationUnits_Key",
                table: "OrganizationUnits",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeDrafts_SeriesId_UnitId_Period",
                table: "OutcomeDrafts",
                columns: new[] { "SeriesId", "UnitId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeDrafts_UnitId",
                table: "OutcomeDrafts",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeEntries_ReportedByUnitId",
                table: "OutcomeEntries",
                column: "ReportedByUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeEntries_SeriesId_UnitId_Period_Sex_Version",
                table: "OutcomeEntries",
                columns: new[] { "SeriesId", "UnitId", "Period", "Sex", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeEntries_UnitId",
                table: "OutcomeEntries",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Perspectives_Name",
                table: "Perspectives",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ParentId",
                table: "Placements",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_UnitId_Version",
                table: "Placements",
                columns: new[] { "UnitId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plans_Key",
                table: "Plans",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_UnitId",
                table: "RoleAssignments",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_UserId",
                table: "RoleAssignments",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SeriesBreaks_SeriesId_Version",
                table: "SeriesBreaks",
                columns: new[] { "SeriesId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeriesDefinitions_SeriesId_Version",
                table: "SeriesDefinitions",
                columns: new[] { "SeriesId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeriesSources_SeriesId_Version",
                table: "SeriesSources",
                columns: new[] { "SeriesId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TargetDecisions_SeriesId_Term_Slot_Version",
                table: "TargetDecisions",
                columns: new[] { "SeriesId", "Term", "Slot", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_DirectionId_Version",
                table: "Wordings",
                columns: new[] { "DirectionId", "Version" },
                unique: true,
                filter: "[DirectionId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_FocusAreaId_Version",
                table: "Wordings",
                columns: new[] { "FocusAreaId", "Version" },
                unique: true,
                filter: "[FocusAreaId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_GoalId_Version",
                table: "Wordings",
                columns: new[] { "GoalId", "Version" },
                unique: true,
                filter: "[GoalId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_PlanId_Version",
                table: "Wordings",
                columns: new[] { "PlanId", "Version" },
                unique: true,
                filter: "[PlanId] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "ComparisonValues");

            migrationBuilder.DropTable(
                name: "GoalOverrides");

            migrationBuilder.DropTable(
                name: "MeasureDefinitions");

            migrationBuilder.DropTable(
                name: "OutcomeDrafts");

            migrationBuilder.DropTable(
                name: "OutcomeEntries");

            migrationBuilder.DropTable(
                name: "Placements");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "SeriesBreaks");

            migrationBuilder.DropTable(
                name: "SeriesDefinitions");

            migrationBuilder.DropTable(
                name: "SeriesSources");

            migrationBuilder.DropTable(
                name: "TargetDecisions");

            migrationBuilder.DropTable(
                name: "Wordings");

            migrationBuilder.DropTable(
                name: "OrganizationUnits");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "MeasureSeries");

            migrationBuilder.DropTable(
                name: "FocusAreas");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "Directions");

            migrationBuilder.DropTable(
                name: "Goals");

            migrationBuilder.DropTable(
                name: "Perspectives");

            migrationBuilder.DropTable(
                name: "Plans");
        }
    }
}
