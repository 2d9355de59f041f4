package io.muster.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.Console;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs {@code muster topics} repeatedly on one broker and registry. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TopicsCommandIT {

    private static final int ALL = Topics.all("muster").size();
    private static final int AVRO = 14;

    private final EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
    private Connection connection;

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
    void shouldCreateTopicsAndRegisterSchemas() {
        Console.Result result = topics("--topic-config", "segment.ms=3600000");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("created  topic  muster.enrollments (4 partitions)")
                .contains("created  topic  muster.areas (1 partition)")
                .contains("created  topic  muster.cells (4 partitions)")
                .contains("created  schema muster.enrollments-value (version 1)")
                .contains((ALL + AVRO) + " created, 0 already there, 0 to review");
    }

    @Test
    @Order(2)
    void shouldReportEverythingAsPresentTheSecondTime() throws Exception {
        Console.Result result = topics("--output", "json");
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(result.exitCode()).isZero();
        assertThat(report.get("topics").findValuesAsText("state")).hasSize(ALL).containsOnly("PRESENT");
        assertThat(report.get("subjects").findValuesAsText("state"))
                .hasSize(AVRO)
                .containsOnly("PRESENT");
    }

    @Test
    @Order(3)
    void shouldReportDifferencesWithoutFailing() throws JsonProcessingException {
        Console.Result result = topics(
                "--partitions", "8", "--replication-factor", "3", "--topic-config", "segment.ms=1000", "-o", "json");
        JsonNode enrollments =
                new ObjectMapper().readTree(result.out()).get("topics").get(0);
        assertThat(result.exitCode()).isZero();
        assertThat(enrollments.get("state").asText()).isEqualTo("DIFFERS");
        assertThat(enrollments.get("differences"))
                .extracting(JsonNode::asText)
                .satisfiesExactly(
                        difference -> assertThat(difference).startsWith("4 partitions instead of 8"),
                        difference -> assertThat(difference).startsWith("1 replicas instead of 3"),
                        difference -> assertThat(difference).isEqualTo("segment.ms is 3600000 instead of 1000"));
    }

    @Test
    @Order(4)
    void shouldFailAndPrintTheRemedyWhenARequiredSettingIsWrong() throws Exception {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.AREAS.name()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        Console.Result result = topics();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("wrong    topic  muster.areas")
                .contains("cleanup.policy is delete, the counts need compact")
                .contains("--topic muster.areas --add-config cleanup.policy=compact");
    }

    @Test
    @Order(5)
    void shouldGiveTheCellsTopicAsManyPartitionsAsTheEnrollmentsTopic() throws Exception {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            admin.createPartitions(Map.of(Topics.ENROLLMENTS.name(), NewPartitions.increaseTo(6)))
                    .all()
                    .get();
        }
        Console.Result result = topics("--application-id", "second");
        assertThat(result.out())
                .contains("created  topic  second.cells (6 partitions)")
                .contains("6 partitions instead of 4: this works; give the intended number with --partitions");
    }

    @Test
    @Order(6)
    void shouldNameTheAddressOfAnUnreachableRegistry() {
        Console.Result result = new Console()
                .run(
                        "topics",
                        "--bootstrap-servers",
                        connection.bootstrapServers(),
                        "--schema-registry-url",
                        "http://127.0.0.1:1");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains("http://127.0.0.1:1", "--schema-registry-url");
    }

    @Test
    @Order(7)
    void shouldSuggestTheApiPathWhenTheUrlIsNotTheApi() {
        String root = connection.registryUrl().replaceFirst("/apis/.*", "");
        Console.Result result = new Console()
                .run("topics", "--bootstrap-servers", connection.bootstrapServers(), "--schema-registry-url", root);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains(root, "/apis/ccompat/v7");
    }

    private Console.Result topics(String... more) {
        return new Console()
                .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
                .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl())
                .run(Stream.concat(Stream.of("topics"), Arrays.stream(more)).toArray(String[]::new));
    }
}
