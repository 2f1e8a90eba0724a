using RegionPlan.Domain.FollowUps;

namespace RegionPlan.Domain.Reports;

/// <summary>A section that a report is to have.</summary>
/// <param name="Key">What stands in addresses; the same in every report that has the section.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Asks">What it is to say.</param>
/// <param name="Source">The law, recommendation or plan that asks for it.</param>
/// <param name="Owner">The role that writes it.</param>
/// <param name="Start">What it begins with: live blocks that show the figures.</param>
/// <param name="IsRequired">Whether the law or the plan asks for it, so that it cannot be left out unseen.</param>
public sealed record SectionTemplate(string Key, string Title, string Asks, string Source, string Owner, string Start = "", bool IsRequired = true)
{
    /// <summary>Whether it is filled by live blocks before anybody has written in it.</summary>
    public bool IsFilled => ReportText.PartsOf(Start).Any(p => p is ReportPart.Live);
}

/// <summary>
/// The sections of each kind of report, with where they are asked for: kommunallagen (2017:725) 11 kap., lagen om kommunal bokföring och
/// redovisning (2018:597) 11 and 13 kap., and the steering model of regionplan 2024-2026 (bilaga 7).
/// </summary>
public static class ReportTemplate
{
    private const string Plan = "Regionplan 2024–2026, bilaga 7";
    private const string InterimLaw = "LKBR 13 kap.; KL 11 kap.";
    private const string AnnualLaw = "LKBR 11 kap.";
    private const string Office = "Regionstaben";
    private const string Finance = "Ekonomidirektören";
    private const string Board = "Nämndens sekreterare";

    private static readonly SectionTemplate Goals = new(
        "mal", "Utvärdering av målen", "En sammanfattande utvärdering av alla mål: hur långt vi har kommit och varför.", $"{InterimLaw}; {Plan}", Office, "[[mål]]\n\n[[mått]]\n");

    private static readonly SectionTemplate Deviations = new(
        "avvikelser", "Avvikelser och åtgärder", "Varje målvärde som inte nås: orsaken och vad som görs.", Plan, Office, "[[avvikelser]]\n");

    private static readonly SectionTemplate Assessments = new(
        "bedomningar", "Nämndernas bedömningar", "Varje nämnds bedömning av målen, med skäl där den skiljer sig från den beräknade.", Plan, Office, "[[bedömningar]]\n");

    private static readonly SectionTemplate Events = new(
        "handelser", "Händelser av väsentlig betydelse", "Det som har hänt under perioden, eller efter den, och som betyder mycket för ekonomin eller verksamheten.", $"{InterimLaw}; {Plan}", Office);

    private static readonly SectionTemplate Development = new(
        "utveckling", "Förväntad utveckling", "Hur utvecklingen mot god ekonomisk hushållning väntas bli, i ekonomin och i verksamheten.", $"{InterimLaw}; {Plan}", Office);

    private static readonly SectionTemplate Economy = new(
        "ekonomi", "Ekonomi och helårsprognos", "Hur prognosen för helåret står sig mot budgeten.", $"{InterimLaw}; {Plan}", Finance, "[[ekonomi]]\n");

    private static readonly SectionTemplate YearsEconomy = Economy with { Title = "Ekonomi", Asks = "Hur årets utfall står sig mot budgeten, och varför." };

    private static readonly SectionTemplate Balance = new(
        "balanskrav", "Balanskravsresultat", "En bedömning av balanskravsresultatet utifrån helårsprognosen.", "KL 11 kap. (balanskravet)", Finance, "[[balanskrav]]\n");

    private static readonly SectionTemplate Control = new(
        "internkontroll", "Intern kontroll", "Uppföljning av internkontrollplanen.", $"KL 6 kap.; {Plan}", Office);

    private static readonly SectionTemplate Assignments = new(
        "uppdrag", "Uppdrag", "Hur regionfullmäktiges uppdrag går.", Plan, Office, IsRequired: false);

    private static readonly SectionTemplate Changes = new(
        "andringar", "Ändrat sedan förra rapporten", "Det som har ändrats, och det som har rättats, sedan den förra rapporten.", Plan, Office, "[[ändringar]]\n", IsRequired: false);

    private static readonly SectionTemplate Summary = new(
        "sammanfattning", "Sammanfattning", "Det viktigaste, på en sida.", Plan, Office);

    private static readonly SectionTemplate Future = new(
        "framtid", "Framtidsavsnitt", "Det som nästa regionplan behöver veta.", Plan, Board);

    /// <summary>The sections of a report, in order.</summary>
    /// <param name="kind">The kind of report.</param>
    /// <param name="through">The last day it follows up: internal control is followed up from tertial 2 on, and the future at the year's end.</param>
    /// <param name="isBoards">Whether it is a nämnd's own report, which its secretary answers for.</param>
    public static IReadOnlyList<SectionTemplate> Of(FollowUpKind kind, DateOnly through, bool isBoards = false) =>
        isBoards ? [.. SectionsOf(kind, through).Select(s => s with { Owner = Board })] : SectionsOf(kind, through);

    private static IReadOnlyList<SectionTemplate> SectionsOf(FollowUpKind kind, DateOnly through) => kind switch
    {
        FollowUpKind.PeriodReport => [Summary, EconomyOf(through), Events with { Source = Plan }],
        FollowUpKind.ProgressReport => [Summary, Goals with { Source = Plan }, EconomyOf(through), Deviations],
        FollowUpKind.ActivityReport =>
        [
            Summary, Goals with { Source = Plan }, Deviations, Events with { Source = Plan }, EconomyOf(through), .. From(8, through, Control), .. From(12, through, Future),
        ],
        FollowUpKind.InterimReport =>
            [Summary, Events, Goals, Assessments, Deviations, Economy, Balance, Development, .. From(8, through, Control), Assignments, Changes],
        FollowUpKind.AnnualReport =>
        [
            Summary,
            new("oversikt", "Översikt över verksamhetens utveckling", "De senaste årens viktigaste tal och vad de betyder.", AnnualLaw, Finance),
            new("organisation", "Organisation", "Den kommunala koncernen och nämnderna.", AnnualLaw, Office),
            new("forhallanden", "Förhållanden som betyder något för resultat och ställning", "Det som inte syns i räkningarna men behövs för att förstå dem.", AnnualLaw, Finance),
            Events with { Source = AnnualLaw },
            new("styrning", "Styrning och uppföljning", "Hur verksamheten har styrts och följts upp.", AnnualLaw, Office),
            Goals with { Source = $"{AnnualLaw}; KL 11 kap." },
            Assessments,
            Deviations,
            YearsEconomy with { Title = "God ekonomisk hushållning och ekonomisk ställning", Source = AnnualLaw },
            Balance with { Asks = "Årets balanskravsresultat: avsättning till och uttag ur resultatutjämningsreserven, och det som ska återställas.", Source = $"{AnnualLaw}; KL 11 kap." },
            new("personal", "Väsentliga personalförhållanden", "Antal anställda, frånvaro och det som i övrigt betyder något.", AnnualLaw, "HR-direktören"),
            Control,
            Development with { Source = AnnualLaw },
            Assignments,
            Changes,
        ],
    };

    /// <summary>Asked for by the plan alone: the laws are about the delårsrapport and the årsredovisning.</summary>
    private static SectionTemplate EconomyOf(DateOnly through) => (through.Month == 12 ? YearsEconomy : Economy) with { Source = Plan };

    private static SectionTemplate[] From(int month, DateOnly through, SectionTemplate section) => through.Month >= month ? [section] : [];
}
