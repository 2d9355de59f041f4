package io.muster.dashboard.api;

import io.muster.board.AreaView;
import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.dashboard.api.Alerts.State;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the API says of one campaign on one board. */
public final class CampaignApi {

    private final Board board;
    private final CampaignHead head;
    private final CampaignView campaign;
    private final Areas areas;

    /** @throws ApiException if there is no such campaign */
    public CampaignApi(Board board, String campaignId) {
        CampaignView view = board.campaigns().get(campaignId);
        if (view == null) {
            throw ApiException.missing("there is no campaign " + campaignId + "; /api/campaigns names those there are");
        }
        this.board = board;
        this.campaign = view;
        this.head = CampaignHead.of(campaignId, view);
        this.areas = new Areas(board, view);
    }

    public CampaignHead head() {
        return head;
    }

    public CampaignDetail detail() {
        return new DetailMaker(board, head, campaign, areas).make();
    }

    /** All its areas, for whoever follows them. */
    public Areas areas() {
        return areas;
    }

    /** @throws ApiException if there is no such area to look below */
    public CampaignAreas areas(AreaQuery query) {
        query.parent().ifPresent(this::requireArea);
        List<AreaFigures> listed = query.of(areas.all()).toList();
        Set<String> ids = listed.stream().map(area -> area.row().areaId()).collect(Collectors.toSet());
        return new CampaignAreas(
                head.campaignId(),
                head.asOfDay(),
                head.computedAt(),
                listed,
                query.isWhole() ? areas.ownBeside(ids, query.parent()) : List.of());
    }

    /** @throws ApiException if there is no such area in the campaign */
    public CampaignAreas.One area(String areaId) {
        AreaFigures figures = areas.of(areaId);
        if (figures == null) {
            throw missing(areaId);
        }
        return new CampaignAreas.One(
                figures, areas.path(areaId).stream().map(CampaignAreas.Step::of).toList());
    }

    /** @throws ApiException if there is no such area in the campaign */
    public DayFigures.OfArea days(String areaId) {
        AreaView view = requireArea(areaId);
        return new Days(requireDefinition(), view, progress(areaId, view)).figures();
    }

    /** @throws ApiException if there is no such area in the campaign */
    public Segments segments(String areaId) {
        AreaView view = requireArea(areaId);
        Published<AreaRow> progress = progress(areaId, view);
        return new Segments(
                head.campaignId(), areaId, progress.row().asOfDay(), progress.computedAt(), Segments.of(view));
    }

    /** @throws ApiException if there is no such area in the campaign */
    public AreaCorrections corrections(String areaId) {
        AreaView view = requireArea(areaId);
        LocalDate asOfDay = progress(areaId, view).row().asOfDay();
        return new AreaCorrections(
                head.campaignId(),
                areaId,
                head.asOfDay(),
                head.computedAt(),
                new Corrections(board, requireDefinition(), asOfDay, areaId).all(),
                AreaTreeChange.of(board, requireDefinition(), campaign, head.asOfDay(), areaId));
    }

    /** Those by that rule and in that state, or all. */
    public Alerts alerts(Optional<AlertRule> rule, Optional<State> state) {
        List<Alerts.AlertFigures> alerts = Alerts.of(campaign, areas, rule, state);
        return new Alerts(head.campaignId(), head.asOfDay(), head.computedAt(), alerts);
    }

    private Campaign requireDefinition() {
        Campaign definition = campaign.definition();
        if (definition == null) {
            throw ApiException.missing("the campaign " + head.campaignId() + " is not defined yet");
        }
        return definition;
    }

    private AreaView requireArea(String areaId) {
        AreaView view = campaign.areas().get(areaId);
        if (view == null) {
            throw missing(areaId);
        }
        return view;
    }

    private Published<AreaRow> progress(String areaId, AreaView view) {
        Published<AreaRow> progress = view.progress();
        if (progress == null) {
            throw missing(areaId);
        }
        return progress;
    }

    private ApiException missing(String areaId) {
        return ApiException.missing("there is no area " + areaId + " in the campaign " + head.campaignId()
                + "; /api/campaigns/" + head.campaignId() + "/areas names those there are");
    }
}
