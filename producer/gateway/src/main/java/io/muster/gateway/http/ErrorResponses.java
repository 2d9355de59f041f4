package io.muster.gateway.http;

import io.muster.gateway.body.RefusedException;
import io.muster.http.Reply;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responses to failed requests. */
final class ErrorResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private ErrorResponses() {}

    static Reply reply(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RefusedException refusal) {
            return reply(refusal);
        }
        LOG.error("A request failed", withoutMessages(cause));
        return Reply.problem(500, "internal error in the gateway; see its log. Send the same request again later");
    }

    static Reply reply(RefusedException refusal) {
        return Reply.problem(refusal.status(), refusal.detail()).with(refusal.headers());
    }

    /** Keeps the stack trace but drops messages, because libraries may quote the request in them. */
    private static Throwable withoutMessages(Throwable failure) {
        Throwable shown = new Throwable(failure.getClass().getName());
        shown.setStackTrace(failure.getStackTrace());
        return shown;
    }
}
