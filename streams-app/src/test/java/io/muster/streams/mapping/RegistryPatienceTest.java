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

/** Against a registry that is a real HTTP server, here with one schema, and at an address where it may not be yet. */
class RegistryPatienceTest {

    private static final String TOPIC = Topics.ENROLLMENTS.name();

    private final EnrollmentEvent event = StatementMapping.toAvro(aStatement().build());
    private final byte[] bytes = new AvroSerdes("mock://patience", Map.of("auto.register.schemas", true))
            .serializer(Topics.ENROLLMENTS)
            .serialize(TOPIC, event);
    private TinyRegistry registry = TinyRegistry.start(0);
    private final List<String> problems = new ArrayList<>();
    private int began;
    private int ended;

    @AfterEach
    void stop() {
        registry.stop();
    }

    @Test
    void shouldReadWithoutWaitingWhileTheRegistryAnswers() {
        assertThat(patient(() -> {}).deserialize(TOPIC, bytes)).isEqualTo(event);

        assertThat(began).isZero();
    }

    @Test
    void shouldWaitWhileTheRegistryIsUnreachableAndGoOnWhenItIsBack() {
        int port = registry.port();
        registry.stop();

        Object read = patient(() -> registry = TinyRegistry.start(port)).deserialize(TOPIC, bytes);

        assertThat(read).isEqualTo(event);
        assertThat(began).isEqualTo(1);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldWaitWhileTheRegistryIsIll() {
        registry.answerWith(503);

        Object read = patient(() -> registry.answerWith(200)).deserialize(TOPIC, bytes);

        assertThat(read).isEqualTo(event);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldWaitToWriteWhileTheRegistryIsIll() {
        registry.answerWith(503);

        byte[] written = patience(() -> registry.answerWith(200))
                .serializer(serdes().serializer(Topics.ENROLLMENTS))
                .serialize(TOPIC, event);

        assertThat(written).isEqualTo(bytes);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldFailAtOnceForASchemaThatTheRegistryDoesNotKnow() {
        registry.answerWith(404);

        assertThatThrownBy(() -> patient(() -> {}).deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class);
        assertThat(began).isZero();
    }

    @Test
    void shouldFailAtOnceForBytesThatAreNoAvro() {
        assertThatThrownBy(() -> patient(() -> {}).deserialize(TOPIC, new byte[] {0, 0}))
                .isInstanceOf(SerializationException.class);
        assertThat(began).isZero();
    }

    @Test
    void shouldFailWhenTheRegistryIsBackButDoesNotKnowTheSchema() {
        registry.answerWith(503);

        assertThatThrownBy(() -> patient(() -> registry.answerWith(404)).deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void shouldSayWhatItWaitsForAlsoWhenThatChanges() {
        registry.answerWith(503);

        patience(() -> registry.answerWith(began == 1 ? 404 : 200))
                .serializer(serdes().serializer(Topics.ENROLLMENTS))
                .serialize(TOPIC, event);

        assertThat(problems)
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("error code: 503"),
                        second -> assertThat(second).contains("error code: 404"));
        assertThat(ended).isEqualTo(2);
    }

    /** @param whenItWaits what happens as soon as it begins to wait */
    private Deserializer<EnrollmentEvent> patient(Runnable whenItWaits) {
        return patience(whenItWaits).deserializer(serdes().deserializer(Topics.ENROLLMENTS));
    }

    private AvroSerdes serdes() {
        return new AvroSerdes(registry.url(), Map.of("max.retries", 0));
    }

    private RegistryPatience patience(Runnable whenItWaits) {
        return new RegistryPatience(new RegistryPatience.Waiting() {
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
