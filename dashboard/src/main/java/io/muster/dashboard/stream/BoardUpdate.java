package io.muster.dashboard.stream;

import io.muster.board.AreaView;
import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.board.ReadPosition;
import io.muster.dashboard.api.AreaFigures;
import io.muster.dashboard.api.AreaLookup;
import io.muster.dashboard.api.CampaignApi;
import io.muster.dashboard.api.CampaignHead;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.AreaRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the events of one board version for all streams, sharing results between streams. Not thread-safe. */
final class BoardUpdate {

    private final Board board;
    private final EventId id;
    private final DetailTracker details;
    private final Map<CampaignId, CampaignApi> campaigns = new HashMap<>();
    private final Map<CampaignApi, DetailTracker.Versioned> versions = new HashMap<>();
    private final Map<DeltaKey, Delta> deltas = new HashMap<>();
    private final Map<Since, List<AreaRow>> changes = new HashMap<>();

    /** Streams with the same subscription and state receive the same event. */
    private record DeltaKey(Subscription subscription, ReadPosition known, long knownDetail) {}

    private record Since(CampaignId campaignId, ReadPosition known) {}

    /**
     * What a stream receives.
     *
     * @param event null if nothing changed
     * @param detail version of the campaign detail that the client then knows
     */
    record Delta(@Nullable Event event, long detail) {}

    BoardUpdate(Board board, DetailTracker details, Instant now) {
        this.board = board;
        this.details = details;
        this.id = new EventId(now, board.position());
    }

    EventId id() {
        return id;
    }

    ReadPosition position() {
        return board.position();
    }

    /**
     * The changes since the client's state.
     *
     * @param known position up to which the client knows all changes
     * @param knownDetail version of the campaign detail that the client knows
     */
    Delta news(Subscription subscription, ReadPosition known, long knownDetail) {
        return deltas.computeIfAbsent(new DeltaKey(subscription, known, knownDetail), this::delta);
    }

    private Delta delta(DeltaKey key) {
        CampaignView view = board.campaigns().get(key.subscription.campaignId());
        CampaignApi campaign = campaign(key.subscription.campaignId());
        if (view == null
                || campaign == null
                || !key.known.isWithin(board.position())
                || !view.removedBy().isWithin(key.known)) {
            return new Delta(Event.reset(id), DetailTracker.NONE);
        }
        DetailTracker.Versioned detail = detail(campaign);
        boolean same = detail.version() == key.knownDetail;
        List<AreaFigures> areas = changed(campaign.areas(), key);
        boolean alerts = board.position().hasOtherAlertsThan(key.known);
        boolean tree = board.position().hasOtherTreeThan(key.known);
        return same && areas.isEmpty() && !alerts && !tree
                ? new Delta(null, detail.version())
                : new Delta(
                        Event.changed(new Event.Changed(same ? null : detail.detail(), areas, alerts, tree), id),
                        detail.version());
    }

    private @Nullable CampaignApi campaign(CampaignId campaignId) {
        return board.campaigns().containsKey(campaignId)
                ? campaigns.computeIfAbsent(campaignId, known -> new CampaignApi(board, known))
                : null;
    }

    private DetailTracker.Versioned detail(CampaignApi campaign) {
        return versions.computeIfAbsent(campaign, any -> details.versioned(campaign.detail()));
    }

    private List<AreaFigures> changed(AreaLookup areas, DeltaKey key) {
        Since since = new Since(key.subscription.campaignId(), key.known);
        return changes.computeIfAbsent(since, this::rowsChanged).stream()
                .filter(key.subscription::includes)
                .map(row -> areas.of(row.areaId()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<AreaRow> rowsChanged(Since since) {
        CampaignView view = board.campaigns().get(since.campaignId);
        return view == null
                ? List.of()
                : view.areas().values().stream()
                        .filter(area -> area.isChangedSince(since.known))
                        .map(AreaView::progress)
                        .flatMap(Stream::ofNullable)
                        .map(Published::row)
                        .toList();
    }

    /**
     * The first event of a stream; null if there is no such campaign.
     *
     * @param known position up to which the client knows all changes; becomes the id of the event, so that the stream
     *     can be resumed from there
     */
    @Nullable
    Event hello(Subscription subscription, EventId known) {
        CampaignApi campaign = campaign(subscription.campaignId());
        if (campaign == null) {
            return null;
        }
        CampaignHead head = campaign.head();
        return Event.hello(new Event.Hello(head.campaignId(), head.asOfDay(), head.computedAt()), known);
    }
}
