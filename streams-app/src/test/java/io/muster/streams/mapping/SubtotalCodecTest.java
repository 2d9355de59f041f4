package io.muster.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.ledger.OddSource;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Segment;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.statement.Status;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubtotalCodecTest {

    private final SegmentPool pool = new SegmentPool();

    @Test
    void shouldReadWhatItWrote() {
        Subtotal subtotal = subtotal();

        Subtotal read = SubtotalCodec.fromBytes(SubtotalCodec.toBytes(subtotal), pool);

        assertThat(read.enrolled()).isEqualTo(3);
        assertThat(read.withdrawn()).isEqualTo(1);
        assertThat(read.recorded().days()).isEqualTo(2);
        assertThat(read.recorded().first(0)).isEqualTo(1_583_878_400_000L);
        assertThat(read.recorded().last()).isEqualTo(1_683_878_400_123L);
        assertThat(read.segmentCount()).isEqualTo(5);
        assertThat(read.odd())
                .isEqualTo(Map.of(
                        new OddSource(Oddity.RECORDED_AHEAD, "bưu điện"), 2,
                        new OddSource(Oddity.CHANGED_ELSEWHERE, "bưu điện"), 1,
                        new OddSource(Oddity.CHANGED_ELSEWHERE, ""), 3));
        for (int i = 0; i < subtotal.segmentCount(); i++) {
            assertThat(read.segment(i)).isEqualTo(subtotal.segment(i));
            assertThat(read.enrolledOf(i)).isEqualTo(subtotal.enrolledOf(i));
        }
    }

    @Test
    void shouldReadAnEmptySubtotal() {
        Subtotal read = SubtotalCodec.fromBytes(SubtotalCodec.toBytes(new Subtotal()), pool);

        assertThat(read.enrolled()).isZero();
        assertThat(read.recorded().last()).isEqualTo(Long.MIN_VALUE);
        assertThat(read.segmentCount()).isZero();
    }

    @Test
    void shouldShareSegmentsAmongSubtotals() {
        byte[] bytes = SubtotalCodec.toBytes(subtotal());

        Segment first = SubtotalCodec.fromBytes(bytes, pool).segment(0);

        assertThat(SubtotalCodec.fromBytes(bytes, pool).segment(0)).isSameAs(first);
    }

    @Test
    void shouldReportAnUnknownFormat() {
        byte[] bytes = SubtotalCodec.toBytes(subtotal());
        bytes[0] = 42;

        assertThatThrownBy(() -> SubtotalCodec.fromBytes(bytes, pool))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("--successor-of")
                .hasMessageContaining("subtotal of format 42, expected 3: another version of Muster wrote it");
    }

    @Test
    void shouldReportAnUnknownDimension() {
        byte[] bytes = SubtotalCodec.toBytes(subtotal());
        bytes[1 + 4 + 4 + 4 + 4 * 8 + 4] = 'x';

        assertThatThrownBy(() -> SubtotalCodec.fromBytes(bytes, pool))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("unknown code of a dimension: 120");
    }

    @Test
    void shouldRejectTruncatedBytes() {
        byte[] bytes = SubtotalCodec.toBytes(subtotal());

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SubtotalCodec.fromBytes(cut, pool)).isInstanceOf(UncheckedIOException.class);
        }
    }

    private static Subtotal subtotal() {
        Subtotal subtotal = new Subtotal();
        subtotal.add(Status.ENROLLED, 3);
        subtotal.add(Status.WITHDRAWN, 1);
        subtotal.recorded().see(1_683_878_400_123L);
        subtotal.recorded().see(1_583_878_400_000L);
        subtotal.addSegment(new Segment(Dimension.GENDER, "FEMALE"), 2);
        subtotal.addSegment(new Segment(Dimension.OCCUPATION, "thợ may | nông dân"), 1);
        subtotal.addSegment(new Segment(Dimension.AGE_BAND, "30–39"), 0);
        subtotal.addSegment(new Segment(Dimension.INCOME_BAND, "𠀋\0"), 1);
        subtotal.addSegment(new Segment(Dimension.GENDER, ""), 1);
        subtotal.addOdd(new OddSource(Oddity.RECORDED_AHEAD, "bưu điện"), 2);
        subtotal.addOdd(new OddSource(Oddity.CHANGED_ELSEWHERE, "bưu điện"), 1);
        subtotal.addOdd(new OddSource(Oddity.CHANGED_ELSEWHERE, ""), 3);
        return subtotal;
    }
}
