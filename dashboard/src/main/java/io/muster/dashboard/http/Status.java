package io.muster.dashboard.http;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.board.ViewStatus;
import io.muster.domain.counting.CountingState;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the figures are.
 *
 * @param state READING: not all was read yet; LIVE: what is published shows at once; WAITING: something is in the way, and the figures are those
 *     of before
 * @param problem what is in the way
 * @param counting whether the application that counts is up to date
 */
record Status(String state, @Nullable String problem, Counting counting) {

    /**
     * What the application that counts says of itself.
     *
     * @param since the last sign of it, where it is STOPPED
     * @param silent how many of all partitions of both its stages are silent, where it is STOPPED
     * @param records that it has before it, where it is BEHIND
     * @param behindSeconds how long the oldest of them waits at least
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
     * The same, with what changes all the time.
     *
     * @param newestAt when the newest figure of a campaign was computed
     */
    record Now(
            String state,
            @Nullable String problem,
            Counting counting,
            @Nullable Instant newestAt,
            Instant now) {}

    static Status of(ViewStatus status, CountingState state) {
        Counting counting = Counting.of(state);
        if (status instanceof ViewStatus.Waiting waiting) {
            return new Status("WAITING", waiting.problem(), counting);
        }
        return new Status(status instanceof ViewStatus.Live ? "LIVE" : "READING", null, counting);
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
