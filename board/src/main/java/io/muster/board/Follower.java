package io.muster.board;

import io.muster.board.ViewException.Problem;
import io.muster.contract.Connection;
import io.muster.contract.reading.TopicsChangedException;
import io.muster.domain.tally.CountingState;
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

/** The loop that keeps a board up to date with its topics. */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final Duration POLL = Duration.ofMillis(100);

    /** While no records arrive, the broker is probed at this interval. */
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
    /** Whether all records that existed at the start were read. No board is published before that. */
    private boolean complete;

    /** Whether a complete board was published. */
    private volatile boolean shown;
    /** The end offsets to reach before the view is live; null until fetched. */
    private @Nullable Map<TopicPartition, Long> goal;

    private long quietSince;
    private volatile ViewStatus status = new ViewStatus.Reading();
    private volatile long skipped;

    Follower(Connection connection, boolean withCorrections, Set<String> others, LiveBoard.Listener out) {
        this.reader = new TopicReader(
                connection, withCorrections ? state.feedsWithCorrections() : state.feeds(), others, PATIENCE);
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

    /** Completes once all records that are committed now are on a published board. Fails as soon as reading fails. */
    CompletableFuture<Void> reachEnd() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        asked.add(reached);
        if (ended) {
            reached.completeExceptionally(closed());
        }
        return reached;
    }

    /** Interrupts a blocking call of the current step. */
    void wakeup() {
        reader.wakeup();
    }

    /** Called after the last step. */
    void end() {
        ended = true;
        become(new ViewStatus.Waiting("reading has ended"));
        failRequests(closed());
        reader.close();
    }

    /** Reads available records. After an unexpected failure the next step starts from the beginning. */
    void step(Loop loop) throws InterruptedException {
        try {
            read();
            backoff.success();
        } catch (WakeupException e) {
            LOG.debug("Woken up to stop");
        } catch (TopicsChangedException e) {
            LOG.warn("Reading the topics again from the beginning: {}", e.getMessage());
            restart();
            become(new ViewStatus.Reading());
        } catch (ViewException e) {
            await(e, loop);
        } catch (RuntimeException e) {
            ViewException problem = new ViewException(Problem.UNEXPECTED, "reading failed: " + e, e);
            become(new ViewStatus.Waiting(problem.description()));
            failRequests(problem);
            restart();
            throw e;
        }
    }

    private void restart() {
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
        become(new ViewStatus.Waiting(problem.problem(), problem.description()));
        failRequests(problem);
        goal = null;
        loop.pause(backoff.afterFailure());
    }

    private void become(ViewStatus next) {
        if (!next.equals(status)) {
            if (next instanceof ViewStatus.Waiting waiting) {
                LOG.warn("Reading the topics is interrupted, retrying: {}", waiting.description());
            } else if (status instanceof ViewStatus.Waiting) {
                LOG.info("Reading the topics again");
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
        return new ViewException(Problem.CLOSED, "the view is closed", null);
    }
}
