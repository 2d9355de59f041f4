package io.muster.dashboard.api;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.counted.ReportException;
import io.muster.report.print.BulletinFormat;
import io.muster.report.wording.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Everything users see of a board: API responses and bulletins, or their errors. */
final class ShownBoard {

    private static final AreaQuery ALL = new AreaQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            AreaQuery.DEFAULT_SORT);

    private final Board board;
    private final StringBuilder shown = new StringBuilder();

    private ShownBoard(Board board) {
        this.board = board;
    }

    static String of(Board board) {
        ShownBoard all = new ShownBoard(board);
        all.json(() -> Campaigns.of(board));
        new TreeMap<>(board.campaigns()).forEach(all::add);
        return all.shown.toString();
    }

    private void add(CampaignId campaignId, CampaignView campaign) {
        CampaignApi api = new CampaignApi(board, campaignId);
        json(api::detail);
        json(() -> api.alerts(Optional.empty(), Optional.empty()));
        json(() -> api.areas(ALL));
        for (AreaId areaId : new TreeSet<>(campaign.areas().keySet())) {
            json(() -> api.area(areaId));
            json(() -> api.days(areaId));
            json(() -> api.segments(areaId));
            json(() -> api.corrections(areaId));
        }
        bulletins(campaignId);
    }

    private void bulletins(CampaignId campaignId) {
        try {
            Bulletins.latest(board, campaignId, null).ifPresent(bulletin -> {
                for (BulletinFormat format : BulletinFormat.values()) {
                    for (Language language : Language.values()) {
                        shown.append(format.write(bulletin, language)).append('\n');
                    }
                }
            });
        } catch (ReportException e) {
            shown.append(e.getMessage()).append('\n');
        }
    }

    private void json(Supplier<Object> answer) {
        try {
            shown.append(new String(ApiJson.bytes(answer.get()), StandardCharsets.UTF_8))
                    .append('\n');
        } catch (ApiException e) {
            shown.append(e.getMessage()).append('\n');
        }
    }
}
