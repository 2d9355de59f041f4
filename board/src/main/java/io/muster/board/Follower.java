package io.muster.board;

import io.muster.board.ViewException.Obstacle;
import io.muster.contract.reading.TopicsChangedException;
import io.muster.contract.serde.AvroSerdes;
import io.muster.domain.counting.CountingState;
import io.muster.http.loop.Backoff;
import io.muster.http.loop.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop that keeps a board up to date. */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final Duration POLL = Duration.ofMillis(100);

    /** When nothing comes, the broker is asked this often whether it is still there. */
    private static final Duration PROBE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record EndRequest(Map<TopicPartition, Long> ends, CompletableFuture<Void> reached) {}

    private final BoardState state = new BoardState();
    private final TopicReader reader;
    private final LiveBoard.Listener out;
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<EndRequest> requests = new ArrayList<>();
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private volatile boolean ended;
    private boolean assigned;
    /** Whether all was read that was there at the start; before that, a board would be half a board. */
    private boolean complete;

    /** Whether such a board was published. */
    private volatile boolean shown;
    /** Where the view must be to be live; null until asked. */
    private @Nullable Map<TopicPartition, Long> goal;

    private long quietSince;
    private volatile ViewStatus status = new ViewStatus.Reading();
    private volatile long skipped;

    Follower(
            Map<String, ?> kafka,
            AvroSerdes serdes,
            boolean withCorrections,
            Set<String> others,
            LiveBoard.Listener out) {
        this.reader = new TopicReader(
                kafka, serdes, withCorrections ? state.feedsWithCorrections() : state.feeds(), others, PATIENCE);
        this.out = out;
    }

    ViewStatus status() {
        return status;
    }

    CountingState counting() {
        return state.heartbeats().state();
    }

    CountingState countingAtOnce() {
        return state.heartbeats().stateAtOnce();
    }

    boolean isComplete() {
        return shown;
    }

    long skipped() {
        return skipped;
    }

    /** Is done once all that is committed now was published; fails as soon as something is in the way. */
    CompletableFuture<Void> reachEnd() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        asked.add(reached);
        if (ended) {
            reached.completeExceptionally(closed());
        }
        return reached;
    }

    /** Ends what the step under way waits for. */
    void wakeup() {
        reader.wakeup();
    }

    /** No step is under way, and none will come. */
    void end() {
        ended = true;
        become(new ViewStatus.Waiting("reading has ended"));
        failRequests(closed());
        reader.close();
    }

    /** Reads what is there by now. After what nobody expected it begins anew with the next step. */
    void step(Loop loop) throws InterruptedException {
        try {
            read();
            backoff.success();
        } catch (WakeupException e) {
            LOG.debug("Woken up to stop");
        } catch (TopicsChangedException e) {
            LOG.warn("Reading the topics again from the beginning: {}", e.getMessage());
            beginAnew();
            become(new ViewStatus.Reading());
        } catch (ViewException e) {
            await(e, loop);
        } catch (RuntimeException e) {
            ViewException problem = new ViewException(Obstacle.UNEXPECTED, "reading failed: " + e, e);
            become(new ViewStatus.Waiting(problem.problem()));
            failRequests(problem);
            beginAnew();
            throw e;
        }
    }

    private void beginAnew() {
        state.clear();
        assigned = false;
    }

    private void read() {
        if (!assigned) {
            reader.assign();
            state.begin(reader.identity());
            assigned = true;
            complete = false;
            goal = null;
        }
        if (goal == null) {
            goal = reader.ends();
        }
        acceptRequests();
        boolean quiet = reader.poll(POLL) == 0;
        skipped = reader.skipped();
        if (!(status instanceof ViewStatus.Live)) {
            boolean reached = reader.hasReached(goal);
            complete |= reached;
            become(reached ? new ViewStatus.Live() : new ViewStatus.Reading());
        }
        if (complete) {
            publish();
            shown = true;
            answerRequests();
        }
        probeWhen(quiet);
    }

    private void probeWhen(boolean quiet) {
        long now = System.nanoTime();
        if (!quiet) {
            quietSince = now;
        } else if (now - quietSince > PROBE.toNanos()) {
            goal = reader.ends();
            quietSince = now;
        }
    }

    private void acceptRequests() {
        for (var next = asked.peek(); next != null; next = asked.peek()) {
            requests.add(new EndRequest(reader.ends(), next));
            asked.remove();
        }
    }

    private void answerRequests() {
        requests.removeIf(request -> reader.hasReached(request.ends) && request.reached.complete(null));
    }

    private void publish() {
        Changes changes = state.takeChanges();
        if (!changes.isEmpty()) {
            out.changed(state.freeze(), changes);
        }
    }

    private void await(ViewException problem, Loop loop) throws InterruptedException {
        become(new ViewStatus.Waiting(problem.obstacle(), problem.problem()));
        failRequests(problem);
        goal = null;
        loop.pause(backoff.afterFailure());
    }

    private void become(ViewStatus next) {
        if (!next.equals(status)) {
            if (next instanceof ViewStatus.Waiting waiting) {
                LOG.warn("The board waits: {}", waiting.problem());
            } else if (status instanceof ViewStatus.Waiting) {
                LOG.info("The board reads again");
            }
            status = next;
            if (next instanceof ViewStatus.Live) {
                state.heartbeats().live();
            } else {
                state.heartbeats().deaf();
            }
        }
    }

    private void failRequests(ViewException problem) {
        requests.forEach(request -> request.reached.completeExceptionally(problem));
        requests.clear();
        for (var next = asked.poll(); next != null; next = asked.poll()) {
            next.completeExceptionally(problem);
        }
    }

    private static ViewException closed() {
        return new ViewException(Obstacle.CLOSED, "the view is closed", null);
    }
}
