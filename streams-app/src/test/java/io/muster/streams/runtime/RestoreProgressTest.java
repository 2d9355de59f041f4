package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("muster.enrollments", 0);
    private static final TopicPartition SECOND = new TopicPartition("muster.enrollments", 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RestoreProgress progress = new RestoreProgress(meters, InstantSource.system());

    @Test
    void shouldSumTheRemainingRecordsOfAllStores() {
        progress.onRestoreStart(FIRST, "ledger", 0, 1_000);
        progress.onRestoreStart(SECOND, "ledger", 500, 700);
        assertThat(remaining()).isEqualTo(1_200);

        progress.onBatchRestored(FIRST, "ledger", 399, 400);

        assertThat(remaining()).isEqualTo(800);
    }

    @Test
    void shouldHaveNothingLeftWhenAllStoresAreRestoredOrSuspended() {
        progress.onRestoreStart(FIRST, "ledger", 0, 1_000);
        progress.onRestoreStart(SECOND, "ledger", 0, 1_000);

        progress.onRestoreEnd(FIRST, "ledger", 990); // ten offsets hold transaction markers
        progress.onRestoreSuspended(SECOND, "ledger", 10);

        assertThat(remaining()).isZero();
    }

    @Test
    void shouldIgnoreABatchOfASuspendedStore() {
        progress.onRestoreStart(FIRST, "ledger", 0, 10);
        progress.onRestoreSuspended(FIRST, "ledger", 0);

        progress.onBatchRestored(FIRST, "ledger", 9, 10);

        assertThat(remaining()).isZero();
    }

    private double remaining() {
        return meters.get("muster.restore.remaining").gauge().value();
    }
}
