package io.muster.dashboard.http;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.board.ViewStatus;
import io.muster.domain.tally.CountingState;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How up to date the figures are.
 *
 * @param state READING: the initial load is not done; LIVE: up to date; WAITING: the topics cannot be read, figures may
 *     be stale
 * @param problem why the topics cannot be read; null unless WAITING
 * @param counting state of the streams application
 */
record DashboardStatus(String state, @Nullable String problem, Counting counting) {

    /**
     * State of the streams application, by its heartbeats.
     *
     * @param since time of the last heartbeat, if STOPPED
     * @param silent number of silent partitions among those of both stages, if STOPPED
     * @param records its lag, if BEHIND
     * @param behindSeconds minimum age of the oldest of them
     */
    record Counting(
            CountingState.Name state,
            @Nullable Instant since,
            @Nullable Integer silent,
            @Nullable Integer partitions,
            @Nullable Long records,
            @Nullable Long behindSeconds) {

        static Counting of(CountingState state) {
            if (state instanceof CountingState.Stopped stopped) {
                return new Counting(state.name(), stopped.since(), stopped.silent(), stopped.all(), null, null);
            }
            if (state instanceof CountingState.Behind behind) {
                return new Counting(
                        state.name(),
                        null,
                        null,
                        null,
                        behind.records(),
                        behind.by().toSeconds());
            }
            return new Counting(state.name(), null, null, null, null, null);
        }
    }

    /**
     * The status with the values that change all the time.
     *
     * @param newestAt when the latest campaign progress was computed
     */
    record Now(
            String state,
            @Nullable String problem,
            Counting counting,
            @Nullable Instant newestAt,
            Instant now) {}

    static DashboardStatus of(ViewStatus status, CountingState state) {
        Counting counting = Counting.of(state);
        if (status instanceof ViewStatus.Waiting waiting) {
            return new DashboardStatus("WAITING", waiting.description(), counting);
        }
        return new DashboardStatus(status instanceof ViewStatus.Live ? "LIVE" : "READING", null, counting);
    }

    Now at(Board board, Instant now) {
        return new Now(state, problem, counting, newest(board), now);
    }

    private static @Nullable Instant newest(Board board) {
        return board.campaigns().values().stream()
                .map(CampaignView::progress)
                .flatMap(Stream::ofNullable)
                .map(Published::computedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
