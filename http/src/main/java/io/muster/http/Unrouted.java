package io.muster.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is answered where no route fits. */
public final class Unrouted {

    private final Function<String, @Nullable String> methods;

    /** @param methods which methods a path has, e.g. "GET, HEAD"; null where there is no such path */
    public Unrouted(Function<String, @Nullable String> methods) {
        this.methods = methods;
    }

    /** Makes these the answers. */
    public void add(JavalinConfig config) {
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> reply(context.path(), e.getStatus()).to(context));
    }

    private Reply reply(String path, int status) {
        String allowed = methods.apply(path);
        if (status == 405 && allowed != null) {
            return Reply.problem(status, "this path takes " + allowed).with("Allow", allowed);
        }
        return Reply.problem(
                status,
                status == 404
                        ? "there is nothing here; see /openapi.yaml for what there is"
                        : "the request cannot be used");
    }
}
