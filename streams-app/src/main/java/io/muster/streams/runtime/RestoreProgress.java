package io.muster.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the progress of state restoration as a metric and in the log. */
final class RestoreProgress implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Map<Restoring, Long> left = new ConcurrentHashMap<>();
    private volatile Instant lastLogged = Instant.EPOCH;
    /**
     * The number of remaining records in the latest log line; 0 before the first, and after everything was restored.
     */
    private volatile long lastReported;

    private record Restoring(TopicPartition partition, String store) {}

    RestoreProgress(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        Gauge.builder("muster.restore.remaining", this, RestoreProgress::remaining)
                .description("Records left to restore before all tasks of this instance run; 0 when they do")
                .register(meters);
    }

    /** The number of records left to restore, including transaction markers. */
    long remaining() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        long records = endingOffset - startingOffset;
        left.put(new Restoring(partition, store), records);
        LOG.debug("Restoring {} from {}: {} records", store, partition, records);
        report();
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long numRestored) {
        left.computeIfPresent(new Restoring(partition, store), (key, records) -> Math.max(0, records - numRestored));
        report();
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        left.remove(new Restoring(partition, store));
        LOG.debug("Restored {} from {}: {} records", store, partition, totalRestored);
        if (left.isEmpty() && lastReported > 0) {
            lastReported = 0;
            LOG.info("All stores of this instance are restored");
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long totalRestored) {
        left.remove(new Restoring(partition, store));
    }

    /**
     * Logs at intervals, and at once if far more is left than last reported, because stores start restoring one after
     * the other.
     */
    private void report() {
        Instant now = clock.instant();
        long records = remaining();
        if (records > 2 * lastReported
                || (records > 0 && lastLogged.plus(LOG_EVERY).isBefore(now))) {
            lastLogged = now;
            lastReported = records;
            LOG.info("Restoring: {} records to go, in {} stores", records, left.size());
        }
    }
}
