package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class TopicIdentitiesTest {

    private static final Uuid ONE = new Uuid(0, 1);
    private static final Uuid OTHER = new Uuid(0, 2);

    private final TopicIdentities identities = new TopicIdentities();

    @Test
    void shouldReportNothingWhileTopicIdsStayTheSame() {
        assertThat(identities.recreated(Map.of("areas", ONE))).isEmpty();
        assertThat(identities.recreated(Map.of("areas", ONE, "targets", OTHER))).isEmpty();
    }

    @Test
    void shouldDetectARecreatedTopicThatWasMissingMeanwhile() {
        identities.recreated(Map.of("areas", ONE, "targets", ONE));

        assertThat(identities.recreated(Map.of("targets", ONE))).isEmpty();
        assertThat(identities.recreated(Map.of("areas", OTHER, "targets", ONE))).containsExactly("areas");
        assertThat(identities.recreated(Map.of("areas", OTHER, "targets", OTHER)))
                .containsExactly("areas", "targets");
    }
}
