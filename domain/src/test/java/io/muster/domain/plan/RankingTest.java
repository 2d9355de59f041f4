package io.muster.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void shouldShareRanksAndSkipTheFollowingOnes() {
        Map<String, Long> figures = Map.of("a", 10L, "b", 30L, "c", 20L, "d", 20L, "e", 10L);

        Map<String, Integer> ranks = Ranking.highestFirst(List.of("a", "b", "c", "d", "e"), figures::get);

        assertThat(ranks).containsExactlyInAnyOrderEntriesOf(Map.of("b", 1, "c", 2, "d", 2, "a", 4, "e", 4));
    }

    @Test
    void shouldReturnNoRanksForNoItems() {
        assertThat(Ranking.highestFirst(List.<String>of(), String::length)).isEmpty();
    }

    @Test
    void shouldShareTheFirstRankIfAllAreEqual() {
        assertThat(Ranking.highestFirst(List.of("aa", "bb", "cc"), String::length)
                        .values())
                .containsOnly(1);
    }

    @Test
    void shouldRankByAttainmentOnlyItemsThatHaveOne() {
        Map<String, Double> attainment = Map.of("a", 50.0, "b", 112.67);
        Map<String, Integer> ranks = new HashMap<>();

        Ranking.byAttainment(List.of("a", "b", "c"), attainment::get, ranks::put);

        assertThat(ranks).containsOnly(Map.entry("b", 1), Map.entry("a", 2));
    }

    @Test
    void shouldRankByCount() {
        Map<String, Integer> ranks = new HashMap<>();

        Ranking.byCount(List.of("a", "bb", "cc"), String::length, ranks::put);

        assertThat(ranks).containsOnly(Map.entry("bb", 1), Map.entry("cc", 1), Map.entry("a", 3));
    }

    @Test
    void shouldTreatAllAreasOnTheFifthRankAsLeadersUnlessTheirFigureIsZero() {
        assertThat(Ranking.isLeading(5, 1)).isTrue();
        assertThat(Ranking.isLeading(6, 0.01)).isFalse();
        assertThat(Ranking.isLeading(1, 0.0)).isFalse();
        assertThat(Ranking.isLeading(1, null)).isFalse();
        assertThat(Ranking.isLeading(null, 1)).isFalse();
    }
}
