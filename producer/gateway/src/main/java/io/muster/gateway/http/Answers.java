package io.muster.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.gateway.body.Flaw;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** What answers look like in JSON. */
final class Answers {

    static final String JSON_TYPE = "application/json";
    static final String PROBLEM_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

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
            @Nullable List<Integer> unacknowledged) {

        static Problem of(int status, String detail) {
            return new Problem(HttpStatus.getMessage(status), status, detail, null, null, null);
        }
    }

    static String json(Object answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.getClass() + " cannot be written as JSON", e);
        }
    }
}
