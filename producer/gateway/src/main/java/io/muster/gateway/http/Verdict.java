package io.muster.gateway.http;

import io.muster.gateway.body.Flaw;
import io.muster.gateway.http.Answers.Accepted;
import io.muster.gateway.http.Answers.Problem;
import io.muster.gateway.http.Answers.Refused;
import io.muster.http.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered, by what became of its records:
 * <ul>
 *   <li>503 as soon as one was not acknowledged, for the sender should send all of them again;
 *   <li>202 where at least one was acknowledged, naming those that were refused;
 *   <li>else 403 where all of them were refused for their source or area, or 400.
 * </ul>
 *
 * @param refused which were refused, in their order
 * @param unacknowledged the places of those that were not acknowledged
 */
record Verdict(int accepted, List<Refused> refused, List<Integer> unacknowledged) {

    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final long COME_BACK_SECONDS = 5;

    Verdict {
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
                                    + " changes nothing where they have arrived",
                            unacknowledged)
                    .with("Retry-After", Long.toString(COME_BACK_SECONDS));
        }
        if (accepted > 0) {
            return Reply.json(HttpStatus.ACCEPTED_202, new Accepted(accepted, refused));
        }
        boolean forbidden = refused.stream().allMatch(one -> one.status() == FORBIDDEN);
        return problem(forbidden ? FORBIDDEN : BAD, detail(), null);
    }

    private String detail() {
        Refused first = refused.get(0);
        Flaw flaw = first.problems().get(0);
        String what = (flaw.field() == null ? "it " : flaw.field() + " ") + flaw.problem() + "; " + flaw.remedy();
        return refused.size() == 1
                ? "the statement was refused: " + what
                : "all " + refused.size() + " statements were refused; of the first, " + what;
    }

    private Reply problem(int status, String detail, @Nullable List<Integer> unacknowledgedOnes) {
        return Reply.problem(
                status,
                new Problem(HttpStatus.getMessage(status), status, detail, accepted, refused, unacknowledgedOnes));
    }
}
