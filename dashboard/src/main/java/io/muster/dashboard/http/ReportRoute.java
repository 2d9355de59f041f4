package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.muster.board.Board;
import io.muster.dashboard.api.ApiException;
import io.muster.domain.counting.CountingState;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.BulletinOptions;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.counted.ReportException;
import io.muster.report.print.BulletinFormat;
import io.muster.report.print.BulletinHtml;
import io.muster.report.wording.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bulletin, as {@code muster report} prints it. */
final class ReportRoute {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src '" + BulletinHtml.styleHash() + "'";

    private ReportRoute() {}

    static void answer(Context context, Board board, CountingState counting, String campaignId) {
        if (!board.campaigns().containsKey(campaignId)) {
            throw ApiException.missing("there is no campaign " + campaignId + "; /api/campaigns names those there are");
        }
        BulletinFormat format = Wanted.bulletin(context);
        Language language = Wanted.language(context);
        if (format == BulletinFormat.HTML) {
            context.header("Content-Security-Policy", CONTENT_POLICY);
        }
        String text = format.write(bulletin(board, counting, campaignId, Wanted.report(context)), language);
        Answer.tagged(context, format.contentType(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bulletin bulletin(Board board, CountingState counting, String campaignId, BulletinOptions wish) {
        try {
            return Bulletins.of(
                            board, board.corrections().getOrDefault(campaignId, List.of()), campaignId, wish, counting)
                    .orElseThrow(() -> ApiException.missing("the campaign " + campaignId + " is not counted yet"));
        } catch (ReportException e) {
            throw ApiException.wrong(String.valueOf(e.getMessage()));
        }
    }
}
