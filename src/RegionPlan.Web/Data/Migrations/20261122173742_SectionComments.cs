using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class SectionComments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SectionComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 40, nullable: false),
                    Text = table.Column<string>(maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SectionComments_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SectionComments_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SectionCommentClosings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CommentId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionCommentClosings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SectionCommentClosings_SectionComments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "SectionComments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SectionCommentClosings_CommentId_Version",
                table: "SectionCommentClosings",
                columns: new[] { "CommentId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SectionComments_FollowUpId_UnitId_Key_Version",
                table: "SectionComments",
                columns: new[] { "FollowUpId", "UnitId", "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SectionComments_UnitId",
                table: "SectionComments",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SectionCommentClosings");

            migrationBuilder.DropTable(
                name: "SectionComments");
        }
    }
}
