package io.muster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.Console;
import io.muster.cli.Console.Result;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import io.muster.schema.EnrollmentEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** An operator publishes a sample drive to a broker and a registry. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class PublishingIT {

    private static final Path SAMPLE = Path.of("../samples/bac-giang-2024");
    private static final Path STATEMENTS = SAMPLE.resolve("enrollments.csv");
    private static final String UNREACHABLE_URL = "http://127.0.0.1:1";

    private final EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
    private Connection connection = Connection.to("", "");

    @BeforeAll
    void start() {
        connection = cluster.start();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void shouldReportMissingTopics() {
        Result apply = muster("apply", SAMPLE.toString());
        Result send = muster("send", STATEMENTS.toString());

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err())
                .contains("nothing was published: the topics muster.areas,")
                .contains("create them with: muster topics (asked: " + connection.bootstrapServers());
        assertThat(send.exitCode()).isEqualTo(1);
        assertThat(send.err())
                .contains("nothing was sent: the broker at " + connection.bootstrapServers()
                        + " has no topic muster.enrollments; create it with muster topics");
    }

    @Test
    @Order(2)
    void shouldPublishNothingWhenTheRegistryDoesNotAnswer() {
        assertThat(muster("topics").exitCode()).isZero();

        Result apply = muster("apply", SAMPLE.toString(), "--schema-registry-url", UNREACHABLE_URL);
        Result send = muster("send", STATEMENTS.toString(), "--schema-registry-url", UNREACHABLE_URL);

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err())
                .contains("nothing was published: the schema registry at " + UNREACHABLE_URL + " did not answer");
        assertThat(send.exitCode()).isEqualTo(1);
        assertThat(send.err()).contains("stopped: the schema registry at " + UNREACHABLE_URL + " did not answer");
        assertThat(send.out()).contains("0 sent and acknowledged");
        assertThat(TopicContent.read(connection, Topics.AREAS)).isEmpty();
        assertThat(TopicContent.read(connection, Topics.ENROLLMENTS)).isEmpty();
    }

    @Test
    @Order(3)
    void shouldPublishTheDefinitions() throws IOException {
        Result result = muster("apply", SAMPLE.toString(), "-o", "json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.path("skipped")).hasSize(2);
        assertThat(report.at("/changes/areas/added").asInt())
                .isEqualTo(report.path("areas").asInt());
        assertThat(committed(Topics.CAMPAIGNS, 1))
                .extracting(ConsumerRecord::key)
                .containsExactly("bac-giang-2024");
        assertThat(committed(Topics.AREAS, report.path("areas").asInt()))
                .filteredOn(area -> area.key().equals("yen-dung"))
                .singleElement()
                .satisfies(area -> assertThat(area.value().getNames()).containsEntry("vi", "Yên Dũng"));
        assertThat(committed(Topics.TARGETS, report.path("targets").asInt())).anySatisfy(target -> {
            assertThat(target.key()).isEqualTo("bac-giang-2024:bac-giang");
            assertThat(target.value().getTarget()).isEqualTo(5800);
        });
    }

    @Test
    @Order(4)
    void shouldPublishTheSameEventsWhenAFileIsSentAgain() throws IOException {
        int lines = Files.readAllLines(STATEMENTS).size() - 1;

        Result first = muster("send", STATEMENTS.toString(), "-o", "json");
        Result second = muster("send", STATEMENTS.toString());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(new ObjectMapper().readTree(first.out()).path("acknowledged").asLong())
                .isEqualTo(lines);
        assertThat(second.out()).contains("0 refused").doesNotContain("0 sent");
        List<ConsumerRecord<String, EnrollmentEvent>> records = TopicContent.read(connection, Topics.ENROLLMENTS);
        assertThat(records).hasSize(lines * 2);
        assertThat(records.stream().map(ConsumerRecord::value).distinct())
                .as("sending a file again adds no new events")
                .hasSizeLessThanOrEqualTo(lines);
        assertThat(records)
                .allSatisfy(record -> assertThat(record.key())
                        .isEqualTo("bac-giang-2024:" + record.value().getParticipantRef()));
    }

    @Test
    @Order(5)
    void shouldFindAreasByTheirPublishedNames() {
        Path workbook = Path.of("../samples/office/so-dang-ky-yen-dung.xlsx");
        int before = TopicContent.read(connection, Topics.ENROLLMENTS).size();

        Result result = muster("send", workbook.toString(), "--zone", "Asia/Ho_Chi_Minh");

        assertThat(result.out()).endsWith("12 lines read, 10 sent and acknowledged, 2 refused\n");
        assertThat(TopicContent.read(connection, Topics.ENROLLMENTS))
                .hasSize(before + 10)
                .filteredOn(record -> record.key().equals("bac-giang-2023:yd-0001"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value().getAreaId()).isEqualTo("yen-dung.tan-lieu");
                    assertThat(record.value().getEnrolledOn()).isEqualTo("2023-05-11");
                });
    }

    @Test
    @Order(6)
    void shouldPublishNothingIfOneFileIsInvalid() throws IOException {
        Path broken = Files.createTempFile("targets", ".csv");
        try {
            Files.writeString(broken, "campaignId,areaId,target\nbac-giang-2024,bac-giang,-1\n");
            int before = TopicContent.read(connection, Topics.AREAS).size();

            Result result = muster("apply", SAMPLE.resolve("areas.csv").toString(), broken.toString());

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(TopicContent.read(connection, Topics.AREAS)).hasSize(before);
        } finally {
            Files.delete(broken);
        }
    }

    @Test
    @Order(7)
    void shouldNameTheAddressOfAnUnreachableBroker() {
        Result send = muster("send", STATEMENTS.toString(), "--bootstrap-servers", "127.0.0.1:1", "--timeout", "1s");

        assertThat(send.exitCode()).isEqualTo(1);
        assertThat(send.err())
                .isEqualTo("muster send: nothing was sent: the broker at 127.0.0.1:1 did not answer within 1 s;"
                        + " is it running, and is the address right?\n");
    }

    private Result muster(String... arguments) {
        return new Console()
                .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
                .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl())
                .run(arguments);
    }

    /** Waits for the transaction markers: the broker writes them shortly after it acknowledged the commit. */
    private <V> List<ConsumerRecord<String, V>> committed(Topic<V> topic, int count) {
        return Awaitility.await().until(() -> TopicContent.read(connection, topic), records -> records.size() == count);
    }
}
