using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReportDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReportDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ReportId = table.Column<Guid>(nullable: false),
                    DecidedOn = table.Column<DateOnly>(nullable: false),
                    Reference = table.Column<string>(maxLength: 100, nullable: true),
                    Document = table.Column<string>(nullable: false),
                    OpenPoints = table.Column<string>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportDecisions_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecidedFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DecisionId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(maxLength: 100, nullable: false),
                    Content = table.Column<byte[]>(nullable: false),
                    Length = table.Column<int>(nullable: false),
                    Sha256 = table.Column<string>(maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecidedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecidedFiles_ReportDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "ReportDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DecidedFiles_DecisionId_Name",
                table: "DecidedFiles",
                columns: new[] { "DecisionId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportDecisions_ReportId_Version",
                table: "ReportDecisions",
                columns: new[] { "ReportId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DecidedFiles");

            migrationBuilder.DropTable(
                name: "ReportDecisions");
        }
    }
}
