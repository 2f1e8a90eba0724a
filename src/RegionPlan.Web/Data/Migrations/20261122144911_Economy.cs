using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Economy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BudgetPosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 60, nullable: false),
                    Section = table.Column<string>(maxLength: 20, nullable: false),
                    Order = table.Column<int>(nullable: false),
                    PartOfId = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetPosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BudgetPosts_BudgetPosts_PartOfId",
                        column: x => x.PartOfId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintedSums",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Sum = table.Column<string>(maxLength: 20, nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Amount = table.Column<long>(nullable: false),
                    Decimals = table.Column<int>(nullable: false),
                    Source = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedSums", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintedSums_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrintedSums_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResultForecasts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Through = table.Column<string>(maxLength: 8, nullable: false),
                    Source = table.Column<string>(maxLength: 200, nullable: false),
                    Note = table.Column<string>(maxLength: 1000, nullable: true),
                    BalanceResult = table.Column<long>(nullable: true),
                    Budget = table.Column<long>(nullable: true),
                    Decimals = table.Column<int>(nullable: false),
                    Result = table.Column<long>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultForecasts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResultGoals",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    Percent = table.Column<long>(nullable: false),
                    Source = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultGoals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultGoals_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BudgetAmounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PostId = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Amount = table.Column<long>(nullable: false),
                    Source = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetAmounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BudgetAmounts_BudgetPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BudgetAmounts_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BudgetPostDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    BoardId = table.Column<Guid>(nullable: true),
                    UnitId = table.Column<Guid>(nullable: true),
                    Note = table.Column<string>(maxLength: 1000, nullable: true),
                    PostId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    HoldsFrom = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetPostDefinitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BudgetPostDefinitions_BudgetPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BudgetPostDefinitions_OrganizationUnits_BoardId",
                        column: x => x.BoardId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BudgetPostDefinitions_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetAmounts_PlanId",
                table: "BudgetAmounts",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetAmounts_PostId_PlanId_Year_Version",
                table: "BudgetAmounts",
                columns: new[] { "PostId", "PlanId", "Year", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BudgetPostDefinitions_BoardId",
                table: "BudgetPostDefinitions",
                column: "BoardId");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetPostDefinitions_PostId_Version",
                table: "BudgetPostDefinitions",
                columns: new[] { "PostId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BudgetPostDefinitions_UnitId",
                table: "BudgetPostDefinitions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetPosts_Key",
                table: "BudgetPosts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BudgetPosts_PartOfId",
                table: "BudgetPosts",
                column: "PartOfId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintedSums_PlanId_Year_Sum_UnitId_Version",
                table: "PrintedSums",
                columns: new[] { "PlanId", "Year", "Sum", "UnitId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrintedSums_UnitId",
                table: "PrintedSums",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultForecasts_Year_Through_Version",
                table: "ResultForecasts",
                columns: new[] { "Year", "Through", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResultGoals_PlanId_Version",
                table: "ResultGoals",
                columns: new[] { "PlanId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BudgetAmounts");

            migrationBuilder.DropTable(
                name: "BudgetPostDefinitions");

            migrationBuilder.DropTable(
                name: "PrintedSums");

            migrationBuilder.DropTable(
                name: "ResultForecasts");

            migrationBuilder.DropTable(
                name: "ResultGoals");

            migrationBuilder.DropTable(
                name: "BudgetPosts");
        }
    }
}
