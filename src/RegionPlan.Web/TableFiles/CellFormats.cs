using System.Globalization;

namespace RegionPlan.Web.TableFiles;

/// <summary>What a cell's number format makes of a number.</summary>
internal enum NumberForm
{
    Plain,
    Percent,
    Date,
}

/// <summary>The cell formats of a workbook, as far as they change what a number means.</summary>
internal sealed class CellFormats
{
    internal static readonly CellFormats None = new([]);

    private readonly IReadOnlyList<NumberForm> forms;

    private CellFormats(IReadOnlyList<NumberForm> forms) => this.forms = forms;

    internal NumberForm this[int style] => style >= 0 && style < forms.Count ? forms[style] : NumberForm.Plain;

    internal static CellFormats Read(PartXml xml)
    {
        var own = new Dictionary<int, string>();
        var formats = new List<int>();
        var isInCells = false;
        while (xml.Read())
        {
            if (xml.Starts("numFmt"))
            {
                own[Whole(xml["numFmtId"])] = xml["formatCode"] ?? "";
            }
            else if (xml.Starts("cellXfs") || xml.Ends("cellXfs"))
            {
                isInCells = xml.Starts("cellXfs") && !xml.IsEmpty;
            }
            else if (isInCells && xml.Starts("xf"))
            {
                formats.Add(Whole(xml["numFmtId"]));
            }
        }

        return new([.. formats.Select(id => own.TryGetValue(id, out var code) ? FormOf(code) : FormOf(id))]);
    }

    /// <summary>Excel's own formats; 27–36 and 50–58 are dates in some languages.</summary>
    private static NumberForm FormOf(int id) => id switch
    {
        9 or 10 => NumberForm.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberForm.Date,
        _ => NumberForm.Plain,
    };

    /// <summary>A format code such as yyyy\-mm\-dd, 0.0 % or #,##0.00\ "kr"; what is quoted or escaped is only shown.</summary>
    private static NumberForm FormOf(string code)
    {
        var form = NumberForm.Plain;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = End(code, i, '"');
                    break;
                case '[':
                    var end = End(code, i, ']');
                    form = code[(i + 1)..end].Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0 ? NumberForm.Date : form;
                    i = end;
                    break;
                case '%':
                    form = form == NumberForm.Date ? form : NumberForm.Percent;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    form = NumberForm.Date;
                    break;
            }
        }

        return form;
    }

    private static int End(string code, int start, char sign) =>
        code.IndexOf(sign, Math.Min(start + 1, code.Length)) is >= 0 and var end ? end : code.Length;

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
