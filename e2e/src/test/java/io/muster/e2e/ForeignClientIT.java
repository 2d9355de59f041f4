package io.muster.e2e;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.e2e.NodeProject.Output;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A foreign client reads the published rows: Node with common libraries, without Muster's code. */
class ForeignClientIT {

    @Test
    void shouldReadTheRowsWithNode() throws Exception {
        NodeProject.install();
        Rows rows = Recount.of(
                List.of(aStatement().by("p1").in("yên-dũng").on("2023-05-12").build()),
                someReferences()
                        .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                        .area("bac-giang", null, "province")
                        .area("yên-dũng", "bac-giang", "huyện")
                        .target("drive", "yên-dũng", 3)
                        .build(),
                AsOf.on("2023-05-18"));

        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            new Setup(connection, Duration.ofSeconds(30)).run(Topics.all("muster"), TopicLayout.standard());
            RowPublisher.publish(connection, rows);

            Output node = NodeProject.run(
                    "read-progress.js",
                    connection.bootstrapServers(),
                    connection.registryUrl(),
                    Topics.AREA_PROGRESS.name(),
                    Integer.toString(rows.areas().size()));

            assertThat(node.exitCode()).as(node.err()).isZero();
            Map<String, JsonNode> read = byKey(node.out());
            assertThat(read.keySet()).isEqualTo(rows.areas().keySet());
            JsonNode district = Objects.requireNonNull(read.get("drive|yên-dũng"));
            assertThat(district.get("areaId").asText()).isEqualTo("yên-dũng");
            assertThat(district.get("level").asText()).isEqualTo("huyện");
            assertThat(district.get("enrolled").asLong()).isEqualTo(1);
            assertThat(district.get("target").asLong()).isEqualTo(3);
            assertThat(district.get("attainmentPercent").asDouble()).isEqualTo(33.33);
            assertThat(district.get("completedOn").isNull()).isTrue();
            assertThat(district.get("computedAt").asLong()).isEqualTo(RowPublisher.COMPUTED_AT.toEpochMilli());
        }
    }

    private static Map<String, JsonNode> byKey(List<String> lines) throws Exception {
        Map<String, JsonNode> byKey = new HashMap<>();
        for (String line : lines) {
            JsonNode record = new ObjectMapper().readTree(line);
            byKey.put(record.get("key").asText(), record.get("value"));
        }
        return byKey;
    }
}
