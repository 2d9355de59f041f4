package io.muster.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Responses to requests that match no route. */
final class Unrouted {

    private Unrouted() {}

    /** Registers the error handlers. */
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
                        ? "this path does not exist; see /openapi.yaml for the available paths"
                        : "the request is invalid");
    }

    /** Adds HEAD wherever GET is supported. */
    private static String allowed(String methods) {
        TreeSet<String> all =
                Arrays.stream(methods.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return String.join(", ", all);
    }
}
