package io.muster.gateway.http;

import io.muster.gateway.body.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What answers look like in JSON. */
final class Answers {

    private Answers() {}

    /**
     * A record that was refused.
     *
     * @param index its place in the request, from 0
     * @param status what the request would have been answered if it had held nothing else: 400 or 403
     */
    record Refused(int index, @Nullable String eventId, int status, List<Flaw> problems) {}

    /** The answer where statements were accepted. */
    record Accepted(int accepted, List<Refused> refused) {}

    /**
     * Problem details (RFC 9457).
     *
     * @param accepted how many statements are acknowledged all the same
     * @param refused which were refused
     * @param unacknowledged the places of those of which nobody knows whether they arrived
     */
    record Problem(
            String title,
            int status,
            String detail,
            @Nullable Integer accepted,
            @Nullable List<Refused> refused,
            @Nullable List<Integer> unacknowledged) {}
}
