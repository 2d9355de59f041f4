package io.muster.streams.topology.tally;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.tally.AsOf;
import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.RestoreCheck;
import io.muster.streams.topology.stage.Succession;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tally that takes over from a predecessor, whose rows are on the output topics. */
class SucceedingTallyTest {

    private final KeyValueStore<String, byte[]> published = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("published-rows"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final MockProcessorContext<Object, Object> context;
    private final Predecessor predecessor = new Predecessor();

    SucceedingTallyTest(@TempDir Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        context = new MockProcessorContext<>(properties, new TaskId(0, 0), directory.toFile());
        published.init(context.getStateStoreContext(), published);
    }

    @Test
    void shouldPublishNothingBeforeItTakesOver() {
        RowPublisher tally = tally();
        assertThat(tally.isNeeded()).isFalse();

        predecessor.hasEnded = true;

        assertThat(tally.isNeeded()).isTrue();
    }

    @Test
    void shouldRemoveObsoleteRowsOfThePredecessor() {
        tally().run(0);

        assertThat(removed()).containsExactly("muster.area-progress drive|merged-away");
        assertThat(published.get("muster.area-progress|drive|merged-away")).isNull();
        assertThat(published.get("muster.area-progress|drive|bac-giang")).isNotNull();
    }

    @Test
    void shouldIgnoreCampaignsOfOtherPartitions() {
        tally().run(0);

        assertThat(published.get("muster.area-progress|elsewhere|anywhere")).isNull();
    }

    @Test
    void shouldReadInheritedRowsOncePerTask() {
        RowPublisher tally = tally();
        tally.run(0);
        tally.run(1);
        assertThat(predecessor.asked).isEqualTo(1);

        tally().run(2); // another instance may have run the task in between

        assertThat(predecessor.asked).isEqualTo(2);
    }

    @Test
    void shouldKeepAnExistingEntryForAnInheritedRow() {
        byte[] alert = {7};
        published.put("muster.alerts|drive|bac-giang|BEHIND", alert);

        new PublishedRows(published).inherit("muster.alerts|drive|bac-giang|BEHIND");

        assertThat(published.get("muster.alerts|drive|bac-giang|BEHIND")).isEqualTo(alert);
    }

    private RowPublisher tally() {
        TallyStore boards = new TallyStore("boards");
        return new RowPublisher(
                boards,
                new CompletenessCheck(
                        boards, new RestoreCheck(InputProgress.UNKNOWN, "cells", new TaskId(0, 0)), () -> true),
                new PublishedRows(published),
                context,
                new RowPublisher.Inputs(
                        () -> someReferences()
                                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                                .area("bac-giang", null, "province")
                                .build(),
                        AsOf.Recorded::new),
                campaign -> campaign.equals(campaignId("drive")) ? 0 : 1,
                change -> {},
                predecessor);
    }

    private Set<String> removed() {
        return context.forwarded().stream()
                .filter(forward -> forward.record().value() == null)
                .map(forward -> forward.childName().orElseThrow() + " "
                        + forward.record().key())
                .collect(Collectors.toSet());
    }

    private static final class Predecessor implements Succession {
        private boolean hasEnded;
        private int asked;

        @Override
        public boolean isRecordedByPredecessor(byte[] key, Origin original, Origin here) {
            return false;
        }

        @Override
        public boolean isPublisher() {
            return hasEnded;
        }

        @Override
        public void forEachInheritedRow(Consumer<String> receiver) {
            asked++;
            List.of(
                            "muster.area-progress|drive|bac-giang",
                            "muster.area-progress|drive|merged-away",
                            "muster.area-progress|elsewhere|anywhere")
                    .forEach(receiver);
        }
    }
}
