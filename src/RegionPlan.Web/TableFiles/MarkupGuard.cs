namespace RegionPlan.Web.TableFiles;

/// <summary>
/// A part of a workbook on its way to the XML reader. Refuses what Excel does not write but could fill the memory: DTDs and CDATA,
/// a tag or text that never ends, and a part larger than it has reason to be.
/// </summary>
internal sealed class MarkupGuard(Stream part, long maxBytes, CancellationToken cancellation) : Stream
{
    /// <summary>The longest text of a cell, 32 767 signs, with each sign as the longest reference.</summary>
    private const int MaxRun = 256 * 1024;

    private int run;
    private long total;
    private Opened opened;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = part.Read(buffer);
        total += read;
        if (total > maxBytes)
        {
            throw Refused("den är orimligt stor");
        }

        Look(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            throw Refused("den är inte skriven i UTF-8");
        }

        while (!bytes.IsEmpty)
        {
            var taken = opened == Opened.Nothing ? ToNextTag(bytes) : 1;
            opened = (opened, (char)bytes[taken - 1]) switch
            {
                (Opened.Declaration, not '-') => throw Refused("den innehåller en DTD eller CDATA"),
                (Opened.Tag, '!') => Opened.Declaration,
                (_, '<') => Opened.Tag,
                _ => Opened.Nothing,
            };
            run = opened == Opened.Tag ? 0 : run + taken;
            if (run > MaxRun)
            {
                throw Refused("den har en text som är längre än Excel tillåter");
            }

            bytes = bytes[taken..];
        }
    }

    private static int ToNextTag(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'<') is >= 0 and var next ? next + 1 : bytes.Length;

    private static FileRefused Refused(string why) =>
        new($"Arbetsboken har en del som inte kommer från ett kalkylprogram: {why}. Öppna filen i Excel, spara den på nytt som .xlsx och läs in den igen.");

    private enum Opened
    {
        Nothing,
        Tag,
        Declaration,
    }
}
