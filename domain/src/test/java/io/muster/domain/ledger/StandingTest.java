package io.muster.domain.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.StatementBuilder;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StandingTest {

    @Example
    void shouldOrderByVersionFirst() {
        assertThat(of(1, -1, -1).compareOrder(of(2, 0, 0))).isNegative();
        assertThat(of(Long.MAX_VALUE, 0, 0).compareOrder(of(Long.MIN_VALUE, -1, -1)))
                .isPositive();
    }

    @Example
    void shouldOrderEqualVersionsByEventIdWithoutSign() {
        assertThat(of(1, Long.MIN_VALUE, 0).compareOrder(of(1, Long.MAX_VALUE, -1)))
                .isPositive();
        assertThat(of(1, 7, -1).compareOrder(of(1, 7, 1))).isPositive();
        assertThat(of(1, 7, 7).compareOrder(of(1, 7, 7))).isZero();
    }

    @Property
    void shouldOrderEventIdsAsTheirTexts(
            @ForAll long upper, @ForAll long lower, @ForAll long otherUpper, @ForAll long otherLower) {
        int order = of(1, upper, lower).compareOrder(of(1, otherUpper, otherLower));

        String text = new UUID(upper, lower).toString();
        String otherText = new UUID(otherUpper, otherLower).toString();
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(text.compareTo(otherText)));
    }

    @Example
    void shouldKnowWhatMovesOrRemovesSomeoneWhoIsCounted() {
        Standing counted = standing(aStatement().in("yen-dung").on("2023-05-12"));

        assertThat(counted.isMovedOrRemovedBy(
                        standing(aStatement().in("son-dong").on("2023-05-12"))))
                .isTrue();
        assertThat(counted.isMovedOrRemovedBy(
                        standing(aStatement().in("yen-dung").on("2023-05-13"))))
                .isTrue();
        assertThat(counted.isMovedOrRemovedBy(standing(aStatement().withdrawn())))
                .isTrue();
        assertThat(counted.isMovedOrRemovedBy(standing(aStatement().source("another"))))
                .isFalse();
    }

    @Example
    void shouldNotMoveSomeoneWhoIsNotCounted() {
        Standing withdrawn = standing(aStatement().withdrawn());

        assertThat(withdrawn.isMovedOrRemovedBy(standing(aStatement().in("son-dong"))))
                .isFalse();
        assertThat(withdrawn.isMovedOrRemovedBy(
                        standing(aStatement().in("son-dong").withdrawn())))
                .isFalse();
    }

    private static Standing of(long version, long upper, long lower) {
        return standing(aStatement().version(version).eventId(new UUID(upper, lower)));
    }

    private static Standing standing(StatementBuilder statement) {
        return Standing.of(statement.build());
    }
}
