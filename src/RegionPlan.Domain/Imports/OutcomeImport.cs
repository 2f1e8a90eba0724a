namespace RegionPlan.Domain.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The file is here and can be looked through; nothing is taken in.</summary>
    Uploaded,

    /// <summary>Its rows are taken in as drafts.</summary>
    Applied,

    /// <summary>What it took in is put back as it was.</summary>
    Undone,
}

/// <summary>
/// A file of figures that somebody has uploaded, and what became of it. Its rows are taken in as drafts, all at once, and handed in and
/// approved like what is typed; so nothing is public by an import, and it can be undone for as long as its rows are drafts.
/// </summary>
public sealed class OutcomeImport
{
    public const int MaxFileNameLength = 200;
    public const int MaxByLength = 200;
    public const int MaxKeyLength = 100;

    /// <summary>A SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private OutcomeImport() => FileName = Hash = UploadedBy = "";

    /// <param name="fileName">The file's name, as the user has it; cut where it is too long.</param>
    /// <param name="hash">The SHA-256 of its content, in hexadecimal digits.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="defaults">What its rows are about where they do not say so themselves.</param>
    /// <param name="userId">Who uploads.</param>
    /// <param name="by">The name of who uploads.</param>
    /// <param name="at">When.</param>
    public OutcomeImport(string fileName, string hash, long size, ImportDefaults defaults, Guid userId, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        FileName = Cut(string.IsNullOrWhiteSpace(fileName) ? "fil utan namn" : fileName.Trim(), MaxFileNameLength);
        Hash = hash;
        Size = size;
        Defaults = defaults;
        UserId = userId;
        UploadedBy = Cut(by, MaxByLength);
        UploadedAt = at;
        Token = Guid.CreateVersion7();
    }

    public Guid Id { get; private init; }

    public string FileName { get; private init; }

    /// <summary>The SHA-256 of the content: two files with the same are the same.</summary>
    public string Hash { get; private init; }

    /// <summary>In bytes.</summary>
    public long Size { get; private init; }

    public ImportDefaults Defaults { get; private init; }

    public Guid UserId { get; private init; }

    public string UploadedBy { get; private init; }

    public DateTimeOffset UploadedAt { get; private init; }

    public ImportState State { get; private set; }

    /// <summary>What became of the rows when they were taken in; all 0 before.</summary>
    public ImportTally Tally { get; private set; }

    public DateTimeOffset? AppliedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Who took it back; null where nobody has.</summary>
    public string? UndoneBy { get; private set; }

    /// <summary>How many rows were put back as they were; the others had been changed or handed in since, and were left.</summary>
    public int PutBack { get; private set; }

    /// <summary>Changes with every step, so that of two who act at once the second is told.</summary>
    public Guid Token { get; private set; }

    /// <summary>The rows are taken in.</summary>
    /// <exception cref="RuleViolation">They are already.</exception>
    public void Apply(ImportTally tally, DateTimeOffset at)
    {
        CheckNotApplied();
        (State, Tally, AppliedAt, Token) = (ImportState.Applied, tally, at, Guid.CreateVersion7());
    }

    /// <exception cref="RuleViolation">The rows are taken in already.</exception>
    public void CheckNotApplied()
    {
        if (State != ImportState.Uploaded)
        {
            throw new RuleViolation("Filen är redan inläst. Ladda upp den igen om den ska läsas in en gång till.");
        }
    }

    /// <summary>What was taken in is put back.</summary>
    /// <param name="putBack">How many rows were put back.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleViolation">It is not taken in, or already put back.</exception>
    public void Undo(int putBack, string by, DateTimeOffset at)
    {
        if (State != ImportState.Applied)
        {
            throw new RuleViolation(State == ImportState.Undone ? "Inläsningen är redan ångrad." : "Filen är inte inläst, så det finns inget att ångra.");
        }

        (State, PutBack, UndoneBy, UndoneAt, Token) = (ImportState.Undone, putBack, Cut(by, MaxByLength), at, Guid.CreateVersion7());
    }

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}

/// <summary>What the rows of a file are about where they do not say so themselves: keys of a follow-up and a unit; null where nothing is chosen.</summary>
public readonly record struct ImportDefaults(string? FollowUp, string? Unit);

/// <summary>How many rows of a file came to what.</summary>
/// <param name="Taken">Taken in as drafts.</param>
/// <param name="Unchanged">Said what already stood there, or nothing.</param>
/// <param name="Refused">Had faults and were left out.</param>
/// <param name="Overtaken">Were changed by somebody between the look at them and the taking in, and left as they were.</param>
public readonly record struct ImportTally(int Taken, int Unchanged, int Refused, int Overtaken);

/// <summary>The content of an uploaded file.</summary>
public sealed class ImportContent(Guid importId, byte[] bytes)
{
    public Guid ImportId { get; private init; } = importId;

    /// <summary>As it was uploaded.</summary>
    public byte[] Bytes { get; private init; } = bytes;
}
