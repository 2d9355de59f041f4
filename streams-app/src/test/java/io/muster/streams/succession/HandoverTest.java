package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.TopologySettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private static final byte[] KEY = "drive:p1".getBytes(StandardCharsets.UTF_8);
    private static final int HOME = TopologySettings.home(KEY, 4);

    private final Handover handover = new Handover(receiver -> receiver.accept("a row"));

    @Test
    void shouldLeaveToThePredecessorWhatItHasCounted() {
        handover.follow(Map.of(0, 10L));

        assertThat(isDealtWith(new Origin(0, 9))).isTrue();
        assertThat(handover.isOurTurn()).isFalse();
    }

    @Test
    void shouldWaitWhileThePredecessorMayStillCountARecord() {
        handover.follow(Map.of(0, 10L));
        var asking = new Asking(new Origin(0, 10));

        asking.awaitThatItWaits();
        assertThat(handover.isWaitedFor()).isTrue();
        handover.follow(Map.of(0, 11L));

        assertThat(asking.answer()).isTrue();
        assertThat(handover.isWaitedFor()).isFalse();
    }

    @Test
    void shouldDealWithWhatThePredecessorDidNotComeTo() {
        var asking = new Asking(new Origin(1, 0));

        asking.awaitThatItWaits();
        handover.predecessorEnded(Map.of(0, 11L));

        assertThat(asking.answer()).isFalse();
        assertThat(isDealtWith(new Origin(0, 10))).isTrue();
        assertThat(isDealtWith(new Origin(0, 11))).isFalse();
        assertThat(handover.isOurTurn()).isFalse();
    }

    @Test
    void shouldStillKnowWhatWasDealtWithWhenItIsOurTurn() {
        handover.predecessorEnded(Map.of(0, 11L));
        handover.takeOver();

        assertThat(handover.isOurTurn()).isTrue();
        assertThat(isDealtWith(new Origin(0, 10))).isTrue();
        assertThat(isDealtWith(new Origin(0, 11))).isFalse();
    }

    @Test
    void shouldJudgeACopyByWhereItCameFromIfThePredecessorCountsItThere() {
        handover.divides(4);
        handover.predecessorEnded(Map.of(HOME, 10L, HOME + 1, 0L));

        assertThat(handover.isDealtWith(KEY, new Origin(HOME, 9), new Origin(HOME + 1, 3)))
                .isTrue();
        assertThat(handover.isDealtWith(KEY, new Origin(HOME, 10), new Origin(HOME + 1, 3)))
                .isFalse();
    }

    @Test
    void shouldNotTakeForCountedWhatThePredecessorHasOnlySentHome() {
        handover.divides(4);
        handover.predecessorEnded(Map.of(HOME, 10L, HOME + 1, 100L));

        assertThat(handover.isDealtWith(KEY, new Origin(HOME + 1, 7), new Origin(HOME, 10)))
                .isFalse();
        assertThat(handover.isDealtWith(KEY, new Origin(HOME + 1, 7), new Origin(HOME, 9)))
                .isTrue();
    }

    private boolean isDealtWith(Origin record) {
        return handover.isDealtWith(KEY, record, record);
    }

    /** A stream thread that asks about a record. */
    private final class Asking {
        private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
        private final Thread thread;

        Asking(Origin record) {
            thread = new Thread(() -> answer.complete(isDealtWith(record)));
            thread.start();
        }

        void awaitThatItWaits() {
            await().until(() -> thread.getState() == Thread.State.WAITING);
        }

        boolean answer() {
            return answer.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
