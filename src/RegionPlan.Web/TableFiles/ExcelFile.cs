namespace RegionPlan.Web.TableFiles;

/// <summary>Reads the table of a workbook.</summary>
internal static class ExcelFile
{
    private static readonly FileColumn AnyText = new("", ColumnKind.Text);

    internal static TableFile Read(TableShape shape, Stream content, string name, RowIntake intake, CancellationToken cancellation)
    {
        using var workbook = Workbook.Open(content, name, shape.Limits, cancellation);
        var reading = new CellReading(workbook);
        var (sheet, found) = Choose(shape, workbook, reading);
        var heading = found.CheckedForTwins(place => "kolumn " + CellArea.ColumnName(place));
        var formulas = new FormulaCount();

        using var rows = workbook.Open(sheet);
        var lastRow = heading.Number;
        foreach (var (number, cells) in rows.Rows().Where(row => row.Number > heading.Number))
        {
            if (TakeRow(shape, number, cells, heading, reading, formulas) is var (texts, problems))
            {
                intake.Take(number, texts, problems);
                lastRow = number;
            }
        }

        if (rows.Merged.FirstOrDefault(area => area.Touches(heading.Places.Keys, heading.Number, lastRow)) is { } merged)
        {
            throw new FileRefused(
                $"Cellerna {merged} på bladet {sheet.Name} är sammanfogade, så det går inte att veta vilken rad värdet hör till. "
                + "Markera dem i Excel, välj Sammanfoga och centrera en gång till så att de delas upp, fyll i varje cell och spara.");
        }

        return new TableFile($"Excel, bladet {sheet.Name}", intake.Finish(), [.. heading.Notes(), .. formulas.Notes(), .. Unread(shape, workbook, sheet, reading), .. rows.Notes()]);
    }

    /// <summary>The texts of a row by column; null where no known column has anything.</summary>
    private static (string[] Texts, IReadOnlyList<CellProblem> Problems)? TakeRow(
        TableShape shape, int number, IReadOnlyList<SheetCell> cells, TableHeading heading, CellReading reading, FormulaCount formulas)
    {
        string[]? texts = null;
        List<CellProblem>? problems = null;
        foreach (var cell in cells)
        {
            if (!heading.Places.TryGetValue(cell.Column, out var column))
            {
                if (heading.IsUnnamed(cell.Column))
                {
                    texts ??= shape.EmptyRow();
                    (problems ??= []).Add(heading.Homeless("Kolumn " + CellArea.ColumnName(cell.Column)));
                }

                continue;
            }

            var (text, problem) = reading.Read(cell, column);
            texts ??= shape.EmptyRow();
            texts[shape.PlaceOf(column)] = text;
            if (problem is not null)
            {
                (problems ??= []).Add(new(column, problem));
            }

            if (cell.IsFormula)
            {
                formulas.Add(cell.Column, number);
            }
        }

        return texts is null ? null : (texts, problems is null ? [] : problems);
    }

    /// <summary>The sheet named as the template's, or else the first one that has the needed headings.</summary>
    private static (WorkbookSheet Sheet, TableHeading Heading) Choose(TableShape shape, Workbook workbook, CellReading reading)
    {
        var visible = workbook.Sheets.Where(sheet => !sheet.IsHidden).ToList();
        var named = visible.Where(sheet => sheet.Name.Trim().Equals(shape.SheetName, StringComparison.OrdinalIgnoreCase)).ToList();
        var nearest = (Sheet: default(WorkbookSheet), Rows: (IReadOnlyList<(int, IReadOnlyList<string>)>)[], Known: -1);
        foreach (var sheet in named.Count > 0 ? named : visible)
        {
            var first = FirstRows(workbook, sheet, reading);
            if (TableHeading.In(shape, first) is { } heading)
            {
                return (sheet, heading);
            }

            var known = TableHeading.Known(shape, first);
            nearest = known > nearest.Known ? (sheet, first, known) : nearest;
        }

        var hint = workbook.Sheets.Count > visible.Count ? " Dolda blad läses inte; om raderna står på ett sådant, ta fram det först." : "";
        throw new FileRefused(nearest.Sheet is { } looked
            ? TableHeading.Refusal(shape, nearest.Rows, $"på bladet {looked.Name}").Message + hint
            : "Arbetsboken har inget synligt blad med celler." + hint);
    }

    /// <summary>Tells of other sheets that look like such tables: one sheet is read.</summary>
    private static IEnumerable<string> Unread(TableShape shape, Workbook workbook, WorkbookSheet read, CellReading reading)
    {
        var others = workbook.Sheets.Where(sheet => !sheet.IsHidden && sheet.Name != read.Name && TableHeading.In(shape, FirstRows(workbook, sheet, reading)) is not null)
            .Select(sheet => sheet.Name).ToList();
        return others.Count == 0 ? [] : [$"Bara bladet {read.Name} läses. Rubriker finns också på {Swedish.Listed(others)}: läs in varje blad som en egen fil, eller samla raderna på ett blad."];
    }

    private static List<(int Number, IReadOnlyList<string> Cells)> FirstRows(Workbook workbook, WorkbookSheet sheet, CellReading reading)
    {
        using var rows = workbook.Open(sheet);
        return [.. rows.Rows().TakeWhile(row => row.Number <= TableHeading.SearchedRows).Select(row => (row.Number, Texts(row.Cells, reading)))];
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<SheetCell> cells, CellReading reading)
    {
        var texts = Enumerable.Repeat("", cells.Count == 0 ? 0 : cells.Max(cell => cell.Column) + 1).ToArray();
        foreach (var cell in cells)
        {
            texts[cell.Column] = reading.Read(cell, AnyText).Text;
        }

        return texts;
    }
}
