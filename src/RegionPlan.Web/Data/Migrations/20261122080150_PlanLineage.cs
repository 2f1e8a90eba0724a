using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class PlanLineage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GoalSuccessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    GoalId = table.Column<Guid>(nullable: false),
                    PredecessorId = table.Column<Guid>(nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoalSuccessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GoalSuccessions_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GoalSuccessions_Goals_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureSuccessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MeasureId = table.Column<Guid>(nullable: false),
                    PredecessorId = table.Column<Guid>(nullable: false),
                    Continuation = table.Column<string>(maxLength: 20, nullable: false),
                    BreakYear = table.Column<int>(nullable: true),
                    Text = table.Column<string>(maxLength: 1000, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureSuccessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureSuccessions_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureSuccessions_Measures_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanStandings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    IsInForce = table.Column<bool>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStandings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanStandings_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GoalSuccessions_GoalId_Version",
                table: "GoalSuccessions",
                columns: new[] { "GoalId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoalSuccessions_PredecessorId",
                table: "GoalSuccessions",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureSuccessions_MeasureId_Version",
                table: "MeasureSuccessions",
                columns: new[] { "MeasureId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureSuccessions_PredecessorId",
                table: "MeasureSuccessions",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanStandings_PlanId_Version",
                table: "PlanStandings",
                columns: new[] { "PlanId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GoalSuccessions");

            migrationBuilder.DropTable(
                name: "MeasureSuccessions");

            migrationBuilder.DropTable(
                name: "PlanStandings");
        }
    }
}
