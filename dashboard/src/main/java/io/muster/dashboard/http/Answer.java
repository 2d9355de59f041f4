package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.muster.dashboard.api.ApiJson;
import io.muster.dashboard.api.CsvTable;
import io.muster.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Answers with a tag, so that who has the same already need not get it again. */
final class Answer {

    private static final int TAG_LENGTH = 22;

    private Answer() {}

    /** What is different each time. */
    static void fresh(Context context, Object answer) {
        context.header("Cache-Control", "no-store").contentType(Reply.JSON_TYPE).result(ApiJson.bytes(answer));
    }

    static void json(Context context, Object answer) {
        tagged(context, Reply.JSON_TYPE, ApiJson.bytes(answer));
    }

    /**
     * A list, as JSON or, if that is asked for, as CSV.
     *
     * @param zone of times in CSV, where it is known
     */
    static void list(Context context, Object answer, CsvTable table, List<?> rows, @Nullable ZoneId zone) {
        if (Wanted.csv(context)) {
            String text =
                    table.text(rows, Wanted.language(context).tag(), Objects.requireNonNullElse(zone, ZoneOffset.UTC));
            tagged(context, "text/csv; charset=utf-8; header=present", text.getBytes(StandardCharsets.UTF_8));
        } else {
            json(context, answer);
        }
    }

    static void tagged(Context context, String type, byte[] body) {
        String tag = '"' + tag(body) + '"';
        // weak, for the body may be packed on its way
        context.header("ETag", "W/" + tag).header("Cache-Control", "no-cache");
        context.res().addHeader("Vary", "Accept, Accept-Encoding");
        String known = context.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            context.status(304);
        } else {
            context.contentType(type).result(body);
        }
    }

    /** Differs where the content does. */
    static String tag(byte[] content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(DigestUtils.sha256(content))
                .substring(0, TAG_LENGTH);
    }
}
