package io.muster.streams.topology;

import io.muster.domain.participant.NumericRefs;
import io.muster.streams.mapping.CellKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * What shapes the topology.
 *
 * @param ledgerStore where the ledger is held
 * @param partitions among how many partitions participants are divided, and campaigns as well: those of the cells topic. The
 *     enrollments topic may have come to have more
 * @param checkEvery how often each task looks whether a round is due
 * @param pauseFactor see {@link RoundPacer}
 * @param numericRefs whether participants may be known by bare numbers as long as identity numbers
 */
public record TopologySettings(
        LedgerStore ledgerStore, int partitions, Duration checkEvery, int pauseFactor, NumericRefs numericRefs) {

    /** Participants that are known by bare numbers as long as identity numbers are refused. */
    public TopologySettings(LedgerStore ledgerStore, int partitions, Duration checkEvery, int pauseFactor) {
        this(ledgerStore, partitions, checkEvery, pauseFactor, NumericRefs.REFUSED);
    }

    /** Where the ledger is held. */
    public enum LedgerStore {
        /** In memory, rebuilt from the statements at each start. */
        MEMORY,
        /** In RocksDB with a changelog, for histories that take too long to read again. */
        ROCKSDB
    }

    public TopologySettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, but is " + partitions);
        }
        if (checkEvery.isNegative() || checkEvery.isZero()) {
            throw new IllegalArgumentException("checkEvery must be longer than nothing, but is " + checkEvery);
        }
        if (pauseFactor < 0) {
            throw new IllegalArgumentException("pauseFactor must not be negative, but is " + pauseFactor);
        }
    }

    /** The partition of the cells topic, and so the tally task, that a campaign belongs to. */
    public int partitionOf(String campaignId) {
        return homeOf(campaignId.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The one partition in which records with a key are counted. It is the one that Kafka's own producers choose; others may
     * choose otherwise, and all do once a topic has more partitions than before.
     */
    public int homeOf(byte[] key) {
        return home(key, partitions);
    }

    /** Where records with a key are counted by an application that divides them among that many partitions. */
    public static int home(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** All cells of a campaign go to one partition. */
    public StreamPartitioner<CellKey, byte[]> byCampaign() {
        return (topic, key, value, number) ->
                Optional.of(Set.of(partitionOf(key.cell().campaignId())));
    }
}
