package io.muster.cli.rejections;

import static io.muster.cli.rejections.RejectionBuilder.aRejection;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.CampaignId;
import io.muster.domain.statement.Rejection.Reason;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RejectionFilterTest {

    private static final RejectedRecord REJECTION = aRejection()
            .because(Reason.INVALID_ID, "areaId must not be blank")
            .at("muster.enrollments-1@7")
            .sent("2023-05-18T08:30:00Z")
            .key("drive:p1")
            .build();

    @Test
    void shouldSelectEverythingWithoutConditions() {
        assertThat(new RejectionFilter(Set.of(), null, null, Set.of()).matches(REJECTION))
                .isTrue();
    }

    @Test
    void shouldSelectByReason() {
        assertThat(reasons("NO_VALUE", "INVALID_ID").matches(REJECTION)).isTrue();
        assertThat(reasons("NO_VALUE").matches(REJECTION)).isFalse();
    }

    @Test
    void shouldSelectByTimestamp() {
        assertThat(since("2023-05-18T08:30:00Z").matches(REJECTION)).isTrue();
        assertThat(since("2023-05-18T08:30:00.001Z").matches(REJECTION)).isFalse();
    }

    @Test
    void shouldSelectByTheCampaignInTheKey() {
        assertThat(campaign("drive").matches(REJECTION)).isTrue();
        assertThat(campaign("driv").matches(REJECTION)).isFalse();
        assertThat(campaign("drive:p1").matches(REJECTION)).isFalse();
        assertThat(campaign("drive").matches(aRejection().key("drive").build())).isFalse();
        assertThat(campaign("drive").matches(aRejection().key((String) null).build()))
                .isFalse();
    }

    @Test
    void shouldSelectByPosition() {
        assertThat(at("muster.enrollments-0@7", "muster.enrollments-1@7").matches(REJECTION))
                .isTrue();
        assertThat(at("muster.enrollments-0@7").matches(REJECTION)).isFalse();
    }

    @Test
    void shouldRequireEveryCondition() {
        assertThat(new RejectionFilter(Set.of("INVALID_ID"), null, campaignId("other"), Set.of()).matches(REJECTION))
                .isFalse();
    }

    private static RejectionFilter reasons(String... reasons) {
        return new RejectionFilter(Set.of(reasons), null, null, Set.of());
    }

    private static RejectionFilter since(String time) {
        return new RejectionFilter(Set.of(), Instant.parse(time), null, Set.of());
    }

    private static RejectionFilter campaign(String id) {
        return new RejectionFilter(Set.of(), null, new CampaignId(id), Set.of());
    }

    private static RejectionFilter at(String... positions) {
        return new RejectionFilter(
                Set.of(),
                null,
                null,
                Set.of(positions).stream().map(RecordPosition::parse).collect(Collectors.toSet()));
    }
}
