package io.muster.dashboard.stream;

import io.muster.board.AreaView;
import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Position;
import io.muster.board.Published;
import io.muster.dashboard.api.AreaFigures;
import io.muster.dashboard.api.Areas;
import io.muster.dashboard.api.CampaignApi;
import io.muster.dashboard.api.CampaignHead;
import io.muster.domain.tally.AreaRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What everybody is told of one board; what many have in common is worked out once. For one thread. */
final class Round {

    private final Board board;
    private final EventId id;
    private final Details details;
    private final Map<String, CampaignApi> campaigns = new HashMap<>();
    private final Map<CampaignApi, Details.Numbered> numbered = new HashMap<>();
    private final Map<Question, Answer> answers = new HashMap<>();
    private final Map<Since, List<AreaRow>> changes = new HashMap<>();

    /** Who follows the same, and knows the same, is told the same. */
    private record Question(Subscription subscription, Position known, long knownDetail) {}

    private record Since(String campaignId, Position known) {}

    /**
     * What somebody is told.
     *
     * @param event null where there is nothing to tell
     * @param detail the number of what is known of the campaign then
     */
    record Answer(@Nullable Event event, long detail) {}

    Round(Board board, Details details, Instant now) {
        this.board = board;
        this.details = details;
        this.id = new EventId(now, board.position());
    }

    EventId id() {
        return id;
    }

    Position position() {
        return board.position();
    }

    /**
     * What is new.
     *
     * @param known the position up to which all is known already
     * @param knownDetail the number of what was said of the campaign last
     */
    Answer news(Subscription subscription, Position known, long knownDetail) {
        return answers.computeIfAbsent(new Question(subscription, known, knownDetail), this::answer);
    }

    private Answer answer(Question question) {
        CampaignView view = board.campaigns().get(question.subscription.campaignId());
        CampaignApi campaign = campaign(question.subscription.campaignId());
        if (view == null
                || campaign == null
                || !question.known.isWithin(board.position())
                || !view.removedBy().isWithin(question.known)) {
            return new Answer(Event.reset(id), Details.NOTHING);
        }
        Details.Numbered detail = detail(campaign);
        boolean same = detail.number() == question.knownDetail;
        List<AreaFigures> areas = changed(campaign.areas(), question);
        boolean alerts = board.position().hasOtherAlertsThan(question.known);
        boolean tree = board.position().hasOtherTreeThan(question.known);
        return same && areas.isEmpty() && !alerts && !tree
                ? new Answer(null, detail.number())
                : new Answer(
                        Event.changed(new Event.Changed(same ? null : detail.detail(), areas, alerts, tree), id),
                        detail.number());
    }

    private @Nullable CampaignApi campaign(String campaignId) {
        return board.campaigns().containsKey(campaignId)
                ? campaigns.computeIfAbsent(campaignId, known -> new CampaignApi(board, known))
                : null;
    }

    private Details.Numbered detail(CampaignApi campaign) {
        return numbered.computeIfAbsent(campaign, asked -> details.numbered(asked.detail()));
    }

    private List<AreaFigures> changed(Areas areas, Question question) {
        Since since = new Since(question.subscription.campaignId(), question.known);
        return changes.computeIfAbsent(since, this::rowsChanged).stream()
                .filter(question.subscription::includes)
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
     * What a stream begins with; without a campaign there is none.
     *
     * @param known what is known already, and is still all that is known if the connection breaks right after
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
