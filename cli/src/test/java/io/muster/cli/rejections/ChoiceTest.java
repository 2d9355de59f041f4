package io.muster.cli.rejections;

import static io.muster.cli.rejections.RejectionBuilder.aRejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.statement.Rejection.Reason;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final RejectedRecord REJECTION = aRejection()
            .because(Reason.INVALID_ID, "areaId must not be blank")
            .at("muster.enrollments-1@7")
            .sent("2023-05-18T08:30:00Z")
            .key("drive:p1")
            .build();

    @Test
    void shouldIncludeEverythingWhereNothingIsAskedFor() {
        assertThat(new Choice(Set.of(), null, null, Set.of()).includes(REJECTION))
                .isTrue();
    }

    @Test
    void shouldChooseByReason() {
        assertThat(reasons("NO_VALUE", "INVALID_ID").includes(REJECTION)).isTrue();
        assertThat(reasons("NO_VALUE").includes(REJECTION)).isFalse();
    }

    @Test
    void shouldChooseByTheTimeOfTheRecord() {
        assertThat(since("2023-05-18T08:30:00Z").includes(REJECTION)).isTrue();
        assertThat(since("2023-05-18T08:30:00.001Z").includes(REJECTION)).isFalse();
    }

    @Test
    void shouldChooseByTheCampaignInTheKey() {
        assertThat(campaign("drive").includes(REJECTION)).isTrue();
        assertThat(campaign("driv").includes(REJECTION)).isFalse();
        assertThat(campaign("drive:p1").includes(REJECTION)).isFalse();
        assertThat(campaign("drive").includes(aRejection().key("drive").build()))
                .isFalse();
        assertThat(campaign("drive").includes(aRejection().key((String) null).build()))
                .isFalse();
    }

    @Test
    void shouldChooseByPosition() {
        assertThat(at("muster.enrollments-0@7", "muster.enrollments-1@7").includes(REJECTION))
                .isTrue();
        assertThat(at("muster.enrollments-0@7").includes(REJECTION)).isFalse();
    }

    @Test
    void shouldHoldEveryConditionAtOnce() {
        assertThat(new Choice(Set.of("INVALID_ID"), null, "other", Set.of()).includes(REJECTION))
                .isFalse();
    }

    private static Choice reasons(String... reasons) {
        return new Choice(Set.of(reasons), null, null, Set.of());
    }

    private static Choice since(String time) {
        return new Choice(Set.of(), Instant.parse(time), null, Set.of());
    }

    private static Choice campaign(String id) {
        return new Choice(Set.of(), null, id, Set.of());
    }

    private static Choice at(String... positions) {
        return new Choice(
                Set.of(),
                null,
                null,
                Set.of(positions).stream().map(Position::parse).collect(Collectors.toSet()));
    }
}
