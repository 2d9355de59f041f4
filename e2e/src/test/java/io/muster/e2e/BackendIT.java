package io.muster.e2e;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.SetupReport;
import io.muster.cli.topics.SetupResult;
import io.muster.cli.topics.SetupResult.State;
import io.muster.cli.topics.TopicLayout;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.OnEveryBackend;
import io.muster.schema.EnrollmentEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real broker and a real registry support what the application needs. */
@OnEveryBackend
class BackendIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Backend backend;

    BackendIT(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void setUpTopicsAndSchemas() {
        assertThat(setUp().isUsable()).isTrue();
    }

    @Test
    void shouldReportEverythingAsPresentWhenSetUpAgain() {
        SetupReport again = setUp();

        assertThat(again.topics())
                .hasSize(Topics.all("muster").size())
                .extracting(SetupResult::state)
                .containsOnly(State.PRESENT);
        assertThat(again.subjects()).extracting(SetupResult::state).containsOnly(State.PRESENT);
    }

    @Test
    void shouldRequireFullCompatibilityOfLaterSchemas() throws IOException, RestClientException {
        Connection connection = backend.connection();
        try (SchemaRegistryClient registry = new CachedSchemaRegistryClient(connection.registryUrl(), 10, Map.of())) {
            String subject = Topics.ENROLLMENTS.subject();
            AvroSchema broken = new AvroSchema(
                    registry.getLatestSchemaMetadata(subject).getSchema().replace("\"areaId\"", "\"place\""));

            assertThat(registry.getCompatibility(subject)).isEqualTo("FULL_TRANSITIVE");
            assertThatThrownBy(() -> registry.register(subject, broken))
                    .isInstanceOfSatisfying(
                            RestClientException.class,
                            refused -> assertThat(refused.getStatus()).isEqualTo(409));
        }
    }

    @Test
    void shouldPublishStatementsReadableWithoutMusterClasses() throws Exception {
        Connection connection = backend.connection();
        Statement statement =
                aStatement().by("p1").in("yên-dũng").on("2023-05-12").build();
        try (EnrollmentPublisher publisher = new EnrollmentPublisher(
                PublisherSettings.to(connection.bootstrapServers(), connection.registryUrl()),
                InstantSource.system())) {
            publisher.send(statement).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        GenericRecord read = Objects.requireNonNull(
                new TopicReader(connection).latest(Topics.ENROLLMENTS).get("drive:p1"));

        assertThat(read.getSchema().getFullName()).isEqualTo(EnrollmentEvent.class.getName());
        assertThat(read.get("eventId")).hasToString(statement.eventId().toString());
        assertThat(read.get("areaId")).hasToString("yên-dũng");
        assertThat(read.get("status")).hasToString("ENROLLED");
        assertThat(read.get("enrolledOn"))
                .isEqualTo((int) statement.enrolledOn().toEpochDay());
        assertThat(read.get("recordedAt")).isEqualTo(statement.recordedAt().toEpochMilli());
        assertThat(read.get("ageBand")).isNull();
    }

    @Test
    void shouldReadBackPublishedRows() throws Exception {
        Rows rows = Recount.of(
                List.of(
                        aStatement().by("p1").in("yen-dung").ageBand("18-29").build(),
                        aStatement().by("p2").in("nowhere").build(),
                        aStatement().forCampaign("unknown").by("p3").build()),
                someReferences()
                        .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang", 46_000L)
                        .area("bac-giang", null, "province")
                        .area("yen-dung", "bac-giang", "district", 9L)
                        .target("drive", "yen-dung", 3)
                        .certified("drive", "yen-dung", "2023-05-12", 2)
                        .build(),
                AsOf.RECORDED);

        RowPublisher.publish(backend.connection(), rows);

        assertThat(PublishedRows.read(backend.connection())).isEqualTo(rows);
    }

    private SetupReport setUp() {
        return new Setup(backend.connection(), PATIENCE).run(Topics.all("muster"), TopicLayout.standard());
    }
}
