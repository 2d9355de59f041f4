package io.muster.gateway.http;

import io.muster.gateway.body.RecordProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON bodies of responses. */
final class ResponseBodies {

    private ResponseBodies() {}

    /**
     * A refused record.
     *
     * @param index position in the request, from 0
     * @param status status that the request would have had with this record alone: 400 or 403
     */
    record Refused(int index, @Nullable String eventId, int status, List<RecordProblem> problems) {}

    /** The response if statements were accepted. */
    record Accepted(int accepted, List<Refused> refused) {}

    /**
     * Problem details (RFC 9457).
     *
     * @param accepted number of acknowledged statements
     * @param refused refused records
     * @param unacknowledged positions of records whose delivery is unknown
     */
    record ProblemDetail(
            String title,
            int status,
            String detail,
            @Nullable Integer accepted,
            @Nullable List<Refused> refused,
            @Nullable List<Integer> unacknowledged) {}
}
