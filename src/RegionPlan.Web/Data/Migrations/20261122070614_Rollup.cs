using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Rollup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Aggregation",
                table: "MeasureDefinitions",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ValueChoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    Sex = table.Column<string>(maxLength: 20, nullable: false),
                    Chosen = table.Column<string>(maxLength: 20, nullable: false),
                    OwnVersion = table.Column<int>(nullable: false),
                    DerivedAmount = table.Column<long>(nullable: false),
                    DerivedDenominator = table.Column<long>(nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValueChoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ValueChoices_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ValueChoices_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ValueChoices_SeriesId_UnitId_Period_Sex_Version",
                table: "ValueChoices",
                columns: new[] { "SeriesId", "UnitId", "Period", "Sex", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ValueChoices_UnitId",
                table: "ValueChoices",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ValueChoices");

            migrationBuilder.DropColumn(
                name: "Aggregation",
                table: "MeasureDefinitions");
        }
    }
}
