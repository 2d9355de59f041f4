package io.muster.streams.simulator;

import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.streams.mapping.Origin;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.topology.stage.TopologySettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Checks that rejections hold the received record and the reason, and that rerouted copies equal their originals. */
final class RecordChecks {

    private final Cluster cluster;
    private final StatementReader reader;
    private final Map<Origin, Entry> received = new HashMap<>();

    RecordChecks(Cluster cluster, StatementReader reader) {
        this.cluster = cluster;
        this.reader = reader;
        for (int i = 0; i < cluster.partitions(); i++) {
            for (Entry entry : cluster.enrollments(i)) {
                received.put(new Origin(i, entry.offset()), entry);
            }
        }
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Partition partition : cluster.log().partitions(Topics.REJECTIONS.name())) {
            for (Entry entry : partition.committed()) {
                if (!isKept(entry)) {
                    broken.add("a rejection that does not match the received record: "
                            + RejectionHeaders.of(entry.headers()).orElse(null));
                }
            }
        }
        received.forEach((place, entry) -> {
            if (Origin.isCopy(entry.headers()) && entry.transaction() != null && !isCopy(place, entry)) {
                broken.add("the record at " + place + " is not a copy of its origin");
            }
        });
        return broken;
    }

    private boolean isKept(Entry entry) {
        RejectionHeaders headers = RejectionHeaders.of(entry.headers()).orElseThrow();
        Entry original = received.get(new Origin(headers.partition(), headers.offset()));
        if (original == null
                || !(reader.read(original.key(), original.value(), Math.max(0, original.timestamp()))
                        instanceof Reading.Rejected rejected)) {
            return false;
        }
        boolean isWhole = UnusualRecord.isKeptWhole(original.value());
        Headers beside = isWhole ? original.headers() : new RecordHeaders();
        return headers.reason().equals(rejected.rejection().reason().name())
                && headers.detail().equals(rejected.rejection().detail())
                && headers.topic().equals(Topics.ENROLLMENTS.name())
                && headers.timestamp() == Math.max(0, original.timestamp())
                && RejectionHeaders.received(entry.headers()).equals(beside)
                && Arrays.equals(entry.key(), isWhole ? original.key() : null)
                && Arrays.equals(entry.value(), isWhole ? original.value() : null);
    }

    private boolean isCopy(Origin place, Entry copy) {
        Origin from = Origin.of(copy.headers(), place);
        Entry original = received.get(from);
        return original != null
                && from.partition() != place.partition()
                && TopologySettings.partitionOfKey(Objects.requireNonNull(copy.key()), cluster.partitions())
                        == place.partition()
                && Arrays.equals(original.key(), copy.key())
                && Arrays.equals(original.value(), copy.value())
                && original.timestamp() == copy.timestamp()
                && copy.headers().equals(from.addedTo(original.headers()));
    }
}
