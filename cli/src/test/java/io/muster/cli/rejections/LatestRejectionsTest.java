package io.muster.cli.rejections;

import static io.muster.cli.rejections.RejectionBuilder.aRejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.rejections.ListReport.Line;
import io.muster.domain.statement.Rejection.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatestRejectionsTest {

    private static final RejectionBuilder LATE =
            aRejection().at("muster.enrollments-0@1").sent("2023-05-18T09:00:00Z");
    private static final RejectionBuilder EARLY = aRejection()
            .because(Reason.KEY_MISMATCH, "the record key must be campaignId:participantRef of the value")
            .at("muster.enrollments-1@0")
            .sent("2023-05-18T08:00:00Z");
    private static final RejectionBuilder AS_EARLY = aRejection()
            .because(Reason.INVALID_ID, "areaId\nmust not be blank")
            .at("muster.enrollments-0@0")
            .sent("2023-05-18T08:00:00Z")
            .key(new byte[] {1, 2});

    @Test
    void shouldOrderByTimeThenPosition() {
        assertThat(report(10, LATE, EARLY, AS_EARLY).rejections())
                .containsExactly(
                        new Line(
                                "muster.enrollments-0@0",
                                "2023-05-18T08:00:00Z",
                                "INVALID_ID",
                                "areaId must not be blank",
                                null),
                        new Line(
                                "muster.enrollments-1@0",
                                "2023-05-18T08:00:00Z",
                                "KEY_MISMATCH",
                                "the record key must be campaignId:participantRef of the value",
                                "drive:p1"),
                        new Line(
                                "muster.enrollments-0@1",
                                "2023-05-18T09:00:00Z",
                                "UNDECODABLE",
                                "Unknown magic byte!",
                                "drive:p1"));
    }

    @Test
    void shouldListTheLatestAndCountAll() {
        ListReport report = report(2, LATE, AS_EARLY, EARLY, LATE);

        assertThat(report.rejections()).extracting(Line::reason).containsExactly("UNDECODABLE", "UNDECODABLE");
        assertThat(report.chosen()).isEqualTo(4);
        assertThat(report.byReason())
                .containsEntry("UNDECODABLE", 2L)
                .containsEntry("INVALID_ID", 1L)
                .containsEntry("KEY_MISMATCH", 1L);
    }

    @Test
    void shouldListNothingWithALimitOfZero() {
        assertThat(report(0, LATE, EARLY).rejections()).isEmpty();
        assertThat(report(0, LATE, EARLY).chosen()).isEqualTo(2);
    }

    @Test
    void shouldNotPrintTheValueOfTheRecord() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(report(10, LATE)))
                .contains("drive:p1")
                .doesNotContain("secret");
    }

    private static ListReport report(int limit, RejectionBuilder... rejections) {
        LatestRejections latest = new LatestRejections(limit);
        Stream.of(rejections).map(RejectionBuilder::build).forEach(latest::add);
        return latest.report(0);
    }
}
