package io.muster.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void shouldShareRanksAndLeaveOutAsManyAfterThem() {
        Map<String, Long> figures = Map.of("a", 10L, "b", 30L, "c", 20L, "d", 20L, "e", 10L);

        Map<String, Integer> ranks = Ranking.highestFirst(List.of("a", "b", "c", "d", "e"), figures::get);

        assertThat(ranks).containsExactlyInAnyOrderEntriesOf(Map.of("b", 1, "c", 2, "d", 2, "a", 4, "e", 4));
    }

    @Test
    void shouldRankNobodyAmongNobody() {
        assertThat(Ranking.highestFirst(List.<String>of(), String::length)).isEmpty();
    }

    @Test
    void shouldShareTheFirstRankAmongAllWhoAreEqual() {
        assertThat(Ranking.highestFirst(List.of("aa", "bb", "cc"), String::length)
                        .values())
                .containsOnly(1);
    }

    @Test
    void shouldFindTheRankOfWhomItRankedOnly() {
        Map<String, Integer> ranks = Ranking.highestFirst(List.of("a"), String::length);

        assertThat(Ranking.rankOf("a", ranks)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.rankOf("b", ranks))
                .withMessage("b was not ranked");
    }
}
