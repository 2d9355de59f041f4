package io.muster.streams.mapping;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.schema.EnrollmentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uses a stub registry behind a real HTTP server, which can be stopped and restarted. */
class RegistryRetryTest {

    private static final String TOPIC = Topics.ENROLLMENTS.name();

    private final EnrollmentEvent event = StatementMapping.toAvro(aStatement().build());
    private final byte[] bytes = new AvroSerdes("mock://retry", Map.of("auto.register.schemas", true))
            .serializer(Topics.ENROLLMENTS)
            .serialize(TOPIC, event);
    private StubRegistry registry = StubRegistry.start(0);
    private final List<String> problems = new ArrayList<>();
    private int began;
    private int ended;

    @AfterEach
    void stop() {
        registry.stop();
    }

    @Test
    void shouldReadWithoutWaitingWhileTheRegistryAnswers() {
        assertThat(retrying(() -> {}).deserialize(TOPIC, bytes)).isEqualTo(event);

        assertThat(began).isZero();
    }

    @Test
    void shouldRetryWhileTheRegistryIsUnreachable() {
        int port = registry.port();
        registry.stop();

        Object read = retrying(() -> registry = StubRegistry.start(port)).deserialize(TOPIC, bytes);

        assertThat(read).isEqualTo(event);
        assertThat(began).isEqualTo(1);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldRetryWhileTheRegistryFails() {
        registry.answerWith(503);

        Object read = retrying(() -> registry.answerWith(200)).deserialize(TOPIC, bytes);

        assertThat(read).isEqualTo(event);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldRetryToWriteWhileTheRegistryFails() {
        registry.answerWith(503);

        byte[] written = retry(() -> registry.answerWith(200))
                .serializer(serdes().serializer(Topics.ENROLLMENTS))
                .serialize(TOPIC, event);

        assertThat(written).isEqualTo(bytes);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldFailAtOnceForAnUnknownSchema() {
        registry.answerWith(404);

        assertThatThrownBy(() -> retrying(() -> {}).deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class);
        assertThat(began).isZero();
    }

    @Test
    void shouldFailAtOnceForBytesThatAreNotAvro() {
        assertThatThrownBy(() -> retrying(() -> {}).deserialize(TOPIC, new byte[] {0, 0}))
                .isInstanceOf(SerializationException.class);
        assertThat(began).isZero();
    }

    @Test
    void shouldFailWhenTheRegistryIsBackWithoutTheSchema() {
        registry.answerWith(503);

        assertThatThrownBy(() -> retrying(() -> registry.answerWith(404)).deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldReportEachNewProblemWhileItWaits() {
        registry.answerWith(503);

        retry(() -> registry.answerWith(began == 1 ? 404 : 200))
                .serializer(serdes().serializer(Topics.ENROLLMENTS))
                .serialize(TOPIC, event);

        assertThat(problems)
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("error code: 503"),
                        second -> assertThat(second).contains("error code: 404"));
        assertThat(ended).isEqualTo(2);
    }

    /** @param whenItWaits runs whenever a wait for the registry begins */
    private Deserializer<EnrollmentEvent> retrying(Runnable whenItWaits) {
        return retry(whenItWaits).deserializer(serdes().deserializer(Topics.ENROLLMENTS));
    }

    private AvroSerdes serdes() {
        return new AvroSerdes(registry.url(), Map.of("max.retries", 0));
    }

    private RegistryRetry retry(Runnable whenItWaits) {
        return new RegistryRetry(new RegistryRetry.OutageListener() {
            @Override
            public void began(String problem) {
                began++;
                problems.add(problem);
                whenItWaits.run();
            }

            @Override
            public void ended() {
                ended++;
            }
        });
    }
}
