package io.muster.gateway.http;

import io.muster.gateway.body.RefusedException;
import io.muster.http.Reply;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered where something went wrong. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Reply reply(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RefusedException refusal) {
            return reply(refusal);
        }
        LOG.error("A request failed", withoutMessages(cause));
        return Reply.problem(500, "something went wrong in the gateway; its log says where. Send the same again later");
    }

    static Reply reply(RefusedException refusal) {
        return Reply.problem(refusal.status(), refusal.detail()).with(refusal.headers());
    }

    /** Where it happened, but not what was said: messages of libraries may show what stands in a request. */
    private static Throwable withoutMessages(Throwable failure) {
        Throwable shown = new Throwable(failure.getClass().getName());
        shown.setStackTrace(failure.getStackTrace());
        return shown;
    }
}
