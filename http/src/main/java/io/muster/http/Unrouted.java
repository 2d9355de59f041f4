package io.muster.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is answered where no route fits. */
final class Unrouted {

    private Unrouted() {}

    /** Makes these the answers. */
    static void add(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes.exception(HttpResponseException.class, (e, context) -> reply(e).to(context));
    }

    private static Reply reply(HttpResponseException e) {
        if (e instanceof MethodNotAllowedResponse) {
            return Reply.notAllowed(allowed(String.join(",", e.getDetails().values())));
        }
        return Reply.problem(
                e.getStatus(),
                e.getStatus() == 404
                        ? "there is nothing here; see /openapi.yaml for what there is"
                        : "the request cannot be used");
    }

    /** Whoever takes GET takes HEAD. */
    private static String allowed(String methods) {
        TreeSet<String> all =
                Arrays.stream(methods.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return String.join(", ", all);
    }
}
