package io.muster.dashboard.api;

import io.muster.board.AreaView;
import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.dashboard.api.CampaignAlerts.State;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The API responses about one campaign on one board. */
public final class CampaignApi {

    private final Board board;
    private final CampaignHead head;
    private final CampaignView campaign;
    private final AreaLookup areas;

    /** @throws ApiException if there is no such campaign */
    public CampaignApi(Board board, CampaignId campaignId) {
        CampaignView view = board.campaigns().get(campaignId);
        if (view == null) {
            throw ApiException.notFound("there is no campaign " + campaignId + "; see /api/campaigns");
        }
        this.board = board;
        this.campaign = view;
        this.head = CampaignHead.of(campaignId, view);
        this.areas = new AreaLookup(board, view);
    }

    public CampaignHead head() {
        return head;
    }

    public CampaignDetail detail() {
        return new CampaignDetailBuilder(board, head, campaign, areas).make();
    }

    /** All its areas, for the event stream. */
    public AreaLookup areas() {
        return areas;
    }

    /** @throws ApiException if the parent does not exist */
    public AreaList areas(AreaQuery query) {
        query.parent().ifPresent(this::requireArea);
        List<AreaFigures> listed = query.of(areas.all()).toList();
        Set<AreaId> ids = listed.stream().map(area -> area.row().areaId()).collect(Collectors.toSet());
        return new AreaList(
                head.campaignId(),
                head.asOfDay(),
                head.computedAt(),
                listed,
                query.isWhole() ? areas.ownBeside(ids, query.parent()) : List.of());
    }

    /** @throws ApiException if there is no such area in the campaign */
    public AreaList.One area(AreaId areaId) {
        AreaFigures figures = areas.of(areaId);
        if (figures == null) {
            throw missing(areaId);
        }
        return new AreaList.One(
                figures, areas.path(areaId).stream().map(AreaList.Step::of).toList());
    }

    /** @throws ApiException if there is no such area in the campaign */
    public DayFigures.OfArea days(AreaId areaId) {
        AreaView view = requireArea(areaId);
        return new DaySeries(requireDefinition(), view, progress(areaId, view)).figures();
    }

    /** @throws ApiException if there is no such area in the campaign */
    public AreaSegments segments(AreaId areaId) {
        AreaView view = requireArea(areaId);
        Published<AreaRow> progress = progress(areaId, view);
        return new AreaSegments(
                head.campaignId(), areaId, progress.row().asOfDay(), progress.computedAt(), AreaSegments.of(view));
    }

    /** @throws ApiException if there is no such area in the campaign */
    public AreaCorrections corrections(AreaId areaId) {
        AreaView view = requireArea(areaId);
        LocalDate asOfDay = progress(areaId, view).row().asOfDay();
        return new AreaCorrections(
                head.campaignId(),
                areaId,
                head.asOfDay(),
                head.computedAt(),
                new DailyCorrections(board, requireDefinition(), asOfDay, areaId).all(),
                AreaTreeChange.of(board, requireDefinition(), campaign, head.asOfDay(), areaId));
    }

    /** The alerts, optionally filtered by rule and state. */
    public CampaignAlerts alerts(Optional<AlertRule> rule, Optional<State> state) {
        List<CampaignAlerts.AlertFigures> alerts = CampaignAlerts.of(campaign, areas, rule, state);
        return new CampaignAlerts(head.campaignId(), head.asOfDay(), head.computedAt(), alerts);
    }

    private Campaign requireDefinition() {
        Campaign definition = campaign.definition();
        if (definition == null) {
            throw ApiException.notFound("the campaign " + head.campaignId() + " is not defined yet");
        }
        return definition;
    }

    private AreaView requireArea(AreaId areaId) {
        AreaView view = campaign.areas().get(areaId);
        if (view == null) {
            throw missing(areaId);
        }
        return view;
    }

    private Published<AreaRow> progress(AreaId areaId, AreaView view) {
        Published<AreaRow> progress = view.progress();
        if (progress == null) {
            throw missing(areaId);
        }
        return progress;
    }

    private ApiException missing(AreaId areaId) {
        return ApiException.notFound("there is no area " + areaId + " in the campaign " + head.campaignId()
                + "; see /api/campaigns/" + head.campaignId() + "/areas");
    }
}
