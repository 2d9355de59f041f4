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

/** Writes responses. Cacheable ones carry an ETag and are answered with 304 if they are unchanged. */
final class Responses {

    private static final int DIGEST_LENGTH = 22;

    private Responses() {}

    /** JSON that must not be cached. */
    static void uncached(Context context, Object answer) {
        context.header("Cache-Control", "no-store").contentType(Reply.JSON_TYPE).result(ApiJson.bytes(answer));
    }

    static void json(Context context, Object answer) {
        withETag(context, Reply.JSON_TYPE, ApiJson.bytes(answer));
    }

    /**
     * A list as JSON or, if requested, as CSV.
     *
     * @param zone time zone of CSV times; null means UTC
     */
    static void list(Context context, Object answer, CsvTable table, List<?> rows, @Nullable ZoneId zone) {
        if (RequestParams.csv(context)) {
            String text = table.text(
                    rows, RequestParams.language(context).tag(), Objects.requireNonNullElse(zone, ZoneOffset.UTC));
            withETag(context, "text/csv; charset=utf-8; header=present", text.getBytes(StandardCharsets.UTF_8));
        } else {
            json(context, answer);
        }
    }

    static void withETag(Context context, String type, byte[] body) {
        String tag = '"' + digest(body) + '"';
        // weak, because the body may be compressed
        context.header("ETag", "W/" + tag).header("Cache-Control", "no-cache");
        context.res().addHeader("Vary", "Accept, Accept-Encoding");
        String known = context.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            context.status(304);
        } else {
            context.contentType(type).result(body);
        }
    }

    /** SHA-256 of the content, shortened, for ETags and asset URLs. */
    static String digest(byte[] content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(DigestUtils.sha256(content))
                .substring(0, DIGEST_LENGTH);
    }
}
