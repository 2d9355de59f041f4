package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.stage.TopologySettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SuccessionStateTest {

    private static final byte[] KEY = "drive:p1".getBytes(StandardCharsets.UTF_8);
    private static final int HOME = TopologySettings.partitionOfKey(KEY, 4);

    private final SuccessionState state = new SuccessionState(receiver -> receiver.accept("a row"));

    @Test
    void shouldSkipRecordsThatThePredecessorCounted() {
        state.predecessorCommitted(Map.of(0, 10L));

        assertThat(isRecordedByPredecessor(new Origin(0, 9))).isTrue();
        assertThat(state.isPublisher()).isFalse();
    }

    @Test
    void shouldBlockWhileThePredecessorMayStillCountARecord() {
        state.predecessorCommitted(Map.of(0, 10L));
        var query = new Query(new Origin(0, 10));

        query.awaitBlocked();
        assertThat(state.hasWaiters()).isTrue();
        state.predecessorCommitted(Map.of(0, 11L));

        assertThat(query.answer()).isTrue();
        assertThat(state.hasWaiters()).isFalse();
    }

    @Test
    void shouldRecordWhatThePredecessorDidNotCount() {
        var query = new Query(new Origin(1, 0));

        query.awaitBlocked();
        state.predecessorEnded(Map.of(0, 11L));

        assertThat(query.answer()).isFalse();
        assertThat(isRecordedByPredecessor(new Origin(0, 10))).isTrue();
        assertThat(isRecordedByPredecessor(new Origin(0, 11))).isFalse();
        assertThat(state.isPublisher()).isFalse();
    }

    @Test
    void shouldStillSkipWhatThePredecessorRecordedAfterTakingOver() {
        state.predecessorEnded(Map.of(0, 11L));
        state.takeOver();

        assertThat(state.isPublisher()).isTrue();
        assertThat(isRecordedByPredecessor(new Origin(0, 10))).isTrue();
        assertThat(isRecordedByPredecessor(new Origin(0, 11))).isFalse();
    }

    @Test
    void shouldCheckTheOriginOfACopyIfThePredecessorCountsItThere() {
        state.predecessorPartitions(4);
        state.predecessorEnded(Map.of(HOME, 10L, HOME + 1, 0L));

        assertThat(state.isRecordedByPredecessor(KEY, new Origin(HOME, 9), new Origin(HOME + 1, 3)))
                .isTrue();
        assertThat(state.isRecordedByPredecessor(KEY, new Origin(HOME, 10), new Origin(HOME + 1, 3)))
                .isFalse();
    }

    @Test
    void shouldNotTreatAReroutedRecordAsCounted() {
        state.predecessorPartitions(4);
        state.predecessorEnded(Map.of(HOME, 10L, HOME + 1, 100L));

        assertThat(state.isRecordedByPredecessor(KEY, new Origin(HOME + 1, 7), new Origin(HOME, 10)))
                .isFalse();
        assertThat(state.isRecordedByPredecessor(KEY, new Origin(HOME + 1, 7), new Origin(HOME, 9)))
                .isTrue();
    }

    private boolean isRecordedByPredecessor(Origin record) {
        return state.isRecordedByPredecessor(KEY, record, record);
    }

    /** A stream thread that checks a record. */
    private final class Query {
        private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
        private final Thread thread;

        Query(Origin record) {
            thread = new Thread(() -> answer.complete(isRecordedByPredecessor(record)));
            thread.start();
        }

        void awaitBlocked() {
            await().until(() -> thread.getState() == Thread.State.WAITING);
        }

        boolean answer() {
            return answer.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
