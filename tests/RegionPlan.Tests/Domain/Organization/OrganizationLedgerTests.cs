using RegionPlan.Domain;
using RegionPlan.Domain.Organization;

namespace RegionPlan.Tests.Domain.Organization;

public sealed class OrganizationLedgerTests
{
    private readonly GivenOrganization given = new();

    [Fact]
    public void A_founded_unit_stands_from_its_day_and_not_before()
    {
        given.Found("2025-07-01", "Upphandling & inköp", "Service");

        given.Under("Service", "2025-06-30").ShouldBe(["Fastigheter", "Kost", "Logistik"]);
        given.Under("Service", "2025-07-01").ShouldBe(["Fastigheter", "Kost", "Logistik", "Upphandling & inköp"]);
        given["Upphandling & inköp"].Key.ShouldBe("upphandling-inkop");
        given.Ledger.Founded.ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_units_of_the_same_name_have_keys_of_their_own_and_a_long_name_a_key_that_fits()
    {
        var first = given.Found("2025-07-01", "Å ä ö", "Service");
        given.Found("2025-07-01", "Å ä ö", "Staben");
        given.Found("2025-07-01", new string('x', 200), "Staben");
        given.Found("2025-07-01", "!!!", "Staben");

        given.Ledger.Founded.Select(u => u.Key).ShouldBe(["a-a-o", "a-a-o-2", new string('x', 80), "enhet"]);
        first.Version.ShouldBe(1);
        given.Ledger.Version.ShouldBe(4);
    }

    [Fact]
    public void A_rename_keeps_the_unit_and_all_below_it_and_the_old_name_before_its_day()
    {
        given.Rename("2025-07-01", "Logistik", "Transporter och förråd");

        given.On("2025-06-30").NameOf(given["Logistik"].Id).ShouldBe("Logistik");
        given.Under("Logistik", "2025-07-01").ShouldBe(["Transport"]);
        given.On("2025-07-01").NameOf(given["Logistik"].Id).ShouldBe("Transporter och förråd");
    }

    [Fact]
    public void A_rename_reaches_past_a_later_move_and_stops_at_a_later_name()
    {
        given.Move("2026-01-01", "Kost", "Staben");
        given.Rename("2027-01-01", "Kost", "Måltider");
        given.Rename("2025-07-01", "Kost", "Mat");

        string[] days = ["2025-07-01", "2026-01-01", "2027-01-01"];
        days.Select(d => given.On(d).NameOf(given["Kost"].Id)).ShouldBe(["Mat", "Mat", "Måltider"]);
        given.Under("Staben", "2026-06-01").ShouldContain("Mat");
    }

    [Fact]
    public void A_move_takes_everything_below_along_and_reaches_past_a_later_name()
    {
        given.Rename("2026-01-01", "Logistik", "Logistiken");
        given.Move("2025-07-01", "Logistik", "Staben");

        given.Under("Staben", "2025-06-30").ShouldBe(["Ekonomi"]);
        given.Under("Staben", "2025-07-01").ShouldBe(["Ekonomi", "Logistik"]);
        given.Under("Staben", "2026-01-01").ShouldBe(["Ekonomi", "Logistiken"]);
        given.On("2025-07-01").IsSameOrBelow(given["Transport"].Id, given["Staben"].Id).ShouldBeTrue();
    }

    [Fact]
    public void Merged_units_are_closed_and_the_new_one_takes_over_all_below_them()
    {
        given.Merge("2025-07-01", ["Kost", "Logistik"], "Försörjning");

        given.Under("Service", "2025-06-30").ShouldBe(["Fastigheter", "Kost", "Logistik"]);
        given.Under("Service", "2025-07-01").ShouldBe(["Fastigheter", "Försörjning"]);
        given.Under("Försörjning", "2025-07-01").ShouldBe(["Transport"]);
        given.Ledger.SuccessorsOf(given["Kost"], Given.Day("2025-07-01")).ShouldHaveSingleItem().ShouldBe(given["Försörjning"]);
        given.Ledger.SuccessorsOf(given["Kost"], Given.Day("2025-06-30")).ShouldBeEmpty();
    }

    [Fact]
    public void The_new_unit_may_bear_the_name_of_one_that_it_replaces()
    {
        given.Merge("2025-07-01", ["Kost", "Logistik"], "Kost");
        given.Under("Service", "2025-07-01").ShouldBe(["Fastigheter", "Kost"]);

        given.Split("2025-08-01", "Fastigheter", "Fastigheter", "Lokaler");
        given.Under("Service", "2025-08-01").ShouldBe(["Fastigheter", "Kost", "Lokaler"]);
    }

    [Fact]
    public void A_unit_that_goes_up_in_one_that_is_there_hands_over_what_is_below_it()
    {
        given.MergeInto("2025-07-01", ["Logistik", "Kost", "Logistik"], "Kost");

        given.Under("Service", "2025-07-01").ShouldBe(["Fastigheter", "Kost"]);
        given.Under("Kost", "2025-07-01").ShouldBe(["Transport"]);
        given.Ledger.SuccessorsOf(given["Logistik"], Given.Day("2026-01-01")).ShouldBe([given["Kost"]]);
    }

    [Fact]
    public void What_is_decided_to_stand_under_a_merged_unit_later_stands_under_its_successor_then()
    {
        given.Found("2026-01-01", "Bageri", "Kost", UnitKind.Unit);
        given.Move("2026-02-01", "Transport", "Kost");
        given.Merge("2025-07-01", ["Kost", "Fastigheter"], "Hus och mat");

        given.Under("Hus och mat", "2025-12-31").ShouldBeEmpty();
        given.Under("Hus och mat", "2026-03-01").ShouldBe(["Transport", "Bageri"]);
    }

    [Fact]
    public void A_split_unit_is_replaced_by_its_parts_and_the_first_takes_over_what_is_below()
    {
        given.Split("2025-07-01", "Logistik", "Förråd", "Åkeri");

        given.Under("Service", "2025-07-01").ShouldBe(["Fastigheter", "Förråd", "Kost", "Åkeri"]);
        given.Under("Förråd", "2025-07-01").ShouldBe(["Transport"]);
        given.Ledger.SuccessorsOf(given["Logistik"], Given.Day("2025-07-01")).Select(u => u.Key).ShouldBe(["forrad", "akeri"], ignoreOrder: true);
    }

    [Fact]
    public void A_closed_unit_is_gone_from_its_day_has_no_successor_and_stays_gone_past_what_was_decided_for_later()
    {
        given.Rename("2026-01-01", "Kost", "Måltider");
        given.Close("2025-07-01", "Kost");

        given.Under("Service", "2025-06-30").ShouldContain("Kost");
        given.Under("Service", "2026-06-01").ShouldBe(["Fastigheter", "Logistik"]);
        given.Ledger.SuccessorsOf(given["Kost"], Given.Day("2026-06-01")).ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_that_is_renamed_before_it_is_merged_still_tells_who_took_over()
    {
        given.Merge("2025-07-01", ["Kost", "Fastigheter"], "Hus och mat");
        given.Rename("2025-03-01", "Kost", "Måltider");

        given.On("2025-03-01").NameOf(given["Kost"].Id).ShouldBe("Måltider");
        given.Ledger.SuccessorsOf(given["Kost"], Given.Day("2025-07-01")).ShouldBe([given["Hus och mat"]]);
    }

    [Fact]
    public void A_tree_as_of_before_a_change_does_not_know_it()
    {
        var (before, after) = (given.Lines("2025-08-01"), given.Merge("2025-07-01", ["Kost", "Logistik"], "Försörjning").Recorded.At);

        given.Lines("2025-08-01", after.AddTicks(-1)).ShouldBe(before);
        given.Lines("2025-08-01", after).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("Hallå", "Hallå finns redan")]
    [InlineData(" ", "Ange ett namn på högst 200 tecken.")]
    public void A_new_unit_needs_a_name_that_nobody_beside_it_has(string name, string says)
    {
        given.Found("2025-01-01", "Hallå", "Service");

        Refused(() => given.Found("2025-07-01", name, "Service")).ShouldStartWith(says);
        Refused(() => given.Rename("2025-07-01", "Kost", name)).ShouldStartWith(says);
    }

    [Fact]
    public void A_unit_does_not_move_to_where_another_has_its_name()
    {
        given.Found("2025-01-01", "ekonomi", "Service");

        Refused(() => given.Move("2025-07-01", "Ekonomi", "Service")).ShouldBe("ekonomi finns redan under Service. Välj ett annat namn.");
    }

    [Fact]
    public void Whoever_changes_the_organization_says_why() =>
        Refused(() => given.Change("2025-07-01", new UnitChange.Close(given["Kost"].Id), why: " "))
            .ShouldBe("Skriv varför organisationen ändras, till exempel vilket beslut som ligger bakom.");

    [Fact]
    public void A_unit_that_does_not_stand_on_the_day_is_refused_by_name()
    {
        given.Close("2025-07-01", "Kost");
        given.Found("2026-01-01", "Förråd", "Service");
        string[] says =
        [
            Refused(() => given.Rename("2025-07-01", "Kost", "Måltider")),
            Refused(() => given.Move("2025-07-01", "Fastigheter", "Förråd")),
            Refused(() => given.Found("2025-12-31", "Lager", "Förråd", UnitKind.Unit)),
            Refused(() => given.MergeInto("2025-12-31", ["Fastigheter"], "Förråd")),
            Refused(() => given.Rename("2023-12-31", "Fastigheter", "Hus")),
            Refused(() => given.Change("2025-07-01", new UnitChange.Close(Guid.NewGuid()))),
            Refused(() => given.Change("2025-07-01", new UnitChange.Revert(Guid.NewGuid()))),
        ];

        says.ShouldBe(
        [
            "Kost finns inte 2025-07-01. Välj en annan enhet eller ett annat datum.",
            "Förråd finns inte 2025-07-01. Välj en annan enhet eller ett annat datum.",
            "Förråd finns inte 2025-12-31. Välj en annan enhet eller ett annat datum.",
            "Förråd finns inte 2025-12-31. Välj en annan enhet eller ett annat datum.",
            "Fastigheter finns inte 2023-12-31. Välj en annan enhet eller ett annat datum.",
            "Enheten finns inte. Ladda om sidan.",
            "Ändringen finns inte. Ladda om sidan.",
        ]);
    }

    [Fact]
    public void The_region_stays_one_and_on_top()
    {
        var region = given["Regionen"].Id;
        string[] says =
        [
            Refused(() => given.Found("2025-07-01", "Ny region", "Regionen", UnitKind.Region)),
            Refused(() => given.Move("2025-07-01", "Regionen", "Styrelsen")),
            Refused(() => given.Change("2025-07-01", new UnitChange.MergeInto([region], given["Styrelsen"].Id))),
            Refused(() => given.Split("2025-07-01", "Regionen", "Norra", "Södra")),
            Refused(() => given.Close("2025-07-01", "Regionen")),
        ];

        says.ShouldBe(
        [
            "Det finns bara en region. Välj en annan sorts enhet.",
            "Regionen står överst och kan inte flyttas.",
            "Regionen kan inte avvecklas.",
            "Regionen kan inte delas.",
            "Under Regionen ligger Styrelsen, Trafiknämnden. Flytta eller avveckla dem först.",
        ], ignoreOrder: false);
    }

    [Fact]
    public void A_unit_stands_under_one_of_a_higher_kind()
    {
        Refused(() => given.Move("2025-07-01", "Service", "Ekonomi")).ShouldBe(
            "Service kan inte ligga under Ekonomi (2025-07-01): en enhet ska ligga under en på högre nivå. Välj en annan överordnad enhet.");
        Refused(() => given.Move("2025-07-01", "Logistik", "Transport")).ShouldContain("högre nivå");
        Refused(() => given.Found("2025-07-01", "Nämnd", "Service", UnitKind.Board)).ShouldContain("högre nivå");
        Refused(() => given.Move("2025-07-01", "Kost", "Service")).ShouldBe("Enheten ligger redan där. Välj en annan överordnad enhet.");
        Refused(() => given.Rename("2025-07-01", "Kost", " Kost ")).ShouldBe("Enheten heter redan så. Skriv det nya namnet.");
    }

    [Fact]
    public void Nothing_is_left_hanging_under_a_unit_that_ends_now_or_later()
    {
        Refused(() => given.Close("2025-07-01", "Service")).ShouldBe("Under Service ligger Fastigheter, Kost, Logistik. Flytta eller avveckla dem först.");
        given.Found("2026-01-01", "Bageri", "Kost", UnitKind.Unit);
        Refused(() => given.Close("2025-07-01", "Kost")).ShouldBe("Bageri skulle 2026-01-01 ligga under Kost, som då inte finns. Flytta Bageri först.");
        Refused(() => given.Merge("2025-07-01", ["Service", "Staben"], "Allt", "Service")).ShouldBe("Service upphör genom ändringen. Lägg den nya enheten under en annan.");
    }

    [Fact]
    public void A_merge_takes_two_and_a_split_makes_two()
    {
        Refused(() => given.Merge("2025-07-01", ["Kost", "Kost"], "Mat")).ShouldBe("Välj minst två enheter att slå samman.");
        Refused(() => given.MergeInto("2025-07-01", ["Kost"], "Kost")).ShouldBe("Välj minst en enhet att slå samman med den andra.");
        Refused(() => given.Split("2025-07-01", "Kost", "Mat")).ShouldBe("Ange minst två nya enheter som den gamla delas i.");
        Refused(() => given.Split("2025-07-01", "Kost", "Mat", "mat")).ShouldBe("Mat finns redan under Service. Välj ett annat namn.");
    }

    [Fact]
    public void A_date_far_ahead_is_taken_for_a_slip() =>
        Refused(() => given.Close("2205-07-01", "Kost")).ShouldBe("Ange ett datum högst 10 år framåt.");

    [Fact]
    public void A_refused_change_leaves_the_ledger_as_it_was()
    {
        var (lines, placements) = (given.Lines("2026-06-01"), given.Ledger.Units.Sum(u => u.Placements.Count));

        Refused(() => given.Merge("2025-07-01", ["Service", "Regionen"], "Allt", "Styrelsen"));
        Refused(() => given.Found("2025-07-01", "Nämnd", "Service", UnitKind.Board));

        given.Lines("2026-06-01").ShouldBe(lines);
        given.Ledger.Units.Sum(u => u.Placements.Count).ShouldBe(placements);
        given.Ledger.Founded.ShouldBeEmpty();
        given.Ledger.Version.ShouldBe(0);
    }

    [Fact]
    public void A_change_taken_back_leaves_the_organization_as_if_it_had_not_been_made_and_both_stay_in_the_record()
    {
        given.Rename("2026-01-01", "Logistik", "Logistiken");
        string[] days = ["2025-06-30", "2025-07-01", "2026-06-01"];
        var before = days.Select(d => given.Lines(d)).ToList();
        var merged = given.Merge("2025-07-01", ["Kost", "Logistik"], "Försörjning");

        var reverted = given.Revert(merged);

        days.Select(d => given.Lines(d)).ShouldBe(before);
        reverted.HoldsFrom.ShouldBe(merged.HoldsFrom);
        given.Ledger.TakenBackBy(reverted).ShouldBe(merged);
        given.Ledger.IsTakenBack(merged).ShouldBeTrue();
        given.Ledger.SuccessorsOf(given["Kost"], Given.Day("2026-01-01")).ShouldBeEmpty();
        given.Ledger.Changes.Select(c => c.Version).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Changes_are_taken_back_from_the_last_to_the_first_wherever_they_meet()
    {
        var first = given.Lines("2026-06-01");
        var renamed = given.Rename("2025-07-01", "Kost", "Mat");
        var moved = given.Move("2025-09-01", "Kost", "Staben");
        var elsewhere = given.Rename("2025-09-01", "Trafiken", "Länstrafiken");

        Refused(() => given.Revert(renamed)).ShouldBe("En senare ändring, som gäller från 2025-09-01, bygger på den här. Ta tillbaka den först.");
        given.Revert(moved);
        given.Under("Service", "2026-06-01").ShouldContain("Mat");
        given.Revert(renamed);
        given.Revert(elsewhere);

        given.Lines("2026-06-01").ShouldBe(first);
    }

    [Fact]
    public void A_change_is_taken_back_once_and_a_revert_not_at_all()
    {
        var closed = given.Close("2025-07-01", "Kost");
        var reverted = given.Revert(closed);

        Refused(() => given.Revert(closed)).ShouldBe("Ändringen är redan återtagen.");
        Refused(() => given.Revert(reverted)).ShouldBe("Ett återtagande kan inte tas tillbaka. Gör om ändringen i stället.");
    }

    [Fact]
    public void A_founding_is_not_taken_back_from_under_those_who_stand_there()
    {
        var founded = given.Found("2025-07-01", "Inköp", "Service");
        given.Move("2025-08-01", "Transport", "Inköp");

        Refused(() => given.Revert(founded)).ShouldBe("Transport skulle 2025-08-01 ligga under Inköp, som då inte finns. Flytta Transport först.");
    }

    [Fact]
    public void A_unit_whose_founding_was_taken_back_never_stood()
    {
        given.Revert(given.Found("2025-07-01", "Inköp", "Service"));

        given.On("2025-08-01").Find(given["Inköp"].Id).ShouldBeNull();
        OrganizationTree.During(given.Ledger.Units, Given.Day("2025-01-01"), Given.Day("2025-12-31")).Find(given["Inköp"].Id).ShouldBeNull();
    }

    private static string Refused(Func<Reorganization> change) => Should.Throw<RuleViolation>(change).Message;
}
