package io.muster.streams.topology.tally;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.CellKey;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Segment;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.AsOf;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.RestoreCheck;
import io.muster.streams.topology.stage.Succession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restarts the tally after reference records changed while it was down. It restores the cells and the keys of the rows
 * that it published.
 */
class RestartedTallyTest {

    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    private final MockProcessorContext<Object, Object> context;
    private final KeyValueStore<String, byte[]> published = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("published-rows"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final Set<String> rows = new TreeSet<>();
    private final Set<String> removed = new TreeSet<>();
    private final Set<String> forwarded = new TreeSet<>();
    private Instant now = Instant.parse("2023-05-01T02:00:00Z");

    RestartedTallyTest(@TempDir Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        context = new MockProcessorContext<>(properties, new TaskId(0, 0), directory.toFile());
    }

    @BeforeEach
    void publish() {
        published.init(context.getStateStoreContext(), published);
        startWith(drive().area("tan-an", "yen-dung", "commune").build());
        assertThat(rows)
                .contains(
                        "muster.campaign-progress drive",
                        "muster.area-progress drive|yen-dung",
                        "muster.area-progress drive|tan-an",
                        "muster.daily-counts drive|yen-dung|2023-05-12",
                        "muster.segment-counts drive|yen-dung|gender|FEMALE");
    }

    @AfterEach
    void close() {
        published.close();
    }

    @Test
    void shouldRemoveTheRowsOfAnAreaRemovedWhileItWasDown() {
        startWith(drive().build());

        assertThat(rows)
                .containsExactly(
                        "muster.area-progress drive|bac-giang",
                        "muster.area-progress drive|yen-dung",
                        "muster.campaign-progress drive");
    }

    @Test
    void shouldRemoveTheRowsOfACampaignRemovedWhileItWasDown() {
        startWith(References.NONE);

        assertThat(rows).containsExactly("muster.campaign-progress drive");
    }

    @Test
    void shouldRemoveADayThatHadOnlyACertifiedCount() {
        ReferencesBuilder references = drive().area("tan-an", "yen-dung", "commune");
        startWith(references.certified("drive", "bac-giang", "2023-05-20", 7).build());
        assertThat(rows).contains("muster.daily-counts drive|bac-giang|2023-05-20");

        startWith(drive().area("tan-an", "yen-dung", "commune").build());

        assertThat(rows)
                .doesNotContain("muster.daily-counts drive|bac-giang|2023-05-20")
                .contains("muster.daily-counts drive|bac-giang|2023-05-12");
    }

    @Test
    void shouldRemoveNothingIfNothingChanged() {
        Set<String> before = Set.copyOf(rows);

        startWith(drive().area("tan-an", "yen-dung", "commune").build());

        assertThat(removed).isEmpty();
        assertThat(rows).isEqualTo(before);
    }

    @Test
    void shouldForgetARemovedRow() {
        startWith(drive().build());
        assertThat(removed).isNotEmpty();

        startWith(drive().build());

        assertThat(removed).isEmpty();
    }

    @Test
    void shouldNotPublishAnUnchangedAlertAgain() {
        References watched = drive().target("drive", "yen-dung", 310).build();
        now = Instant.parse("2023-05-10T02:00:00Z");
        startWith(watched);
        assertThat(rows).contains("muster.alerts drive|yen-dung|BEHIND", "muster.alerts drive|yen-dung|SILENT");

        startWith(watched);
        assertThat(forwarded).noneMatch(row -> row.startsWith("muster.alerts"));

        startWith(drive().target("drive", "yen-dung", 620).build());
        assertThat(forwarded).contains("muster.alerts drive|yen-dung|BEHIND");

        startWith(drive().build());
        assertThat(removed).contains("muster.alerts drive|yen-dung|BEHIND", "muster.alerts drive|yen-dung|SILENT");
    }

    private static ReferencesBuilder drive() {
        return someReferences()
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .area("bac-giang", null, "province")
                .area("yen-dung", "bac-giang", "district");
    }

    /** Starts a new task over the same cells and flushes it once. */
    private void startWith(References references) {
        TallyStore boards = new TallyStore("boards");
        Subtotal subtotal = new Subtotal();
        subtotal.add(Status.ENROLLED, 1);
        subtotal.addSegment(new Segment(Dimension.GENDER, "FEMALE"), 1);
        boards.put(
                new CellKey(new Cell(campaignId("drive"), areaId("tan-an"), DAY), 0).toBytes(),
                SubtotalCodec.toBytes(subtotal),
                0);
        new RowPublisher(
                        boards,
                        new CompletenessCheck(
                                boards, new RestoreCheck(InputProgress.UNKNOWN, "cells", new TaskId(0, 0)), () -> true),
                        new PublishedRows(published),
                        context,
                        new RowPublisher.Inputs(() -> references, () -> new AsOf.Wall(now)),
                        campaignId -> 0,
                        change -> {},
                        Succession.NONE)
                .run(0);
        removed.clear();
        forwarded.clear();
        for (CapturedForward<?, ?> forward : context.forwarded()) {
            String row =
                    forward.childName().orElseThrow() + " " + forward.record().key();
            forwarded.add(row);
            if (forward.record().value() == null) {
                rows.remove(row);
                removed.add(row);
            } else {
                rows.add(row);
            }
        }
        context.resetForwards();
    }
}
