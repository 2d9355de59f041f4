package io.muster.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** A response, independent of Javalin and the servlet API. */
public record Reply(int status, String contentType, String body, Map<String, String> headers) {

    public static final String JSON_TYPE = "application/json";
    public static final String PROBLEM_TYPE = "application/problem+json";

    /** Problem details (RFC 9457). */
    private record Problem(String title, int status, String detail) {}

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An object as JSON. Null values are omitted. */
    public static Reply json(int status, Object answer) {
        return new Reply(status, JSON_TYPE, Json.write(answer), Map.of());
    }

    /**
     * Problem details with additional members.
     *
     * @param problem has at least title, status and detail
     */
    public static Reply problem(int status, Object problem) {
        return new Reply(status, PROBLEM_TYPE, Json.write(problem), Map.of());
    }

    /** Problem details whose detail says what is wrong and what to do. */
    public static Reply problem(int status, String detail) {
        return problem(status, (Object) new Problem(HttpStatus.getMessage(status), status, detail));
    }

    /**
     * The path exists but does not support the method.
     *
     * @param methods the supported ones, e.g. "GET, HEAD"
     */
    public static Reply notAllowed(String methods) {
        return problem(HttpStatus.METHOD_NOT_ALLOWED_405, "this path takes " + methods)
                .with("Allow", methods);
    }

    /** A copy with one more header. */
    public Reply with(String header, String value) {
        return with(Map.of(header, value));
    }

    /** A copy with more headers. */
    public Reply with(Map<String, String> others) {
        Map<String, String> more = new HashMap<>(headers);
        more.putAll(others);
        return new Reply(status, contentType, body, more);
    }

    /** Sends it as the response of a Javalin context. */
    public void to(Context context) {
        context.status(status).contentType(contentType).result(body);
        headers.forEach(context::header);
    }

    /** Sends it as a servlet response. */
    public void to(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        headers.forEach(response::setHeader);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
