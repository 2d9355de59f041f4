package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.streams.mapping.Origin;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private final Handover handover = new Handover(receiver -> receiver.accept("a row"));

    @Test
    void shouldLeaveToThePredecessorWhatItHasCounted() {
        handover.follow(Map.of(0, 10L));

        assertThat(handover.isDealtWith(new Origin(0, 9))).isTrue();
        assertThat(handover.isOurTurn()).isFalse();
    }

    @Test
    void shouldWaitWhileThePredecessorMayStillCountARecord() {
        handover.follow(Map.of(0, 10L));
        var asking = new Asking(new Origin(0, 10));

        asking.awaitThatItWaits();
        handover.follow(Map.of(0, 11L));

        assertThat(asking.answer()).isTrue();
    }

    @Test
    void shouldDealWithWhatThePredecessorDidNotComeTo() {
        var asking = new Asking(new Origin(1, 0));

        asking.awaitThatItWaits();
        handover.predecessorEnded(Map.of(0, 11L));

        assertThat(asking.answer()).isFalse();
        assertThat(handover.isDealtWith(new Origin(0, 10))).isTrue();
        assertThat(handover.isDealtWith(new Origin(0, 11))).isFalse();
        assertThat(handover.isOurTurn()).isFalse();
    }

    @Test
    void shouldStillKnowWhatWasDealtWithWhenItIsOurTurn() {
        handover.predecessorEnded(Map.of(0, 11L));
        handover.takeOver();

        assertThat(handover.isOurTurn()).isTrue();
        assertThat(handover.isDealtWith(new Origin(0, 10))).isTrue();
        assertThat(handover.isDealtWith(new Origin(0, 11))).isFalse();
    }

    /** A stream thread that asks about a record. */
    private final class Asking {
        private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
        private final Thread thread;

        Asking(Origin record) {
            thread = new Thread(() -> answer.complete(handover.isDealtWith(record)));
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
