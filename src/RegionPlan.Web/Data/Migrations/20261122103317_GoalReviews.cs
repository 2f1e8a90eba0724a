using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class GoalReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GoalReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    GoalId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Computed = table.Column<string>(maxLength: 20, nullable: false),
                    IsHandedOver = table.Column<bool>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Terms_Actions = table.Column<string>(maxLength: 4000, nullable: true),
                    Terms_Analysis = table.Column<string>(maxLength: 4000, nullable: true),
                    Terms_Forecast = table.Column<string>(maxLength: 20, nullable: true),
                    Terms_Status = table.Column<string>(maxLength: 20, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoalReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GoalReviews_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GoalReviews_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GoalReviews_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GoalReviews_FollowUpId_GoalId_UnitId_Version",
                table: "GoalReviews",
                columns: new[] { "FollowUpId", "GoalId", "UnitId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoalReviews_GoalId",
                table: "GoalReviews",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_GoalReviews_UnitId",
                table: "GoalReviews",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GoalReviews");
        }
    }
}
