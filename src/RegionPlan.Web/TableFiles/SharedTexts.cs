namespace RegionPlan.Web.TableFiles;

/// <summary>The texts that the cells of a workbook share, by number.</summary>
internal static class SharedTexts
{
    private const int MaxTexts = 4_000_000;
    private const long MaxCharacters = 60_000_000;

    internal static List<string> Read(PartXml xml)
    {
        var texts = new List<string>();
        var characters = 0L;
        while (xml.Read())
        {
            if (xml.Starts("si"))
            {
                var text = xml.RichText();
                texts.Add(text);
                characters += text.Length;
                if (texts.Count > MaxTexts || characters > MaxCharacters)
                {
                    throw new FileRefused("Arbetsboken har för mycket text för att läsas in på en gång. Dela upp den på flera filer och läs in dem en i taget.");
                }
            }
        }

        return texts;
    }
}
