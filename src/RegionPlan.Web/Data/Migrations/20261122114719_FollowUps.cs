using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RegionPlan.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class FollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedRowId",
                table: "OutcomeEntries",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Over_HandedIn",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Texts_Action",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_ActionDue",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_ActionOwner",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_Analysis",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_Forecast",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Texts_ForecastReason",
                table: "OutcomeDrafts",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<Guid>(
                name: "PredecessorId",
                table: "MeasureSuccessions",
                nullable: true,
                oldClrType: typeof(Guid));

            migrationBuilder.AlterColumn<string>(
                name: "Continuation",
                table: "MeasureSuccessions",
                maxLength: 20,
                nullable: true,
                oldClrType: typeof(string),
                oldMaxLength: 20);

            migrationBuilder.AddColumn<long>(
                name: "BandWidth",
                table: "MeasureDefinitions",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LargestChange",
                table: "MeasureDefinitions",
                nullable: true);

            // What is there begins empty; a new row is always given its values.
            migrationBuilder.AlterColumn<int>(
                name: "Over_HandedIn",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(int),
                oldNullable: false,
                oldDefaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Texts_Action",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(string),
                oldNullable: false,
                oldDefaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Texts_ActionDue",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(string),
                oldNullable: false,
                oldDefaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Texts_ActionOwner",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(string),
                oldNullable: false,
                oldDefaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Texts_Analysis",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(string),
                oldNullable: false,
                oldDefaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Texts_Forecast",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(string),
                oldNullable: false,
                oldDefaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Texts_ForecastReason",
                table: "OutcomeDrafts",
                nullable: false,
                oldClrType: typeof(string),
                oldNullable: false,
                oldDefaultValue: "");

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    Kind = table.Column<string>(maxLength: 20, nullable: false),
                    Number = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasureEndings",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    MeasureId = table.Column<Guid>(nullable: false),
                    PlanId = table.Column<Guid>(nullable: false),
                    IsEnded = table.Column<bool>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureEndings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureEndings_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureEndings_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 200, nullable: false),
                    UserId = table.Column<Guid>(nullable: false),
                    ToAddress = table.Column<string>(maxLength: 256, nullable: false),
                    ToName = table.Column<string>(maxLength: 200, nullable: false),
                    Subject = table.Column<string>(maxLength: 200, nullable: false),
                    Body = table.Column<string>(nullable: false),
                    LinkPath = table.Column<string>(maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    NextAttemptAt = table.Column<DateTime>(nullable: true),
                    SentAt = table.Column<DateTime>(nullable: true),
                    LastError = table.Column<string>(maxLength: 1000, nullable: true),
                    GivenUpAt = table.Column<DateTime>(nullable: true),
                    LeasedUntil = table.Column<DateTime>(nullable: true),
                    Token = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutgoingMails_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpLocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    IsComplete = table.Column<bool>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpLocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUpLocks_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Terms_AdministrationDue = table.Column<DateOnly>(nullable: false),
                    Terms_AsksForAnalysis = table.Column<bool>(nullable: false),
                    Terms_AsksForForecast = table.Column<bool>(nullable: false),
                    Terms_BoardDue = table.Column<DateOnly>(nullable: false),
                    Terms_CollectsOutcomes = table.Column<bool>(nullable: false),
                    Terms_CollectsUnitFigures = table.Column<bool>(nullable: false),
                    Terms_DecidedByUnitId = table.Column<Guid>(nullable: true),
                    Terms_DecidedOn = table.Column<DateOnly>(nullable: true),
                    Terms_Name = table.Column<string>(maxLength: 120, nullable: false),
                    Terms_OpensOn = table.Column<DateOnly>(nullable: false),
                    Terms_RegionDue = table.Column<DateOnly>(nullable: false),
                    Terms_Requires = table.Column<string>(maxLength: 20, nullable: false),
                    Terms_Through = table.Column<DateOnly>(nullable: false),
                    Terms_UnitDue = table.Column<DateOnly>(nullable: false),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUpVersions_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Level = table.Column<string>(maxLength: 20, nullable: true),
                    Text = table.Column<string>(maxLength: 500, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    FollowUpId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submissions_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Submissions_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SubmissionId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 20, nullable: false),
                    Level = table.Column<string>(maxLength: 20, nullable: true),
                    Approves = table.Column<string>(maxLength: 4000, nullable: false),
                    MakesPublic = table.Column<bool>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionSteps_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubmittedRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SubmissionId = table.Column<Guid>(nullable: false),
                    Step = table.Column<int>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    IsCorrection = table.Column<bool>(nullable: false),
                    TotalAmount = table.Column<long>(nullable: true),
                    TotalNumerator = table.Column<long>(nullable: true),
                    TotalDenominator = table.Column<long>(nullable: true),
                    WomenAmount = table.Column<long>(nullable: true),
                    WomenNumerator = table.Column<long>(nullable: true),
                    WomenDenominator = table.Column<long>(nullable: true),
                    MenAmount = table.Column<long>(nullable: true),
                    MenNumerator = table.Column<long>(nullable: true),
                    MenDenominator = table.Column<long>(nullable: true),
                    Narrative_Action = table.Column<string>(maxLength: 4000, nullable: true),
                    Narrative_ActionDue = table.Column<DateOnly>(nullable: true),
                    Narrative_ActionOwner = table.Column<string>(maxLength: 200, nullable: true),
                    Narrative_Analysis = table.Column<string>(maxLength: 4000, nullable: true),
                    Narrative_Comment = table.Column<string>(maxLength: 2000, nullable: true),
                    Narrative_Forecast = table.Column<string>(maxLength: 20, nullable: true),
                    Narrative_ForecastReason = table.Column<string>(maxLength: 4000, nullable: true),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 200, nullable: false),
                    RecordedByUserId = table.Column<Guid>(nullable: true),
                    Why = table.Column<string>(maxLength: 2000, nullable: true),
                    Version = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmittedRows_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmittedRows_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmittedRows_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnedCells",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SeriesId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Period = table.Column<string>(maxLength: 8, nullable: false),
                    Sex = table.Column<string>(maxLength: 20, nullable: false),
                    StepId = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedCells", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnedCells_MeasureSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeasureSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedCells_OrganizationUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrganizationUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedCells_SubmissionSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "SubmissionSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeEntries_SubmittedRowId",
                table: "OutcomeEntries",
                column: "SubmittedRowId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpLocks_FollowUpId_Version",
                table: "FollowUpLocks",
                columns: new[] { "FollowUpId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Year_Kind_Number",
                table: "FollowUps",
                columns: new[] { "Year", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpVersions_FollowUpId_Version",
                table: "FollowUpVersions",
                columns: new[] { "FollowUpId", "Version" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_MeasureEndings_MeasureId_PlanId_Version",
                table: "MeasureEndings",
                columns: new[] { "MeasureId", "PlanId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureEndings_PlanId",
                table: "MeasureEndings",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_Key",
                table: "OutgoingMails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_NextAttemptAt",
                table: "OutgoingMails",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_UserId",
                table: "OutgoingMails",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_FollowUpId_UnitId_Version",
                table: "Reminders",
                columns: new[] { "FollowUpId", "UnitId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_UnitId",
                table: "Reminders",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedCells_SeriesId",
                table: "ReturnedCells",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedCells_StepId",
                table: "ReturnedCells",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedCells_UnitId",
                table: "ReturnedCells",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_FollowUpId_UnitId",
                table: "Submissions",
                columns: new[] { "FollowUpId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_UnitId",
                table: "Submissions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionSteps_SubmissionId_Version",
                table: "SubmissionSteps",
                columns: new[] { "SubmissionId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedRows_SeriesId",
                table: "SubmittedRows",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedRows_SubmissionId_SeriesId_UnitId_Period_Version",
                table: "SubmittedRows",
                columns: new[] { "SubmissionId", "SeriesId", "UnitId", "Period", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedRows_UnitId",
                table: "SubmittedRows",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_OutcomeEntries_SubmittedRows_SubmittedRowId",
                table: "OutcomeEntries",
                column: "SubmittedRowId",
                principalTable: "SubmittedRows",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_OutcomeEntries_SubmittedRows_SubmittedRowId",
                table: "OutcomeEntries");

            migrationBuilder.DropTable(
                name: "FollowUpLocks");

            migrationBuilder.DropTable(
                name: "FollowUpVersions");

            migrationBuilder.DropTable(
                name: "GoalReviews");

            migrationBuilder.DropTable(
                name: "MeasureEndings");

            migrationBuilder.DropTable(
                name: "OutgoingMails");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "ReturnedCells");

            migrationBuilder.DropTable(
                name: "SubmittedRows");

            migrationBuilder.DropTable(
                name: "SubmissionSteps");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_OutcomeEntries_SubmittedRowId",
                table: "OutcomeEntries");

            migrationBuilder.DropColumn(
                name: "SubmittedRowId",
                table: "OutcomeEntries");

            migrationBuilder.DropColumn(
                name: "Over_HandedIn",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "Texts_Action",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "Texts_ActionDue",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "Texts_ActionOwner",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "Texts_Analysis",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "Texts_Forecast",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "Texts_ForecastReason",
                table: "OutcomeDrafts");

            migrationBuilder.DropColumn(
                name: "BandWidth",
                table: "MeasureDefinitions");

            migrationBuilder.DropColumn(
                name: "LargestChange",
                table: "MeasureDefinitions");

            migrationBuilder.AlterColumn<Guid>(
                name: "PredecessorId",
                table: "MeasureSuccessions",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Continuation",
                table: "MeasureSuccessions",
                maxLength: 20,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldMaxLength: 20,
                oldNullable: true);
        }
    }
}
