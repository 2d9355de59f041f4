package io.muster.domain.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segment;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubtotalBookTest {

    private static final Cell HERE = new Cell(campaignId("drive"), areaId("yen-dung"), LocalDate.parse("2023-05-12"));
    private static final Cell THERE = new Cell(campaignId("drive"), areaId("son-dong"), LocalDate.parse("2023-05-12"));
    private static final Segments WOMAN = new Segments(Gender.FEMALE, null, null, null);
    private static final Segment WOMEN = new Segment(Dimension.GENDER, "FEMALE");

    private final SubtotalBook book = new SubtotalBook();

    @Test
    void shouldDrainEachChangedSubtotalOnce() {
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));
        book.enter(THERE, standing(Status.WITHDRAWN, WOMAN, 100));

        assertThat(changes()).containsExactly(HERE, THERE);
        assertThat(changes()).isEmpty();
    }

    @Test
    void shouldCountSegmentsOfEnrolledParticipantsOnly() {
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));
        book.enter(HERE, standing(Status.WITHDRAWN, WOMAN, 100));

        Subtotal subtotal = subtotal(HERE);
        assertThat(subtotal.enrolled()).isEqualTo(1);
        assertThat(subtotal.withdrawn()).isEqualTo(1);
        assertThat(subtotal.enrolledOf(WOMEN)).isEqualTo(1);
    }

    @Test
    void shouldSubtractParticipantsWhoLeave() {
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));
        book.enter(HERE, standing(Status.WITHDRAWN, WOMAN, 101));
        changes();

        book.leave(HERE, standing(Status.ENROLLED, WOMAN, 100));
        book.leave(HERE, standing(Status.WITHDRAWN, WOMAN, 100));

        assertThat(changes()).containsExactly(HERE);
        assertThat(subtotal(HERE).enrolled()).isZero();
        assertThat(subtotal(HERE).withdrawn()).isZero();
        assertThat(subtotal(HERE).enrolledOf(WOMEN)).isZero();
        assertThat(subtotal(HERE).recorded().last()).isEqualTo(101);
    }

    @Test
    void shouldMarkACellChangedOnlyWhenANoteAddsInformation() {
        book.note(HERE, WOMAN, 100);
        assertThat(changes()).containsExactly(HERE);

        book.note(HERE, WOMAN, 101);
        assertThat(changes()).containsExactly(HERE);
        book.note(HERE, WOMAN, 100);
        book.note(HERE, WOMAN, 101);
        assertThat(changes()).isEmpty();

        book.note(HERE, new Segments(Gender.MALE, null, null, null), 0);
        assertThat(changes()).containsExactly(HERE);
        assertThat(subtotal(HERE).recorded().last()).isEqualTo(101);
        assertThat(subtotal(HERE).enrolled()).isZero();
        assertThat(subtotal(HERE).names(WOMEN)).isTrue();
    }

    @Test
    void shouldMarkRestoredSubtotalsAsChanged() {
        Subtotal kept = new Subtotal();
        kept.add(Status.ENROLLED, 7);

        book.restore(HERE, kept);

        assertThat(book.changedCount()).isEqualTo(1);
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));
        assertThat(changes()).containsExactly(HERE);
        assertThat(subtotal(HERE).enrolled()).isEqualTo(8);
    }

    @Test
    void shouldBeEmptyAfterClear() {
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));

        book.clear();

        assertThat(book.get(HERE)).isNull();
        assertThat(book.size()).isZero();
        assertThat(changes()).isEmpty();
    }

    @Test
    void shouldHoldManySegmentsPerCell() {
        for (int i = 0; i < 100; i++) {
            book.enter(HERE, standing(Status.ENROLLED, new Segments(Gender.FEMALE, null, "nghề " + i, null), 100));
        }

        Subtotal subtotal = subtotal(HERE);
        assertThat(subtotal.segmentCount()).isEqualTo(101);
        assertThat(subtotal.enrolledOf(WOMEN)).isEqualTo(100);
        assertThat(subtotal.enrolledOf(new Segment(Dimension.OCCUPATION, "nghề 99")))
                .isEqualTo(1);
        assertThat(subtotal.enrolledOf(new Segment(Dimension.OCCUPATION, "unheard of")))
                .isZero();
        assertThat(subtotal.names(new Segment(Dimension.OCCUPATION, "unheard of")))
                .isFalse();
    }

    @Test
    void shouldCountOddParticipantsBySourceUntilTheyLeave() {
        Standing fast = standing(Status.WITHDRAWN, WOMAN, 360_000, 0);

        book.enter(HERE, fast);
        book.enter(HERE, fast);
        book.enter(HERE, standing(Status.ENROLLED, WOMAN, 100));
        assertThat(subtotal(HERE).odd()).isEqualTo(Map.of(new OddSource(Oddity.RECORDED_AHEAD, "office"), 2));

        book.leave(HERE, fast);
        book.leave(HERE, fast);
        assertThat(subtotal(HERE).odd()).isEmpty();
    }

    private static Standing standing(Status status, Segments segments, long recordedAt) {
        return standing(status, segments, recordedAt, recordedAt);
    }

    private static Standing standing(Status status, Segments segments, long recordedAt, long receivedAt) {
        return Standing.of(
                aStatement()
                        .status(status)
                        .segments(segments)
                        .recordedAt(Instant.ofEpochMilli(recordedAt).toString())
                        .build(),
                receivedAt);
    }

    private Subtotal subtotal(Cell cell) {
        return Objects.requireNonNull(book.get(cell));
    }

    private List<Cell> changes() {
        List<Cell> changes = new ArrayList<>();
        book.drainChanged((cell, subtotal) -> changes.add(cell));
        return changes;
    }
}
