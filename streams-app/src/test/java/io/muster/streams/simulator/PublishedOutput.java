package io.muster.streams.simulator;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.schema.CampaignProgress;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.topology.LatestRows;
import io.muster.streams.topology.tally.TallyStage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Deserializer;

/** The committed records of the output topics. */
final class PublishedOutput implements LatestRows.Latest {

    private final SimulatedLog log;
    private final AvroSerdes serdes;

    PublishedOutput(SimulatedLog log, AvroSerdes serdes) {
        this.log = log;
        this.serdes = serdes;
    }

    @Override
    public <V> SortedMap<String, V> latest(Topic<V> topic) {
        SortedMap<String, V> latest = new TreeMap<>();
        Deserializer<V> deserializer = serdes.deserializer(topic);
        for (Entry entry : entries(topic)) {
            if (entry.value() == null) {
                latest.remove(key(entry));
            } else {
                latest.put(key(entry), deserializer.deserialize(topic.name(), entry.value()));
            }
        }
        return latest;
    }

    List<Change> corrections() {
        return all(
                Topics.CORRECTIONS,
                (key, correction) -> new Change(
                        key,
                        correction.getFrom().getEventId().toString(),
                        correction.getTo().getEventId().toString()));
    }

    List<Loss> losses() {
        return all(
                Topics.LOST_STATEMENTS,
                (key, loss) -> new Loss(
                        key,
                        loss.getLost().getEventId().toString(),
                        loss.getStanding().getEventId().toString()));
    }

    /** The positions of the rejected records: partition and offset. */
    List<String> rejections() {
        return entries(Topics.REJECTIONS).stream()
                .map(entry -> RejectionHeaders.of(entry.headers()).orElseThrow())
                .map(headers -> headers.partition() + "@" + headers.offset())
                .toList();
    }

    /** Each published decrease of the number of participants that a campaign counted. */
    List<String> falls() {
        List<String> falls = new ArrayList<>();
        SortedMap<String, Long> before = new TreeMap<>();
        all(Topics.CAMPAIGN_PROGRESS, (key, row) -> {
            long now = counted(row);
            if (now < before.getOrDefault(key, 0L)) {
                falls.add(key + " fell from " + before.get(key) + " to " + now + " although no participant withdrew");
            }
            before.put(key, now);
            return key;
        });
        return falls;
    }

    private static long counted(CampaignProgress row) {
        long inTree = row.getProgress()
                .map(root -> root.getEnrolled() + root.getDatedAhead() + root.getOutsidePeriod())
                .orElse(0L);
        return row.getDataQuality().getUnplaced() + inTree;
    }

    /** Passes each record except tombstones to the receiver, in order. */
    <V> void each(Topic<V> topic, BiConsumer<Entry, V> receiver) {
        for (Entry entry : entries(topic)) {
            if (entry.value() != null) {
                receiver.accept(entry, read(topic, entry.value()));
            }
        }
    }

    <V> V read(Topic<V> topic, byte[] value) {
        return Objects.requireNonNull(serdes.deserializer(topic).deserialize(topic.name(), value));
    }

    /** The rows on the output topics, in the form of {@code PublishedKey}. */
    static Set<String> rowKeys(SimulatedLog log) {
        Set<String> rows = new HashSet<>();
        for (Topic<?> topic : TallyStage.OUTPUTS) {
            for (Partition partition : log.partitions(topic.name())) {
                for (Entry entry : partition.committed()) {
                    String row = PublishedKey.of(topic.name(), key(entry));
                    if (entry.value() == null) {
                        rows.remove(row);
                    } else {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private <V, R> List<R> all(Topic<V> topic, BiFunction<String, V, R> mapping) {
        Deserializer<V> deserializer = serdes.deserializer(topic);
        return entries(topic).stream()
                .filter(entry -> entry.value() != null)
                .map(entry -> mapping.apply(
                        key(entry), Objects.requireNonNull(deserializer.deserialize(topic.name(), entry.value()))))
                .toList();
    }

    /** All records of a topic, partition by partition. */
    List<Entry> entries(Topic<?> topic) {
        List<Entry> entries = new ArrayList<>();
        for (Partition partition : log.partitions(topic.name())) {
            entries.addAll(partition.committed());
        }
        return entries;
    }

    static String key(Entry entry) {
        return new String(entry.key(), StandardCharsets.UTF_8);
    }
}
