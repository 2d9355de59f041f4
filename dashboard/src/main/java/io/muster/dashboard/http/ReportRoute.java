package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.muster.board.Board;
import io.muster.dashboard.api.ApiException;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.CountingState;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.BulletinRequest;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.counted.ReportException;
import io.muster.report.print.BulletinFormat;
import io.muster.report.print.BulletinHtml;
import io.muster.report.wording.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Serves the bulletin in the formats of {@code muster report}. */
final class ReportRoute {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src '" + BulletinHtml.styleHash() + "'";

    private ReportRoute() {}

    static void answer(Context context, Board board, CountingState counting, CampaignId campaignId) {
        if (!board.campaigns().containsKey(campaignId)) {
            throw ApiException.notFound("there is no campaign " + campaignId + "; see /api/campaigns");
        }
        BulletinFormat format = RequestParams.bulletin(context);
        Language language = RequestParams.language(context);
        if (format == BulletinFormat.HTML) {
            context.header("Content-Security-Policy", CONTENT_POLICY);
        }
        String text = format.write(bulletin(board, counting, campaignId, RequestParams.report(context)), language);
        Responses.withETag(context, format.contentType(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bulletin bulletin(
            Board board, CountingState counting, CampaignId campaignId, BulletinRequest request) {
        try {
            return Bulletins.of(
                            board,
                            board.corrections().getOrDefault(campaignId, List.of()),
                            campaignId,
                            request,
                            counting)
                    .orElseThrow(() -> ApiException.notFound("the campaign " + campaignId + " is not counted yet"));
        } catch (ReportException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
