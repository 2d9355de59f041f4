package io.muster.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void shouldListStatedSegmentsInTheOrderOfTheDimensions() {
        Segments segments = new Segments(Gender.FEMALE, "30-39", null, "low");

        assertThat(segments.known())
                .containsExactly(
                        new Segment(Dimension.GENDER, "FEMALE"),
                        new Segment(Dimension.AGE_BAND, "30-39"),
                        new Segment(Dimension.INCOME_BAND, "low"));
    }

    @Test
    void shouldTreatUndisclosedGenderAsASegment() {
        assertThat(Segments.NONE.known()).containsExactly(new Segment(Dimension.GENDER, "UNDISCLOSED"));
    }

    @Test
    void shouldShareEqualSegmentsThroughAPool() {
        SegmentPool pool = new SegmentPool();

        Segment once = pool.get(Dimension.AGE_BAND, "30-39");

        assertThat(pool.get(Dimension.AGE_BAND, "30-39")).isSameAs(once);
        assertThat(pool.known(new Segments(Gender.MALE, "30-39", null, null)).get(1))
                .isSameAs(once);
    }
}
