package io.muster.dashboard.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.muster.board.Board;
import io.muster.dashboard.api.ApiException;
import io.muster.dashboard.api.AreaCorrections;
import io.muster.dashboard.api.AreaList;
import io.muster.dashboard.api.AreaSegments;
import io.muster.dashboard.api.CampaignAlerts;
import io.muster.dashboard.api.CampaignApi;
import io.muster.dashboard.api.Campaigns;
import io.muster.dashboard.api.CsvTable;
import io.muster.dashboard.api.DayFigures;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.CountingState;
import io.muster.http.Reply;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The routes of the API. Each one answers from the current board. */
final class ApiRoutes {

    private static final String CAMPAIGN = "/api/campaigns/{campaign}";
    private static final String AREA = CAMPAIGN + "/areas/{area}";

    private final Supplier<Board> board;
    private final Supplier<CountingState> counting;
    private final Supplier<DashboardStatus.Now> status;
    private final BooleanSupplier ready;

    /** @param ready whether the initial load of the board is done */
    ApiRoutes(
            Supplier<Board> board,
            Supplier<CountingState> counting,
            Supplier<DashboardStatus.Now> status,
            BooleanSupplier ready) {
        this.board = board;
        this.counting = counting;
        this.status = status;
        this.ready = ready;
    }

    void add(JavalinConfig config) {
        config.routes.get("/api/status", context -> Responses.uncached(context, status.get()));
        get(config, "/api/campaigns", this::campaigns);
        get(
                config,
                CAMPAIGN,
                context -> Responses.json(context, campaign(context).detail()));
        get(config, CAMPAIGN + "/areas", this::areas);
        get(config, AREA, context -> Responses.json(context, campaign(context).area(area(context))));
        get(config, AREA + "/days", this::days);
        get(config, AREA + "/segments", this::segments);
        get(config, AREA + "/corrections", this::corrections);
        get(config, CAMPAIGN + "/alerts", this::alerts);
        get(
                config,
                CAMPAIGN + "/report",
                context -> ReportRoute.answer(context, board.get(), counting.get(), campaignId(context)));
        config.routes.exception(
                ApiException.class,
                (e, context) -> Reply.problem(e.isMissing() ? 404 : 400, String.valueOf(e.getMessage()))
                        .to(context));
    }

    /** Rejects requests until the initial load is done; figures would be too low. */
    private void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, context -> {
            if (ready.getAsBoolean()) {
                handler.handle(context);
            } else {
                Reply.problem(503, "the topics are being loaded; retry in a moment")
                        .with("Retry-After", "1")
                        .to(context);
            }
        });
    }

    private CampaignApi campaign(Context context) {
        return new CampaignApi(board.get(), campaignId(context));
    }

    private static CampaignId campaignId(Context context) {
        return new CampaignId(context.pathParam("campaign"));
    }

    private static AreaId area(Context context) {
        return new AreaId(context.pathParam("area"));
    }

    private void campaigns(Context context) {
        Campaigns campaigns = Campaigns.of(board.get());
        Responses.list(context, campaigns, CsvTable.CAMPAIGNS, campaigns.campaigns(), null);
    }

    private void areas(Context context) {
        CampaignApi campaign = campaign(context);
        AreaList areas = campaign.areas(RequestParams.areas(context));
        List<?> rows =
                Stream.concat(areas.areas().stream(), areas.own().stream()).toList();
        Responses.list(context, areas, CsvTable.AREAS, rows, campaign.head().zone());
    }

    private void days(Context context) {
        DayFigures.OfArea days = campaign(context).days(area(context));
        Responses.list(context, days, CsvTable.DAYS, days.days(), null);
    }

    private void segments(Context context) {
        AreaSegments segments = campaign(context).segments(area(context));
        List<AreaSegments.Line> lines = segments.dimensions().stream()
                .flatMap(dimension ->
                        dimension.values().stream().map(value -> new AreaSegments.Line(dimension.dimension(), value)))
                .toList();
        Responses.list(context, segments, CsvTable.SEGMENTS, lines, null);
    }

    private void corrections(Context context) {
        AreaCorrections corrections = campaign(context).corrections(area(context));
        Responses.list(context, corrections, CsvTable.CORRECTIONS, corrections.days(), null);
    }

    private void alerts(Context context) {
        CampaignApi campaign = campaign(context);
        CampaignAlerts alerts = campaign.alerts(RequestParams.rule(context, "rule"), RequestParams.state(context));
        Responses.list(
                context,
                alerts,
                CsvTable.ALERTS,
                alerts.alerts(),
                campaign.head().zone());
    }
}
