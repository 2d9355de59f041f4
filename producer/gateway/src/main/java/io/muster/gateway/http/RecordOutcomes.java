package io.muster.gateway.http;

import io.muster.gateway.body.RecordProblem;
import io.muster.gateway.http.ResponseBodies.Accepted;
import io.muster.gateway.http.ResponseBodies.ProblemDetail;
import io.muster.gateway.http.ResponseBodies.Refused;
import io.muster.http.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of the records of a request, and the response that follows from them:
 * <ul>
 *   <li>503 if any record was not acknowledged, so that the client sends all of them again
 *   <li>202 if at least one was accepted; lists the refused ones
 *   <li>otherwise 403 if all were refused for their source or area, or 400
 * </ul>
 *
 * @param refused in order of the request
 * @param unacknowledged positions of records that were not acknowledged
 */
record RecordOutcomes(int accepted, List<Refused> refused, List<Integer> unacknowledged) {

    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final long RETRY_AFTER_SECONDS = 5;

    RecordOutcomes {
        List<Refused> ordered = new ArrayList<>(refused);
        ordered.sort(Comparator.comparingInt(Refused::index));
        refused = List.copyOf(ordered);
        unacknowledged = List.copyOf(unacknowledged);
    }

    Reply reply() {
        if (!unacknowledged.isEmpty()) {
            return problem(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            unacknowledged.size()
                                    + " statements were not acknowledged in time; send the same again, which"
                                    + " does not count any of them twice",
                            unacknowledged)
                    .with("Retry-After", Long.toString(RETRY_AFTER_SECONDS));
        }
        if (accepted > 0) {
            return Reply.json(HttpStatus.ACCEPTED_202, new Accepted(accepted, refused));
        }
        boolean forbidden = refused.stream().allMatch(one -> one.status() == FORBIDDEN);
        return problem(forbidden ? FORBIDDEN : BAD, detail(), null);
    }

    private String detail() {
        Refused first = refused.get(0);
        RecordProblem problem = first.problems().get(0);
        String what =
                (problem.field() == null ? "it " : problem.field() + " ") + problem.problem() + "; " + problem.remedy();
        return refused.size() == 1
                ? "the statement was refused: " + what
                : "all " + refused.size() + " statements were refused; of the first, " + what;
    }

    private Reply problem(int status, String detail, @Nullable List<Integer> unacknowledgedOnes) {
        return Reply.problem(
                status,
                new ProblemDetail(
                        HttpStatus.getMessage(status), status, detail, accepted, refused, unacknowledgedOnes));
    }
}
