package io.muster.dashboard.http;

import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.CampaignView;
import io.muster.dashboard.view.Published;
import io.muster.dashboard.view.ViewStatus;
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
 */
record Status(String state, @Nullable String problem) {

    /**
     * The same, with what changes all the time.
     *
     * @param newestAt when the newest figure of a campaign was computed
     */
    record Now(
            String state,
            @Nullable String problem,
            @Nullable Instant newestAt,
            Instant now) {}

    static Status of(ViewStatus status) {
        if (status instanceof ViewStatus.Waiting waiting) {
            return new Status("WAITING", waiting.problem());
        }
        return new Status(status instanceof ViewStatus.Live ? "LIVE" : "READING", null);
    }

    Now at(Board board, Instant now) {
        return new Now(state, problem, newest(board), now);
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
