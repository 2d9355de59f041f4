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

/** How far the stores are restored from their topics: as a metric, in the log, and for who asks whether the instance is ready. */
final class RestoreProgress implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Map<Restoring, Long> left = new ConcurrentHashMap<>();
    private volatile Instant lastLogged = Instant.EPOCH;
    /** How many records were said to be left; 0 if nothing was, or all is restored since. */
    private volatile long lastSaid;

    private record Restoring(TopicPartition partition, String store) {}

    RestoreProgress(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        Gauge.builder("muster.restore.remaining", this, RestoreProgress::remaining)
                .description("Records still to be read before all tasks of this instance count; 0 when they do")
                .register(meters);
    }

    /** Records still to be read, transaction markers included. */
    long remaining() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        long records = endingOffset - startingOffset;
        left.put(new Restoring(partition, store), records);
        LOG.debug("Restoring {} from {}: {} records", store, partition, records);
        say();
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long numRestored) {
        left.computeIfPresent(new Restoring(partition, store), (key, records) -> Math.max(0, records - numRestored));
        say();
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        left.remove(new Restoring(partition, store));
        LOG.debug("Restored {} from {}: {} records", store, partition, totalRestored);
        if (left.isEmpty() && lastSaid > 0) {
            lastSaid = 0;
            LOG.info("All stores of this instance are restored");
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long totalRestored) {
        left.remove(new Restoring(partition, store));
    }

    /** Now and then, and at once where there is far more to do than was said: stores begin one after the other. */
    private void say() {
        Instant now = clock.instant();
        long records = remaining();
        if (records > 2 * lastSaid || (records > 0 && lastLogged.plus(LOG_EVERY).isBefore(now))) {
            lastLogged = now;
            lastSaid = records;
            LOG.info("Restoring: {} records to go, in {} stores", records, left.size());
        }
    }
}
