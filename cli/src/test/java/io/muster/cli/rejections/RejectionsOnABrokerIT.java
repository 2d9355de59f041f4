package io.muster.cli.rejections;

import static io.muster.cli.rejections.RejectionBuilder.aRejection;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.Console;
import io.muster.cli.Console.Result;
import io.muster.cli.send.TopicContent;
import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Rejection.Reason;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import io.muster.schema.EnrollmentEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Lists and replays rejections on a broker after their application has stopped. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class RejectionsOnABrokerIT {

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
    void shouldReportAMissingTopic() {
        Result list = muster("list");

        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.err()).contains("has no topic muster.rejections; create it with muster topics");
    }

    @Test
    @Order(2)
    void shouldListNothingWithoutRejections() {
        assertThat(console().run("topics").exitCode()).isZero();

        Result list = muster("list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out().strip()).isEqualTo("0 in all");
    }

    @Test
    @Order(3)
    void shouldListCommittedRejectionsByTime() {
        try (Producer<byte[], byte[]> producer = transactionalProducer()) {
            producer.beginTransaction();
            send(producer, 0, good("p1").at("muster.enrollments-3@5").sent("2023-05-18T09:00:00Z"));
            send(producer, 0, good("p1").at("muster.enrollments-3@5").sent("2023-05-18T09:00:00Z"));
            send(
                    producer,
                    1,
                    aRejection()
                            .because(Reason.NO_VALUE, "the record has no value")
                            .at("muster.enrollments-1@0")
                            .sent("2023-05-18T08:00:00Z")
                            .value(null));
            send(producer, new ProducerRecord<>(Topics.REJECTIONS.name(), "somebody else's".getBytes(UTF_8)));
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, 2, good("p2").at("muster.enrollments-0@0"));
            producer.flush();
            producer.abortTransaction();
        }

        Result list = muster("list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out()).isEqualTo("""
                        muster.enrollments-1@0  2023-05-18T08:00:00Z  NO_VALUE  the record has no value  (key drive:p1)
                        muster.enrollments-3@5  2023-05-18T09:00:00Z  UNDECODABLE  unknown schema  (key drive:p1)
                        muster.enrollments-3@5  2023-05-18T09:00:00Z  UNDECODABLE  unknown schema  (key drive:p1)
                                1 NO_VALUE
                                2 UNDECODABLE
                                3 in all; also 1 that the application did not write
                        """);
    }

    @Test
    @Order(4)
    void shouldListTheSelectedRejections() throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(muster("list", "--reason", "undecodable", "--limit", "1", "-o", "json")
                        .out());

        assertThat(report.path("chosen").asInt()).isEqualTo(2);
        assertThat(report.path("byReason").path("UNDECODABLE").asInt()).isEqualTo(2);
        assertThat(report.path("rejections")).singleElement().satisfies(line -> {
            assertThat(line.path("position").asText()).isEqualTo("muster.enrollments-3@5");
            assertThat(line.path("key").asText()).isEqualTo("drive:p1");
        });
        assertThat(muster("list", "--since", "2023-05-19").out()).contains("0 in all");
        assertThat(muster("list", "--campaign", "another").out()).contains("0 in all");
    }

    @Test
    @Order(5)
    void shouldSendNothingWithDryRun() {
        Result check = muster("replay", "--dry-run");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).isEqualTo("""
                        NO_VALUE: 0 would be counted now, 1 not
                            1 NO_VALUE, e.g. muster.enrollments-1@0: the record has no value
                        UNDECODABLE: 1 would be counted now, 0 not
                        2 chosen: 1 would be sent, 1 left; nothing was sent
                        1 more rejections were of the same records
                        """);
        assertThat(enrollments()).isEmpty();
    }

    @Test
    @Order(6)
    void shouldSendARecordUnchangedToItsOriginalPartition() throws Exception {
        Result replay = muster("replay", "-o", "json");

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(replay.out());
        assertThat(report.path("sent").asInt()).isEqualTo(1);
        assertThat(report.path("left").asInt()).isEqualTo(1);
        assertThat(enrollments()).singleElement().satisfies(record -> {
            assertThat(record.partition()).isEqualTo(3);
            assertThat(record.key()).isEqualTo("drive:p1");
            assertThat(record.value()).isEqualTo(statement("p1"));
            assertThat(record.headers()).singleElement().satisfies(header -> {
                assertThat(header.key()).isEqualTo("office");
                assertThat(header.value()).isEqualTo("hiệp-hòa".getBytes(UTF_8));
            });
        });
    }

    @Test
    @Order(7)
    void shouldFailIfAPositionHasNoRejection() {
        Result replay =
                muster("replay", "--at", "muster.enrollments-3@5", "--at", "muster.enrollments-3@6", "--dry-run");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.out()).contains("1 chosen: 1 would be sent");
        assertThat(replay.err()).contains("no rejection at muster.enrollments-3@6 matches");
    }

    @Test
    @Order(8)
    void shouldNotMistakeARegistryOutageForInvalidRecords() {
        Result replay = muster("replay", "--schema-registry-url", UNREACHABLE_URL);
        Result wrongAddress = muster("replay", "--schema-registry-url", connection.registryUrl() + "/nothing");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err()).contains(UNREACHABLE_URL, "does not answer").hasLineCount(1);
        assertThat(wrongAddress.exitCode()).isEqualTo(1);
        assertThat(wrongAddress.err()).contains("/nothing").hasLineCount(1);
    }

    @Test
    @Order(9)
    void shouldNameTheAddressOfAnUnreachableBroker() {
        for (String command : List.of("list", "replay")) {
            Result result = muster(command, "--bootstrap-servers", "127.0.0.1:1", "--timeout", "1s");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("127.0.0.1:1", "does not answer").hasLineCount(1);
        }
    }

    @Test
    @Order(10)
    void shouldReturn2ForWrongUsage() {
        assertThat(muster().exitCode()).isEqualTo(2);
        assertThat(muster().err()).contains("list", "replay");
        assertThat(muster("list", "--limit", "-1").err()).contains("--limit must not be negative");
        assertThat(muster("list", "--reason", "BORED").exitCode()).isEqualTo(2);
        assertThat(muster("list", "--since", "yesterday").err()).contains("'yesterday'", "2023-05-18");
        assertThat(muster("replay", "--at", "3@5").err()).contains("'3@5'", "muster.enrollments-2@17");
        Result acks = muster("replay", "--kafka-config", "acks=1");
        assertThat(acks.exitCode()).isEqualTo(2);
        assertThat(acks.err()).contains("acks=1");
    }

    private RejectionBuilder good(String participant) {
        return aRejection()
                .because(Reason.UNDECODABLE, "unknown schema")
                .key("drive:" + participant)
                .value(connection
                        .serdes()
                        .serializer(Topics.ENROLLMENTS)
                        .serialize(Topics.ENROLLMENTS.name(), statement(participant)))
                .header("office", "hiệp-hòa");
    }

    private static EnrollmentEvent statement(String participant) {
        return StatementMapping.toAvro(aStatement().by(participant).build());
    }

    private static void send(Producer<byte[], byte[]> producer, int partition, RejectionBuilder rejection) {
        ConsumerRecord<byte[], byte[]> record = rejection.build().received();
        send(
                producer,
                new ProducerRecord<>(
                        Topics.REJECTIONS.name(), partition, record.key(), record.value(), record.headers()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if it does
    private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    private Producer<byte[], byte[]> transactionalProducer() {
        Map<String, Object> settings = connection.clientSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "rejections");
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private List<ConsumerRecord<String, EnrollmentEvent>> enrollments() {
        return TopicContent.read(connection, Topics.ENROLLMENTS);
    }

    private Result muster(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "rejections";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return console().run(all);
    }

    private Console console() {
        return new Console()
                .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
                .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl());
    }
}
