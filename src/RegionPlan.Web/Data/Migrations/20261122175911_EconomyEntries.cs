using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class EconomyEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EconomyDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PostId = table.Column<Guid>(nullable: false),
                    Through = table.Column<string>(maxLength: 8, nullable: false),
                    Token = table.Column<Guid>(nullable: false),
                    SavedAt = table.Column<DateTime>(nullable: false),
                    SavedBy = table.Column<string>(maxLength: 200, nullable: false),
                    Texts_Comment = table.Column<string>(nullable: false),
                    Texts_Forecast = table.Column<string>(nullable: false),
                    Texts_Outcome = table.Column<string>(nullable: false),
                    Texts_Reason = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EconomyDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EconomyDrafts_BudgetPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnedAmounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PostId = table.Column<Guid>(nullable: false),
                    Through = table.Column<string>(maxLength: 8, nullable: false),
                    Kind = table.Column<string>(maxLength: 20, nullable: false),
                    StepId = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedAmounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnedAmounts_BudgetPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedAmounts_SubmissionSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "SubmissionSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubmittedAmounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PostId = table.Column<Guid>(nullable: false),
                    Through = table.Column<string>(maxLength: 8, nullable: false),
                    Outcome = table.Column<long>(nullable: true),
                    Forecast = table.Column<long>(nullable: true),
                    Comment = table.Column<string>(maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false),
                    SubmissionId = table.Column<Guid>(nullable: false),
                    Step = table.Column<int>(nullable: false),
                    IsCorrection = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedAmounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmittedAmounts_BudgetPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmittedAmounts_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EconomyEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PostId = table.Column<Guid>(nullable: false),
                    Through = table.Column<string>(maxLength: 8, nullable: false),
                    Kind = table.Column<string>(maxLength: 20, nullable: false),
                    Amount = table.Column<long>(nullable: true),
                    ReportedByUnitId = table.Column<Guid>(nullable: false),
                    Source = table.Column<string>(maxLength: 100, nullable: false),
                    IsExample = table.Column<bool>(nullable: false),
                    Comment = table.Column<string>(maxLength: 2000, nullable: true),
                    SubmittedAmountId = table.Column<Guid>(nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EconomyEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EconomyEntries_BudgetPosts_PostId",
                        column: x => x.PostId,
                        principalTable: "BudgetPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EconomyEntries_OrganizationUnits_ReportedByUnitId",
                        column: x => x.ReportedByUnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EconomyEntries_SubmittedAmounts_SubmittedAmountId",
                        column: x => x.SubmittedAmountId,
                        principalTable: "SubmittedAmounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EconomyDrafts_PostId_Through",
                table: "EconomyDrafts",
                columns: new[] { "PostId", "Through" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EconomyEntries_PostId_Through_Kind_Version",
                table: "EconomyEntries",
                columns: new[] { "PostId", "Through", "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EconomyEntries_ReportedByUnitId",
                table: "EconomyEntries",
                column: "ReportedByUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_EconomyEntries_SubmittedAmountId",
                table: "EconomyEntries",
                column: "SubmittedAmountId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedAmounts_PostId",
                table: "ReturnedAmounts",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedAmounts_StepId",
                table: "ReturnedAmounts",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedAmounts_PostId",
                table: "SubmittedAmounts",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedAmounts_SubmissionId_PostId_Through_Version",
                table: "SubmittedAmounts",
                columns: new[] { "SubmissionId", "PostId", "Through", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EconomyDrafts");

            migrationBuilder.DropTable(
                name: "EconomyEntries");

            migrationBuilder.DropTable(
                name: "ReturnedAmounts");

            migrationBuilder.DropTable(
                name: "SubmittedAmounts");
        }
    }
}
