package io.muster.gateway.http;

import io.javalin.http.Context;
import io.muster.gateway.body.RefusedException;
import java.util.HashMap;
import java.util.Map;

/** An answer before it is sent. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

    static Reply json(int status, Object answer) {
        return new Reply(status, Answers.JSON_TYPE, Answers.json(answer), Map.of());
    }

    static Reply problem(Answers.Problem problem) {
        return new Reply(problem.status(), Answers.PROBLEM_TYPE, Answers.json(problem), Map.of());
    }

    static Reply problem(int status, String detail) {
        return problem(Answers.Problem.of(status, detail));
    }

    static Reply of(RefusedException refusal) {
        Reply reply = problem(refusal.status(), refusal.detail());
        return new Reply(reply.status, reply.contentType, reply.body, refusal.headers());
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }

    void to(Context context) {
        context.status(status).contentType(contentType).result(body);
        headers.forEach(context::header);
    }
}
