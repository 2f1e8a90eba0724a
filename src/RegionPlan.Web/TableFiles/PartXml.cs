using System.Text;
using System.Xml;

namespace RegionPlan.Web.TableFiles;

/// <summary>Walks through the XML of one part of a workbook, without ever holding more than a cell of it.</summary>
internal sealed class PartXml : IDisposable
{
    private const int MaxDepth = 64;
    private const int MaxTextLength = 100_000;

    private readonly XmlReader reader;

    internal PartXml(Stream part, long maxBytes, CancellationToken cancellation) => reader = XmlReader.Create(
        new MarkupGuard(part, maxBytes, cancellation),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(),
            CloseInput = true,
        });

    /// <summary>An attribute of the element, whatever its namespace; null where it has none of the name.</summary>
    internal string? this[string attribute]
    {
        get
        {
            for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            {
                if (reader.LocalName == attribute)
                {
                    var value = reader.Value;
                    reader.MoveToElement();
                    return value;
                }
            }

            reader.MoveToElement();
            return null;
        }
    }

    internal bool IsEmpty => reader.IsEmptyElement;

    public void Dispose() => reader.Dispose();

    internal bool Read()
    {
        var read = reader.Read();
        return reader.Depth <= MaxDepth ? read : throw new InvalidDataException("XML nested too deep.");
    }

    internal bool Starts(string element) => reader.NodeType == XmlNodeType.Element && reader.LocalName == element;

    internal bool Ends(string element) => reader.NodeType == XmlNodeType.EndElement && reader.LocalName == element;

    /// <summary>The text directly within the element, which is left at its end.</summary>
    internal string Text()
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var text = "";
        while (Read() && reader.Depth > depth)
        {
            text = IsText ? Checked(text + reader.Value) : text;
        }

        return text;
    }

    /// <summary>The text of a shared or inline string: its plain text or all its runs, but not how it is pronounced.</summary>
    internal string RichText()
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var runs = new StringBuilder();
        var pronounced = 0;
        while (Read() && reader.Depth > depth)
        {
            pronounced += Starts("rPh") && !IsEmpty ? 1 : Ends("rPh") ? -1 : 0;
            if (pronounced == 0 && Starts("t"))
            {
                runs.Append(Text());
                _ = Checked(runs);
            }
        }

        return EscapedSigns.Decode(runs.ToString());
    }

    private bool IsText => reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA;

    private static string Checked(string text) => text.Length <= MaxTextLength ? text : throw new InvalidDataException("A cell's text is too long.");

    private static StringBuilder Checked(StringBuilder text) =>
        text.Length <= MaxTextLength ? text : throw new InvalidDataException("A cell's text is too long.");

    /// <summary>The names of elements and attributes: a workbook has a few hundred.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int MaxNames = 10_000;
        private const int MaxNameLength = 2_000;

        private int names;

        public override string Add(char[] key, int start, int len)
        {
            if (Get(key, start, len) is { } known)
            {
                return known;
            }

            Count(len);
            return base.Add(key, start, len);
        }

        public override string Add(string key)
        {
            if (Get(key) is { } known)
            {
                return known;
            }

            Count(key.Length);
            return base.Add(key);
        }

        private void Count(int length)
        {
            if (++names > MaxNames || length > MaxNameLength)
            {
                throw new InvalidDataException("Too many or too long XML names.");
            }
        }
    }
}
