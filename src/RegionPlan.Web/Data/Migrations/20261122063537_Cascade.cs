using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Cascade : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Measures_PlanId_Code",
                table: "Measures");

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "Placements",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "ReorganizationId",
                table: "Placements",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "PlanId",
                table: "Measures",
                nullable: true,
                oldClrType: typeof(Guid));

            migrationBuilder.AlterColumn<Guid>(
                name: "GoalId",
                table: "Measures",
                nullable: true,
                oldClrType: typeof(Guid));

            migrationBuilder.AlterColumn<Guid>(
                name: "DirectionId",
                table: "Measures",
                nullable: true,
                oldClrType: typeof(Guid));

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "Measures",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Reorganizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RootId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 20, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reorganizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reorganizations_OrganizationUnits_RootId",
                        column: x => x.RootId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScorecardDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Content = table.Column<string>(nullable: false),
                    OverVersion = table.Column<int>(nullable: false),
                    Token = table.Column<Guid>(nullable: false),
                    SavedAt = table.Column<DateTime>(nullable: false),
                    SavedBy = table.Column<string>(maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorecardDrafts_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Scorecards",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scorecards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scorecards_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Successions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ReorganizationId = table.Column<Guid>(nullable: false),
                    PredecessorId = table.Column<Guid>(nullable: false),
                    SuccessorId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Successions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Successions_OrganizationUnits_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Successions_OrganizationUnits_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Successions_Reorganizations_ReorganizationId",
                        column: x => x.ReorganizationId,
                        principalTable: "Reorganizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActivityProgress",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ScorecardId = table.Column<Guid>(nullable: false),
                    ActivityId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 20, nullable: false),
                    Note = table.Column<string>(maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityProgress", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityProgress_Scorecards_ScorecardId",
                        column: x => x.ScorecardId,
                        principalTable: "Scorecards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScorecardVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ScorecardId = table.Column<Guid>(nullable: false),
                    Content = table.Column<string>(nullable: false),
                    IsExample = table.Column<bool>(nullable: false),
                    DecidedBy = table.Column<string>(maxLength: 200, nullable: false),
                    DecidedOn = table.Column<DateOnly>(nullable: false),
                    Paragraph = table.Column<string>(maxLength: 60, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorecardVersions_Scorecards_ScorecardId",
                        column: x => x.ScorecardId,
                        principalTable: "Scorecards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ReorganizationId",
                table: "Placements",
                column: "ReorganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_PlanId_Code",
                table: "Measures",
                columns: new[] { "PlanId", "Code" },
                unique: true,
                filter: "[PlanId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_UnitId_Code",
                table: "Measures",
                columns: new[] { "UnitId", "Code" },
                unique: true,
                filter: "[UnitId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityProgress_ScorecardId_ActivityId_Version",
                table: "ActivityProgress",
                columns: new[] { "ScorecardId", "ActivityId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reorganizations_RootId_Version",
                table: "Reorganizations",
                columns: new[] { "RootId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardDrafts_UnitId_Year",
                table: "ScorecardDrafts",
                columns: new[] { "UnitId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_UnitId_Year",
                table: "Scorecards",
                columns: new[] { "UnitId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardVersions_ScorecardId_Version",
                table: "ScorecardVersions",
                columns: new[] { "ScorecardId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Successions_PredecessorId",
                table: "Successions",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Successions_ReorganizationId_PredecessorId_SuccessorId",
                table: "Successions",
                columns: new[] { "ReorganizationId", "PredecessorId", "SuccessorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Successions_SuccessorId",
                table: "Successions",
                column: "SuccessorId");

            migrationBuilder.AddForeignKey(
                name: "FK_Measures_OrganizationUnits_UnitId",
                table: "Measures",
                column: "UnitId",
                principalTable: "OrganizationUnits",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Placements_Reorganizations_ReorganizationId",
                table: "Placements",
                column: "ReorganizationId",
                principalTable: "Reorganizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Measures_OrganizationUnits_UnitId",
                table: "Measures");

            migrationBuilder.DropForeignKey(
                name: "FK_Placements_Reorganizations_ReorganizationId",
                table: "Placements");

            migrationBuilder.DropTable(
                name: "ActivityProgress");

            migrationBuilder.DropTable(
                name: "ScorecardDrafts");

            migrationBuilder.DropTable(
                name: "ScorecardVersions");

            migrationBuilder.DropTable(
                name: "Successions");

            migrationBuilder.DropTable(
                name: "Scorecards");

            migrationBuilder.DropTable(
                name: "Reorganizations");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ReorganizationId",
                table: "Placements");

            migrationBuilder.DropIndex(
                name: "IX_Measures_PlanId_Code",
                table: "Measures");

            migrationBuilder.DropIndex(
                name: "IX_Measures_UnitId_Code",
                table: "Measures");

            migrationBuilder.DropColumn(
                name: "IsClosed",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ReorganizationId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "Measures");

            migrationBuilder.AlterColumn<Guid>(
                name: "PlanId",
                table: "Measures",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "GoalId",
                table: "Measures",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "DirectionId",
                table: "Measures",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measures_PlanId_Code",
                table: "Measures",
                columns: new[] { "PlanId", "Code" },
                unique: true);
        }
    }
}
