using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FileName = table.Column<string>(maxLength: 200, nullable: false),
                    Hash = table.Column<string>(maxLength: 64, nullable: false),
                    Size = table.Column<long>(nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    UploadedBy = table.Column<string>(maxLength: 200, nullable: false),
                    UploadedAt = table.Column<DateTime>(nullable: false),
                    State = table.Column<string>(maxLength: 20, nullable: false),
                    AppliedAt = table.Column<DateTime>(nullable: true),
                    UndoneAt = table.Column<DateTime>(nullable: true),
                    UndoneBy = table.Column<string>(maxLength: 200, nullable: true),
                    PutBack = table.Column<int>(nullable: false),
                    Token = table.Column<Guid>(nullable: false),
                    Defaults_FollowUp = table.Column<string>(maxLength: 100, nullable: true),
                    Defaults_Unit = table.Column<string>(maxLength: 100, nullable: true),
                    Tally_Overtaken = table.Column<int>(nullable: false),
                    Tally_Refused = table.Column<int>(nullable: false),
                    Tally_Taken = table.Column<int>(nullable: false),
                    Tally_Unchanged = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportContents",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(nullable: false),
                    Bytes = table.Column<byte[]>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportContents", x => x.ImportId);
                    table.ForeignKey(
                        name: "FK_ImportContents_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportedDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ImportId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    ReporterId = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    Token = table.Column<Guid>(nullable: false),
                    Before = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedDrafts_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedDrafts_ImportId_Line",
                table: "ImportedDrafts",
                columns: new[] { "ImportId", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_Hash",
                table: "Imports",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_UploadedAt",
                table: "Imports",
                column: "UploadedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportContents");

            migrationBuilder.DropTable(
                name: "ImportedDrafts");

            migrationBuilder.DropTable(
                name: "Imports");
        }
    }
}
