package io.muster.streams.topology.stage;

import io.muster.contract.topic.CellKey;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.NumericRefs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Settings that shape the topology.
 *
 * @param ledgerStore where the ledger is held
 * @param partitions of the cells topic; participants and campaigns are both divided among them. The enrollments topic
 *     may have grown since
 * @param checkEvery how often each task checks whether a flush is due
 * @param pauseFactor see {@link FlushPacer}
 * @param numericRefs whether a participant reference may be a bare number as long as an identity number
 */
public record TopologySettings(
        LedgerStore ledgerStore, int partitions, Duration checkEvery, int pauseFactor, NumericRefs numericRefs) {

    /** Rejects participant references that are bare numbers as long as identity numbers. */
    public TopologySettings(LedgerStore ledgerStore, int partitions, Duration checkEvery, int pauseFactor) {
        this(ledgerStore, partitions, checkEvery, pauseFactor, NumericRefs.REFUSED);
    }

    /** Where the ledger is held. */
    public enum LedgerStore {
        /** In memory, rebuilt from the statements at each start. */
        MEMORY,
        /** In RocksDB with a changelog, for histories that take too long to replay. */
        ROCKSDB
    }

    public TopologySettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, but is " + partitions);
        }
        if (checkEvery.isNegative() || checkEvery.isZero()) {
            throw new IllegalArgumentException("checkEvery must be positive, but is " + checkEvery);
        }
        if (pauseFactor < 0) {
            throw new IllegalArgumentException("pauseFactor must not be negative, but is " + pauseFactor);
        }
    }

    /** The partition of the cells topic that a campaign belongs to; also the partition of its tally task. */
    public int partitionOfCampaign(CampaignId campaignId) {
        return partitionOfKey(campaignId.value().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The only partition in which records with this key are counted. Kafka's own producers choose the same one. Other
     * producers may choose differently, and all of them do once the topic has more partitions.
     */
    public int partitionOfKey(byte[] key) {
        return partitionOfKey(key, partitions);
    }

    /** Where an application with this many partitions counts records with this key. */
    public static int partitionOfKey(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** All cells of a campaign go to one partition. */
    @SuppressWarnings("removal") // in Kafka 4.4 the only abstract method of a partitioner is one that is deprecated
    public StreamPartitioner<CellKey, byte[]> byCampaign() {
        return (topic, key, value, number) ->
                Optional.of(Set.of(partitionOfCampaign(key.cell().campaignId())));
    }
}
