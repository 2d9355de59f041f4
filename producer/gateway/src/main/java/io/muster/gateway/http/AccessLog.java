package io.muster.gateway.http;

import io.javalin.http.Context;
import io.muster.http.HeadAsGet;
import io.muster.http.Probes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs one line per request. Contains no personal data: no body, no query, and no path except those of the gateway. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.muster.gateway.access");
    private static final String KEY = "muster.key";
    private static final String RECORDS = "muster.records";
    private static final String OTHER = "(other)";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private AccessLog() {}

    static void setKey(Context context, String keyId) {
        context.attribute(KEY, keyId);
    }

    static void setRecords(Context context, int records) {
        context.attribute(RECORDS, records);
    }

    /** Logs a request. Probes are logged at debug level, because they come every few seconds. */
    static void write(Context context, String route, float millis) {
        Level level = Probes.PATHS.contains(route) ? Level.DEBUG : Level.INFO;
        if (LOG.isEnabledForLevel(level)) {
            String method =
                    HeadAsGet.isHead(context.req()) ? "HEAD" : context.req().getMethod();
            LOG.atLevel(level)
                    .log(
                            "{} {} {} {}B {}ms key={} records={}",
                            METHODS.contains(method) ? method : OTHER,
                            route,
                            context.statusCode(),
                            Math.max(context.req().getContentLengthLong(), 0),
                            Math.round(millis),
                            orDash(context.attribute(KEY)),
                            orDash(context.attribute(RECORDS)));
        }
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }

    /** The path if it is a route of the gateway. */
    static String route(Context context) {
        return GatewayServer.PATHS.contains(context.path()) ? context.path() : OTHER;
    }
}
