package io.muster.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.plan.Attainment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the committed files with the published figures, without the generator. */
class PublishedFiguresTest {

    private static final List<String> DISTRICTS = List.of(
            "bac-giang-city",
            "hiep-hoa",
            "lang-giang",
            "luc-nam",
            "luc-ngan",
            "son-dong",
            "tan-yen",
            "viet-yen",
            "yen-dung",
            "yen-the");

    private final SampleFolder folder2023 = new SampleFolder("bac-giang-2023");
    private final SampleFolder folder2024 = new SampleFolder("bac-giang-2024");
    private final Recount drive2023 =
            Recount.ofWinners(folder2023.statements("enrollments.csv"), "2023-05-01", "2023-05-31");
    private final Recount drive2024 =
            Recount.ofWinners(folder2024.statements("enrollments.csv"), "2024-04-01", "2024-05-31");

    @Test
    void shouldReach1928Of3285In2023() {
        assertThat(drive2023.enrolled("bac-giang")).isEqualTo(1_928);
        assertThat(Attainment.percent(1_928, target(folder2023, "bac-giang"))).isEqualTo(58.69);
    }

    @Test
    void shouldHave1074From12To18May2023() {
        assertThat(drive2023.enrolled("bac-giang", LocalDate.parse("2023-05-12"), LocalDate.parse("2023-05-18")))
                .isEqualTo(1_074);
    }

    @Test
    void shouldBeLedByYenDungHiepHoaAndLucNganIn2023() {
        assertThat(byCount(drive2023).limit(4).map(id -> id + " " + drive2023.enrolled(id)))
                .startsWith("yen-dung 318", "hiep-hoa 302", "luc-ngan 268");
        assertThat(byCount(drive2023).skip(3)).allMatch(id -> drive2023.enrolled(id) < 268);
    }

    @Test
    void shouldBeLedBySonDongAndYenDungByRateIn2023() {
        assertThat(rate("son-dong")).isEqualTo(112.67);
        assertThat(rate("yen-dung")).isEqualTo(111.58);
        assertThat(DISTRICTS.stream()
                        .filter(id -> !List.of("son-dong", "yen-dung").contains(id)))
                .allMatch(id -> rate(id) < 80);
    }

    @Test
    void shouldHaveTheStockTargetOf2023() {
        assertThat(folder2023.rows("campaigns.csv").get(0).getField("stockTarget"))
                .isEqualTo("52139");
    }

    @Test
    void shouldHaveNearly1000NewAndAStockOfNearly48000In2024() {
        long baseline = Long.parseLong(folder2024.rows("campaigns.csv").get(0).getField("baseline"));

        assertThat(drive2024.enrolled("bac-giang")).isEqualTo(996);
        assertThat(baseline + 996).isBetween(47_900L, 47_999L);
        assertThat(target(folder2024, "bac-giang")).isEqualTo(5_800);
    }

    @Test
    void shouldBeLedByFiveDistrictsIn2024() {
        assertThat(byCount(drive2024).limit(5).map(id -> id + " " + drive2024.enrolled(id)))
                .containsExactly("hiep-hoa 291", "tan-yen 161", "yen-dung 129", "viet-yen 116", "luc-ngan 108");
        assertThat(byCount(drive2024).skip(5)).allMatch(id -> drive2024.enrolled(id) < 108);
    }

    @Test
    void shouldDifferWhenEveryLineIsCounted() {
        Recount lines = Recount.ofLines(folder2023.statements("enrollments.csv"), "2023-05-01", "2023-05-31");

        assertThat(lines.enrolled("bac-giang")).isGreaterThan(2_000);
        assertThat(byCount(lines).findFirst()).contains("hiep-hoa");
        assertThat(DISTRICTS).allMatch(id -> lines.enrolled(id) != drive2023.enrolled(id));
    }

    @Test
    void shouldDifferWhenTheLastLineWins() {
        Recount last = Recount.ofLastLines(folder2023.statements("enrollments.csv"), "2023-05-01", "2023-05-31");

        assertThat(DISTRICTS).anyMatch(id -> last.enrolled(id) != drive2023.enrolled(id));
    }

    private double rate(String district) {
        return Objects.requireNonNull(Attainment.percent(drive2023.enrolled(district), target(folder2023, district)));
    }

    private static Stream<String> byCount(Recount drive) {
        return DISTRICTS.stream()
                .sorted(Comparator.comparingInt((String id) -> drive.enrolled(id))
                        .reversed());
    }

    private static long target(SampleFolder folder, String areaId) {
        return folder.rows("targets.csv").stream()
                .filter(row -> row.getField("areaId").equals(areaId))
                .mapToLong(row -> Long.parseLong(row.getField("target")))
                .findFirst()
                .orElseThrow();
    }
}
