package io.muster.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** Parses responses. */
final class Json {

    private Json() {}

    static JsonNode read(HttpResponse<String> answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(answer.body());
    }

    /** Checks that a response is a problem detail without internals, and parses it. */
    static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = read(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "io.muster.gateway", "jackson");
        return problem;
    }
}
