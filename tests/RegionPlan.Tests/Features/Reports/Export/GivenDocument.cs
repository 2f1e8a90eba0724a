using RegionPlan.Web.Features.Reports.Documents;
using RegionPlan.Web.Features.Reports.Export;
using RegionPlan.Web.Shared;

namespace RegionPlan.Tests.Features.Reports.Export;

/// <summary>A report with one of everything that a report can hold, and texts that are difficult to write.</summary>
internal static class GivenDocument
{
    internal const string Difficult = "=1+1 <b>&amp;</b> \u0007\uD800 👩🏽‍⚕️ ]]> _x000D_ åäö\n\"citat\"";

    internal static readonly Guid Entry = new("0193d2a4-0000-7000-8000-000000000001");

    internal static DocumentImprint Imprint { get; } = new("Region Kalmar län", "Arbetsmaterial 2026-11-22 14:05", new Uri("https://regionplan.example.org/"));

    internal static ReportDocument Everything => new(
        "Delårsrapport tertial 2 2025",
        "Region Kalmar län",
        new(2025, 1, 1),
        new(2025, 8, 31),
        [
            new("sammanfattning", "Sammanfattning", "Regionplan 2024–2026, bilaga 7", true, Prose()),
            new("mal", "Utvärdering av målen", "LKBR 13 kap.; KL 11 kap.", true, [Figures, Chart(), WideTable]),
            new("handelser", "Händelser av väsentlig betydelse", "LKBR 13 kap.", false, []),
        ]);

    internal static DocumentBlock.Table Figures => new(
        "Målen",
        [new("Mått"), new("Status"), new("Utfall 2025", true), new("Målvärde 2025", true), new("Registrerat")],
        [
            [
                new("3.11 Antal vårdplatser", "/matt/3.11?ar=2025"), new("Uppnått") { Status = "achieved" },
                new("10\u00a0186,6") { Figure = new(10_186.6m, 1, "antal", Entry), IsExample = true, Beside = ["T2 2025"] }, new("10\u00a0000") { Figure = new(10_000m, 1, "antal") }, new("2025-09-14"),
            ],
            [
                new("1.2 Väntetid"), new("Delvis uppnått") { Status = "partly", Beside = ["Beräknad: Ej uppnått."] },
                new("89,5\u00a0%") { Figure = new(89.46m, 1, "%") }, new("90\u00a0%") { Figure = new(90m, 1, "%") }, new("2025-09-14 08:05"),
            ],
            [new("1.3 Resultat"), new("Ej uppnått") { Status = "not" }, new("−7,3") { Figure = new(-7.3m, 1, "mnkr") }, DocumentCell.None, new("–")],
            [new("1.4 Läsning"), new("Utfall saknas") { Status = "missing" }, new("saknas") { Beside = ["senast 4 (2023)"] }, new("4") { Figure = new(4m, 0, "antal") }, new("–")],
            [new("1.5 Annat"), new("Ej målsatt") { Status = "none" }, new("5") { Figure = new(5m, 0, "antal") }, DocumentCell.None, new("–")],
        ])
    {
        IsLive = true,
    };

    private static DocumentBlock.Table WideTable => new(
        "Driftramar per nämnd och år",
        [new("Nämnd"), .. Enumerable.Range(2012, 16).Select(y => new DocumentColumn($"Utfall {y}", true))],
        [.. Enumerable.Range(1, 30).Select(n => (IReadOnlyList<DocumentCell>)[new($"Nämnden för rad {n}"), .. Enumerable.Range(0, 16).Select(i => new DocumentCell($"−{n}\u00a0{100 + i},5"))])]);

    internal static DocumentBlock.Chart Chart(string key = "total", int firstYear = 2015) => new(
        key,
        $"Region Kalmar län {firstYear}–{firstYear + 9}",
        $"Från 81,0 % {firstYear} till 90,0 % {firstYear + 9}. Målvärde {firstYear + 9}: 91 %.",
        "%",
        1,
        [
            new("Utfall", LineKind.Outcome, [.. Enumerable.Range(0, 10).Select(i => new LineChart.Point(firstYear + i, i == 4 ? null : 81 + i, i == 9, i == 7))]),
            new("Kvinnor", LineKind.Women, [.. Enumerable.Range(5, 5).Select(i => new LineChart.Point(firstYear + i, 82.5m + i))]),
            new("Män", LineKind.Men, [.. Enumerable.Range(5, 5).Select(i => new LineChart.Point(firstYear + i, 79.5m + i))]),
            new("Riket", LineKind.Comparison, [.. Enumerable.Range(0, 10).Select(i => new LineChart.Point(firstYear + i, 84 + (i / 2m)))]),
        ],
        [.. Enumerable.Range(7, 3).Select(i => new YearValue(firstYear + i, 87 + i))],
        [new(2030, 95)],
        [new(firstYear + 7, "Ny definition av besök")]);

    /// <summary>A report of many sections, tables and charts.</summary>
    internal static ReportDocument Large(int chapters, int chartsInEach) => new(
        "Årsredovisning 2025",
        "Region Kalmar län",
        new(2025, 1, 1),
        new(2025, 12, 31),
        [
            .. Enumerable.Range(1, chapters).Select(c => new DocumentChapter($"avsnitt-{c}", $"Avsnitt {c} om verksamhetens utveckling", "LKBR 11 kap.", true,
            [
                .. Enumerable.Range(1, 9).Select(_ => new DocumentBlock.Paragraph([new(Long)])),
                Figures,
                .. Enumerable.Range(1, chartsInEach).SelectMany(n => new DocumentBlock[]
                {
                    new DocumentBlock.Heading(3, $"{c}.{n} Andel som får vård i tid"), Chart($"serie-{n}", 2014), new DocumentBlock.Paragraph([new(Long)]),
                }),
                LongTable,
            ])),
        ]);

    private static string Long => string.Join(' ', Enumerable.Repeat("Regionen har under året arbetat med tillgänglighet, kompetensförsörjning och en ekonomi i balans.", 8));

    private static DocumentBlock.Table LongTable => new(
        "Avvikelser",
        [new("Mått"), new("Utfall", true), new("Målvärde", true), new("Analys och åtgärd")],
        [.. Enumerable.Range(1, 22).Select(n => (IReadOnlyList<DocumentCell>)
        [
            new($"{n} Andel patienter som får en medicinsk bedömning inom tre dagar"), new($"{n},5") { Figure = new(n + 0.5m, 1, "%") }, new("90") { Figure = new(90, 0, "%") }, new(Long[..200]),
        ])])
    {
        IsLive = true,
    };

    private static IReadOnlyList<DocumentBlock> Prose() =>
    [
        new DocumentBlock.Paragraph([new("Resultatet är "), new("starkt") { IsBold = true }, new(" men "), new("osäkert") { IsItalic = true }, new(", se "), new("planen") { Href = "/mal/3" }, new(", "), new("lagen") { Href = "https://www.riksdagen.se/" }, new(" och "), new("målen") { Href = "#mal" }, new(".1") { Note = "Noten om resultatet." }]),
        new DocumentBlock.Heading(3, "Det viktigaste"),
        new DocumentBlock.Items(false, [[new DocumentBlock.Paragraph([new("Första")])], [new DocumentBlock.Paragraph([new("Andra")]), new DocumentBlock.Items(true, [[new DocumentBlock.Paragraph([new("Inre ett")])], [new DocumentBlock.Paragraph([new("Inre två")])]])]]),
        new DocumentBlock.Items(true, [[new DocumentBlock.Paragraph([new("Ett")])], [new DocumentBlock.Paragraph([new("Två")]), new DocumentBlock.Paragraph([new("Mer om två")])], []]),
        new DocumentBlock.Heading(4, "Närmare"),
        new DocumentBlock.Quote([new DocumentBlock.Paragraph([new("Nämnden anser att läget är gott.")]), new DocumentBlock.Heading(5, "Rubrik i citat")]),
        new DocumentBlock.Paragraph([new(Difficult), new("\n"), new("ny rad"), new("2") { Note = Difficult }]),
        new DocumentBlock.Remark("Det finns inga mål för året."),
        new DocumentBlock.Table("Skrivet för hand", [new("År"), new("Värde", true), new("Värde", true)], [[new("2024"), new("1\u00a0234,5"), new("−3,2\u00a0%")], [new("2025"), new(Difficult), new("")]]),
        new DocumentBlock.Table("", [new(""), new("")], [[new("a"), new("b")]]),
    ];
}
