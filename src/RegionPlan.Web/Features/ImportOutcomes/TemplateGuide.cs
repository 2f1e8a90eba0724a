namespace RegionPlan.Web.Features.ImportOutcomes;

/// <summary>The instructions on the template's second sheet.</summary>
internal static class TemplateGuide
{
    internal static readonly IReadOnlyList<string> Lines =
    [
        "Fyll i bladet Utfall, spara filen som Excel-arbetsbok (.xlsx) och läs in den. Inget sparas förrän du har sett en förhandsgranskning och godkänt den.",
        "Ändra inte Uppföljning, Enhet, Mått, Delmått, Avser och Period: de säger vad raden handlar om. De grå kolumnerna är till för dig och läses inte in.",
        "Totalt, Kvinnor och Män: skriv tal med decimalkomma, till exempel 78,5. För mått som besvaras med ja eller nej skriver du ja eller nej.",
        "Täljare och Nämnare: fyll i dem i stället för Totalt när måttet är en andel eller kvot, till exempel 120 och 150.",
        "Kommentar visas för alla. Skriv inga personuppgifter.",
        "Analys, Åtgärd, Ansvarig och Klart senast: fyll i när värdet avviker från målet. Ansvarig är en funktion, inte en person. Klart senast skrivs 2026-12-31.",
        "Helårsprognos och Motivering till prognosen: fyll i när uppföljningen frågar efter det.",
        "Skäl: fyll i när du ändrar ett värde som redan är registrerat.",
        "Rader som du lämnar utan värden ändrar ingenting. Rader som inte ska med kan du ta bort.",
        "Låt varje cell stå för sig: sammanfogade celler går inte att läsa in. Har du formler läses det uträknade värdet.",
    ];
}
