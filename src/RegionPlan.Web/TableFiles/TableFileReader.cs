namespace RegionPlan.Web.TableFiles;

/// <summary>Reads the table of an uploaded file, Excel or CSV, told apart by what they hold and not by their name.</summary>
internal static class TableFileReader
{
    /// <summary>Reads the file.</summary>
    /// <param name="shape">What table it should hold.</param>
    /// <param name="content">The file's content, which can be read more than once.</param>
    /// <param name="fileName">What the user calls the file; used only in messages.</param>
    /// <param name="rowsRead">Told now and then how many rows have been read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="FileRefused">The file cannot be read, whatever is wrong with it.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    internal static TableFile Read(
        TableShape shape, Stream content, string fileName, IProgress<int>? rowsRead = null, CancellationToken cancellation = default)
    {
        var name = Path.GetFileName(fileName);
        try
        {
            CheckSize(shape.Limits, content, name);
            var intake = new RowIntake(shape, rowsRead, cancellation);
            return FileKind.IsWorkbook(content, name)
                ? ExcelFile.Read(shape, content, name, intake, cancellation)
                : CsvFile.Read(shape, content, name, intake, cancellation);
        }
        catch (Exception unforeseen) when (unforeseen is not (FileRefused or OperationCanceledException))
        {
            throw new FileRefused(
                $"Filen {name} gick inte att läsa: den är skadad eller ofullständig. Öppna den i Excel, spara den på nytt som .xlsx och läs in den igen.",
                unforeseen);
        }
    }

    private static void CheckSize(FileLimits limits, Stream content, string name)
    {
        if (content.Length == 0)
        {
            throw new FileRefused($"Filen {name} är tom. Kontrollera att rätt fil är vald och att den är sparad.");
        }

        if (content.Length > limits.MaxBytes)
        {
            throw new FileRefused(
                $"Filen {name} är för stor. Största storlek är {limits.Largest}. Ta bort bilder och onödiga blad, eller dela upp raderna på flera filer.");
        }
    }
}
