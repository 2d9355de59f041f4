package io.muster.dashboard.stream;

import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.board.RecordedBoard;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams receive every change, even if one is slow or broken, or an update fails. */
@Timeout(60)
class BroadcastTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final RecordedBoard board = RecordedBoard.withSomePeople();
    private final Loops loops = new Loops();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile String state = "LIVE";
    private @Nullable Broadcast broadcast;

    @AfterEach
    void close() {
        if (broadcast != null) {
            broadcast.close();
        }
    }

    @Test
    void shouldSendABusyStreamTheLatestStatusLater() throws Exception {
        Broadcast all = broadcast(() -> Map.of("state", state));
        SlowConnection slow = new SlowConnection();
        begin(all, slow);
        awaitTaken(slow, "\"LIVE\"");
        slow.stop();
        board.enroll("new", "nham-bien", "2023-05-13");
        board.publish();
        SlowConnection other = new SlowConnection();
        begin(all, other);
        awaitTaken(other, "\"LIVE\"");

        state = "WAITING";
        awaitTaken(other, "\"WAITING\"");
        state = "READING";
        awaitTaken(other, "\"READING\"");
        slow.goOn();

        awaitTaken(slow, "\"READING\"");
        assertThat(slow.taken()).contains("nham-bien").doesNotContain("WAITING");
    }

    @Test
    void shouldRetryAFailedUpdate() throws Exception {
        Broadcast all = broadcast(() -> {
            if (state.equals("WAITING") && failures.incrementAndGet() == 1) {
                throw new IllegalStateException("this once");
            }
            return Map.of("state", state);
        });
        SlowConnection stream = new SlowConnection();
        begin(all, stream);
        awaitTaken(stream, "\"LIVE\"");

        state = "WAITING";

        awaitTaken(stream, "\"WAITING\"");
        await().atMost(LIMIT).until(() -> loops.failing().isEmpty());
    }

    @Test
    void shouldKeepSendingToOthersIfOneStreamFails() throws Exception {
        Broadcast all = broadcast(() -> Map.of("state", state));
        SlowConnection broken = new SlowConnection();
        SlowConnection well = new SlowConnection();
        begin(all, broken);
        begin(all, well);
        awaitTaken(broken, "\"LIVE\"");
        awaitTaken(well, "\"LIVE\"");
        broken.breakDown();

        board.enroll("new", "nham-bien", "2023-05-13");
        board.publish();

        awaitTaken(well, "nham-bien");
        await().atMost(LIMIT).until(() -> broken.isCompleted() && all.open() == 1);
    }

    @Test
    void shouldSendTheStatusToANewStream() throws Exception {
        Broadcast all = broadcast(() -> Map.of("state", state));
        SlowConnection first = new SlowConnection();
        begin(all, first);
        awaitTaken(first, "\"LIVE\"");
        state = "WAITING";
        awaitTaken(first, "\"WAITING\"");

        SlowConnection late = new SlowConnection();
        begin(all, late);

        awaitTaken(late, "\"WAITING\"");
    }

    @Test
    void shouldSendHeartbeatsWhenNothingChanges() throws Exception {
        StatusTracker statuses = new StatusTracker(() -> state, () -> Map.of("state", state));
        broadcast = Broadcast.of(board, statuses, InstantSource.system(), Duration.ofMillis(300), loops);
        SlowConnection stream = new SlowConnection();
        begin(broadcast, stream);

        awaitTaken(stream, ": \n\n: \n\n");
    }

    private Broadcast broadcast(Supplier<?> status) {
        broadcast = Broadcast.of(board, () -> state, status, InstantSource.system(), loops);
        return broadcast;
    }

    private static void begin(Broadcast all, SlowConnection connection) throws Exception {
        BoardUpdate update = all.update();
        Subscription subscription = new Subscription(campaignId(RecordedBoard.CAMPAIGN), Set.of(), Set.of());
        OpenStream stream = new OpenStream(
                connection.context(),
                subscription,
                Event.reset(update.id()),
                update.position(),
                all::remove,
                System.nanoTime());
        all.add(stream);
        stream.begin();
        connection.goOn();
    }

    private static void awaitTaken(SlowConnection connection, String text) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(connection.taken()).contains(text));
    }
}
