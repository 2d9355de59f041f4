package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the topology with the released one, which the state and the monitoring of running applications rely on. */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class TopologyDescriptionTest {

    private static final String WHAT_A_CHANGE_MEANS = """
            The topology differs from src/test/resources/%s.
            If a store, a source topic or a sub-topology was added, renamed, removed or moved, an application id that
            ran with the old topology cannot resume with the new one: its tasks, changelog topics and committed offsets
            do not match. Release the change under a new application id, which counts from the beginning beside the old
            one. If a node was only renamed, task ids and state stay valid, but dashboards and alerts refer to nodes by
            the processor-node-id of Kafka's metrics. Mention the change in the CHANGELOG.
            If the change is intended, replace the file with the actual text below.
            """;

    private static final Pattern STORES = Pattern.compile("\\(stores: \\[(.*)]\\)");

    private final TopologyHarness muster;
    private final String golden;

    TopologyDescriptionTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
        golden = "golden/topology-" + ledgerStore.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldMatchTheReleasedTopology() throws IOException {
        assertThat(description()).as(WHAT_A_CHANGE_MEANS, golden).isEqualTo(released());
    }

    @Test
    void shouldNameEveryNodeStoreAndTopicExplicitly() {
        assertThat(muster.describe().toString()).doesNotContainPattern("[A-Z]+-\\d{10}");
    }

    /** Sorts the stores of each processor, because their order differs between runs. */
    private String description() {
        return STORES.matcher(muster.describe().toString())
                .replaceAll(stores -> Arrays.stream(stores.group(1).split(", "))
                        .sorted()
                        .collect(Collectors.joining(", ", "(stores: [", "])")))
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String released() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/" + golden), "no test resource " + golden)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
