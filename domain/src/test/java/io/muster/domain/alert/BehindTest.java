package io.muster.domain.alert;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Linear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A drive of 31 days in May. With a target of 310 the plan expects 10 a day. */
class BehindTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Campaign DRIVE = new Campaign(
            campaignId("drive"),
            Map.of(),
            new Campaign.Period(LocalDate.parse("2023-05-01"), LocalDate.parse("2023-05-31"), ZONE),
            areaId("province"),
            new Linear(),
            null,
            null,
            List.of());
    private static final AlertRules RULES = AlertRules.usual("district");

    @Test
    void shouldFireInTheMorningAfterTwoDaysThatEndedBehind() {
        int[] counts = month(7); // in the evening 56 of 70 on the 8th, 63 of 80 on the 9th, 70 of 90 on the 10th

        assertThat(asOf(10, counts)).isEmpty();
        assertThat(asOf(11, counts)).containsExactly(fired(11));
        assertThat(asOf(31, counts)).containsExactly(fired(11));
    }

    @Test
    void shouldBeResolvedOnTheDayThatMeetsTheResolveMargin() {
        int[] counts = month(7);
        counts[19] = 30; // in the evening 163 of 190 on the 20th, 170 of 200 on the 21st
        counts[21] = 30; // 200 of 210 on the 22nd

        assertThat(asOf(21, counts)).containsExactly(fired(11));
        assertThat(asOf(22, counts)).containsExactly(new Episode(morning(11), morning(22)));
    }

    @Test
    void shouldUseTheCurrentDayForResolvingButNotForFiring() {
        int[] counts = month(7);
        counts[10] = 0;

        assertThat(asOf(11, counts)).containsExactly(fired(11));
        counts[10] = 24; // 70 + 24 of 100
        assertThat(asOf(11, counts)).containsExactly(new Episode(morning(11), morning(11)));
    }

    @Test
    void shouldFireAtOnceWithoutHoldTime() {
        AlertRules atOnce = new AlertRules("district", 20, 10, 0, 72);

        assertThat(Behind.episodes(course(1, 310, new int[31]), atOnce)).isEmpty();
        assertThat(Behind.episodes(course(2, 310, new int[31]), atOnce)).containsExactly(fired(2));
    }

    @Test
    void shouldFireForAnAreaWithoutStatements() {
        assertThat(asOf(3, new int[31])).isEmpty();
        assertThat(asOf(4, new int[31])).containsExactly(fired(4));
    }

    @Test
    void shouldBeResolvedWhenTheCampaignEnds() {
        assertThat(asOf(32, new int[31])).containsExactly(new Episode(morning(4), morning(32)));
    }

    @Property(tries = 500)
    void shouldFireOnceForASeriesThatFallsBehindOnceAndCatchesUpOnce(
            @ForAll @IntRange(min = 0, max = 6) int slow,
            @ForAll @IntRange(min = 3, max = 25) int turn,
            @ForAll @IntRange(min = 15, max = 80) int fast,
            @ForAll @IntRange(min = 1, max = 31) int asOf) {
        int[] counts = month(slow);
        Arrays.fill(counts, turn, counts.length, fast);

        List<Episode> episodes = asOf(asOf, counts);

        assertThat(episodes.size()).isLessThanOrEqualTo(1);
    }

    @Property(tries = 500)
    void shouldKeepPastEpisodesAsDaysPass(
            @ForAll("counts") int[] counts, @ForAll @IntRange(min = 1, max = 30) int asOf) {
        List<Episode> today = asOf(asOf, counts);
        List<Episode> tomorrow = asOf(asOf + 1, counts);

        List<Instant> firedByToday = today.stream().map(Episode::firedAt).toList();
        assertThat(tomorrow.stream().map(Episode::firedAt).limit(firedByToday.size()))
                .containsExactlyElementsOf(firedByToday);
    }

    @Property(tries = 1000)
    void shouldNeverBeLessBehindWithAHigherTarget(
            @ForAll("counts") int[] counts,
            @ForAll("rules") AlertRules rules,
            @ForAll @IntRange(min = 1, max = 31) int asOf,
            @ForAll @IntRange(min = 1, max = 900) int target,
            @ForAll @IntRange(min = 0, max = 200) int more) {
        List<Episode> lower = Behind.episodes(course(asOf, target, counts), rules);
        List<Episode> higher = Behind.episodes(course(asOf, target + more, counts), rules);

        assertThat(lower).allSatisfy(episode -> assertThat(higher).anyMatch(longer -> contains(longer, episode)));
    }

    private static boolean contains(Episode longer, Episode episode) {
        Instant end = longer.resolvedAt();
        return !longer.firedAt().isAfter(episode.firedAt())
                && (end == null || (episode.resolvedAt() != null && !end.isBefore(episode.resolvedAt())));
    }

    @Provide
    Arbitrary<int[]> counts() {
        return Arbitraries.integers().between(0, 30).array(int[].class).ofSize(31);
    }

    @Provide
    Arbitrary<AlertRules> rules() {
        return Combinators.combine(
                        Arbitraries.doubles().between(5, 60),
                        Arbitraries.doubles().between(0, 4.9),
                        Arbitraries.integers().between(0, 5))
                .as((margin, better, hold) -> new AlertRules("district", margin, better, hold, 72));
    }

    private static int[] month(int count) {
        int[] counts = new int[31];
        Arrays.fill(counts, count);
        return counts;
    }

    private static List<Episode> asOf(int day, int[] counts) {
        return Behind.episodes(course(day, 310, counts), RULES);
    }

    /** The course as judged during the given day. */
    private static Course course(int day, long target, int[] counts) {
        return new Course(DRIVE, may(day), target, on -> counts[on.getDayOfMonth() - 1]);
    }

    private static Episode fired(int day) {
        return new Episode(morning(day), null);
    }

    private static Instant morning(int day) {
        return may(day).atStartOfDay(ZONE).toInstant();
    }

    private static LocalDate may(int day) {
        return LocalDate.parse("2023-04-30").plusDays(day);
    }
}
